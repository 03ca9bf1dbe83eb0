import type { ParagraphKind } from '../../model/index.ts'
import { endOfEntry, isAbbreviationLine, isInGlossary, parting } from './entries.ts'
import type { FlowLine } from './flow.ts'
import { headingAt, type Section, sectionOf } from './headings.ts'
import { isIndentedFirst, isRowOfTable, itemsOf, kindOf } from './kinds.ts'
import { isFull, type Layout } from './layout.ts'
import { type Line, lengthOf } from './lines.ts'
import { isRow } from './rows.ts'

/** Lines that are read as one paragraph. */
export interface Block {
  readonly kind: ParagraphKind
  /** Of a heading, 1 for a title. */
  readonly depth: number
  readonly lines: readonly Line[]
  /** Characters of a list marker before the text of the first line. */
  readonly marker: number
}

/** All that the decisions on one line look at. */
export interface Scene {
  readonly text: string
  readonly flow: readonly FlowLine[]
  readonly layout: Layout
  /** Which lines open a list item. */
  readonly items: readonly boolean[]
  /** Whether paragraphs are marked by an indented first line. */
  readonly isIndentedFirst: boolean
}

/** Gathers lines to blocks. */
export function blocksOf(text: string, flow: readonly FlowLine[], layout: Layout): Block[] {
  const blocks: Block[] = []
  const isIndented = isIndentedFirst(flow, layout)
  const scene: Scene = { text, flow, layout, items: itemsOf(text, flow), isIndentedFirst: isIndented }
  let section: Section | null = null
  let at = 0
  while (at < flow.length) {
    const entry = flow[at]
    if (section === 'glossary' && !isInGlossary(flow, at, blocks.at(-1))) section = null
    if (section === 'glossary' && !startsSection(text, flow, at, layout)) {
      const end = endOfEntry(text, flow, at)
      const isCells = entry !== undefined && isRow(text, entry.line)
      const lines = flow.slice(at, end).map(({ line }) => line)
      blocks.push({
        kind: isCells && end === at + 1 ? 'table' : 'list',
        depth: 0,
        lines,
        marker: entry?.line.marker ?? 0,
      })
      at = end
      continue
    }
    const heading = headingAt(text, flow, at, layout)
    if (heading !== null) {
      const lines = flow.slice(at, at + heading.count).map(({ line }) => line)
      section = entry === undefined ? null : sectionOf(text, entry.line)
      blocks.push({ kind: 'heading', depth: heading.depth, lines, marker: 0 })
      at += heading.count
      continue
    }
    const end = endOfBlock(scene, at)
    const lines = flow.slice(at, end).map(({ line }) => line)
    const [first] = lines
    const kind = kindOf(scene, at, end, blocks.at(-1))
    const marker = kind === 'list' && first !== undefined ? first.marker : 0
    blocks.push({ kind: section === 'note' || section === 'reference' ? section : kind, depth: 0, lines, marker })
    at = end
  }
  return blocks
}

/** A heading, but not an abbreviation that stands alone, as in a glossary's column. */
function startsSection(text: string, flow: readonly FlowLine[], at: number, layout: Layout): boolean {
  const entry = flow[at]
  if (entry === undefined || isAbbreviationLine(text, entry.line)) return false
  const next = flow[at + 1]
  const isEntry = next !== undefined && isAbbreviationLine(text, next.line)
  const heading = headingAt(text, flow, at, layout)
  if (heading === null || isEntry) return false
  return heading.isNumbered || entry.line.isCapitals || sectionOf(text, entry.line) !== null || isBeforeProse(flow, at)
}

/** Whether what stands below ends in a full stop, as no entry of a glossary does. */
function isBeforeProse(flow: readonly FlowLine[], at: number): boolean {
  let last = at + 1
  if ((flow[last]?.gap ?? parting) >= parting) return false
  while ((flow[last + 1]?.gap ?? 1) === 0 && last < at + 40) last++
  return flow[last]?.line.ending === 'terminal'
}

function endOfBlock({ text, flow, items, layout }: Scene, from: number): number {
  const first = flow[from]
  if (first === undefined || isRowOfTable(text, flow, from)) return from + 1
  let at = from + 1
  while (at < flow.length) {
    const next = flow[at]
    const previous = flow[at - 1]
    if (next === undefined || previous === undefined) break
    if (isRowOfTable(text, flow, at) || items[at]) break
    if (!goesOn(previous, next, at - from, first, layout)) break
    if (next.gap > 0 && headingAt(text, flow, at, layout) !== null) break
    at++
  }
  return at
}

/** Whether a line carries on the paragraph of the line before. */
function goesOn(previous: FlowLine, next: FlowLine, count: number, first: FlowLine, layout: Layout): boolean {
  const { line } = previous
  const isLower = next.line.opening === 'lower' && !layout.isAllCapitals
  const isOpen = line.ending !== 'terminal'
  if (next.gap > 0 || next.isAfterBreak) return goesOnBehindGap(previous, next, count)
  if (first.line.marker > 0 && next.line.indent > first.line.indent) return true
  if (!isOpen && next.line.indent > line.indent && !isLower) return false
  const wants = line.ending === 'connecting' || line.ending === 'comma' || line.ending === 'hyphen'
  if (previous.isAmongNames) return isOpen && (isLower || wants)
  if (!Number.isFinite(previous.width)) return isOpen && ((isLower && lengthOf(line) >= 40) || wants)
  if (isOpen && next.line.indent >= line.indent + 2 && count > 1 && !isFull(line, previous.width)) return false
  if (lengthOf(line) > previous.width * 1.5) return isOpen && isLower
  if (isFull(line, previous.width) || fills(previous, next)) return true
  return isOpen && (isLower || wants)
}

/** A sentence that a column or page break, or a stray blank line, has cut: it ends without a full stop. */
function goesOnBehindGap(previous: FlowLine, next: FlowLine, count: number): boolean {
  const { line } = previous
  if (line.ending === 'terminal' || previous.isAmongNames) return false
  const isProse = count > 1 || lengthOf(line) >= 40
  if (!isProse) return false
  if (next.line.opening === 'lower') return next.gap <= 2 || next.isAfterBreak
  const isShort = next.gap > 2 && !next.isAfterBreak
  return !isShort && count > 1 && next.line.opening !== 'other' && isFull(line, previous.width)
}

/** Whether the first word of the next line would not have had room. */
function fills(previous: FlowLine, next: FlowLine): boolean {
  const length = lengthOf(previous.line)
  return length >= 40 && length + 1 + next.line.firstWord > previous.width
}
