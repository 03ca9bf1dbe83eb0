import type { LexiconSources } from '../lexicon.ts'
import { readEntries, stateActor } from './lexicon.ts'
import type { ActorEntry, Alias } from './lexicon-schema.ts'

/**
 * What the lexicon says of actors, in words: by canonical name, `null` where it has none of that name.
 *
 * @throws LexiconError where a lexicon does not fit
 */
export function readActorEntries(sources: LexiconSources): (name: string) => string | null {
  const { states, identities, actors } = readEntries(sources)
  const words = new Map<string, string>()
  for (const entry of states) {
    const { name } = stateActor(entry)
    words.set(name, sentence(name, 'a state', entry.aliases ?? [], []))
  }
  for (const { name, people, country } of identities) {
    words.set(name, sentence(name, 'a group of people', people, countryWords(country)))
  }
  for (const entry of actors) {
    const { name, type, aliases = [], country, source } = entry
    const rest = [...countryWords(country), ...yearWords(entry), ...(source === undefined ? [] : [`source: ${source}`])]
    words.set(name, sentence(name, type, aliases, rest))
  }
  return (name) => words.get(name) ?? null
}

/** How many aliases are named. */
const most = 6

function sentence(name: string, kind: string, aliases: readonly Alias[], rest: readonly string[]): string {
  const others = aliases
    .map((alias) => (typeof alias === 'string' ? alias : alias.text))
    .filter((text) => text !== name)
  const more = others.length > most ? ' and others' : ''
  const named = others.slice(0, most).map((text) => `“${text}”`)
  const also = named.length === 0 ? [] : [`also ${named.join(', ')}${more}`]
  return `The lexicon has ${name}: ${[kind, ...also, ...rest].join('; ')}.`
}

function countryWords(codes: readonly string[] | undefined): string[] {
  if (codes === undefined) return []
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' })
  return [`in ${codes.map((code) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code)).join(', ')}`]
}

function yearWords({ from, to }: ActorEntry): string[] {
  if (from === undefined && to === undefined) return []
  return [`${from ?? ''}–${to ?? ''}`]
}
