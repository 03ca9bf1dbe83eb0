import type { Analysis } from '../analyse/analysis.ts'
import type { PhraseAutomaton } from '../analyse/phrases.ts'
import type { LexiconSources } from '../lexicon.ts'
import { Mentions } from '../mention.ts'

/** What the rules of this layer know, compiled. */
export type WarningsLexicon = Record<string, never>

/** Compiles the layer's lexicons and adds their phrases to the automaton. */
export function compileWarnings(_sources: LexiconSources, _automaton: PhraseAutomaton): WarningsLexicon {
  return {}
}

/** Finds the mentions of this layer. */
export function findWarnings(
  analysis: Analysis,
  lexicon: WarningsLexicon,
  found: { dates: Mentions<'date'>; actors: Mentions<'actor'>; casualties: Mentions<'casualty'> },
): Mentions<'warning'> {
  return new Mentions([])
}
