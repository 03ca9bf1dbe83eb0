import { createRequire } from 'node:module'
import { getCountryData, type TCountryCode } from 'countries-list'
import countryNames from 'i18n-iso-countries'
import { z } from 'zod'
import type { PhraseAutomaton, PhraseSet } from '../analyse/phrases.ts'
import { tokenise } from '../analyse/tokens.ts'
import { fold } from '../analyse/words.ts'
import type { LexiconSources } from '../lexicon.ts'
import type { Actor } from './actor.ts'
import { type IntroductionWords, readIntroductionWords } from './introductions.ts'
import {
  type ActorEntry,
  type Alias,
  actorEntrySchema,
  type Condition,
  type IdentityEntry,
  identityEntrySchema,
  type StateEntry,
  stateEntrySchema,
} from './lexicon-schema.ts'
import { nameKey, surnameKey } from './person-names.ts'
import { type ActorRules, readRules } from './rules.ts'

/**
 * How a phrase speaks of its actor: by its name, as an adjective ("Chadian"), as its people ("Chadians"), as one of
 * them ("Briton"), or by the capital that stands for a state.
 */
export type Sense = 'name' | 'adjective' | 'people' | 'person' | 'capital'

/** A phrase of the lexicon with what it names. */
export interface Naming {
  readonly actor: Actor
  readonly kind: 'actor' | 'state' | 'identity'
  readonly sense: Sense
  readonly when: Condition | null
  /** Whether others have this name too, so that the document must speak for this one. */
  readonly isAmbiguous: boolean
  /** Its words as the lexicon writes them. */
  readonly written: readonly string[]
}

/** A long name of an actor, as its key. */
export interface LongName {
  readonly key: string
  readonly actor: Actor
}

/** What the rules of this layer know, compiled. */
export interface ActorsLexicon {
  readonly automaton: PhraseAutomaton
  readonly namings: PhraseSet<Naming>
  readonly rules: ActorRules
  readonly introductions: IntroductionWords
  /** A state's people as a group of civilians, by the state. */
  readonly peoples: ReadonlyMap<Actor, Actor>
  /** The word for what is a state's, by the state: "Chadian". */
  readonly adjectives: ReadonlyMap<Actor, string>
  /** Persons by surname, folded, those listed first before others. */
  readonly surnames: ReadonlyMap<string, readonly Actor[]>
  /** Names of four words or more by their first word, folded: what misspelt names are compared with. */
  readonly longNames: ReadonlyMap<string, readonly LongName[]>
  /** Bodies by each of their names, as keys. */
  readonly bodies: ReadonlyMap<string, readonly Actor[]>
  /** The other way round: how each body is called. */
  readonly namesOf: ReadonlyMap<Actor, readonly string[]>
  /** States by their codes. */
  readonly states: ReadonlyMap<string, Actor>
}

/** Reads and compiles the layer's lexicons and adds their names to the automaton. */
export function compileActors(sources: LexiconSources, automaton: PhraseAutomaton): ActorsLexicon {
  const namings = automaton.declare<Naming>('actors')
  const add = (phrases: readonly Alias[], naming: Omit<Naming, 'written' | 'isAmbiguous'>) => {
    for (const alias of phrases) {
      const { text, when, ambiguous } = typeof alias === 'string' ? { text: alias } : alias
      const written = tokenise(text).map((token) => token.word.text)
      const condition = when ?? naming.when ?? (written.every(isCapitals) ? 'capitals' : null)
      automaton.add(namings, text, { ...naming, written, when: condition, isAmbiguous: ambiguous ?? false })
    }
  }
  const { states, identities, actors } = readEntries(sources)
  const byCode = new Map<string, Actor>()
  const peoples = new Map<Actor, Actor>()
  const adjectives = new Map<Actor, string>()
  const surnames = new Map<string, Actor[]>()
  const longNames = new Map<string, LongName[]>()
  const bodies = new Map<string, Actor[]>()
  const namesOf = new Map<Actor, readonly string[]>()
  for (const entry of states) {
    const actor = stateActor(entry)
    const people = peopleOf(entry)
    byCode.set(entry.code, actor)
    if (people !== null) peoples.set(actor, people)
    if (entry.adjectives?.[0] !== undefined) adjectives.set(actor, entry.adjectives[0])
    const naming = { actor, kind: 'state', when: null } as const
    const names = [actor.name, ...libraryNames(entry.code), ...(entry.aliases ?? [])]
    namesOf.set(actor, [...names.map(textOf), ...(entry.adjectives ?? [])])
    add(names, { ...naming, sense: 'name' })
    add(entry.adjectives ?? [], { ...naming, sense: 'adjective' })
    add(entry.people ?? [], { ...naming, sense: 'people' })
    add(entry.person ?? [], { ...naming, sense: 'person' })
    add(capitalsOf(entry), { ...naming, sense: 'capital' })
  }
  for (const entry of identities) {
    const actor: Actor = { ...timeless, name: entry.name, type: entry.type, countries: entry.country ?? [] }
    const naming = { actor, kind: 'identity', when: entry.when ?? null } as const
    add(entry.adjectives, { ...naming, sense: 'adjective' })
    add([entry.name, ...entry.people], { ...naming, sense: 'people' })
    add(entry.person ?? [], { ...naming, sense: 'person' })
  }
  for (const entry of actors) {
    const actor: Actor = {
      name: entry.name,
      type: entry.type,
      countries: entry.country ?? [],
      from: entry.from ?? null,
      to: entry.to ?? null,
      ...(entry.partyFrom === undefined ? {} : { partyFrom: entry.partyFrom }),
    }
    const naming = { actor, kind: 'actor', when: entry.when ?? null } as const
    const names: readonly Alias[] = [entry.name, ...(entry.aliases ?? [])]
    add(names, { ...naming, sense: 'name' })
    add(entry.adjectives ?? [], { ...naming, sense: 'adjective' })
    const texts = names.map(textOf)
    namesOf.set(actor, texts)
    for (const text of texts) {
      const words = text.split(' ')
      if (actor.type === 'person') {
        file(surnames, surnameKey(text), actor)
        continue
      }
      file(bodies, nameKey(text), actor)
      if (words.length > 3) file(longNames, fold(words[0] ?? ''), { key: nameKey(text), actor })
    }
  }
  return {
    automaton,
    namings,
    rules: readRules(sources),
    introductions: readIntroductionWords(sources),
    peoples,
    adjectives,
    surnames,
    longNames,
    bodies,
    namesOf,
    states: byCode,
  }
}

function file<T>(map: Map<string, T[]>, key: string, value: T): void {
  const filed = map.get(key)
  if (filed === undefined) map.set(key, [value])
  else if (!filed.includes(value)) filed.push(value)
}

function textOf(alias: Alias): string {
  return typeof alias === 'string' ? alias : alias.text
}

const timeless = { from: null, to: null } as const
const capitals = /^(?!\p{Ll})[^\p{Ll}]*$/u

function isCapitals(word: string): boolean {
  return capitals.test(word)
}

interface Entries {
  readonly states: readonly StateEntry[]
  readonly identities: readonly IdentityEntry[]
  readonly actors: readonly ActorEntry[]
}

/** Of entries with one name or code the last replaces those before it. */
export function readEntries(sources: LexiconSources): Entries {
  const states = new Map<string, StateEntry>()
  const identities = new Map<string, IdentityEntry>()
  const actors = new Map<string, ActorEntry>()
  const schemaOf = (file: string): z.ZodType<(StateEntry | IdentityEntry | ActorEntry)[]> => {
    if (file.endsWith('states.yaml')) return z.array(stateEntrySchema)
    return z.array(file.endsWith('identity-groups.yaml') ? identityEntrySchema : actorEntrySchema)
  }
  for (const entry of sources.readFolder('actors/lexicon', schemaOf)) {
    if ('code' in entry) states.set(entry.code, entry)
    else if ('kind' in entry) identities.set(entry.name, entry)
    else actors.set(entry.name, entry)
  }
  return { states: [...states.values()], identities: [...identities.values()], actors: [...actors.values()] }
}

const require = createRequire(import.meta.url)
countryNames.registerLocale(require('i18n-iso-countries/langs/en.json'))

const isoCode = /^[A-Z]{2}$/

function libraryNames(code: string): readonly string[] {
  return isoCode.test(code) ? (countryNames.getName(code, 'en', { select: 'all' }) ?? []) : []
}

export function stateActor(entry: StateEntry): Actor {
  const name = entry.name ?? countryNames.getName(entry.code, 'en') ?? entry.code
  return { name, type: 'government', countries: [entry.code], from: entry.from ?? null, to: entry.to ?? null }
}

function peopleOf(entry: StateEntry): Actor | null {
  const name = entry.people?.[0]
  return name === undefined ? null : { ...timeless, name, type: 'civilian', countries: [entry.code] }
}

function capitalsOf(entry: StateEntry): readonly Alias[] {
  const capital = isoCode.test(entry.code) ? getCountryData(entry.code as TCountryCode)?.capital : undefined
  return [...(capital ? [capital] : []), ...(entry.capitals ?? [])]
}
