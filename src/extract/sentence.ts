import { type Paragraph, type Span, toClean, toSource } from '../model/index.ts'
import type { AnalysisLexicon } from './analyse/analysis.ts'
import { sentencesOf } from './analyse/sentences.ts'
import { tokenise } from './analyse/tokens.ts'

/** A sentence of a paragraph: where it stands in the clean text, and its words. */
export interface Sentence extends Span {
  readonly text: string
}

/** Finds the sentence that a source span of a paragraph begins in. */
export type SentenceFinder = (paragraph: Paragraph, span: Span) => Sentence

/** A finder that cuts each paragraph once, as the extraction does, so long as it is asked paragraph by paragraph. */
export function sentenceFinder(lexicon: Pick<AnalysisLexicon, 'abbreviations'>): SentenceFinder {
  let last: Paragraph | null = null
  let sentences: Span[] = []
  return (paragraph, span) => {
    if (paragraph !== last) {
      last = paragraph
      const tokens = tokenise(paragraph.text)
      sentences = sentencesOf(tokens, lexicon.abbreviations).map(({ from, to }) => ({
        start: tokens[from]?.start ?? 0,
        end: tokens[to - 1]?.end ?? 0,
      }))
    }
    const clean = toClean(paragraph.map, span.start)
    const whole = { start: 0, end: paragraph.text.length }
    const { start, end } = sentences.find((sentence) => clean >= sentence.start && clean < sentence.end) ?? whole
    return { start, end, text: paragraph.text.slice(start, end) }
  }
}

/** A sentence with its tokens, where they stand in the source. */
export interface TokenisedSentence extends Span {
  readonly tokens: readonly Span[]
}

/** Cuts a paragraph into sentences and tokens as the extraction does, in spans of the source. */
export function tokenised(
  { text, map }: Paragraph,
  lexicon: Pick<AnalysisLexicon, 'abbreviations'>,
): TokenisedSentence[] {
  const tokens = tokenise(text)
  return sentencesOf(tokens, lexicon.abbreviations).map(({ from, to }) => {
    const spans = tokens.slice(from, to).map((token) => toSource(map, token))
    return {
      start: Math.min(...spans.map(({ start }) => start)),
      end: Math.max(...spans.map(({ end }) => end)),
      tokens: spans,
    }
  })
}
