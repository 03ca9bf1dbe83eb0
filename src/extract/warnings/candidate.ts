import type { Harm, WarningKind } from '../../model/index.ts'
import type { Analysis, Sentence } from '../analyse/analysis.ts'
import type { Hit } from '../analyse/phrases.ts'
import type { TokenRange } from '../analyse/sentences.ts'
import type { Mentions } from '../mention.ts'
import type { Attributions } from './attribution.ts'
import type { Evidence } from './evidence.ts'
import type { Trigger, WarningsLexicon } from './lexicon.ts'
import type { Quotations } from './quotations.ts'
import type { Speaker, Speakers } from './speakers/index.ts'

/** What the rules look at beside the sentence. */
export interface Setting {
  readonly analysis: Analysis
  readonly lexicon: WarningsLexicon
  readonly actors: Mentions<'actor'>
  readonly dates: Mentions<'date'>
  readonly evidence: Evidence
  readonly speakers: Speakers
  readonly quotations: Quotations
  readonly attributions: Attributions
}

/** What a rule makes of a trigger: the sentence is a warning of this kind. */
export interface Candidate {
  readonly kind: WarningKind
  readonly rule: string
  /** Tokens of the words that make it a warning. */
  readonly trigger: TokenRange
  readonly speaker: Speaker | null
  readonly addressee: string | null
  readonly harm: Harm
}

/** One frame's way from a trigger to a warning; `null` where the words mean something else. */
export type Rule = (setting: Setting, sentence: Sentence, hit: Hit<Trigger>) => Candidate | null

/** How many tokens behind a trigger what it is about may stand. */
const complementLength = 32

/** What a trigger is about: its own words and those behind it, up to a semicolon. */
export function complementOf(sentence: Sentence, { from, to }: TokenRange): TokenRange {
  let end = to
  while (end < Math.min(sentence.tokens.length, to + complementLength)) {
    if (sentence.tokens[end]?.word.text === ';') break
    end++
  }
  return { from, to: end }
}

/** A trigger with the words around it. */
export function around(sentence: Sentence, { from, to }: TokenRange, before: number, behind: number): TokenRange {
  return { from: Math.max(0, from - before), to: Math.min(sentence.tokens.length, to + behind) }
}
