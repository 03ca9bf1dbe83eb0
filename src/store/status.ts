import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type Layer, layers, type ParagraphKind, paragraphKinds, type State, states } from '../model/index.ts'
import type { Failure } from './extractions.ts'
import { type Head, headOf } from './ledger.ts'

/** What a database holds. */
export interface Status {
  readonly documents: number
  readonly paragraphs: Readonly<Record<ParagraphKind, number>>
  /** Current annotations. */
  readonly annotations: Readonly<Record<Layer, Readonly<Record<State, number>>>>
  /** Current annotations, decided all of them, that the rules of today would no longer find. */
  readonly noLongerFound: number
  readonly runs: { readonly done: number; readonly failed: number }
  /** Files that failed when they were last tried. */
  readonly failures: readonly Failure[]
  readonly reviewers: readonly string[]
  /** The newest decision or change of the register: write its hash down elsewhere, and nobody can change or cut off what was decided before. */
  readonly decisions: Head
}

const paragraphCount = z.object({ kind: z.enum(paragraphKinds), count: z.int() })
const annotationCount = z.object({ layer: z.enum(layers), state: z.enum(states), count: z.int(), gone: z.int() })
const runCount = z.object({ outcome: z.enum(['done', 'failed']), count: z.int() })
const failureRow = z.object({ path: z.string(), reason: z.string(), remedy: z.string().nullable(), at: z.string() })

export function statusOf(connection: Database): Status {
  const annotations = recordOf(layers, () => recordOf(states, () => 0))
  let noLongerFound = 0
  const counted = connection
    .prepare(
      `select layer, state, count(*) as count, sum(not found) as gone
       from current_annotations group by layer, state`,
    )
    .all()
  for (const row of counted) {
    const { layer, state, count, gone } = annotationCount.parse(row)
    annotations[layer][state] = count
    noLongerFound += gone
  }
  const paragraphs = recordOf(paragraphKinds, () => 0)
  for (const row of connection.prepare('select kind, count(*) as count from paragraphs group by kind').all()) {
    const { kind, count } = paragraphCount.parse(row)
    paragraphs[kind] = count
  }
  const runs = { done: 0, failed: 0 }
  for (const row of connection.prepare('select outcome, count(*) as count from runs group by outcome').all()) {
    const { outcome, count } = runCount.parse(row)
    runs[outcome] = count
  }
  return {
    documents: z.int().parse(connection.prepare('select count(*) from documents').pluck().get()),
    paragraphs,
    annotations,
    noLongerFound,
    runs,
    failures: failuresIn(connection),
    reviewers: z.array(z.string()).parse(connection.prepare('select name from reviewers order by name').pluck().all()),
    decisions: headOf(connection),
  }
}

function failuresIn(connection: Database): Failure[] {
  return z
    .array(failureRow)
    .parse(connection.prepare('select path, reason, remedy, at from current_failures order by path').all())
}

function recordOf<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>
}
