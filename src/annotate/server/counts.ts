import type { z } from 'zod'
import type { Layer, State } from '../../model/index.ts'
import type { Count } from '../../store/index.ts'
import type { overviewSchema } from './schemas.ts'

export type StateCounts = Record<State, number>

/** Counts by state. */
export function byState(counts: readonly Count[]): StateCounts {
  const sums: StateCounts = { pending: 0, accepted: 0, corrected: 0, rejected: 0 }
  for (const { state, count } of counts) sums[state] += count
  return sums
}

/** Counts by layer and state. */
export function byLayer(counts: readonly Count[]): Record<Layer, StateCounts> {
  const of = (layer: Layer) => byState(counts.filter((count) => count.layer === layer))
  return { date: of('date'), actor: of('actor'), casualty: of('casualty'), warning: of('warning') }
}

/** Counts of what each rule found, by the rule's id. */
export function byRule(counts: readonly Count[]): z.infer<typeof overviewSchema>['byRule'] {
  const rules = [...new Set(counts.map(({ rule }) => rule))].filter((rule) => rule !== null).sort()
  return rules.map((rule) => {
    const sums = byState(counts.filter((count) => count.rule === rule))
    const decided = sums.accepted + sums.corrected + sums.rejected
    return { rule, counts: sums, confirmed: decided === 0 ? null : sums.accepted / decided }
  })
}
