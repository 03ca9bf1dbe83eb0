import type { Span } from '../model/index.ts'
import { CodePoints } from './code-points.ts'
import { placeOf, shown } from './context.ts'
import type { Fault, ReadDocument, ReadRow, Row } from './row.ts'

/** The documents that annotations may belong to. */
export interface Library {
  readonly ids: readonly string[]
  textOf(id: string): string
}

/** A row with where it stands in a document that we have. */
export interface MatchedRow {
  readonly document: string
  readonly row: Row
  readonly line: number | null
  /** Whether its offsets had to be found anew, by the quote. */
  readonly moved: boolean
}

/** How many quotes tell which document a file is about. */
const probes = 20

/**
 * Finds the document that was annotated, by its hash, else by its text, else as the only one in which most of the quotes
 * stand; and in it each span, by its offsets where its words stand there, else by its words with their context.
 */
export function match(read: ReadDocument, library: Library): { matched: MatchedRow[]; faults: Fault[] } {
  const document = documentOf(read, library)
  if (typeof document === 'object') return { matched: [], faults: [document] }
  const text = library.textOf(document)
  const isSame = document === read.id || text === read.text
  const points = read.unit === 'code points' ? new CodePoints(text) : null
  const matched: MatchedRow[] = []
  const faults: Fault[] = []
  for (const { row, line } of read.rows) {
    const span: Span = points === null ? row : points.toUtf16(row)
    if (isSame && text.slice(span.start, span.end) === row.exact) {
      matched.push({ document, row: { ...row, start: span.start, end: span.end }, line, moved: false })
      continue
    }
    const place = placeOf(text, row)
    if ('reason' in place) faults.push({ line, message: place.reason })
    else matched.push({ document, row: { ...row, ...place }, line, moved: true })
  }
  return { matched, faults }
}

function documentOf({ id, text, rows }: ReadDocument, library: Library): string | Fault {
  if (id !== null && library.ids.includes(id)) return id
  const [first] = rows
  const fault = (message: string): Fault => ({ line: first?.line ?? null, message })
  const named = id === null ? 'the document that was annotated' : `document ${id}`
  if (text !== null) {
    const same = library.ids.find((one) => library.textOf(one) === text)
    if (same !== undefined) return same
  }
  if (first === undefined) return fault(`${named} is not in the database`)
  const hits = library.ids.map((one) => ({ one, quotes: quotesIn(library.textOf(one), rows) }))
  const most = Math.max(0, ...hits.map(({ quotes }) => quotes))
  const best = hits.filter(({ quotes }) => quotes === most).map(({ one }) => one)
  const [only] = best
  if (only !== undefined && best.length === 1 && most * 2 > Math.min(rows.length, probes)) return only
  return fault(
    `${named} is not in the database, and no one document holds its quotes, as ${shown(first.row.exact)}; extract it first`,
  )
}

function quotesIn(text: string, rows: readonly ReadRow[]): number {
  return rows.slice(0, probes).filter(({ row }) => 'start' in placeOf(text, row)).length
}
