import { z } from 'zod'
import { type ActorType, actorTypes } from '../../model/index.ts'
import { pluralOf, verbForms } from '../analyse/inflect.ts'
import type { PhraseAutomaton, PhraseSet } from '../analyse/phrases.ts'
import { fold } from '../analyse/words.ts'
import type { LexiconSources } from '../lexicon.ts'

const wordLists = [
  'unnamed',
  'naturalCauses',
  'weapons',
  'attacksOf',
  'causePrepositions',
  'attackers',
  'backPronouns',
  'personPronouns',
  'possessives',
  'definiteArticles',
  'members',
  'suspected',
  'losses',
  'causers',
  'objectPrepositions',
  'sourcePrepositions',
  'unnamedSpeakers',
  'documents',
  'minors',
  'judged',
  'figures',
  'sourceLabels',
  'continuing',
  'placePrepositions',
  'sites',
] as const
type WordList = (typeof wordLists)[number]

const phraseLists = ['mutual', 'reciprocal', 'memberLinks', 'accusedBehind', 'accordingTo', 'continuingSets'] as const
type PhraseList = (typeof phraseLists)[number]

/** What the rules know of who harmed, who says so and where, compiled. */
export interface RolesLexicon {
  readonly attacks: PhraseSet<'verb' | 'noun'>
  readonly accusers: PhraseSet<true>
  readonly admissions: PhraseSet<true>
  readonly reporting: PhraseSet<true>
  readonly sources: PhraseSet<true>
  readonly phrases: Readonly<Record<PhraseList, PhraseSet<true>>>
  readonly words: Readonly<Record<WordList, ReadonlySet<string>>>
  /** By the word that points back to an actor who harms: the types it may mean. */
  readonly descriptions: ReadonlyMap<string, ReadonlySet<ActorType>>
  /** By the word that points back to a speaker: the types it may mean. */
  readonly speakers: ReadonlyMap<string, ReadonlySet<ActorType>>
}

const list = z.array(z.string().min(1))
const byType = z.partialRecord(z.enum(actorTypes), list)

const rolesSchema = z.strictObject({
  ...(Object.fromEntries([...wordLists, ...phraseLists].map((name) => [name, list])) as Record<
    WordList | PhraseList,
    typeof list
  >),
  attackVerbs: list,
  attackNouns: list,
  accusers: list,
  admissions: list,
  reporting: list,
  sources: list,
  descriptions: byType,
  speakers: byType,
})

/** Compiles the lexicon of roles and adds its phrases to the automaton. */
export function compileRoles(sources: LexiconSources, automaton: PhraseAutomaton): RolesLexicon {
  const versions = sources.read('casualties/roles.yaml', rolesSchema)
  const setOf = <T>(name: string, phrases: readonly (readonly [string, T])[]): PhraseSet<T> => {
    const set = automaton.declare<T>(`casualty.${name}`)
    for (const [phrase, entry] of phrases) automaton.add(set, phrase, entry)
    return set
  }
  const wordsOf = (name: WordList | PhraseList | 'attackVerbs' | 'attackNouns' | 'sources') =>
    versions.flatMap((version) => version[name])
  const named = (name: string, phrases: readonly string[]) =>
    setOf<true>(
      name,
      [...new Set(phrases)].map((phrase) => [phrase, true]),
    )
  const verbs = (name: 'accusers' | 'admissions' | 'reporting') =>
    named(
      name,
      versions.flatMap((version) => version[name]).flatMap((verb) => Object.values(verbForms(verb))),
    )
  return {
    attacks: setOf('attacks', [
      ...wordsOf('attackVerbs').flatMap((verb) =>
        Object.values(verbForms(verb)).map((form) => [form, 'verb'] as const),
      ),
      ...wordsOf('attackNouns').flatMap((noun) => [[noun, 'noun'] as const, [pluralOf(noun), 'noun'] as const]),
    ]),
    accusers: verbs('accusers'),
    admissions: verbs('admissions'),
    reporting: verbs('reporting'),
    sources: named(
      'sources',
      wordsOf('sources').flatMap((noun) => [noun, pluralOf(noun)]),
    ),
    phrases: recordOf(phraseLists, (name) => named(name, wordsOf(name))),
    words: recordOf(wordLists, (name) => new Set(wordsOf(name).map(fold))),
    descriptions: typesByWord(versions.map((version) => version.descriptions)),
    speakers: typesByWord(versions.map((version) => version.speakers)),
  }
}

function recordOf<K extends string, V>(keys: readonly K[], entryOf: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, entryOf(key)])) as Record<K, V>
}

function typesByWord(versions: readonly z.infer<typeof byType>[]): Map<string, Set<ActorType>> {
  const types = new Map<string, Set<ActorType>>()
  for (const version of versions) {
    for (const type of actorTypes) {
      for (const word of version[type] ?? []) types.set(fold(word), (types.get(fold(word)) ?? new Set()).add(type))
    }
  }
  return types
}
