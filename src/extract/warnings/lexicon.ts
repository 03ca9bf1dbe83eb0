import { z } from 'zod'
import { type Harm, harms } from '../../model/index.ts'
import { pluralOf, verbForms } from '../analyse/inflect.ts'
import type { PhraseAutomaton, PhraseSet } from '../analyse/phrases.ts'
import { fold } from '../analyse/words.ts'
import type { LexiconSources } from '../lexicon.ts'

export const frames = [
  'speech',
  'speech-noun',
  'assertion',
  'fragment',
  'sign',
  'hindsight',
  'demand',
  'demand-noun',
  'duty',
  'condition',
  'development',
  'imperative',
  'plan',
  'vow',
  'urge',
  'arms',
  'disbelief',
  'none',
] as const
export type Frame = (typeof frames)[number]

export const strengths = ['certain', 'usual', 'doubtful'] as const
export type Strength = (typeof strengths)[number]

export type Form = 'base' | 'third' | 'past' | 'participle' | 'gerund' | 'noun' | 'phrase'

/** Words that make a warning, in one of their forms. */
export interface Trigger {
  readonly rule: string
  readonly frame: Frame
  readonly strength: Strength
  readonly form: Form
}

/** How much a harm's words prove: 3 atrocity, 2 violence or dire need, 1 only in context, 0 nothing. */
export type HarmStrength = 0 | 1 | 2 | 3

export interface HarmWord {
  readonly harm: Harm
  readonly strength: HarmStrength
}

/**
 * A `verb` reports speech, `reading` only behind it, `noting` tells what somebody sees, a `source` introduces a speaker,
 * a `carrier` its noun.
 */
export interface SpeechWord {
  readonly role: 'verb' | 'reading' | 'noting' | 'source' | 'carrier'
  readonly form: Form
}

export type SpeakerKind = 'person' | 'body' | 'document'

export interface SpeakerWord {
  readonly kind: SpeakerKind
}

export interface ContextWord {
  readonly domain: 'strong' | 'weak' | 'peaceful' | 'military'
}

export interface ActWord {
  readonly role: 'self' | 'target' | 'soft' | 'people' | 'split' | 'saying' | 'ending' | 'euphemism'
  readonly form: Form
}

const grammarKeys = [
  'auxiliaries',
  'be',
  'adverbs',
  'negations',
  'catenatives',
  'refusals',
  'determiners',
  'nominal',
  'prepositions',
  'stops',
  'pronouns',
  'modals',
  'averting',
  'gerundLeadIns',
  'gerundNouns',
  'denials',
  'hypotheses',
  'vows',
  'dues',
  'foretelling',
  'prospects',
  'charges',
] as const

/** Small words by what they do in a clause, folded. */
export type Grammar = Readonly<Record<(typeof grammarKeys)[number], ReadonlySet<string>>>

/** What the rules of this layer know, compiled. */
export interface WarningsLexicon {
  readonly triggers: PhraseSet<Trigger>
  readonly harms: PhraseSet<HarmWord>
  readonly speech: PhraseSet<SpeechWord>
  readonly speakers: PhraseSet<SpeakerWord>
  readonly context: PhraseSet<ContextWord>
  readonly acts: PhraseSet<ActWord>
  readonly grammar: Grammar
  /** How headings of recommendations begin, folded. */
  readonly recommendations: readonly string[]
  readonly attributive: ReadonlySet<string>
  /** Present forms of speech verbs that are no nouns either. */
  readonly plainVerbs: ReadonlySet<string>
  readonly afflicted: ReadonlySet<string>
  /** Words for those who bear arms; what they say they will do is a threat. */
  readonly armed: ReadonlySet<string>
  /** Behind a group's name they mean the group. */
  readonly rankAndFile: ReadonlySet<string>
  /** Subjects of verbs of speech that are nobody. */
  readonly abstractions: ReadonlySet<string>
  /** Heads of phrases that words are addressed to. */
  readonly listeners: ReadonlySet<string>
}

const phrases = z.array(z.string().min(1))

const grammarSchema = z.record(
  z.enum(grammarKeys),
  z.string().transform((words) => words.split(/\s+/)),
)

const triggersSchema = z.array(
  z.strictObject({
    rule: z.string().regex(/^warning\.[a-z-]+$/, 'a rule is named warning.some-name'),
    frame: z.enum(frames),
    strength: z.enum(strengths),
    verbs: phrases.optional(),
    nouns: phrases.optional(),
    phrases: phrases.optional(),
  }),
)

const harmsSchema = z.array(
  z.strictObject({
    harm: z.enum(harms),
    strength: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
    verbs: phrases.optional(),
    nouns: phrases.optional(),
    phrases: phrases.optional(),
  }),
)

const speechSchema = z.strictObject({
  verbs: phrases,
  reading: phrases,
  noting: phrases,
  plain: phrases,
  sources: phrases,
  people: phrases,
  bodies: phrases,
  documents: phrases,
  afflicted: phrases,
  armed: phrases,
  rankAndFile: phrases,
  attributive: phrases,
  carriers: phrases,
  listeners: phrases,
  abstractions: phrases,
})

const contextSchema = z.strictObject({
  prevention: z.strictObject({ strong: phrases, weak: phrases }),
  peaceful: phrases,
  military: phrases,
  recommendations: phrases,
})

const verbsAndNouns = z.strictObject({ verbs: phrases, nouns: phrases.optional() })
const actsSchema = z.strictObject({
  self: verbsAndNouns,
  target: verbsAndNouns,
  soft: verbsAndNouns,
  split: verbsAndNouns,
  people: phrases,
  sayings: phrases,
  endings: phrases,
  euphemisms: phrases,
})

/** Compiles the layer's lexicons and adds their phrases to the automaton; a user's folders add to the built-in ones. */
export function compileWarnings(sources: LexiconSources, automaton: PhraseAutomaton): WarningsLexicon {
  const speech = sources.read('warnings/speech.yaml', speechSchema)
  const context = sources.read('warnings/context.yaml', contextSchema)
  return {
    triggers: triggersOf(sources, automaton),
    harms: harmsOf(sources, automaton),
    speech: speechWordsOf(speech, automaton),
    speakers: speakersOf(speech, automaton),
    context: contextOf(context, automaton),
    recommendations: context.flatMap(({ recommendations }) => recommendations.map(fold)),
    acts: actsOf(sources, automaton),
    grammar: grammarOf(sources),
    attributive: new Set(speech.flatMap(({ attributive }) => attributive.map(fold))),
    abstractions: new Set(speech.flatMap(({ abstractions }) => abstractions.map(fold))),
    listeners: new Set(speech.flatMap(({ listeners }) => listeners.map(fold))),
    afflicted: new Set(speech.flatMap(({ afflicted }) => afflicted.flatMap(numbersOf))),
    plainVerbs: new Set(speech.flatMap(({ plain }) => plain.flatMap((verb) => presentOf(verb).map(fold)))),
    armed: new Set(speech.flatMap(({ armed }) => armed.flatMap(numbersOf))),
    rankAndFile: new Set(speech.flatMap(({ rankAndFile }) => rankAndFile.map(fold))),
  }
}

function presentOf(verb: string): readonly string[] {
  const { base, third } = verbForms(verb)
  return [base, third]
}

/** A noun in singular and plural, folded. */
function numbersOf(noun: string): readonly string[] {
  return [fold(noun), fold(pluralOf(noun))]
}

function triggersOf(sources: LexiconSources, automaton: PhraseAutomaton): PhraseSet<Trigger> {
  const set = automaton.declare<Trigger>('warnings.triggers')
  for (const { rule, frame, strength, ...words } of sources.read('warnings/triggers.yaml', triggersSchema).flat()) {
    for (const [text, form] of formsOf(words)) automaton.add(set, text, { rule, frame, strength, form })
  }
  return set
}

function harmsOf(sources: LexiconSources, automaton: PhraseAutomaton): PhraseSet<HarmWord> {
  const set = automaton.declare<HarmWord>('warnings.harms')
  for (const { harm, strength, ...words } of sources.read('warnings/harms.yaml', harmsSchema).flat()) {
    for (const [text] of formsOf(words)) automaton.add(set, text, { harm, strength })
  }
  return set
}

type Speech = z.infer<typeof speechSchema>

function speechWordsOf(versions: readonly Speech[], automaton: PhraseAutomaton): PhraseSet<SpeechWord> {
  const set = automaton.declare<SpeechWord>('warnings.speech')
  for (const { verbs, reading, noting, sources, carriers } of versions) {
    for (const [text, form] of formsOf({ verbs })) automaton.add(set, text, { role: 'verb', form })
    for (const [text, form] of formsOf({ verbs: carriers })) automaton.add(set, text, { role: 'carrier', form })
    for (const [text, form] of formsOf({ verbs: noting })) automaton.add(set, text, { role: 'noting', form })
    for (const text of reading) automaton.add(set, text, { role: 'reading', form: 'past' })
    for (const text of sources) automaton.add(set, text, { role: 'source', form: 'phrase' })
  }
  return set
}

function speakersOf(versions: readonly Speech[], automaton: PhraseAutomaton): PhraseSet<SpeakerWord> {
  const set = automaton.declare<SpeakerWord>('warnings.speakers')
  for (const { people, bodies, documents } of versions) {
    for (const [text] of formsOf({ nouns: people })) automaton.add(set, text, { kind: 'person' })
    for (const [text] of formsOf({ nouns: bodies })) automaton.add(set, text, { kind: 'body' })
    for (const [text] of formsOf({ nouns: documents })) automaton.add(set, text, { kind: 'document' })
  }
  return set
}

function contextOf(
  versions: readonly z.infer<typeof contextSchema>[],
  automaton: PhraseAutomaton,
): PhraseSet<ContextWord> {
  const set = automaton.declare<ContextWord>('warnings.context')
  for (const { prevention, peaceful, military } of versions) {
    for (const text of prevention.strong) automaton.add(set, text, { domain: 'strong' })
    for (const text of prevention.weak) automaton.add(set, text, { domain: 'weak' })
    for (const text of peaceful) automaton.add(set, text, { domain: 'peaceful' })
    for (const text of military) automaton.add(set, text, { domain: 'military' })
  }
  return set
}

function actsOf(sources: LexiconSources, automaton: PhraseAutomaton): PhraseSet<ActWord> {
  const set = automaton.declare<ActWord>('warnings.acts')
  for (const { self, target, soft, split, people, sayings, endings, euphemisms } of sources.read(
    'warnings/acts.yaml',
    actsSchema,
  )) {
    for (const [text, form] of formsOf(self)) automaton.add(set, text, { role: 'self', form })
    for (const [text, form] of formsOf(target)) automaton.add(set, text, { role: 'target', form })
    for (const [text, form] of formsOf(soft)) automaton.add(set, text, { role: 'soft', form })
    for (const [text, form] of formsOf(split)) automaton.add(set, text, { role: 'split', form })
    for (const text of people) automaton.add(set, text, { role: 'people', form: 'noun' })
    for (const text of sayings) automaton.add(set, text, { role: 'saying', form: 'phrase' })
    for (const text of endings) automaton.add(set, text, { role: 'ending', form: 'phrase' })
    for (const text of euphemisms) automaton.add(set, text, { role: 'euphemism', form: 'phrase' })
  }
  return set
}

function grammarOf(sources: LexiconSources): Grammar {
  const versions = sources.read('warnings/grammar.yaml', grammarSchema)
  const all = (key: keyof Grammar) => new Set(versions.flatMap((version) => version[key].map(fold)))
  return {
    auxiliaries: all('auxiliaries'),
    be: all('be'),
    adverbs: all('adverbs'),
    negations: all('negations'),
    catenatives: all('catenatives'),
    refusals: all('refusals'),
    determiners: all('determiners'),
    nominal: all('nominal'),
    prepositions: all('prepositions'),
    stops: all('stops'),
    pronouns: all('pronouns'),
    modals: all('modals'),
    averting: all('averting'),
    gerundLeadIns: all('gerundLeadIns'),
    gerundNouns: all('gerundNouns'),
    denials: all('denials'),
    hypotheses: all('hypotheses'),
    vows: all('vows'),
    dues: all('dues'),
    foretelling: all('foretelling'),
    prospects: all('prospects'),
    charges: all('charges'),
  }
}

interface Words {
  readonly verbs?: readonly string[] | undefined
  readonly nouns?: readonly string[] | undefined
  readonly phrases?: readonly string[] | undefined
}

/** Every form of the words, once: verbs inflected, nouns in singular and plural, phrases as they are. */
function formsOf({ verbs = [], nouns = [], phrases = [] }: Words): readonly (readonly [text: string, form: Form])[] {
  const inflected = new Map<string, Form>()
  for (const verb of verbs) {
    const { base, third, past, participle, gerund } = verbForms(verb)
    const forms: [string, Form][] = [
      [base, 'base'],
      [third, 'third'],
      [past, 'past'],
      [participle, 'participle'],
      [gerund, 'gerund'],
    ]
    for (const [text, form] of forms) if (!inflected.has(text)) inflected.set(text, form)
  }
  const named = new Set(nouns.flatMap((noun) => [noun, pluralOf(noun)]))
  return [
    ...inflected,
    ...[...named].map((text) => [text, 'noun'] as const),
    ...phrases.map((text) => [text, 'phrase'] as const),
  ]
}
