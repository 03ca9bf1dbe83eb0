import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type Decision, decisionSchema, fieldSchemas, layers, type Offset, type Verdict } from '../model/index.ts'
import { canonicalJson, sha256 } from './canonical.ts'

/** A decision with the version of the annotation that the reviewer saw. */
export interface Deciding extends Decision {
  readonly seen: number
}

/**
 * What became of a decision. `conflict`: someone decided since, look again at the version that holds now. `refused`:
 * it makes no sense, for the reason given. Only a `decided` one was written.
 */
export type Decided =
  | { readonly outcome: 'decided'; readonly version: number; readonly hash: string }
  | { readonly outcome: 'conflict'; readonly version: number }
  | { readonly outcome: 'refused'; readonly reason: string }

/** A link of the chain as it is stored; its hash covers all of this. */
export interface Link {
  readonly link: number
  /** Hash of the link before it. */
  readonly previous: string
  readonly annotation: string
  readonly reviewer: string
  readonly verdict: Verdict
  readonly span_start: Offset | null
  readonly span_end: Offset | null
  /** Canonical JSON. */
  readonly fields: string | null
  readonly note: string | null
  /** Number of the decision that a withdrawal takes back. */
  readonly withdrawn: number | null
  readonly decided_at: string
}

/** What the first link follows. */
export const chainStart = '0'.repeat(64)

/** The hash of a link: SHA-256 of its content and of the hash before it, as canonical JSON. */
export function linkHash(link: Readonly<Record<keyof Link, unknown>>): string {
  return sha256(canonicalJson(link))
}

/** Appends a decision to the chain; the caller wraps it in a transaction. */
export function insertDecision(connection: Database, deciding: Deciding): Decided {
  const { seen, ...decision } = deciding
  const parsed = decisionSchema.safeParse(decision)
  if (!parsed.success) return { outcome: 'refused', reason: z.prettifyError(parsed.error) }
  const annotation = annotationOf(connection, decision.annotation)
  if (annotation === undefined) return { outcome: 'refused', reason: `there is no annotation ${decision.annotation}` }
  if (annotation.version !== seen) return { outcome: 'conflict', version: annotation.version }
  const flaw = flawIn(decision, annotation)
  if (flaw !== undefined) return { outcome: 'refused', reason: flaw }
  const withdrawn = decision.verdict === 'withdraw' ? lastStanding(connection, decision) : null
  if (withdrawn === undefined) {
    return { outcome: 'refused', reason: `${decision.reviewer} has no decision on it to withdraw` }
  }
  const { link: before, hash: previous } = headOf(connection)
  const link: Link = {
    link: before + 1,
    previous,
    annotation: decision.annotation,
    reviewer: decision.reviewer,
    verdict: decision.verdict,
    span_start: decision.start,
    span_end: decision.end,
    fields: decision.fields === null ? null : canonicalJson(decision.fields),
    note: decision.note,
    withdrawn,
    decided_at: decision.decidedAt,
  }
  const hash = linkHash(link)
  insertLink(connection, link, hash)
  return { outcome: 'decided', version: link.link, hash }
}

const annotationRow = z.object({
  layer: z.enum(layers),
  text_length: z.int(),
  version: z.int(),
})
type Decidable = z.infer<typeof annotationRow>

function annotationOf(connection: Database, id: string): Decidable | undefined {
  const row = connection
    .prepare(
      `select annotation_states.layer, annotation_states.version, documents.text_length
       from annotation_states join documents on documents.id = annotation_states.document
       where annotation_states.id = ?`,
    )
    .get(id)
  return row === undefined ? undefined : annotationRow.parse(row)
}

/** Why the span and fields of a decision do not fit it. */
function flawIn(decision: Decision, annotation: Decidable): string | undefined {
  const { verdict, start, end, fields } = decision
  if (verdict !== 'correct') {
    const isBare = start === null && end === null && fields === null
    return isBare ? undefined : `only a correction has a span and fields, not "${verdict}"`
  }
  if (start === null || end === null || fields === null) return 'a correction needs a span and fields'
  if (end <= start || end > annotation.text_length) return `${start}-${end} is not a span of the document`
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

function insertLink(connection: Database, link: Link, hash: string): void {
  connection
    .prepare('insert into reviewers (name, added_at) values (?, ?) on conflict (name) do nothing')
    .run(link.reviewer, link.decided_at)
  connection.prepare('insert into ledger (link, previous, hash) values (?, ?, ?)').run(link.link, link.previous, hash)
  connection
    .prepare(
      `insert into decisions (link, annotation, reviewer, verdict, span_start, span_end, fields, note, withdrawn,
         decided_at)
       values (:link, :annotation, :reviewer, :verdict, :span_start, :span_end, :fields, :note, :withdrawn,
         :decided_at)`,
    )
    .run(link)
}

/** The newest link of the chain: its number, which is how many decisions there are, and its hash. */
export interface Head {
  readonly link: number
  readonly hash: string
}

const headRow = z.object({ link: z.int(), hash: z.string() })

/** The newest link; number 0 and `chainStart` where nothing was decided yet. */
export function headOf(connection: Database): Head {
  const row = connection.prepare('select link, hash from ledger order by link desc limit 1').get()
  return row === undefined ? { link: 0, hash: chainStart } : headRow.parse(row)
}

const linkRow = z.object({
  link: z.int(),
  previous: z.unknown(),
  hash: z.unknown(),
  annotation: z.unknown(),
  reviewer: z.unknown(),
  verdict: z.unknown(),
  span_start: z.unknown(),
  span_end: z.unknown(),
  fields: z.unknown(),
  note: z.unknown(),
  withdrawn: z.unknown(),
  decided_at: z.unknown(),
})

/** A link with the hash that was stored for it, of a database that may have been tampered with. */
export type StoredLink = z.infer<typeof linkRow>

/** All links in order; a link whose decision is gone has `null` for its content. */
export function* linksOf(connection: Database): Generator<StoredLink> {
  const rows = connection
    .prepare(
      `select ledger.link, ledger.previous, ledger.hash, annotation, reviewer, verdict, span_start, span_end, fields,
         note, withdrawn, decided_at
       from ledger left join decisions on decisions.link = ledger.link
       order by ledger.link`,
    )
    .iterate()
  for (const row of rows) yield linkRow.parse(row)
}
