import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type Decision, decisionSchema, fieldSchemas, layers } from '../model/index.ts'
import { canonicalJson, loneSurrogate, storable } from './canonical.ts'
import { contentOf } from './documents.ts'
import { appendLink } from './ledger.ts'

/** A decision with the version of the annotation that the reviewer saw. */
export interface Deciding extends Decision {
  readonly seen: number
  /** Whether the reviewer is kept from what others decide: then only their own decisions count as newer. */
  readonly blind?: boolean
  /** How long they looked at it, where that was measured. */
  readonly milliseconds?: number | null
}

/**
 * What became of a decision. `conflict`: someone decided since, look again at the version that holds now. `refused`:
 * it makes no sense, for the reason given. Only a `decided` one was written.
 */
export type Decided =
  | { readonly outcome: 'decided'; readonly version: number; readonly hash: string }
  | { readonly outcome: 'conflict'; readonly version: number }
  | { readonly outcome: 'refused'; readonly reason: string }

/**
 * Appends a decision to the chain; the caller wraps it in a transaction. One that comes again, because its answer was
 * lost on the way, is answered as before and not written twice.
 */
export function insertDecision(connection: Database, deciding: Deciding): Decided {
  const { seen, blind = false, milliseconds = null, ...given } = deciding
  const parsed = decisionSchema.safeParse(storable(given))
  if (!parsed.success) return { outcome: 'refused', reason: z.prettifyError(parsed.error) }
  const decision = parsed.data
  const annotation = annotationOf(connection, decision.annotation, blind ? decision.reviewer : null)
  if (annotation === undefined) return { outcome: 'refused', reason: `there is no annotation ${decision.annotation}` }
  if (annotation.version !== seen) {
    return repeated(connection, deciding, decision) ?? { outcome: 'conflict', version: annotation.version }
  }
  const flaw = flawIn(connection, decision, annotation)
  if (flaw !== undefined) return { outcome: 'refused', reason: flaw }
  const withdrawn = decision.verdict === 'withdraw' ? lastStanding(connection, decision) : null
  if (withdrawn === undefined) {
    return { outcome: 'refused', reason: `${decision.reviewer} has no decision on it to withdraw` }
  }
  const { link, hash } = appendLink(connection, 'decisions', {
    annotation: decision.annotation,
    reviewer: decision.reviewer,
    verdict: decision.verdict,
    span_start: decision.start,
    span_end: decision.end,
    fields: decision.fields === null ? null : canonicalJson(decision.fields),
    note: decision.note,
    withdrawn,
    decided_at: decision.decidedAt,
  })
  connection
    .prepare('insert into decision_circumstances (link, milliseconds, blind) values (?, ?, ?)')
    .run(link, milliseconds, blind ? 1 : 0)
  return { outcome: 'decided', version: link, hash }
}

const linkRow = z.object({ link: z.int(), hash: z.string() })

/** What was answered to the same decision on the same version, if it is the newest that the reviewer sees. */
function repeated(connection: Database, { seen, blind }: Deciding, decision: Decision): Decided | undefined {
  const row = connection
    .prepare(
      `select newest.link, ledger.hash
       from decisions as newest join ledger on ledger.link = newest.link
       where newest.link = (
           select max(link) from decisions where annotation = :annotation and (:viewer is null or reviewer = :viewer)
         )
         and newest.reviewer = :reviewer and newest.verdict = :verdict
         and newest.span_start is :start and newest.span_end is :end and newest.fields is :fields
         and newest.note is :note
         and :seen = coalesce(
           (
             select max(link) from decisions
             where annotation = :annotation and link < newest.link and (:viewer is null or reviewer = :viewer)
           ),
           0
         )`,
    )
    .get({
      annotation: decision.annotation,
      viewer: blind === true ? decision.reviewer : null,
      reviewer: decision.reviewer,
      verdict: decision.verdict,
      start: decision.start,
      end: decision.end,
      fields: decision.fields === null ? null : canonicalJson(decision.fields),
      note: decision.note,
      seen,
    })
  if (row === undefined) return undefined
  const { link, hash } = linkRow.parse(row)
  return { outcome: 'decided', version: link, hash }
}

const annotationRow = z.object({
  document: z.string(),
  layer: z.enum(layers),
  version: z.int(),
})
type Decidable = z.infer<typeof annotationRow>

/** An annotation with the number of the newest decision on it, of one reviewer or of all. */
function annotationOf(connection: Database, id: string, viewer: string | null): Decidable | undefined {
  const row = connection
    .prepare(
      `select document, layer, coalesce(
         (select max(link) from decisions where annotation = :id and (:viewer is null or reviewer = :viewer)), 0
       ) as version
       from annotations where id = :id`,
    )
    .get({ id, viewer })
  return row === undefined ? undefined : annotationRow.parse(row)
}

/** Why the span and fields of a decision do not fit it. */
function flawIn(connection: Database, decision: Decision, annotation: Decidable): string | undefined {
  const { verdict, start, end, fields } = decision
  if (verdict !== 'correct') {
    const isBare = start === null && end === null && fields === null
    return isBare ? undefined : `only a correction has a span and fields, not "${verdict}"`
  }
  if (start === null || end === null || fields === null) return 'a correction needs a span and fields'
  const exact = contentOf(connection, annotation.document)?.text.slice(start, end) ?? ''
  if (exact === '' || exact.length !== end - start) return `${start}-${end} is not a span of the document`
  if (loneSurrogate.test(exact)) return `${start}-${end} cuts a character in two`
  const sound = fieldSchemas[annotation.layer].safeParse(fields)
  return sound.success ? undefined : z.prettifyError(sound.error)
}

function lastStanding(connection: Database, decision: Decision): number | undefined {
  const link = connection
    .prepare('select max(link) from standing_decisions where annotation = ? and reviewer = ?')
    .pluck()
    .get(decision.annotation, decision.reviewer)
  return z.int().nullable().parse(link) ?? undefined
}
