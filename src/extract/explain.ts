import { z } from 'zod'
import { type Annotation, layers, type Paragraph } from '../model/index.ts'
import { readActorEntries } from './actors/explain.ts'
import { readAbbreviations } from './analyse/lexicon.ts'
import { PhraseAutomaton } from './analyse/phrases.ts'
import { tokenise } from './analyse/tokens.ts'
import { type CasualtiesLexicon, compileCasualties } from './casualties/index.ts'
import { LexiconSources } from './lexicon.ts'
import { sentenceFinder } from './sentence.ts'

/** Says in plain words why an annotation was made. */
export interface Explainer {
  /** What a rule does; `null` for one that is not known. */
  rule(rule: string): string | null
  /** What the lexicon knows of an actor, by its canonical name. */
  actor(name: string): string | null
  /**
   * What the lexicon knows of the words that were found, where the rules went by them.
   *
   * @param paragraph where it stands, which a casualty claim's words of harm are looked for in
   */
  entry(finding: Pick<Annotation, 'start' | 'end' | 'fields'>, paragraph: Paragraph | null): string | null
}

/** A file of explanations: what a rule does, by its id. */
const explanationsSchema = z.record(
  z.string().regex(/^[a-z]+\.[a-z]+(-[a-z]+)*$/, 'a rule is named layer.some-name'),
  z
    .string()
    .max(300)
    .regex(/^[A-Z].*\.$/, 'an explanation is a sentence'),
)

const folders = { date: 'dates', actor: 'actors', casualty: 'casualties', warning: 'warnings' } as const

/** @throws LexiconError naming file, line and field of what does not fit */
export function loadExplainer(): Explainer {
  const sources = new LexiconSources()
  const rules = new Map(
    layers.flatMap((layer) =>
      sources
        .read(`${folders[layer]}/explanations.yaml`, explanationsSchema)
        .flatMap((explanations) => Object.entries(explanations)),
    ),
  )
  const actorEntry = readActorEntries(sources)
  const automaton = new PhraseAutomaton()
  const casualties = compileCasualties(sources, automaton)
  const sentenceAt = sentenceFinder({ abbreviations: readAbbreviations(sources) })
  return {
    rule: (rule) => rules.get(rule) ?? null,
    actor: actorEntry,
    entry: ({ start, end, fields }, paragraph) => {
      if ('name' in fields) return actorEntry(fields.name)
      if ('trigger' in fields) return `Among the triggers of warnings: “${fields.trigger}”.`
      if (!('effect' in fields) || paragraph === null) return null
      const { effect } = fields
      const words = wordsOfHarm(sentenceAt(paragraph, { start, end }).text, effect, automaton, casualties)
      if (words.length === 0) return null
      return `In the lexicon of harm: ${words.map((word) => `“${word}”`).join(', ')} for ${effect}.`
    },
  }
}

/** The words of a sentence that the lexicon has for an effect, each once. */
function wordsOfHarm(
  sentence: string,
  effect: string,
  automaton: PhraseAutomaton,
  { harm }: CasualtiesLexicon,
): string[] {
  const tokens = tokenise(sentence)
  const words = automaton
    .scan(tokens)
    .of(harm)
    .filter(({ entry }) => entry.effect === effect)
    .map(({ from, to }) => sentence.slice(tokens[from]?.start, tokens[to - 1]?.end))
  return [...new Set(words)]
}
