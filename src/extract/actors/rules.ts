import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'
import { z } from 'zod'
import { type ActorType, actorTypes } from '../../model/index.ts'
import { tokenise } from '../analyse/tokens.ts'
import { fold } from '../analyse/words.ts'
import type { LexiconSources } from '../lexicon.ts'

const words = z.array(z.string().min(1))
const wordsByType = z.partialRecord(z.enum(actorTypes), words)

const organisationSchema = z.strictObject({
  heads: wordsByType,
  guarded: z.record(z.string(), words),
  typed: wordsByType,
  typedHeads: wordsByType,
  leading: words,
  links: words,
  codeNamed: wordsByType,
  foreign: wordsByType,
  foreignLinks: words,
  foreignEndings: words,
  connectors: words,
  outside: words,
  notAgents: words,
  notNames: words,
  adverbial: words,
  shortForms: words,
  standing: words,
  agentNouns: words,
  membership: words,
  possessors: words,
  modifiers: words,
  articles: words,
  units: words,
  occasions: words,
  events: words,
  surnames: words,
  notOrganisations: words,
  stateBodies: words,
  articled: words,
  fighters: words,
})

const personSchema = z.strictObject({
  titles: words,
  glued: words,
  offices: words,
  officeHeads: words,
  modifiers: words,
  roles: words,
  verbs: words,
  verbForms: words,
  before: words,
  particles: words,
  suffixes: words,
  notNames: words,
  places: words,
  ideas: words,
  holdings: words,
  kunyas: words,
  courtesies: words,
  saying: words,
  kin: words,
  doneBy: words,
  copulas: words,
  spheres: words,
  ships: words,
  placeNames: words,
  settled: words,
  officeLinks: words,
  done: words,
})

const stateSchema = z.strictObject({
  placePrepositions: words,
  agentVerbs: words,
  irregular: words,
  attitudes: words,
  dealingVerbs: words,
  possessed: words,
  forces: words,
  ofAgents: words,
  dealings: words,
  powers: words,
  appeals: words,
  compounds: words,
  between: words,
  borders: words,
  governing: words,
  numbers: words,
  obliging: words,
  exemplifying: words,
  listing: words,
  addressing: words,
  governed: words,
  holding: words,
  duties: words,
  routes: words,
  joints: words,
  besideJoints: words,
  auxiliaries: words,
  copulas: words,
})

const identitySchema = z.strictObject({
  people: words,
  between: words,
  adverbs: words,
  before: words,
  behind: words,
  pluralVerbs: words,
  tribes: words,
})
const nameSchema = z.strictObject({ ordinary: words, joined: words, leaning: words, buildings: words })

/** A set of words in any case and inflection, asked by the folded word. */
export type WordSet = ReadonlySet<string>
type SetsOf<T> = { readonly [K in keyof T]: WordSet }

/** What the rules of this layer know beside the names: word lists, folded. */
export interface ActorRules {
  readonly organisations: OrganisationRules
  readonly persons: SetsOf<z.infer<typeof personSchema>>
  /** First names by which persons are told. */
  readonly givenNames: WordSet
  readonly states: SetsOf<z.infer<typeof stateSchema>>
  readonly identities: SetsOf<z.infer<typeof identitySchema>>
  readonly names: SetsOf<z.infer<typeof nameSchema>>
  /** Whether a word is a form of one of the verbs. */
  readonly isAgentVerb: (folded: string) => boolean
  readonly isDealingVerb: (folded: string) => boolean
  readonly isPersonVerb: (folded: string) => boolean
}

type ByType = ReadonlyMap<string, ActorType>
type PlainLists = Pick<
  z.infer<typeof organisationSchema>,
  | 'leading'
  | 'links'
  | 'foreignLinks'
  | 'connectors'
  | 'outside'
  | 'notAgents'
  | 'notNames'
  | 'adverbial'
  | 'shortForms'
  | 'standing'
  | 'agentNouns'
  | 'membership'
  | 'possessors'
  | 'modifiers'
  | 'articles'
  | 'units'
  | 'occasions'
  | 'events'
  | 'surnames'
  | 'notOrganisations'
  | 'stateBodies'
  | 'articled'
  | 'fighters'
>

export interface OrganisationRules extends SetsOf<PlainLists> {
  /** Head to the type of what it heads. */
  readonly heads: ByType
  /** Heads that need one of these words before them. */
  readonly guarded: ReadonlyMap<string, WordSet>
  /** Words that decide the type with certain heads: type, word, heads. */
  readonly typed: readonly { readonly type: ActorType; readonly words: WordSet; readonly heads: WordSet }[]
  readonly codeNamed: ByType
  readonly foreign: ByType
  readonly foreignEndings: readonly string[]
}

/** Reads the rules' word lists of all lexicon folders together. */
export function readRules(sources: LexiconSources): ActorRules {
  const persons = merged(sources.read('actors/rules/persons.yaml', personSchema))
  const states = merged(sources.read('actors/rules/states.yaml', stateSchema))
  const identities = merged(sources.read('actors/rules/identities.yaml', identitySchema))
  const names = merged(sources.read('actors/rules/names.yaml', nameSchema))
  return {
    organisations: organisationRules(sources.read('actors/rules/organisations.yaml', organisationSchema)),
    persons,
    givenNames: new Set(
      sources
        .read('actors/rules/given-names.yaml', z.record(z.string(), words))
        .flatMap((origins) => Object.values(origins).flat().map(fold)),
    ),
    states,
    identities,
    names,
    isAgentVerb: verbTest(states.agentVerbs, states.irregular),
    isDealingVerb: verbTest(states.dealingVerbs, new Set(['told'])),
    isPersonVerb: verbTest(persons.verbs, persons.verbForms),
  }
}

function merged<T extends Record<string, string[]>>(versions: readonly T[]): SetsOf<T> {
  const sets: Record<string, Set<string>> = {}
  for (const version of versions) {
    for (const [key, list] of Object.entries(version)) {
      sets[key] ??= new Set()
      for (const word of list) sets[key].add(fold(word))
    }
  }
  return sets as SetsOf<T>
}

function organisationRules(versions: readonly z.infer<typeof organisationSchema>[]): OrganisationRules {
  const plain = merged(
    versions.map(({ heads, guarded, typed, typedHeads, codeNamed, foreign, foreignEndings, ...rest }) => rest),
  )
  const types = [...actorTypes]
  return {
    ...plain,
    // With their accents, which tell them from English: "libérées", not "losses".
    foreignEndings: [...new Set(versions.flatMap(({ foreignEndings }) => foreignEndings))],
    heads: byType(versions.map((version) => version.heads)),
    codeNamed: byType(versions.map((version) => version.codeNamed)),
    foreign: byType(versions.map((version) => version.foreign)),
    guarded: new Map(
      versions.flatMap(({ guarded }) =>
        Object.entries(guarded).map(([head, list]): [string, WordSet] => [fold(head), new Set(list.map(fold))]),
      ),
    ),
    typed: types.flatMap((type) => {
      const words = versions.flatMap((version) => version.typed[type] ?? [])
      const heads = versions.flatMap((version) => version.typedHeads[type] ?? [])
      return words.length > 0 ? [{ type, words: lastWords(words), heads: new Set(heads.map(fold)) }] : []
    }),
  }
}

/** A phrase is told by its last word. */
function lastWords(phrases: readonly string[]): WordSet {
  return new Set(phrases.map((phrase) => tokenise(phrase).at(-1)?.word.folded ?? ''))
}

function byType(versions: readonly Partial<Record<ActorType, string[]>>[]): ByType {
  const types = new Map<string, ActorType>()
  for (const version of versions) {
    for (const type of actorTypes) for (const word of version[type] ?? []) types.set(fold(word), type)
  }
  return types
}

const stems = new Map<string, string>()
const stemCapacity = 50_000
const nominal = /(?:tion|ment|ance|ence|er|or|ers|ors|tions|ments|ity|al|ive|able)$/

/** Tests inflected words by natural's Porter stemmer; nouns made of the verbs do not pass. */
function verbTest(infinitives: WordSet, irregular: WordSet): (folded: string) => boolean {
  const known = new Set([...infinitives].map(stemOf))
  return (folded) =>
    infinitives.has(folded) || irregular.has(folded) || (!nominal.test(folded) && known.has(stemOf(folded)))
}

function stemOf(folded: string): string {
  const cached = stems.get(folded)
  if (cached !== undefined) return cached
  if (stems.size >= stemCapacity) stems.clear()
  const stem = PorterStemmer.stem(folded)
  stems.set(folded, stem)
  return stem
}
