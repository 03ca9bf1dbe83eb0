import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type Verdict, verdicts } from '../model/index.ts'
import { type Sight, viewerOf } from './reviewed.ts'

/** A decision as it was made. */
export interface PastDecision {
  /** Its number in the chain. */
  readonly version: number
  readonly reviewer: string
  readonly verdict: Verdict
  readonly start: number | null
  readonly end: number | null
  readonly fields: Readonly<Record<string, unknown>> | null
  readonly note: string | null
  readonly decidedAt: string
  /** The number of the decision that a withdrawal took back. */
  readonly withdrawn: number | null
  /** Whether it was taken back since. */
  readonly stands: boolean
  /** How long the reviewer looked; shown to that reviewer only. */
  readonly milliseconds: number | null
}

const pastRow = z
  .object({
    link: z.int(),
    reviewer: z.string(),
    verdict: z.enum(verdicts),
    span_start: z.int().nullable(),
    span_end: z.int().nullable(),
    fields: z.string().nullable(),
    note: z.string().nullable(),
    decided_at: z.string(),
    withdrawn: z.int().nullable(),
    is_withdrawn: z.literal([0, 1]),
    milliseconds: z.int().nullable(),
  })
  .transform(
    (row): PastDecision => ({
      version: row.link,
      reviewer: row.reviewer,
      verdict: row.verdict,
      start: row.span_start,
      end: row.span_end,
      fields: row.fields === null ? null : z.record(z.string(), z.unknown()).parse(JSON.parse(row.fields)),
      note: row.note,
      decidedAt: row.decided_at,
      withdrawn: row.withdrawn,
      stands: row.verdict !== 'withdraw' && row.is_withdrawn === 0,
      milliseconds: row.milliseconds,
    }),
  )

/** The decisions on an annotation that a reviewer may see, oldest first. */
export function historyOf(connection: Database, sight: Sight, annotation: string): PastDecision[] {
  return connection
    .prepare(
      `select decisions.link, reviewer, verdict, span_start, span_end, fields, note, decided_at, withdrawn,
         exists (select 1 from decisions as withdrawal where withdrawal.withdrawn = decisions.link) as is_withdrawn,
         case reviewer when :reviewer then milliseconds end as milliseconds
       from decisions left join decision_circumstances on decision_circumstances.link = decisions.link
       where annotation = :annotation and (:viewer is null or reviewer = :viewer)
       order by decisions.link`,
    )
    .all({ annotation, reviewer: sight.reviewer, viewer: viewerOf(sight) })
    .map((row) => pastRow.parse(row))
}

/** How much a reviewer did. */
export interface Pace {
  readonly decisions: number
  /** Median over their decisions that were measured. */
  readonly medianMilliseconds: number | null
}

const paceRow = z.object({ decisions: z.int(), medianMilliseconds: z.number().nullable() })

export function paceOf(connection: Database, reviewer: string): Pace {
  const row = connection
    .prepare(
      `with timed as (
         select milliseconds, row_number() over (order by milliseconds) as place, count(*) over () as count
         from decisions join decision_circumstances on decision_circumstances.link = decisions.link
         where reviewer = :reviewer and milliseconds is not null
       )
       select
         (select count(*) from decisions where reviewer = :reviewer) as decisions,
         (select avg(milliseconds) from timed where place in ((count + 1) / 2, (count + 2) / 2)) as medianMilliseconds`,
    )
    .get({ reviewer })
  return paceRow.parse(row)
}
