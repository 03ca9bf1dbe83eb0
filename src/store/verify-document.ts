import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import {
  type Document,
  fieldSchemas,
  layers,
  type MediaType,
  type Metadata,
  origins,
  type Paragraph,
} from '../model/index.ts'
import { annotationId } from './annotations.ts'
import { sha256 } from './canonical.ts'
import { type Content, contentOf, documentIn, paragraphsHash, paragraphsOf } from './documents.ts'
import { attempt, type Problem } from './problem.ts'

/** Reads a document's bytes once more, as they were read when it was stored. */
export type ReadAgain = (
  bytes: Uint8Array,
  options: { readonly mediaType: MediaType; readonly metadata: Metadata },
) => Promise<Pick<Document, 'text' | 'paragraphs'>>

export function documentIds(connection: Database): string[] {
  return z.array(z.string()).parse(connection.prepare('select id from documents order by id').pluck().all())
}

/** Checks a document's bytes against its id, and its paragraphs, annotations and corrections against its text. */
export function documentProblems(connection: Database, id: string): Problem[] {
  return attempt('document', `document ${id} cannot be read`, () => {
    const content = contentOf(connection, id)
    if (content === undefined) return []
    return [
      ...contentProblems(id, content),
      ...attempt('paragraph', `the paragraphs of document ${id} cannot be read`, () =>
        paragraphsProblems(connection, id, content),
      ),
      ...attempt('annotation', `the annotations of document ${id} cannot be read`, () =>
        annotationProblems(connection, id, content.text),
      ),
    ]
  })
}

function contentProblems(id: string, content: Content): Problem[] {
  const problems: string[] = []
  if (sha256(content.bytes) !== id) problems.push('its bytes are not those that it is named after')
  if (sha256(content.text) !== content.textHash) problems.push('its text is not the one that was stored')
  if (content.text.length !== content.textLength) problems.push('its length is not that of its text')
  return problems.map((message) => ({ kind: 'document', message: `document ${id}: ${message}` }))
}

function paragraphsProblems(connection: Database, id: string, content: Content): Problem[] {
  const document = documentIn(connection, id)
  if (document === undefined) return [{ kind: 'document', message: `document ${id}: no run has read it` }]
  const paragraphs = paragraphsOf(connection, id)
  const hash = paragraphsHash(paragraphs)
  const problems: Problem[] = paragraphs.flatMap((paragraph) =>
    flawsOf(paragraph, content.text.length).map((flaw) => ({
      kind: 'paragraph',
      message: `paragraph ${paragraph.index} of document ${id}: ${flaw}`,
    })),
  )
  if (hash !== document.paragraphsHash) {
    problems.push({ kind: 'paragraph', message: `document ${id}: its paragraphs are not those that were stored` })
  }
  return problems
}

/** Compares a document's text and paragraphs with a fresh reading of its bytes. */
export async function readingProblems(connection: Database, id: string, readAgain: ReadAgain): Promise<Problem[]> {
  try {
    const content = contentOf(connection, id)
    const document = documentIn(connection, id)
    if (content === undefined || document === undefined) return []
    const hash = paragraphsHash(paragraphsOf(connection, id))
    const again = await readAgain(content.bytes, { mediaType: document.mediaType, metadata: document.metadata })
    if (again.text === content.text && paragraphsHash(again.paragraphs) === hash) return []
    const message = `document ${id}: reading its bytes again gives another text or other paragraphs`
    return [{ kind: 'reading', message: `${message} than were stored by Tocsin ${document.tocsin}` }]
  } catch (error) {
    return attempt('reading', `document ${id} cannot be read again`, () => {
      throw error
    })
  }
}

/** A paragraph's ranges lie in the source one after the other, and its map covers all of its clean text. */
function flawsOf({ ranges, text, map }: Paragraph, sourceLength: number): string[] {
  const flaws: string[] = []
  const isOutside = ranges.some(({ start, end }) => start < 0 || end <= start || end > sourceLength)
  if (isOutside) flaws.push('a range lies outside of the source')
  let clean = 0
  for (const run of map) {
    if (run.clean !== clean || run.cleanLength <= 0) flaws.push(`its map has a gap at ${clean}`)
    if (run.source < 0 || run.source + run.sourceLength > sourceLength) flaws.push('its map leaves the source')
    clean = run.clean + run.cleanLength
  }
  if (clean !== text.length) flaws.push('its map does not cover its clean text')
  return flaws
}

const annotationRow = z.object({
  id: z.string(),
  layer: z.enum(layers),
  span_start: z.int(),
  span_end: z.int(),
  exact: z.string(),
  fields: z.string(),
  origin: z.enum(origins),
  /** Ends of the corrections of its span. */
  corrected_end: z.int().nullable(),
  /** Found in runs of its own document only. */
  strays: z.int(),
})

function annotationProblems(connection: Database, document: string, text: string): Problem[] {
  const rows = connection
    .prepare(
      `select id, layer, span_start, span_end, exact, fields, origin,
         (select max(span_end) from decisions where decisions.annotation = annotations.id) as corrected_end,
         (
           select count(*) from run_annotations join runs on runs.id = run_annotations.run
           where run_annotations.annotation = annotations.number and runs.document is not annotations.document
         ) as strays
       from annotations where document = ? order by span_start, id`,
    )
    .all(document)
  return rows.flatMap((row): Problem[] => {
    const {
      id,
      layer,
      span_start: start,
      span_end: end,
      exact,
      origin,
      corrected_end,
      strays,
      ...read
    } = annotationRow.parse(row)
    const flaws: string[] = []
    const fields: unknown = JSON.parse(read.fields)
    if (text.slice(start, end) !== exact) flaws.push('its quote is not the source at its span')
    if (annotationId({ document, layer, start, end, fields, origin }) !== id) flaws.push('its content was changed')
    if (!fieldSchemas[layer].safeParse(fields).success) flaws.push(`its fields are not those of layer ${layer}`)
    if (corrected_end !== null && corrected_end > text.length) flaws.push('a correction lies outside of the source')
    if (strays > 0) flaws.push('a run of another document claims to have found it')
    const where = `annotation ${id} (${layer} at ${start}-${end} of document ${document})`
    return flaws.map((flaw) => ({ kind: 'annotation', message: `${where}: ${flaw}` }))
  })
}
