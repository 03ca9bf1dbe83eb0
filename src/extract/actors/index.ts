import type { Analysis } from '../analyse/analysis.ts'
import type { PhraseAutomaton } from '../analyse/phrases.ts'
import type { LexiconSources } from '../lexicon.ts'
import { Mentions } from '../mention.ts'

/** What the rules of this layer know, compiled. */
export type ActorsLexicon = Record<string, never>

/** Compiles the layer's lexicons and adds their phrases to the automaton. */
export function compileActors(_sources: LexiconSources, _automaton: PhraseAutomaton): ActorsLexicon {
  return {}
}

/** Finds the mentions of this layer. */
export function findActors(
  analysis: Analysis,
  lexicon: ActorsLexicon,
  found: { dates: Mentions<'date'> },
): Mentions<'actor'> {
  return new Mentions([])
}
