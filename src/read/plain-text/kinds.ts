import type { ParagraphKind } from '../../model/index.ts'
import { isDigit } from '../characters.ts'
import type { Block, Scene } from './blocks.ts'
import type { FlowLine } from './flow.ts'
import { isCaption } from './headings.ts'
import { isFull, type Layout } from './layout.ts'
import { type Line, lengthOf } from './lines.ts'
import { isRow } from './rows.ts'

/** What the lines `from` to `to`, half-open, are, below the block `before`. */
export function kindOf(scene: Scene, from: number, to: number, before: Block | undefined): ParagraphKind {
  const { text, flow, layout } = scene
  const entries = flow.slice(from, to)
  const [first] = entries
  if (first === undefined) return 'body'
  if (isRowOfTable(text, flow, from)) return 'table'
  if (scene.items[from]) return 'list'
  if (entries.length <= 3 && isCaption(text, first.line)) return 'caption'
  const isIndented = entries.every(({ line }) => line.indent >= layout.indent + 2)
  if (isIndented && (entries.length > 1 || !scene.isIndentedFirst)) return 'quote'
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
export function isIndentedFirst(flow: readonly FlowLine[], layout: Layout): boolean {
  let indented = 0
  for (const [index, { line, isAfterBreak }] of flow.entries()) {
    const next = flow[index + 1]
    if (next === undefined || isAfterBreak || line.indent < layout.indent + 2) continue
    if (next.gap === 0 && next.line.indent <= layout.indent + 1) indented++
  }
  return indented >= 2
}

/**
 * Which lines open a list item: those with a marker that do not stand in the middle of a sentence, or that are marked
 * as the item before them is.
 */
export function itemsOf(text: string, flow: readonly FlowLine[]): boolean[] {
  let list: { kind: string; indent: number } | null = null
  return flow.map((entry, at) => {
    const { line, gap, isAfterBreak } = entry
    const previous = flow[at - 1]
    if (gap > 0 || isAfterBreak) list = null
    if (line.marker === 0) return false
    const kind = isDigit(text.charCodeAt(line.start)) ? '1' : text.charAt(line.start)
    const isInSentence =
      previous !== undefined && previous.line.ending !== 'terminal' && isFull(previous.line, previous.width)
    if (isInSentence && !(list !== null && list.kind === kind && list.indent === line.indent)) return false
    list = { kind, indent: line.indent }
    return true
  })
}

/** Rows come in twos at least. */
export function isRowOfTable(text: string, flow: readonly FlowLine[], at: number): boolean {
  const entry = flow[at]
  if (entry === undefined || !isRow(text, entry.line)) return false
  const before = flow[at - 1]
  const after = flow[at + 1]
  return (
    (after !== undefined && after.gap <= 1 && isRow(text, after.line)) ||
    (before !== undefined && entry.gap <= 1 && isRow(text, before.line))
  )
}
