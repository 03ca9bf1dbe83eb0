import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type ParagraphKind, paragraphKinds } from '../model/index.ts'

/** A paragraph that holds what was looked for. */
export interface ParagraphHit {
  /** Id of its document. */
  readonly document: string
  readonly title: string | null
  /** Position in the document, from 0. */
  readonly index: number
  readonly kind: ParagraphKind
  readonly page: number | null
  /** Its clean text. */
  readonly text: string
}

const hitRow = z
  .object({
    document: z.string(),
    title: z.string().nullable(),
    position: z.int(),
    kind: z.enum(paragraphKinds),
    page: z.int().nullable(),
    text: z.string(),
  })
  .transform(({ position, ...hit }): ParagraphHit => ({ ...hit, index: position }))

/**
 * Paragraphs that hold all words of a query, whatever their case and accents, the closest first. Words between double
 * quotes must follow one another.
 */
export function search(connection: Database, query: string, limit: number): ParagraphHit[] {
  const expression = expressionOf(query)
  if (expression === '') return []
  return connection
    .prepare(
      `select paragraphs.document, current_documents.title, paragraphs.position, paragraphs.kind, paragraphs.page,
         paragraphs.text
       from paragraph_search
       join paragraphs on paragraphs.id = paragraph_search.rowid
       join current_documents on current_documents.id = paragraphs.document
       where paragraph_search match ?
       order by bm25(paragraph_search), paragraphs.document, paragraphs.position
       limit ?`,
    )
    .all(expression, limit)
    .map((row) => hitRow.parse(row))
}

/** The query in FTS5's syntax, each phrase quoted so that nothing in it is taken for an operator. */
export function expressionOf(query: string): string {
  return query
    .replaceAll('\0', ' ')
    .split('"')
    .flatMap((part, place) => (place % 2 === 1 ? [part] : part.split(/\s/)))
    .filter((phrase) => /[\p{L}\p{N}]/u.test(phrase))
    .map((phrase) => `"${phrase}"`)
    .join(' ')
}
