import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type AnyAnnotation, type Document, fieldSchemas, type Metadata } from '../model/index.ts'
import { annotationId } from './annotations.ts'
import { canonicalJson, loneSurrogate } from './canonical.ts'
import { documentIn, keepDocument, paragraphsHash, replaceParagraphs } from './documents.ts'
import { findingsHash, insertRun } from './runs.ts'

/** Who extracted: the version of the rules and lexicons, and that of the program. */
interface Extractor {
  readonly version: string
  readonly tocsin: string
}

/** A document that was read and extracted, to be stored whole. */
export interface Extraction {
  readonly document: Document
  /** The file's bytes, whose SHA-256 is the document's id. */
  readonly bytes: Uint8Array
  /** As given by the user. */
  readonly path: string
  readonly annotations: readonly AnyAnnotation[]
  readonly extractor: Extractor
  /** ISO 8601 instants, UTC. */
  readonly startedAt: string
  readonly finishedAt: string
}

/** How the annotations of a run compare with those of the document's run before. */
export interface Saved {
  readonly run: number
  /** Not found by the run before. */
  readonly added: number
  /** Found by the run before, too. */
  readonly same: number
  /** Found by the run before, and no more. */
  readonly gone: number
}

/** A file that could not be read or extracted. */
export interface Failure {
  /** As given by the user. */
  readonly path: string
  readonly reason: string
  readonly remedy: string | null
  /** ISO 8601 instant, UTC. */
  readonly at: string
}

/** Where and with what metadata a document is about to be read. */
export interface Reading {
  readonly path: string
  readonly metadata: Metadata
}

/**
 * Stores an extraction; the caller wraps it in a transaction.
 *
 * @throws Error if an annotation does not quote its source or its fields are not those of its layer
 */
export function insertExtraction(connection: Database, extraction: Extraction): Saved {
  const { document, annotations } = extraction
  for (const annotation of annotations) assertSound(document, annotation)
  keepDocument(connection, document, extraction.bytes, extraction.finishedAt)
  const before = documentIn(connection, document.id)
  const paragraphs = paragraphsHash(document.paragraphs)
  if (before?.paragraphsHash !== paragraphs) replaceParagraphs(connection, document)
  const findings = findingsOf(document.id, annotations)
  const run = insertRun(connection, {
    ...document.metadata,
    path: extraction.path,
    outcome: 'done',
    document: document.id,
    tocsin: extraction.extractor.tocsin,
    extractor: extraction.extractor.version,
    started_at: extraction.startedAt,
    finished_at: extraction.finishedAt,
    media_type: document.mediaType,
    glossary: JSON.stringify(document.glossary),
    notices: JSON.stringify(document.notices),
    paragraphs_sha256: paragraphs,
    findings_sha256: findingsHash([...findings].map(([id, { rule, confidence }]) => [id, rule, confidence])),
  })
  insertFindings(connection, run, document.id, findings)
  const foundBefore = before === undefined ? [] : annotationsOfRun(connection, before.run)
  const same = foundBefore.filter((id) => findings.has(id)).length
  return { run, added: findings.size - same, same, gone: foundBefore.length - same }
}

function assertSound(document: Document, annotation: AnyAnnotation): void {
  const { start, end, exact, layer, rule } = annotation
  const where = `rule ${rule} at ${start}-${end} of document ${document.id}`
  if (end <= start || document.text.slice(start, end) !== exact) {
    throw new Error(`${where}: the quote ${JSON.stringify(exact)} is not the source at this span`)
  }
  if (loneSurrogate.test(exact)) throw new Error(`${where}: the span cuts a character in two`)
  const fields = fieldSchemas[layer].safeParse(annotation.fields)
  if (!fields.success) {
    throw new Error(`${where}: these are not the fields of layer ${layer}: ${z.prettifyError(fields.error)}`)
  }
}

/** Annotations by id; the first of equal ones stands for all. */
function findingsOf(document: string, annotations: readonly AnyAnnotation[]): Map<string, AnyAnnotation> {
  const findings = new Map<string, AnyAnnotation>()
  for (const annotation of annotations) {
    const id = annotationId({ ...annotation, document, origin: 'rule' })
    if (!findings.has(id)) findings.set(id, annotation)
  }
  return findings
}

function insertFindings(
  connection: Database,
  run: number,
  document: string,
  findings: ReadonlyMap<string, AnyAnnotation>,
): void {
  const insert = connection.prepare(
    `insert into annotations (id, document, layer, span_start, span_end, exact, fields, origin)
     values (?, ?, ?, ?, ?, ?, ?, 'rule')
     on conflict (id) do nothing`,
  )
  const find = connection.prepare('select number from annotations where id = ?').pluck()
  const link = connection.prepare('insert into run_annotations (run, annotation, rule, confidence) values (?, ?, ?, ?)')
  for (const [id, { layer, start, end, exact, fields, rule, confidence }] of findings) {
    const { changes, lastInsertRowid } = insert.run(id, document, layer, start, end, exact, canonicalJson(fields))
    link.run(run, changes === 1 ? lastInsertRowid : find.get(id), rule, confidence)
  }
}

function annotationsOfRun(connection: Database, run: number): string[] {
  const ids = connection
    .prepare(
      `select annotations.id
       from run_annotations join annotations on annotations.number = run_annotations.annotation
       where run_annotations.run = ?`,
    )
    .pluck()
    .all(run)
  return z.array(z.string()).parse(ids)
}

/** Whether the newest run of a document was by this extractor, and leaves nothing of this reading to be recorded. */
export function isExtracted(connection: Database, document: string, extractor: string, reading?: Reading): boolean {
  const known = documentIn(connection, document)
  if (known?.extractor !== extractor) return false
  if (reading === undefined) return true
  if (canonicalJson(known.metadata) !== canonicalJson(reading.metadata)) return false
  return connection.prepare('select 1 from current_failures where path = ?').get(reading.path) === undefined
}

export function insertFailure(connection: Database, failure: Failure): void {
  insertRun(connection, {
    path: failure.path,
    outcome: 'failed',
    started_at: failure.at,
    finished_at: failure.at,
    reason: failure.reason,
    remedy: failure.remedy,
  })
}
