import type { Database } from 'better-sqlite3'
import type { Offset, Paragraph } from '../model/index.ts'
import { contentOf, paragraphsOf } from './documents.ts'
import { pieceAt, piecesOf } from './pieces.ts'

/** A document's text with the way from its offsets to its paragraphs. */
export interface DocumentText {
  readonly document: string
  readonly text: string
  /** The paragraph that an offset of the text lies in; `null` between paragraphs. */
  paragraphAt(offset: Offset): Paragraph | null
}

/** The text of a document; empty where there is none of that id. */
export function documentTextOf(connection: Database, document: string): DocumentText {
  const pieces = piecesOf(paragraphsOf(connection, document))
  return {
    document,
    text: contentOf(connection, document)?.text ?? '',
    paragraphAt: (offset) => {
      const piece = pieces[pieceAt(pieces, offset)]
      return piece !== undefined && offset < piece.end ? piece.paragraph : null
    },
  }
}
