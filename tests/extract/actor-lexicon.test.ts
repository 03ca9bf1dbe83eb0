import { readdirSync, readFileSync } from 'node:fs'
import countries from 'i18n-iso-countries'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import {
  type ActorEntry,
  type Alias,
  actorEntrySchema,
  type IdentityEntry,
  identityEntrySchema,
  type StateEntry,
  stateEntrySchema,
} from '../../src/extract/actors/lexicon-schema.ts'
import { tokenise } from '../../src/extract/analyse/tokens.ts'

const folder = new URL('../../src/extract/actors/lexicon/', import.meta.url)
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'))

function read<Entry>(file: string, schema: z.ZodType<Entry>): Entry[] {
  return z.array(schema).parse(parse(readFileSync(new URL(file, folder), 'utf8')))
}

const stateFile = 'states.yaml'
const identityFile = 'identity-groups.yaml'
const actorFiles = files.filter((file) => file !== stateFile && file !== identityFile)

const states: StateEntry[] = read(stateFile, stateEntrySchema)
const identities: IdentityEntry[] = read(identityFile, identityEntrySchema)
const actors: ActorEntry[] = actorFiles.flatMap((file) => read(file, actorEntrySchema))

/** As names are compared in text. */
function folded(text: string): string {
  return tokenise(text)
    .map((token) => token.word.folded)
    .join(' ')
}

function textOf(alias: Alias): string {
  return typeof alias === 'string' ? alias : alias.text
}

/** Whether an alias says that more than its letters must speak for the actor. */
function isGuarded(alias: Alias): boolean {
  return typeof alias !== 'string' && (alias.when !== undefined || alias.ambiguous === true)
}

function duplicatesOf(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

/** Names of one entry that are written twice, case, accents and apostrophes aside. */
function repeatedNames(name: string, aliases: readonly Alias[]): string[] {
  return duplicatesOf([name, ...aliases.map(textOf)].map(folded)).map((repeated) => `${name}: ${repeated}`)
}

function shareCountry(one: ActorEntry, other: ActorEntry): boolean {
  if (one.country === undefined || other.country === undefined) return true
  return one.country.some((code) => other.country?.includes(code))
}

function shareYears(one: ActorEntry, other: ActorEntry): boolean {
  return (one.from ?? -Infinity) <= (other.to ?? Infinity) && (other.from ?? -Infinity) <= (one.to ?? Infinity)
}

describe('actor lexicons', () => {
  it.each(actorFiles)('%s holds actors', (file) => {
    expect(read(file, actorEntrySchema).length).toBeGreaterThan(0)
  })

  it('gives each canonical name once over all files', () => {
    const names = [...actors, ...identities].map((entry) => folded(entry.name))
    expect(duplicatesOf(names)).toEqual([])
  })

  it('gives each state one code and one name', () => {
    expect(duplicatesOf(states.map((state) => state.code))).toEqual([])
    expect(duplicatesOf(states.flatMap((state) => (state.name === undefined ? [] : [folded(state.name)])))).toEqual([])
  })

  it('writes no alias that is the name, or another alias, in other letters', () => {
    const repeated = [
      ...actors.flatMap((actor) => repeatedNames(actor.name, actor.aliases ?? [])),
      ...states.flatMap((state) => repeatedNames(state.name ?? state.code, state.aliases ?? [])),
      ...identities.flatMap((group) => duplicatesOf(group.people.map(folded))),
    ]
    expect(repeated).toEqual([])
  })

  it('marks an alias that two actors of one country and time share', () => {
    const owners = new Map<string, { actor: ActorEntry; guarded: boolean }[]>()
    for (const actor of actors) {
      const names = [{ text: actor.name, guarded: true }]
      for (const alias of actor.aliases ?? []) names.push({ text: textOf(alias), guarded: isGuarded(alias) })
      for (const { text, guarded } of names) {
        const key = folded(text)
        owners.set(key, [...(owners.get(key) ?? []), { actor, guarded }])
      }
    }
    const clashes = [...owners].flatMap(([key, sharers]) =>
      sharers.flatMap((one, index) =>
        sharers
          .slice(index + 1)
          .filter(
            (other) =>
              (!one.guarded || !other.guarded) &&
              (one.actor.type === other.actor.type || (!one.guarded && !other.guarded)) &&
              shareCountry(one.actor, other.actor) &&
              shareYears(one.actor, other.actor),
          )
          .map((other) => `${key}: ${one.actor.name} / ${other.actor.name}`),
      ),
    )
    expect(clashes).toEqual([])
  })

  it('names a people by one of the words for all of it', () => {
    expect(identities.filter(({ name, people }) => !people.includes(name)).map(({ name }) => name)).toEqual([])
  })

  it('keeps a short alias from matching an ordinary word', () => {
    const aliases = [...actors, ...states].flatMap((entry) => entry.aliases ?? [])
    const loose = aliases.filter((alias) => {
      const text = textOf(alias)
      const isShort = text.replace(/[^\p{L}\p{N}]/gu, '').length <= 3
      return isShort && text !== text.toUpperCase() && !isGuarded(alias)
    })
    expect(loose).toEqual([])
  })

  it('names countries by ISO codes or by codes of states.yaml', () => {
    const known = new Set(states.map((state) => state.code))
    const used = [...actors, ...identities].flatMap((entry) => entry.country ?? [])
    expect([...new Set(used)].filter((code) => !known.has(code))).toEqual([])
    const iso = states.map((state) => state.code).filter((code) => !code.startsWith('X-'))
    expect(iso.filter((code) => !countries.isValid(code))).toEqual([])
    expect(states.filter((state) => state.code.startsWith('X-') && state.name === undefined)).toEqual([])
  })

  it('ends no actor before it began', () => {
    const entries = [...actors, ...states].filter((entry) => (entry.from ?? -Infinity) > (entry.to ?? Infinity))
    expect(entries).toEqual([])
  })

  // Antarctica and islands without inhabitants have no people to name; citizens of the Holy See have no plural.
  const withoutPeople = new Set(['AQ', 'BV', 'GS', 'HM', 'TF', 'UM', 'VA'])

  it.each(Object.keys(countries.getAlpha2Codes()).filter((code) => !withoutPeople.has(code)))(
    '%s has an adjective and a people',
    (code) => {
      const state = states.find((entry) => entry.code === code)
      expect(state?.adjectives).toBeDefined()
      expect(state?.people).toBeDefined()
    },
  )
})
