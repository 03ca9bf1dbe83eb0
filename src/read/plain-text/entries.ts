import type { Block, FlowLine } from './blocks.ts'
import type { Line } from './lines.ts'

/** Blank lines that end a glossary. */
const parting = 3

const abbreviation = /^(?=\S*\p{Lu}\S*\p{Lu})[\p{L}\d][\p{L}\d./&-]{0,15}$/u
const entryOpening = /^(?=\S*\p{Lu}\S*\p{Lu})[\p{L}\d][\p{L}\d./&-]{1,15}(?:\t| {2,}|:? [–—=:-] |: )/u

/** Whether a line is nothing but an abbreviation. */
export function isAbbreviation(text: string, line: Line): boolean {
  return line.end - line.start <= 16 && abbreviation.test(text.slice(line.start, line.end))
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
  const isSplit = flow[from] !== undefined && isAbbreviation(text, flow[from].line)
  let at = from + 1
  for (; at < flow.length; at++) {
    const next = flow[at]
    if (isSplit || next === undefined || next.gap > 0 || next.isAfterBreak) break
    if (isAbbreviation(text, next.line) || opensEntry(text, next.line)) break
  }
  return at
}

function opensEntry(text: string, line: Line): boolean {
  return line.marker > 0 || entryOpening.test(text.slice(line.start, Math.min(line.end, line.start + 40)))
}
