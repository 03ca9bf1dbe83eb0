import type { Span } from '../../model/index.ts'
import { isSpace } from '../characters.ts'
import { type Line, lengthOf } from './lines.ts'

const widestRow = 300
const gap = /\t\s*| {3,}\s*/g

/** Cells of a line that tabs or wide gaps divide. */
export function cellsOf(text: string, line: Line): Span[] {
  const cells: Span[] = []
  let start = line.start
  gap.lastIndex = line.start
  for (let match = gap.exec(text); match !== null && match.index < line.end; match = gap.exec(text)) {
    cells.push(trimmed(text, start, match.index))
    start = match.index + match[0].length
  }
  cells.push(trimmed(text, start, line.end))
  return cells.filter((cell) => cell.end > cell.start)
}

function trimmed(text: string, start: number, end: number): Span {
  let to = end
  while (to > start && isSpace(text.charCodeAt(to - 1))) to--
  return { start, end: to }
}

/** Whether a line looks like a row of a table. */
export function isRow(text: string, line: Line): boolean {
  if (lengthOf(line) > widestRow || line.marker > 0) return false
  const content = text.slice(line.start, line.end)
  return /\S(?:\t| {3})/.test(content)
}
