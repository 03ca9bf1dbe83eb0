import type { Analysis } from '../analyse/analysis.ts'
import type { PhraseAutomaton } from '../analyse/phrases.ts'
import type { LexiconSources } from '../lexicon.ts'
import { Mentions } from '../mention.ts'

/** What the rules of this layer know, compiled. */
export type CasualtiesLexicon = Record<string, never>

/** Compiles the layer's lexicons and adds their phrases to the automaton. */
export function compileCasualties(_sources: LexiconSources, _automaton: PhraseAutomaton): CasualtiesLexicon {
  return {}
}

/** Finds the mentions of this layer. */
export function findCasualties(
  analysis: Analysis,
  lexicon: CasualtiesLexicon,
  found: { dates: Mentions<'date'>; actors: Mentions<'actor'> },
): Mentions<'casualty'> {
  return new Mentions([])
}
