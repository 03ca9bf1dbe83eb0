import type { Analysis } from '../analyse/analysis.ts'
import type { PhraseAutomaton } from '../analyse/phrases.ts'
import type { LexiconSources } from '../lexicon.ts'
import { Mentions } from '../mention.ts'

/** What the rules of this layer know, compiled. */
export type DatesLexicon = Record<string, never>

/** Compiles the layer's lexicons and adds their phrases to the automaton. */
export function compileDates(_sources: LexiconSources, _automaton: PhraseAutomaton): DatesLexicon {
  return {}
}

/** Finds the mentions of this layer. */
export function findDates(analysis: Analysis, lexicon: DatesLexicon): Mentions<'date'> {
  return new Mentions([])
}
