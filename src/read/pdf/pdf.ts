import type { Offset } from '../../model/index.ts'
import { ReadError } from '../error.ts'
import type { Extracted } from '../extracted.ts'
import { paragraphsOf } from '../paragraphs.ts'
import { type KnownLines, parsePlainText } from '../plain-text/parser.ts'
import { columnsOf } from './columns.ts'
import { type PdfPage, pagesOf } from './pages.ts'
import { type Segment, segmentsOf } from './segments.ts'

/** Type so much larger than the text's is a heading's; so much smaller, a footnote's. */
const headingSize = 1.12
const noteSize = 0.93
const longestHeading = 200

/**
 * Reads the text layer of a PDF: columns one after the other, footnotes at the end of their page, pages parted by form
 * feeds; that is its text, which is read on as a page dump is.
 *
 * @throws ReadError if it is no PDF, damaged, protected, scanned or too large
 */
export async function readPdf(bytes: Uint8Array): Promise<Extracted> {
  const { pages, metadata } = await pagesOf(bytes)
  const empty = pages.flatMap((page, index) => (page.fragments.length === 0 ? [index + 1] : []))
  if (empty.length === pages.length) {
    throw new ReadError({
      reason: `none of its pages (${pages.length}) holds text: it was scanned, or is all pictures`,
      remedy: 'Run it through a program that recognises text (OCR), and read what that gives.',
    })
  }
  const { text, known } = writtenDown(pages)
  const notices: string[] = []
  if (empty.length > 0) notices.push(`No text on page ${empty.join(', ')}; pictures of text are not read.`)
  if (metadata.published) {
    notices.push(
      `Taken as published on ${metadata.published}, when the file was made by its properties; a metadata file can say better.`,
    )
  }
  return { text, paragraphs: paragraphsOf(parsePlainText(text, known), text), metadata, notices }
}

/** Lines in reading order, with those that are headings by their size, and furniture by coming back at the edge. */
function writtenDown(pages: readonly PdfPage[]): { text: string; known: KnownLines } {
  const segments = pages.map(segmentsOf)
  const body = commonestSize(segments.flat())
  const sizes = [...new Set(segments.flat().map(({ size }) => rounded(size)))].sort((a, b) => b - a)
  const larger = sizes.filter((size) => size >= body * headingSize)
  const headings = new Map<Offset, number>()
  const edges = new Map<string, Offset[]>()
  let text = ''
  for (const [index, page] of pages.entries()) {
    if (index > 0) text += '\f'
    let above: Segment | undefined
    for (const { line, indent, isCell, isAtEdge } of linesOf(segments[index] ?? [], page.height, body)) {
      if (isCell) {
        text = `${text.slice(0, -1)}    ${line.text}\n`
        continue
      }
      if (above !== undefined && isApart(above, line)) text += '\n'
      const depth = larger.indexOf(rounded(line.size)) + 1
      if (depth === 0) text += indent
      const start = text.length
      if (isAtEdge) {
        const form = line.text.replace(/\d+/g, '#')
        edges.set(form, [...(edges.get(form) ?? []), start])
      }
      if (depth > 0 && line.text.length <= longestHeading) headings.set(start, Math.min(depth, 6))
      text += `${line.text}\n`
      above = line
    }
  }
  const furniture = new Set([...edges.values()].filter((places) => places.length > 1).flat())
  for (const place of furniture) headings.delete(place)
  return { text, known: { headings, furniture } }
}

interface PageLine {
  readonly line: Segment
  readonly indent: string
  /** Whether it goes on with the row of the line before. */
  readonly isCell: boolean
  /** Whether white space parts it from the rest at the head or foot of the page. */
  readonly isAtEdge: boolean
}

function linesOf(segments: readonly Segment[], height: number, body: number): PageLine[] {
  const head = edgeOf(segments, (baseline) => baseline > height * 0.9)
  const foot = edgeOf([...segments].reverse(), (baseline) => baseline < height * 0.1)
  const edges = new Set([...head, ...foot])
  const middle = segments.filter((segment) => !edges.has(segment))
  const columns = columnsOf(middle).map((column) => splitNotes(column, body))
  return [head, ...columns.map(({ text }) => text), ...columns.map(({ notes }) => notes), foot.reverse()].flatMap(
    (column) => placed(column, column === head || column === foot),
  )
}

/** The row at the edge of a page that white space parts from the rest. */
function edgeOf(segments: readonly Segment[], isAtEdge: (baseline: number) => boolean): Segment[] {
  const [first] = segments
  if (first === undefined || !isAtEdge(first.baseline)) return []
  const row = segments.filter(({ baseline }) => Math.abs(baseline - first.baseline) < first.size * 0.45)
  const next = segments[row.length]
  return next === undefined || Math.abs(next.baseline - first.baseline) > first.size * 1.7 ? row : []
}

/** Footnotes stand at the foot of a column in small type, the first of them behind its number. */
function splitNotes(column: readonly Segment[], body: number): { text: Segment[]; notes: Segment[] } {
  let from = column.length
  for (let at = column.length - 1; at >= 0; at--) {
    const segment = column[at]
    if (segment === undefined || segment.size > body * noteSize) break
    if (/^\d{1,3}[.\s]/.test(segment.text)) from = at
  }
  return { text: column.slice(0, from), notes: column.slice(from) }
}

function placed(column: readonly Segment[], isAtEdge: boolean): PageLine[] {
  const start = column.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY)
  return column.map((line, index) => {
    const before = column[index - 1]
    const isCell = before !== undefined && Math.abs(before.baseline - line.baseline) < line.size * 0.45
    const distance = (line.left - start) / line.size
    return { line, isCell, isAtEdge, indent: distance > 0.8 && distance < 4 ? '    ' : '' }
  })
}

/** Whether more than the usual space, or another size of type, parts two lines of a column. */
function isApart(above: Segment, line: Segment): boolean {
  const distance = above.baseline - line.baseline
  return distance > above.size * 1.6 || Math.abs(above.size - line.size) > above.size * 0.06
}

function commonestSize(segments: readonly Segment[]): number {
  const lengths = new Map<number, number>()
  for (const { size, text } of segments) lengths.set(rounded(size), (lengths.get(rounded(size)) ?? 0) + text.length)
  return [...lengths].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0]
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2
}
