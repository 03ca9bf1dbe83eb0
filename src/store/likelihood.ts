import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type Layer, layers } from '../model/index.ts'
import { reviewedRows, type Sight, viewerOf } from './reviewed.ts'

/** How much a rule's confidence weighs, in decisions, against what reviewers decided on what it found. */
const weightOfPrior = 10

/** What reviewers decided on what each rule found, as a common table expression; corrected is not right. */
export const rates = `
  rates as materialized (
    select coalesce(rule, '') as rule, count(*) as decided, sum(state = 'accepted') as confirmed
    from (${reviewedRows})
    where state <> 'pending' and id in (select annotation from standing_decisions)
    group by rule
  )`

/** How likely an `annotation` is right: its rule's confidence, moved by the share that reviewers confirmed (`rates`). */
export const likelihood = `
  case when rule is null then 1.0 else
    (${weightOfPrior} * confidence + coalesce((select confirmed from rates where rates.rule = annotation.rule), 0))
    / (${weightOfPrior} + coalesce((select decided from rates where rates.rule = annotation.rule), 0))
  end`

/** How far a rule can be trusted. */
export interface RuleTrust {
  readonly rule: string
  readonly layer: Layer
  /** The confidence that it came with. */
  readonly confidence: number
  /** The same, moved by what reviewers decided: what orders the queue. */
  readonly likelihood: number
}

const trustRow = z.object({
  rule: z.string(),
  layer: z.enum(layers),
  confidence: z.number(),
  likelihood: z.number(),
})

/** The rules of the annotations that there are, by id. */
export function trustIn(connection: Database, sight: Sight): RuleTrust[] {
  return connection
    .prepare(
      `with ${rates}
       select rule, layer, max(confidence) as confidence, max(likelihood) as likelihood
       from (select rule, layer, confidence, ${likelihood} as likelihood from (${reviewedRows}) as annotation)
       where rule is not null group by rule, layer order by rule, layer`,
    )
    .all({ viewer: viewerOf(sight) })
    .map((row) => trustRow.parse(row))
}
