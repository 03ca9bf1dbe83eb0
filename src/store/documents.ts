import { deflateSync, inflateSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import {
  type Document,
  type GlossaryEntry,
  type Metadata,
  mediaTypes,
  metadataSchema,
  type Paragraph,
  paragraphKinds,
} from '../model/index.ts'
import { canonicalJson, sha256 } from './canonical.ts'

/** A document as its newest run read it, without its text and paragraphs. */
export interface StoredDocument {
  readonly id: string
  readonly mediaType: Document['mediaType']
  readonly metadata: Metadata
  readonly glossary: readonly GlossaryEntry[]
  readonly notices: readonly string[]
  /** As given when it was read last. */
  readonly path: string
  /** Length of the text in UTF-16 code units. */
  readonly length: number
  /** ISO 8601 instants. */
  readonly addedAt: string
  readonly extractedAt: string
  /** Version of the rules and lexicons that read it last. */
  readonly extractor: string
  readonly tocsin: string
  /** The run that read it last. */
  readonly run: number
  /** SHA-256 over its paragraphs as that run read them. */
  readonly paragraphsHash: string
}

const documentRow = z.object({
  id: z.string(),
  media_type: z.enum(mediaTypes),
  text_length: z.int(),
  added_at: z.string(),
  path: z.string(),
  tocsin: z.string(),
  extractor: z.string(),
  finished_at: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  language: z.string().nullable(),
  url: z.string().nullable(),
  licence: z.string().nullable(),
  retrieved: z.string().nullable(),
  glossary: z.string(),
  notices: z.string(),
  run: z.int(),
  paragraphs_sha256: z.string(),
})

const glossarySchema = z.array(z.strictObject({ abbreviation: z.string(), longForm: z.string() }))
const noticesSchema = z.array(z.string())

const documentColumns = `id, run, media_type, text_length, added_at, path, tocsin, extractor, finished_at,
  title, publisher, published, language, url, licence, retrieved, glossary, notices, paragraphs_sha256`

/** All documents by title, those without one last; equal titles by id. */
export function documentsIn(connection: Database): StoredDocument[] {
  return connection
    .prepare(`select ${documentColumns} from current_documents order by title is null, title, id`)
    .all()
    .map(documentOf)
}

/** One document; `undefined` if it is not in the database. */
export function documentIn(connection: Database, id: string): StoredDocument | undefined {
  const row = connection.prepare(`select ${documentColumns} from current_documents where id = ?`).get(id)
  return row === undefined ? undefined : documentOf(row)
}

function documentOf(row: unknown): StoredDocument {
  const read = documentRow.parse(row)
  const { title, publisher, published, language, url, licence, retrieved } = read
  return {
    id: read.id,
    mediaType: read.media_type,
    metadata: metadataSchema.parse({ title, publisher, published, language, url, licence, retrieved }),
    glossary: glossarySchema.parse(JSON.parse(read.glossary)),
    notices: noticesSchema.parse(JSON.parse(read.notices)),
    path: read.path,
    length: read.text_length,
    addedAt: read.added_at,
    extractedAt: read.finished_at,
    extractor: read.extractor,
    tocsin: read.tocsin,
    run: read.run,
    paragraphsHash: read.paragraphs_sha256,
  }
}

const contentRow = z.object({
  bytes: z.instanceof(Uint8Array),
  text: z.instanceof(Uint8Array).nullable(),
  text_sha256: z.string(),
  text_length: z.int(),
})

/** The unchanged source, taken out of its compression. */
export interface Content {
  readonly bytes: Uint8Array
  readonly text: string
  /** SHA-256 and length of the text when it was first read. */
  readonly textHash: string
  readonly textLength: number
}

/**
 * A document's bytes and text; `undefined` if it is not in the database.
 *
 * @throws Error where they can't be taken out of their compression: the database is damaged
 */
export function contentOf(connection: Database, id: string): Content | undefined {
  const row = connection.prepare('select bytes, text, text_sha256, text_length from documents where id = ?').get(id)
  if (row === undefined) return undefined
  const read = contentRow.parse(row)
  const bytes = inflateSync(read.bytes)
  const text = read.text === null ? (decodeUtf8(bytes) ?? '') : inflateSync(read.text).toString('utf8')
  return { bytes, text, textHash: read.text_sha256, textLength: read.text_length }
}

/**
 * Keeps a document that is new; one that is there already stays as it is, its offsets being those that annotations
 * point to.
 *
 * @throws Error if the bytes are not the document's, or if its text is not the one that was stored for these bytes
 */
export function keepDocument(connection: Database, document: Document, bytes: Uint8Array, addedAt: string): void {
  if (sha256(bytes) !== document.id) throw new Error(`document ${document.id}: these are not its bytes`)
  const textHash = sha256(document.text)
  const stored = connection.prepare('select text_sha256 from documents where id = ?').pluck().get(document.id)
  if (stored === textHash) return
  if (stored !== undefined) {
    throw new Error(
      `document ${document.id}: its text was decoded otherwise when it was first stored, and annotations point into ` +
        'that; extract it into a fresh database',
    )
  }
  const isUtf8 = decodeUtf8(bytes) === document.text
  connection
    .prepare(
      `insert into documents (id, bytes, text, text_sha256, text_length, added_at)
       values (?, ?, ?, ?, ?, ?)`,
    )
    .run(
      document.id,
      deflateSync(bytes),
      isUtf8 ? null : deflateSync(Buffer.from(document.text, 'utf8')),
      textHash,
      document.text.length,
      addedAt,
    )
}

/** The bytes as UTF-8 with the byte order mark dropped; `undefined` where they are not. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const pair = z.tuple([z.int(), z.int()])
const quadruple = z.tuple([z.int(), z.int(), z.int(), z.int()])

const paragraphRow = z.object({
  position: z.int(),
  kind: z.enum(paragraphKinds),
  headings: z.string(),
  page: z.int().nullable(),
  ranges: z.string(),
  text: z.string(),
  map: z.string(),
})

/** A document's paragraphs in reading order. */
export function paragraphsOf(connection: Database, document: string): Paragraph[] {
  return connection
    .prepare(
      `select position, kind, headings, page, ranges, text, map
       from paragraphs where document = ? order by position`,
    )
    .all(document)
    .map((row) => {
      const read = paragraphRow.parse(row)
      return {
        index: read.position,
        kind: read.kind,
        headings: z.array(z.string()).parse(JSON.parse(read.headings)),
        page: read.page,
        ranges: z
          .array(pair)
          .parse(JSON.parse(read.ranges))
          .map(([start, end]) => ({ start, end })),
        text: read.text,
        map: z
          .array(quadruple)
          .parse(JSON.parse(read.map))
          .map(([clean, cleanLength, source, sourceLength]) => ({ clean, cleanLength, source, sourceLength })),
      }
    })
}

/** Makes the stored paragraphs those of this reading. */
export function replaceParagraphs(connection: Database, document: Document): void {
  connection.prepare('delete from paragraphs where document = ?').run(document.id)
  const insert = connection.prepare(
    `insert into paragraphs (document, position, kind, headings, page, ranges, text, map)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const paragraph of document.paragraphs) {
    const { position, kind, headings, page, ranges, text, map } = columnsOf(paragraph)
    insert.run(document.id, position, kind, headings, page, ranges, text, map)
  }
}

/** SHA-256 over paragraphs as they are stored. */
export function paragraphsHash(paragraphs: readonly Paragraph[]): string {
  return sha256(canonicalJson(paragraphs.map(columnsOf)))
}

function columnsOf(paragraph: Paragraph) {
  return {
    position: paragraph.index,
    kind: paragraph.kind,
    headings: JSON.stringify(paragraph.headings),
    page: paragraph.page,
    ranges: JSON.stringify(paragraph.ranges.map((range) => [range.start, range.end])),
    text: paragraph.text,
    map: JSON.stringify(
      paragraph.map.map((run) => [run.clean, run.cleanLength, run.source, run.sourceLength] as const),
    ),
  }
}
