import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type ActorType, actorTypes, type Layer, layers, type State, states } from '../model/index.ts'
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

/** How often the annotations of layer `actor` give one name and type; rejected ones do not count. */
export interface MentionCount {
  readonly name: string
  readonly type: ActorType
  readonly count: number
}

const mentionRow = z.object({ name: z.string(), type: z.enum(actorTypes), count: z.int() })

export function mentionsIn(connection: Database, sight: Sight): MentionCount[] {
  return connection
    .prepare(
      `select fields ->> 'name' as name, fields ->> 'type' as type, count(*) as count from (${reviewedRows})
       where layer = 'actor' and state <> 'rejected'
       group by 1, 2 order by count desc, name, type`,
    )
    .all({ viewer: viewerOf(sight) })
    .map((row) => mentionRow.parse(row))
}
