import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { fieldSchemas, type Layer, type Span } from '../model/index.ts'
import { annotationId } from './annotations.ts'
import { canonicalJson, loneSurrogate, storable } from './canonical.ts'
import { type Decided, insertDecision } from './decisions.ts'
import { contentOf } from './documents.ts'

/** An annotation that a reviewer makes. */
export interface Addition extends Span {
  readonly document: string
  readonly layer: Layer
  readonly fields: Readonly<Record<string, unknown>>
  readonly reviewer: string
  readonly note: string | null
  /** ISO 8601 instant, UTC. */
  readonly decidedAt: string
  readonly blind?: boolean
  readonly milliseconds?: number | null
}

/** What became of an addition; `annotation` is its id. */
export type Added = Exclude<Decided, { outcome: 'decided' }> | (Decided & { readonly annotation: string })

/**
 * Adds an annotation that a reviewer made, with their acceptance of it, which is a link of the chain as any other; the
 * caller wraps it in a transaction. The same one again is accepted again where it was withdrawn.
 */
export function insertAddition(connection: Database, addition: Addition): Added {
  const { document, layer, start, end, reviewer, note, decidedAt, blind = false, milliseconds = null } = addition
  const text = contentOf(connection, document)?.text
  if (text === undefined) return { outcome: 'refused', reason: `there is no document ${document}` }
  const exact = text.slice(start, end)
  if (exact === '' || exact.length !== end - start) {
    return { outcome: 'refused', reason: `${start}-${end} is not a span of the document` }
  }
  if (loneSurrogate.test(exact)) return { outcome: 'refused', reason: `${start}-${end} cuts a character in two` }
  const fields = fieldSchemas[layer].safeParse(storable(addition.fields))
  if (!fields.success) return { outcome: 'refused', reason: z.prettifyError(fields.error) }
  const annotation = annotationId({ document, layer, start, end, fields: fields.data, origin: 'reviewer' })
  connection
    .prepare(
      `insert into annotations (id, document, layer, span_start, span_end, exact, fields, origin)
       values (?, ?, ?, ?, ?, ?, ?, 'reviewer')
       on conflict (id) do nothing`,
    )
    .run(annotation, document, layer, start, end, exact, canonicalJson(fields.data))
  const held = holdingBy(connection, annotation, reviewer)
  if (held !== undefined) return { outcome: 'decided', ...held, annotation }
  const decided = insertDecision(connection, {
    annotation,
    reviewer,
    verdict: 'accept',
    start: null,
    end: null,
    fields: null,
    note,
    decidedAt,
    seen: versionSeen(connection, annotation, blind ? reviewer : null),
    blind,
    milliseconds,
  })
  return decided.outcome === 'decided' ? { ...decided, annotation } : decided
}

const linkRow = z.object({ version: z.int(), hash: z.string() })

/** The reviewer's acceptance, where it stands. */
function holdingBy(connection: Database, annotation: string, reviewer: string) {
  const row = connection
    .prepare(
      `select standing.link as version, ledger.hash
       from standing_decisions as standing join ledger on ledger.link = standing.link
       where standing.annotation = :annotation and standing.reviewer = :reviewer and standing.verdict = 'accept'
         and standing.link = (select max(link) from decisions where annotation = :annotation)`,
    )
    .get({ annotation, reviewer })
  return row === undefined ? undefined : linkRow.parse(row)
}

function versionSeen(connection: Database, annotation: string, viewer: string | null): number {
  const newest = connection
    .prepare(
      'select max(link) from decisions where annotation = :annotation and (:viewer is null or reviewer = :viewer)',
    )
    .pluck()
    .get({ annotation, viewer })
  return z.int().nullable().parse(newest) ?? 0
}
