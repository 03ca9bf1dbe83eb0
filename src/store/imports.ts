import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { fieldSchemas, type Layer, type Span, type Verdict } from '../model/index.ts'
import { annotationColumns, annotationId, annotationRow } from './annotations.ts'
import { canonicalJson, loneSurrogate, storable } from './canonical.ts'
import { insertDecision } from './decisions.ts'
import { contentOf } from './documents.ts'
import { historyOf, type PastDecision } from './history.ts'

/** A decision that was made elsewhere, or by whoever imports. */
export interface ImportedDecision {
  readonly reviewer: string
  readonly verdict: Exclude<Verdict, 'withdraw'>
  readonly note: string | null
  /** ISO 8601 instant, UTC. */
  readonly decidedAt: string
}

/** An annotation that was made elsewhere. */
export interface ImportedAnnotation extends Span {
  /** The id it had when it went out; `null` where it never was ours. */
  readonly id: string | null
  readonly document: string
  readonly layer: Layer
  readonly fields: Readonly<Record<string, unknown>>
  readonly decision: ImportedDecision | null
}

/**
 * What became of it. `known`: all of it was there. `added`: it is a new annotation. `decided`: a decision was added to an
 * annotation that nobody had decided on. `conflict`: somebody decided otherwise here, which holds. `refused`: it makes no
 * sense, for the reason given. Nothing was written of the last two.
 */
export type Imported =
  | { readonly outcome: 'known' | 'added' | 'decided'; readonly annotation: string }
  | { readonly outcome: 'conflict' | 'refused'; readonly reason: string }

/** Adds annotations of one document; the caller wraps it in a transaction. */
export function insertImports(
  connection: Database,
  document: string,
  imports: readonly ImportedAnnotation[],
): Imported[] {
  const text = contentOf(connection, document)?.text
  if (text === undefined) return imports.map(() => ({ outcome: 'refused', reason: `there is no document ${document}` }))
  const existing = existingIn(connection, document)
  return imports.map((one) => insertImport(connection, { text, existing, one }))
}

type Existing = z.infer<typeof annotationRow>

interface Import {
  readonly text: string
  readonly existing: ExistingAnnotations
  readonly one: ImportedAnnotation
}

function insertImport(connection: Database, { text, existing, one }: Import): Imported {
  const exact = text.slice(one.start, one.end)
  if (exact === '' || exact.length !== one.end - one.start) {
    return { outcome: 'refused', reason: `${one.start}-${one.end} is not a span of the document` }
  }
  if (loneSurrogate.test(exact))
    return { outcome: 'refused', reason: `${one.start}-${one.end} cuts a character in two` }
  const fields = fieldSchemas[one.layer].safeParse(storable(one.fields))
  if (!fields.success) return { outcome: 'refused', reason: z.prettifyError(fields.error) }
  const finding = { layer: one.layer, start: one.start, end: one.end, fields: fields.data }
  const target = existing.corrected(one) ?? existing.like(finding)
  if (target !== undefined) return decideOn(connection, target, one)
  const annotation = annotationId({ document: one.document, ...finding, origin: 'import' })
  connection
    .prepare(
      `insert into annotations (id, document, layer, span_start, span_end, exact, fields, origin)
       values (?, ?, ?, ?, ?, ?, ?, 'import')
       on conflict (id) do nothing`,
    )
    .run(annotation, one.document, one.layer, one.start, one.end, exact, canonicalJson(fields.data))
  existing.add(finding, annotation)
  // Who decided on an annotation that was changed since, in another tool, did not decide on what it is now.
  const isChanged = one.id !== null && existing.has(one.id)
  if (one.decision !== null && !isChanged) {
    // The correction is what came in: there is nothing else that it could be a correction of.
    const verdict = one.decision.verdict === 'correct' ? 'accept' : one.decision.verdict
    const reason = appendDecision(connection, annotation, { ...one, decision: { ...one.decision, verdict } })
    if (reason !== null) return { outcome: 'refused', reason }
  }
  return { outcome: 'added', annotation }
}

/** Adds the decision to an annotation that is there, if nobody decided on that before. */
function decideOn(connection: Database, target: Existing | { readonly id: string }, one: ImportedAnnotation): Imported {
  const { decision } = one
  if (decision === null) return { outcome: 'known', annotation: target.id }
  const isAsFound = 'machine_start' in target && isAs(target, 'machine', one)
  const verdict = decision.verdict === 'correct' && isAsFound ? 'accept' : decision.verdict
  const history = historyOf(connection, { reviewer: decision.reviewer, blind: false }, target.id)
  if (history.some((past) => isSame(past, one, decision))) return { outcome: 'known', annotation: target.id }
  const newest = history.at(-1)
  if (newest !== undefined) {
    if ('state' in target && target.state === stateBy[verdict] && isAs(target, 'held', one)) {
      return { outcome: 'known', annotation: target.id }
    }
    const { reviewer, decidedAt } = newest
    const was = newest.verdict === 'withdraw' ? 'took a decision back' : `decided "${newest.verdict}"`
    return {
      outcome: 'conflict',
      reason: `${reviewer} ${was} here on ${decidedAt.slice(0, 10)}, which holds; the file says "${verdict}"`,
    }
  }
  const reason = appendDecision(connection, target.id, { ...one, decision: { ...decision, verdict } })
  return reason === null ? { outcome: 'decided', annotation: target.id } : { outcome: 'refused', reason }
}

const stateBy = { accept: 'accepted', correct: 'corrected', reject: 'rejected' } as const

/** Whether a decision is one that was made here, or was imported before. */
function isSame(past: PastDecision, { layer, start, end, fields }: ImportedAnnotation, decision: ImportedDecision) {
  if (past.reviewer !== decision.reviewer || past.decidedAt !== decision.decidedAt) return false
  if (past.start === null || past.end === null) return true
  return (
    keyOf({ layer, start: past.start, end: past.end, fields: past.fields }) === keyOf({ layer, start, end, fields })
  )
}

function appendDecision(connection: Database, annotation: string, one: ImportedAnnotation): string | null {
  const { decision, start, end, fields } = one
  if (decision === null) return null
  const correction =
    decision.verdict === 'correct' ? { start, end, fields: { ...fields } } : { start: null, end: null, fields: null }
  const decided = insertDecision(connection, { annotation, ...decision, ...correction, seen: 0 })
  if (decided.outcome === 'decided') return null
  return decided.outcome === 'refused' ? decided.reason : 'somebody decided on it meanwhile'
}

interface Sought extends Span {
  readonly layer: Layer
  readonly fields: unknown
}

/** The annotations of a document that count, by id and by what they say. */
interface ExistingAnnotations {
  has(id: string): boolean
  /** The annotation that went out and came back with a correction, or unchanged. */
  corrected(one: ImportedAnnotation): Existing | undefined
  /** One that says the same, as it was found or as it holds. */
  like(sought: Sought): Existing | { readonly id: string } | undefined
  add(sought: Sought, id: string): void
}

function existingIn(connection: Database, document: string): ExistingAnnotations {
  const rows = connection
    .prepare(`select ${annotationColumns} from current_annotations where document = ? order by id`)
    .all(document)
    .map((row) => annotationRow.parse(row))
  const byId = new Map(rows.map((row) => [row.id, row]))
  const byContent = new Map<string, Existing | { readonly id: string }>()
  for (const row of rows) byContent.set(keyOf(findingOf(row, 'machine')), row)
  for (const row of rows) byContent.set(keyOf(findingOf(row, 'held')), row)
  return {
    has: (id) => byId.has(id),
    corrected: (one) => {
      const row = one.id === null ? undefined : byId.get(one.id)
      if (row === undefined || row.layer !== one.layer) return undefined
      const isMeant = one.decision?.verdict === 'correct' || isAs(row, 'machine', one) || isAs(row, 'held', one)
      return isMeant ? row : undefined
    },
    like: (sought) => byContent.get(keyOf(sought)),
    add: (sought, id) => byContent.set(keyOf(sought), { id }),
  }
}

function isAs(row: Existing, which: 'machine' | 'held', sought: Sought): boolean {
  return keyOf(findingOf(row, which)) === keyOf(sought)
}

function findingOf(row: Existing, which: 'machine' | 'held'): Sought {
  const { layer } = row
  return which === 'machine'
    ? { layer, start: row.machine_start, end: row.machine_end, fields: row.machine_fields }
    : { layer, start: row.span_start, end: row.span_end, fields: row.fields }
}

function keyOf({ layer, start, end, fields }: Sought): string {
  return canonicalJson([layer, start, end, fields])
}
