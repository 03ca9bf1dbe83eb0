import type { Offset, Paragraph, Span } from '../model/index.ts'

/** A stretch of the source that belongs to a paragraph. */
export interface Piece extends Span {
  readonly paragraph: Paragraph
}

/** What the paragraphs are made of, in source order. */
export function piecesOf(paragraphs: readonly Paragraph[]): Piece[] {
  return paragraphs
    .flatMap((paragraph) => paragraph.ranges.map((range) => ({ ...range, paragraph })))
    .sort((a, b) => a.start - b.start)
}

/** The place of the last piece that starts at or before an offset; -1 if there is none. */
export function pieceAt(pieces: readonly Piece[], offset: Offset): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
