import type { Group } from './group.ts'
import type { Predicate } from './predicate.ts'
import type { Reading } from './reading.ts'

/** A number alone in its cell, below a column that names the harm: "Month | Killed | Injured" over "May | 205 | 617". */
export function columnOf(reading: Reading, group: Group, header: Reading): Predicate | null {
  const { from, to } = group.quantity
  if (!isCellEdge(reading, from - 1) || !isCellEdge(reading, to)) return null
  const column = cellBefore(reading, from)
  for (const hit of header.harms) {
    if (cellBefore(header, hit.from) !== column) continue
    const harm = hit.entries.find((entry) => entry.role !== 'suffers' && entry.complement === null)
    if (harm === undefined) continue
    return { harm, from, to, voice: 'own', isEstimate: false, isUnreal: false, rule: 'casualty.column-count' }
  }
  return null
}

function isCellEdge(reading: Reading, at: number): boolean {
  return reading.word(at) === '|' || reading.word(at) === ''
}

/** How many cells end before a token. */
function cellBefore(reading: Reading, end: number): number {
  let cells = 0
  for (let at = 0; at < end; at++) if (reading.word(at) === '|') cells++
  return cells
}
