import type { ParagraphKind } from '../../model/index.ts'
import { endOfEntry, isAbbreviation, isInGlossary } from './entries.ts'
import { headingAt, type Section, sectionOf } from './headings.ts'
import { hasLongLines, isFull, isWrapped, type Layout, widthOf } from './layout.ts'
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

/** A line in the flow of the text: page furniture before it is out of the way. */
export interface FlowLine {
  readonly line: Line
  /** Blank lines before it that mean something. */
  readonly gap: number
  /** Whether a page break or page furniture lies before it. */
  readonly isAfterBreak: boolean
  /** The width that lines around it are broken to; `Infinity` where none is. */
  readonly width: number
  /** Whether the lines around it are names, addresses and the like: each line for itself. */
  readonly isAmongNames: boolean
}

/** Takes furniture out of the lines and measures each run of lines that no blank line parts. */
export function flowOf(lines: readonly Line[], furniture: ReadonlySet<number>, layout: Layout): FlowLine[] {
  const flow: FlowLine[] = []
  let run: { line: Line; gap: number; isAfterBreak: boolean }[] = []
  const close = () => {
    const measure = measureOf(
      run.map(({ line }) => line),
      layout,
    )
    for (const entry of run) flow.push({ ...entry, ...measure })
    run = []
  }
  let isAfterBreak = false
  let skippedGap = 0
  for (const [index, line] of lines.entries()) {
    if (furniture.has(index)) {
      isAfterBreak = true
      skippedGap += line.gap
      continue
    }
    const gap = Math.max(0, line.gap - layout.spacing) + (isAfterBreak ? skippedGap + 1 : 0)
    const entry = { line, gap, isAfterBreak: isAfterBreak || line.formFeeds > 0 }
    if (gap > 0 || entry.isAfterBreak) close()
    run.push(entry)
    isAfterBreak = false
    skippedGap = 0
  }
  close()
  return flow
}

function measureOf(run: readonly Line[], layout: Layout): { width: number; isAmongNames: boolean } {
  const body = run.filter((line) => !line.isCapitals || layout.isAllCapitals)
  const broken = body.slice(0, -1)
  const own = widthOf(broken)
  const isOwnWrapped =
    broken.length >= 3 ? isWrapped(broken, own) && !hasLongLines(body, own) : Number.isFinite(layout.width)
  const width = !isOwnWrapped
    ? Number.POSITIVE_INFINITY
    : broken.length >= 3
      ? Math.min(Math.max(own, 45), Math.max(layout.width, own))
      : layout.width
  return { width, isAmongNames: isAmongNames(body, layout) }
}

/** Wrapped prose goes on in small letters on most lines, or ends in a full stop; a list of names does neither. */
function isAmongNames(run: readonly Line[], layout: Layout): boolean {
  const last = run.at(-1)
  if (layout.isAllCapitals || run.length < 2 || last === undefined) return false
  const goingOn = run.slice(1).filter((line) => line.opening === 'lower').length
  return last.ending !== 'terminal' && goingOn < (run.length - 1) * 0.35
}

/** Gathers lines to blocks. */
export function blocksOf(text: string, flow: readonly FlowLine[], layout: Layout): Block[] {
  const blocks: Block[] = []
  const indentedFirst = isIndentedFirst(flow, layout)
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
    const end = endOfBlock(text, flow, at, layout)
    const lines = flow.slice(at, end).map(({ line }) => line)
    const [first] = lines
    const kind = kindOf(text, flow, at, end, blocks.at(-1), indentedFirst, layout)
    const marker = kind === 'list' && first !== undefined ? first.marker : 0
    blocks.push({ kind: section === 'note' || section === 'reference' ? section : kind, depth: 0, lines, marker })
    at = end
  }
  return blocks
}

/** A heading, but not an abbreviation that stands alone, as in a glossary's column. */
function startsSection(text: string, flow: readonly FlowLine[], at: number, layout: Layout): boolean {
  const entry = flow[at]
  if (entry === undefined || isAbbreviation(text, entry.line)) return false
  const next = flow[at + 1]
  const isEntry = next !== undefined && isAbbreviation(text, next.line)
  const heading = headingAt(text, flow, at, layout)
  if (heading === null || isEntry) return false
  return heading.isNumbered || entry.line.isCapitals || sectionOf(text, entry.line) !== null || isBeforeProse(flow, at)
}

/** Whether what stands below ends in a full stop, as no entry of a glossary does. */
function isBeforeProse(flow: readonly FlowLine[], at: number): boolean {
  let last = at + 1
  while ((flow[last + 1]?.gap ?? 1) === 0 && last < at + 40) last++
  return flow[last]?.line.ending === 'terminal'
}

function endOfBlock(text: string, flow: readonly FlowLine[], from: number, layout: Layout): number {
  const first = flow[from]
  if (first === undefined || isRowOfTable(text, flow, from)) return from + 1
  let at = from + 1
  while (at < flow.length) {
    const next = flow[at]
    const previous = flow[at - 1]
    if (next === undefined || previous === undefined) break
    if (isRowOfTable(text, flow, at) || opensItem(flow, at)) break
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
  if (!isOpen && next.line.indent > line.indent && next.line.indent !== first.line.indent + first.line.marker) {
    if (!isLower) return false
  }
  const wants = line.ending === 'connecting' || line.ending === 'hyphen'
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

/** A list marker counts where an item can begin: not in the middle of a sentence. */
function opensItem(flow: readonly FlowLine[], at: number): boolean {
  const entry = flow[at]
  const previous = flow[at - 1]
  if (entry === undefined || entry.line.marker === 0) return false
  if (previous === undefined || entry.gap > 0 || entry.isAfterBreak) {
    return previous === undefined || previous.line.ending !== 'open' || !isFull(previous.line, previous.width)
  }
  if (previous.line.ending === 'terminal' || previous.line.marker > 0) return true
  return !isFull(previous.line, previous.width)
}

/** Rows come in twos at least. */
function isRowOfTable(text: string, flow: readonly FlowLine[], at: number): boolean {
  const entry = flow[at]
  if (entry === undefined || !isRow(text, entry.line)) return false
  const before = flow[at - 1]
  const after = flow[at + 1]
  return (
    (after !== undefined && after.gap <= 1 && isRow(text, after.line)) ||
    (before !== undefined && entry.gap <= 1 && isRow(text, before.line))
  )
}

const caption = /^(?:figure|fig\.|table|map|chart|graph|photo|image|source)s?\s*(?:\d+|[ivx]+)?\s*[.:–—-]\s/i

function kindOf(
  text: string,
  flow: readonly FlowLine[],
  from: number,
  to: number,
  before: Block | undefined,
  indentedFirst: boolean,
  layout: Layout,
): ParagraphKind {
  const entries = flow.slice(from, to)
  const [first] = entries
  if (first === undefined) return 'body'
  if (isRowOfTable(text, flow, from)) return 'table'
  if (opensItem(flow, from)) return 'list'
  if (entries.length <= 3 && caption.test(text.slice(first.line.start, first.line.start + 40))) return 'caption'
  const isIndented = entries.every(({ line }) => line.indent >= layout.indent + 2)
  if (isIndented && (entries.length > 1 || !indentedFirst)) return 'quote'
  if (isNarrowBehindColon(text, entries, before, layout)) return 'quote'
  return 'body'
}

/** A block that a colon brings in and that is narrower than the text around it. */
function isNarrowBehindColon(
  text: string,
  entries: readonly FlowLine[],
  before: Block | undefined,
  layout: Layout,
): boolean {
  const last = before?.lines.at(-1)
  if (last === undefined || entries.length < 2 || !Number.isFinite(layout.width)) return false
  if (!/:["”’)]*\d{0,3}$/.test(text.slice(Math.max(last.start, last.end - 8), last.end))) return false
  const around = before !== undefined && before.lines.length >= 3 ? longest(before.lines) : layout.width
  return longest(entries.map(({ line }) => line)) <= around * 0.95
}

function longest(lines: readonly Line[]): number {
  return lines.reduce((length, line) => Math.max(length, lengthOf(line)), 0)
}

/** Whether paragraphs are marked by an indented first line, not by blank lines. */
function isIndentedFirst(flow: readonly FlowLine[], layout: Layout): boolean {
  let indented = 0
  for (const [index, { line, isAfterBreak }] of flow.entries()) {
    const next = flow[index + 1]
    if (next === undefined || isAfterBreak || line.indent < layout.indent + 2) continue
    if (next.gap === 0 && next.line.indent <= layout.indent + 1) indented++
  }
  return indented >= 2
}
