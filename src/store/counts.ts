import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type Layer, layers, type State, states } from '../model/index.ts'
import { reviewedRows, type Sight, viewerOf } from './reviewed.ts'

/** How many annotations of one document, layer, rule and state. */
export interface Count {
  readonly document: string
  readonly layer: Layer
  readonly rule: string | null
  readonly state: State
  readonly count: number
}

const countRow = z.object({
  document: z.string(),
  layer: z.enum(layers),
  rule: z.string().nullable(),
  state: z.enum(states),
  count: z.int(),
})

/** Current annotations, counted as a reviewer sees them. */
export function countsIn(connection: Database, sight: Sight): Count[] {
  return connection
    .prepare(
      `select document, layer, rule, state, count(*) as count from (${reviewedRows})
       group by document, layer, rule, state order by document, layer, rule, state`,
    )
    .all({ viewer: viewerOf(sight) })
    .map((row) => countRow.parse(row))
}
