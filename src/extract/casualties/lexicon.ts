import { createRequire } from 'node:module'
import countries from 'i18n-iso-countries'
import { z } from 'zod'
import { type Effect, effects } from '../../model/index.ts'
import { pluralOf, type VerbForms, verbForms } from '../analyse/inflect.ts'
import type { PhraseAutomaton, PhraseSet } from '../analyse/phrases.ts'
import { fold } from '../analyse/words.ts'
import type { LexiconSources } from '../lexicon.ts'
import { compileRoles, type RolesLexicon } from './roles.ts'

/** How a word says harm; what each is stands at the head of `harm.yaml`. */
export type HarmRole = 'harms' | 'suffers' | 'state' | 'event' | 'people' | 'toll'

/** One form of a word for harm. */
export interface Harm {
  readonly effect: Effect
  readonly role: HarmRole
  /** Of a verb. */
  readonly form: keyof VerbForms | null
  /** Counts only where the text near it speaks of violence or disaster. */
  readonly weak: boolean
  /** Words that must stand behind the people for the verb to harm them: "hacked 12 to death". */
  readonly complement: string | null
}

/** What a modifier does to the bounds of a number, as the codebook has it. */
export interface Modifier {
  readonly bound: 'low' | 'high' | 'exact'
  readonly approx: boolean
}

const require = createRequire(import.meta.url)
countries.registerLocale(require('i18n-iso-countries/langs/en.json'))

const wordLists = [
  'be',
  'have',
  'do',
  'modals',
  'negations',
  'hearsay',
  'estimates',
  'links',
  'relatives',
  'adverbs',
  'prepositions',
  'clauseOpeners',
  'conjunctions',
  'coordinators',
  'determiners',
  'insertions',
  'reliefs',
  'measures',
  'growth',
  'lifeTakers',
  'claims',
  'claimedPeople',
  'prices',
  'pricePeople',
  'caseNouns',
  'companions',
  'grades',
  'noOne',
  'unfleeing',
  'restatements',
  'putters',
] as const
type WordList = (typeof wordLists)[number]

const phraseLists = ['partBefore', 'partAfter', 'hypotheses', 'crisis', 'hosts', 'abroad'] as const
type PhraseList = (typeof phraseLists)[number]

/** What the rules of this layer know, compiled. */
export interface CasualtiesLexicon {
  readonly roles: RolesLexicon
  readonly harm: PhraseSet<Harm>
  readonly people: PhraseSet<true>
  readonly notPeople: PhraseSet<true>
  readonly collectives: PhraseSet<true>
  /** Names of countries, for flight across a border. */
  readonly countries: PhraseSet<true>
  readonly modifiersBefore: PhraseSet<Modifier>
  readonly modifiersAfter: PhraseSet<Modifier>
  readonly boundVerbs: PhraseSet<Modifier>
  readonly vagueJoins: PhraseSet<true>
  readonly hostsOf: PhraseSet<Effect>
  readonly phrases: Readonly<Record<PhraseList, PhraseSet<true>>>
  readonly words: Readonly<Record<WordList, ReadonlySet<string>>>
  readonly pronouns: ReadonlySet<string>
  readonly populations: ReadonlySet<string>
  readonly lives: ReadonlySet<string>
  readonly ranges: ReadonlySet<string>
  readonly endings: readonly string[]
}

const word = z.string().min(1)
const list = z.array(word)
const effect = z.enum(effects)
const verb = z.union([
  word,
  z.strictObject({
    verb: word,
    third: word.optional(),
    past: word.optional(),
    participle: word.optional(),
    gerund: word.optional(),
  }),
])

const harmSchema = z.array(
  z.strictObject({
    effect,
    weak: z.boolean().optional(),
    harms: z.array(verb).optional(),
    manners: z.array(z.strictObject({ complement: word, verbs: z.array(verb) })).optional(),
    suffers: z.array(verb).optional(),
    states: list.optional(),
    events: list.optional(),
    people: list.optional(),
    tolls: list.optional(),
  }),
)
type HarmEntry = z.infer<typeof harmSchema>[number]

const victimsSchema = z.strictObject({
  people: list,
  plurals: list,
  pronouns: list,
  populations: list,
  endings: list,
  notPeople: list,
  lives: list,
  collectives: list,
})

const modifiers = z.array(
  z.strictObject({ bound: z.enum(['low', 'high', 'exact']), approx: z.boolean().optional(), words: list }),
)
const quantitiesSchema = z.strictObject({
  before: modifiers,
  after: modifiers,
  verbs: modifiers,
  ranges: list,
  vagueJoins: list,
})

const framesSchema = z.strictObject({
  ...(Object.fromEntries([...wordLists, ...phraseLists].map((name) => [name, list])) as Record<
    WordList | PhraseList,
    typeof list
  >),
  hostsOf: z.partialRecord(effect, list),
})

/** Compiles the layer's lexicons and adds their phrases to the automaton. */
export function compileCasualties(sources: LexiconSources, automaton: PhraseAutomaton): CasualtiesLexicon {
  const setOf = <T>(name: string, phrases: Iterable<readonly [string, T]>): PhraseSet<T> => {
    const set = automaton.declare<T>(`casualty.${name}`)
    for (const [phrase, entry] of phrases) automaton.add(set, phrase, entry)
    return set
  }
  const named = (name: string, phrases: Iterable<string>) =>
    setOf<true>(
      name,
      [...new Set(phrases)].map((phrase) => [phrase, true]),
    )
  const victims = joined(sources.read('casualties/victims.yaml', victimsSchema))
  const frames = joined(sources.read('casualties/frames.yaml', framesSchema))
  const quantities = sources.read('casualties/quantities.yaml', quantitiesSchema)
  const modifiersOf = (part: 'before' | 'after' | 'verbs') =>
    quantities
      .flatMap((version) => version[part])
      .flatMap(({ words, bound, approx = false }) =>
        words.map((phrase): [string, Modifier] => [phrase, { bound, approx }]),
      )
  const withPlurals = (nouns: readonly string[]) => nouns.flatMap((noun) => [noun, pluralOf(noun)])
  return {
    roles: compileRoles(sources, automaton),
    harm: setOf('harm', sources.read('casualties/harm.yaml', harmSchema).flat().flatMap(harmsOf)),
    people: named('people', [...withPlurals(victims.people), ...victims.plurals]),
    notPeople: named('not-people', withPlurals(victims.notPeople)),
    collectives: named('collectives', withPlurals(victims.collectives)),
    countries: named('countries', Object.values(countries.getNames('en', { select: 'all' })).flat()),
    modifiersBefore: setOf('modifiers-before', modifiersOf('before')),
    modifiersAfter: setOf('modifiers-after', modifiersOf('after')),
    boundVerbs: setOf('bound-verbs', modifiersOf('verbs')),
    vagueJoins: named(
      'vague-joins',
      quantities.flatMap((version) => version.vagueJoins),
    ),
    hostsOf: setOf(
      'hosts-of',
      sources
        .read('casualties/frames.yaml', framesSchema)
        .flatMap(({ hostsOf }) => Object.entries(hostsOf) as [Effect, string[]][])
        .flatMap(([of, phrases]) => phrases.map((phrase) => [phrase, of] as const)),
    ),
    phrases: recordOf(phraseLists, (name) => named(name, frames[name])),
    words: recordOf(wordLists, (name) => new Set(frames[name].map(fold))),
    pronouns: new Set(victims.pronouns.map(fold)),
    populations: new Set(victims.populations.map(fold)),
    lives: new Set(victims.lives.map(fold)),
    ranges: new Set(quantities.flatMap((version) => version.ranges)),
    endings: victims.endings,
  }
}

function recordOf<K extends string, V>(keys: readonly K[], wordsOf: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, wordsOf(key)])) as Record<K, V>
}

/** The lists of all lexicon folders, one behind the other; other fields are the last folder's. */
function joined<T extends Record<string, unknown>>(versions: readonly T[]): T {
  const all: Record<string, unknown> = {}
  for (const [key, value] of versions.flatMap((version) => Object.entries(version))) {
    const before = all[key]
    all[key] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value
  }
  return all as T
}

function harmsOf(entry: HarmEntry): [string, Harm][] {
  const { effect, weak = false } = entry
  const harm = (role: HarmRole, form: Harm['form'] = null, complement: string | null = null): Harm => ({
    effect,
    role,
    form,
    weak,
    complement,
  })
  const inflected = (role: HarmRole, verbs: HarmEntry['harms'], complement: string | null = null) =>
    (verbs ?? []).flatMap((verb) =>
      Object.entries(formsOf(verb)).map(([form, text]): [string, Harm] => [
        text,
        harm(role, form as keyof VerbForms, complement),
      ]),
    )
  const nouns = (role: HarmRole, words: readonly string[] = []) =>
    [...new Set(words.flatMap((noun) => [noun, pluralOf(noun)]))].map((text): [string, Harm] => [text, harm(role)])
  const manners = (entry.manners ?? []).flatMap(({ complement, verbs }) => [
    ...inflected('harms', verbs, complement),
    ...inflected('harms', verbs).map(([text, contiguous]): [string, Harm] => [`${text} ${complement}`, contiguous]),
  ])
  return [
    ...inflected('harms', entry.harms),
    ...manners,
    ...inflected('suffers', entry.suffers),
    ...(entry.states ?? []).map((state): [string, Harm] => [state, harm('state')]),
    ...nouns('event', entry.events),
    ...nouns('people', entry.people),
    ...nouns('toll', entry.tolls),
  ]
}

function formsOf(verb: NonNullable<HarmEntry['harms']>[number]): VerbForms {
  if (typeof verb === 'string') return verbForms(verb)
  const { verb: base, ...irregular } = verb
  const given = Object.entries(irregular).filter(([, form]) => form !== undefined)
  return verbForms(base, Object.fromEntries(given) as Partial<VerbForms>)
}
