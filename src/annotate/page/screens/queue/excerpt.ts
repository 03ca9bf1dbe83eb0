import type { Span } from '../../../../model/index.ts'

/** A stretch of text with what stands around it. */
export interface Excerpt {
  readonly before: string
  readonly inside: string
  readonly after: string
}

/**
 * What is shown of a paragraph around a span: up to so many characters on either side, cut between words.
 *
 * @param text clean text of the paragraph
 */
export function excerptOf(text: string, { start, end }: Span, around: number): Excerpt {
  const from = start - around
  const to = end + around
  const before = from <= 0 ? text.slice(0, start) : `… ${text.slice(from, start).replace(/^\S*\s+/, '')}`
  const after = to >= text.length ? text.slice(end) : `${text.slice(end, to).replace(/\s+\S*$/, '')} …`
  return { before, inside: text.slice(start, end), after }
}
