import type { Group } from './group.ts'
import type { Harm } from './lexicon.ts'
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
    return columnHarm(harm, from, to)
  }
  return totalOf(header, column, from, to)
}

/** "Killed | Injured | Total": the sum of the columns; of several harms together the codebook says `other`. */
function totalOf(header: Reading, column: number, from: number, to: number): Predicate | null {
  const harms = [...header.harms].flatMap((hit) =>
    cellBefore(header, hit.from) < column
      ? hit.entries.filter((entry) => entry.role !== 'suffers' && entry.complement === null).slice(0, 1)
      : [],
  )
  const first = harms[0]
  if (first === undefined || wordsOfCell(header, column).join(' ') !== 'total') return null
  const isMixed = harms.some((harm) => harm.effect !== first.effect)
  return columnHarm(isMixed ? { ...first, effect: 'other' } : first, from, to)
}

function columnHarm(harm: Harm, from: number, to: number): Predicate {
  return { harm, from, to, voice: 'own', isEstimate: false, isUnreal: false, rule: 'casualty.column-count' }
}

function wordsOfCell(reading: Reading, column: number): string[] {
  const words: string[] = []
  for (let at = 0, cells = 0; at < reading.length && cells <= column; at++) {
    if (reading.word(at) === '|') cells++
    else if (cells === column) words.push(reading.word(at))
  }
  return words
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
