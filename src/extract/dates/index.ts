import type { Analysis } from '../analyse/analysis.ts'
import type { PhraseAutomaton, PhraseSet } from '../analyse/phrases.ts'
import type { LexiconSources } from '../lexicon.ts'
import { Mentions } from '../mention.ts'
import { findIn } from './find/index.ts'
import { type DateWords, type Holiday, readDateWords, readHolidays } from './lexicon.ts'
import { resolve } from './resolve/index.ts'

/** What the rules of this layer know, compiled. */
export interface DatesLexicon {
  readonly words: DateWords
  readonly holidays: PhraseSet<Holiday>
}

/** Compiles the layer's lexicons and adds their phrases to the automaton. */
export function compileDates(sources: LexiconSources, automaton: PhraseAutomaton): DatesLexicon {
  return { words: readDateWords(sources), holidays: readHolidays(sources, automaton) }
}

/** Finds every date of the document and puts it on the calendar, in the light of the dates told before it. */
export function findDates(analysis: Analysis, { words, holidays }: DatesLexicon): Mentions<'date'> {
  const dated = analysis.sentences
    .map((sentence) => ({ sentence, found: findIn(sentence, words, holidays) }))
    .filter(({ found }) => found.length > 0)
  return new Mentions(resolve(analysis, dated, words))
}
