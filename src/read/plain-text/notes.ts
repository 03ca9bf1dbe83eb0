import { isDigit, isOpener, isSpace, isUpper } from '../characters.ts'
import type { Marker } from './footnotes.ts'
import type { Line } from './lines.ts'

/** A footnote at the foot of a page. */
export interface FootNote {
  readonly label: string
  /** Indexes of its lines, half-open. */
  readonly from: number
  readonly to: number
  /** Characters before its text: the number and the white space behind it. */
  readonly marker: number
}

/**
 * Footnotes at the foot of pages: lines that open with the number of a marker in the text, with only more notes
 * between them and the end of the page.
 *
 * @param breaks whether a line is page furniture
 */
export function footNotesOf(
  text: string,
  lines: readonly Line[],
  markers: readonly Marker[],
  breaks: ReadonlySet<number>,
): FootNote[] {
  const numbers = new Set<number>()
  for (const { first, last } of markers)
    for (let number = first; number > 0 && number <= last; number++) numbers.add(number)
  const notes: FootNote[] = []
  let page: { label: string; from: number; marker: number }[] = []
  const close = (end: number) => {
    for (const [index, note] of page.entries()) notes.push({ ...note, to: page[index + 1]?.from ?? end })
    page = []
  }
  for (const [index, line] of lines.entries()) {
    if (breaks.has(index) || line.formFeeds > 0) close(index)
    if (breaks.has(index)) continue
    const opening = page.length > 0 || line.gap > 0 ? noteOpening(text, line, numbers) : null
    if (opening !== null) page.push({ ...opening, from: index })
    else if (line.gap > 0) page = []
  }
  close(lines.length)
  return notes
}

function noteOpening(text: string, line: Line, numbers: ReadonlySet<number>): { label: string; marker: number } | null {
  let at = line.start
  while (at < line.start + 3 && isDigit(text.charCodeAt(at))) at++
  const label = text.slice(line.start, at)
  if (label === '' || isDigit(text.charCodeAt(at)) || !numbers.has(Number(label))) return null
  if (text[at] === '.') at++
  if (!isSpace(text.charCodeAt(at))) return null
  while (at < line.end && isSpace(text.charCodeAt(at))) at++
  const code = text.charCodeAt(at)
  return at < line.end && (isUpper(code) || isOpener(code)) ? { label, marker: at - line.start } : null
}
