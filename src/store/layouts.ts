import type { Database } from 'better-sqlite3'
import { type Paragraph, type Span, toClean } from '../model/index.ts'
import { contentOf, documentIn, paragraphsOf } from './documents.ts'
import { type Piece, pieceAt, piecesOf } from './pieces.ts'

/** Where a source span shows in a paragraph: offsets into its clean text. */
export interface Place extends Span {
  /** The paragraph's position in the document. */
  readonly paragraph: number
}

/** A document as its newest run read it, with the way from its source to its paragraphs. */
export interface Layout {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  /** Where a source span shows, in source order; nothing where it lies between paragraphs. */
  placesOf(span: Span): Place[]
}

/** How many documents are kept at hand. */
const capacity = 8

/** Layouts of the documents used last, so that a decision does not cost reading its document once more. */
export class Layouts {
  readonly #connection: Database
  readonly #byRun = new Map<number, Layout>()

  constructor(connection: Database) {
    this.#connection = connection
  }

  /** The newest; `undefined` if there is no such document. */
  of(document: string): Layout | undefined {
    const stored = documentIn(this.#connection, document)
    if (stored === undefined) return undefined
    const known = this.#byRun.get(stored.run)
    const layout = known ?? layoutOf(this.#connection, document)
    this.#byRun.delete(stored.run)
    this.#byRun.set(stored.run, layout)
    const [oldest] = this.#byRun.keys()
    if (this.#byRun.size > capacity && oldest !== undefined) this.#byRun.delete(oldest)
    return layout
  }
}

function layoutOf(connection: Database, document: string): Layout {
  const paragraphs = paragraphsOf(connection, document)
  const pieces = piecesOf(paragraphs)
  return {
    text: contentOf(connection, document)?.text ?? '',
    paragraphs,
    placesOf: (span) => placesIn(pieces, span),
  }
}

function placesIn(pieces: readonly Piece[], span: Span): Place[] {
  const places = new Map<number, Place>()
  const last = pieceAt(pieces, span.end - 1)
  for (let place = Math.max(0, pieceAt(pieces, span.start)); place <= last; place++) {
    const piece = pieces[place]
    if (piece === undefined || piece.end <= span.start) continue
    const { index, map, kind } = piece.paragraph
    // Running heads and page numbers stand inside of a sentence that runs over a page.
    if (kind === 'furniture' && places.size > 0) continue
    const start = toClean(map, Math.max(piece.start, span.start))
    const end = toClean(map, Math.min(piece.end, span.end))
    const before = places.get(index)
    const whole = { paragraph: index, start: before?.start ?? start, end }
    if (whole.end > whole.start) places.set(index, whole)
  }
  return [...places.values()]
}
