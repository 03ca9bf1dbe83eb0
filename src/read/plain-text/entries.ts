import { isAbbreviation } from '../abbreviations.ts'
import type { Block } from './blocks.ts'
import type { FlowLine } from './flow.ts'
import type { Line } from './lines.ts'

/** Blank lines that end a glossary. */
export const parting = 3

/** Whether a line is nothing but an abbreviation. */
export function isAbbreviationLine(text: string, line: Line): boolean {
  return line.end - line.start <= 16 && isAbbreviation(text.slice(line.start, line.end))
}

/** Whether a glossary still goes on at a line. */
export function isInGlossary(flow: readonly FlowLine[], at: number, before: Block | undefined): boolean {
  const entry = flow[at]
  return before === undefined || before.kind === 'heading' || (entry !== undefined && entry.gap < parting)
}

/**
 * Where the glossary entry that begins at a line ends: a line that opens with an abbreviation, or stands alone, begins
 * the next one; other lines right below go on with it.
 */
export function endOfEntry(text: string, flow: readonly FlowLine[], from: number): number {
  const isSplit = flow[from] !== undefined && isAbbreviationLine(text, flow[from].line)
  let at = from + 1
  for (; at < flow.length; at++) {
    const next = flow[at]
    if (isSplit || next === undefined || next.gap > 0 || next.isAfterBreak) break
    if (isAbbreviationLine(text, next.line) || opensEntry(text, next.line)) break
  }
  return at
}

const opening = /^(\S{2,16}?)(?:\t| {2,}|:? [–—=:-] |: )/u

function opensEntry(text: string, line: Line): boolean {
  if (line.marker > 0) return true
  const [, first] = opening.exec(text.slice(line.start, Math.min(line.end, line.start + 40))) ?? []
  return first !== undefined && isAbbreviation(first)
}
