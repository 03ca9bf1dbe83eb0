import type { Metadata, Paragraph } from '../model/index.ts'

/** What is read from a file that is not text itself. */
export interface Extracted {
  /** The extracted text, which all offsets point into. */
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly metadata: Partial<Metadata>
  readonly notices: readonly string[]
}

const between = '\n\n'

/** Writes paragraphs down one after the other, a blank line between, and lets them point into that text. */
export function writtenDown(read: readonly Paragraph[]): Pick<Extracted, 'text' | 'paragraphs'> {
  let start = 0
  const paragraphs = read.map((paragraph): Paragraph => {
    const { length } = paragraph.text
    const placed = {
      ...paragraph,
      ranges: [{ start, end: start + length }],
      map: [{ clean: 0, cleanLength: length, source: start, sourceLength: length }],
    }
    start += length + between.length
    return placed
  })
  return { text: paragraphs.map(({ text }) => text).join(between), paragraphs }
}

/** The day of an instant ("2014-05-13T08:00:00Z"), or `null`. */
export function dayOf(instant: string | null): string | null {
  return /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(instant ?? '')?.[0] ?? null
}
