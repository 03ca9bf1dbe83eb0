import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type Layer, layers, type Origin, origins } from '../model/index.ts'

/**
 * A reviewer's newest decision on an annotation that stands and was made without sight of what others decided on it:
 * blind, or before anybody else decided. Only such decisions tell how far reviewers agree.
 */
export interface IndependentDecision {
  readonly link: number
  readonly annotation: string
  readonly document: string
  readonly layer: Layer
  readonly origin: Origin
  readonly reviewer: string
  readonly verdict: 'accept' | 'correct' | 'reject'
  /** Span and fields as the reviewer would have them; where they reject it, as it was found. */
  readonly start: number
  readonly end: number
  readonly fields: Readonly<Record<string, unknown>>
  /** The number of the decision that holds of the annotation now. */
  readonly holding: number
}

const independentRow = z
  .object({
    link: z.int(),
    annotation: z.string(),
    document: z.string(),
    layer: z.enum(layers),
    origin: z.enum(origins),
    reviewer: z.string(),
    verdict: z.enum(['accept', 'correct', 'reject']),
    start: z.int(),
    end: z.int(),
    fields: z.string(),
    holding: z.int(),
  })
  .transform(
    (row): IndependentDecision => ({
      ...row,
      fields: z.record(z.string(), z.unknown()).parse(JSON.parse(row.fields)),
    }),
  )

/** Independent decisions in one document or in all, by annotation and reviewer. */
export function independentDecisions(connection: Database, document: string | null): IndependentDecision[] {
  return connection
    .prepare(
      `with independent as (
         select standing.link, standing.annotation, annotations.document, annotations.layer, annotations.origin,
           standing.reviewer, standing.verdict,
           coalesce(standing.span_start, annotations.span_start) as start,
           coalesce(standing.span_end, annotations.span_end) as "end",
           coalesce(standing.fields, annotations.fields) as fields,
           row_number() over (partition by standing.annotation, standing.reviewer order by standing.link desc) as age
         from standing_decisions as standing
         join annotations on annotations.id = standing.annotation
         left join decision_circumstances on decision_circumstances.link = standing.link
         where (:document is null or annotations.document = :document)
           and (
             coalesce(decision_circumstances.blind, 0) = 1
             or not exists (
               select 1 from decisions as earlier
               where earlier.annotation = standing.annotation and earlier.link < standing.link
                 and earlier.reviewer <> standing.reviewer
             )
           )
       )
       select link, annotation, document, layer, origin, reviewer, verdict, start, "end", fields,
         (select max(link) from standing_decisions where annotation = independent.annotation) as holding
       from independent where age = 1
       order by annotation, reviewer`,
    )
    .all({ document })
    .map((row) => independentRow.parse(row))
}
