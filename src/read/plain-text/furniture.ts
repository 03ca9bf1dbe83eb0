import type { PageStart } from '../tree.ts'
import { type Line, lengthOf } from './lines.ts'

/** Running heads and page numbers among the lines, and the pages that they tell of. */
export interface PageFurniture {
  /** Indexes into the lines. */
  readonly lines: ReadonlySet<number>
  readonly pages: readonly PageStart[]
}

/** So many lines at the top and foot of a page may be furniture. */
const edge = 2
const longestHead = 120

/**
 * Tells furniture from text: page numbers that count up or say that they are one, lines with a bar at their edge
 * ("| ANNUAL REPORT", "ANNUAL REPORT | 12") beside a page number or page break, and lines that come back, but for
 * their digits, at the edges of pages. A number alone is no page number without such evidence: it may be a toll.
 */
export function furnitureOf(text: string, lines: readonly Line[]): PageFurniture {
  const numbers = numberLines(text, lines)
  const found = new Set<number>()
  for (const number of numbers) if (number.isMarked) found.add(number.line)
  const counting = countingUp(numbers)
  for (const number of counting) found.add(number.line)
  const edges = edgesOf(lines, numbers)
  for (const at of edges) {
    const line = lines[at]
    if (line !== undefined && hasBar(text, line)) addWithNumbers(found, at, numbers)
  }
  for (const at of recurring(text, lines, edges)) addWithNumbers(found, at, numbers)
  for (const { line } of numbers) if (isAtBreak(lines, line)) found.add(line)
  return { lines: found, pages: pagesOf(lines, counting) }
}

/** Whether a line is the first or the last of its page. */
function isAtBreak(lines: readonly Line[], at: number): boolean {
  if ((lines[at]?.formFeeds ?? 0) > 0 || (lines[at + 1]?.formFeeds ?? 0) > 0) return true
  return at === lines.length - 1 && lines.some((line) => line.formFeeds > 0)
}

interface NumberLine {
  readonly line: number
  readonly value: number
  /** Whether it says that it is a page number: "Page 3", "- 3 -", "3 of 20". */
  readonly isMarked: boolean
}

const pageNumber = /^(?:(page|p\.)\s*|([-–—[|])\s*)?(\d{1,4})(?:\s*(?:(?:of|\/)\s*(\d{1,4})|([-–—\]|])))?$/i

function numberLines(text: string, lines: readonly Line[]): NumberLine[] {
  const numbers: NumberLine[] = []
  for (const [index, line] of lines.entries()) {
    if (lengthOf(line) > 20) continue
    const match = pageNumber.exec(text.slice(line.start, line.end))
    if (match === null) continue
    const [, word, open, value, total, close] = match
    const isMarked = word !== undefined || (open !== undefined && close !== undefined) || total !== undefined
    numbers.push({ line: index, value: Number(value), isMarked })
  }
  return numbers
}

/** Numbers alone on their lines that count pages: at least three that go up by one each, with text in between. */
function countingUp(numbers: readonly NumberLine[]): NumberLine[] {
  const counting: NumberLine[] = []
  let series: NumberLine[] = []
  const close = () => {
    if (series.length >= 3) counting.push(...series)
    series = []
  }
  for (const number of numbers) {
    // Years alone on their lines are headings of a chronology.
    if (number.value >= 1500 && number.value < 2100) continue
    const last = series.at(-1)
    if (last !== undefined && number.value !== last.value + 1) close()
    series.push(number)
  }
  close()
  return counting
}

/** Lines beside a page break or a page number. */
function edgesOf(lines: readonly Line[], numbers: readonly NumberLine[]): Set<number> {
  const edges = new Set<number>()
  for (const [index, line] of lines.entries()) {
    if (line.formFeeds === 0) continue
    for (let step = 0; step < edge; step++) edges.add(index + step).add(index - 1 - step)
  }
  for (const { line } of numbers) edges.add(line - 1).add(line + 1)
  edges.delete(-1)
  // The first line of all is a title, though it may come back as a running head.
  edges.delete(0)
  return edges
}

function hasBar(text: string, line: Line): boolean {
  if (lengthOf(line) > longestHead) return false
  if (text[line.start] === '|' || text[line.end - 1] === '|') return true
  const content = text.slice(line.start, line.end)
  return /^\d{1,4}\s*\|/.test(content) || /\|\s*\d{1,4}$/.test(content)
}

function addWithNumbers(found: Set<number>, at: number, numbers: readonly NumberLine[]): void {
  found.add(at)
  for (const { line } of numbers) if (line === at - 1 || line === at + 1) found.add(line)
}

/** Lines that come back at the edges of pages, their digits aside. */
function recurring(text: string, lines: readonly Line[], edges: ReadonlySet<number>): number[] {
  const byForm = new Map<string, number[]>()
  const title = formOf(text, lines[0])
  for (const at of edges) {
    const line = lines[at]
    if (line === undefined || lengthOf(line) > longestHead || line.ending === 'terminal') continue
    const form = formOf(text, line)
    if (form.length < 4) continue
    const places = byForm.get(form)
    if (places === undefined) byForm.set(form, [at])
    else places.push(at)
  }
  return [...byForm].filter(([form, places]) => places.length >= 2 || form === title).flatMap(([, places]) => places)
}

function formOf(text: string, line: Line | undefined): string {
  if (line === undefined || lengthOf(line) > longestHead) return ''
  return text.slice(line.start, line.end).replace(/\d+/g, '#')
}

/** Pages by form feeds, numbered from 1, or else by the numbers that count them. */
function pagesOf(lines: readonly Line[], counting: readonly NumberLine[]): PageStart[] {
  const pages: PageStart[] = []
  let page = 1
  for (const line of lines) {
    if (line.formFeeds === 0) continue
    page += line.formFeeds
    pages.push({ offset: line.lineStart, page })
  }
  if (pages.length > 0) {
    const all = [{ offset: 0, page: 1 }, ...pages]
    const shift = shiftOf(lines, counting, all)
    return all.map((start) => ({ ...start, page: start.page + shift }))
  }
  const [first] = counting
  if (first === undefined || !isSpread(counting)) return []
  // A number before all text stands at the head of its page; else numbers stand at the foot.
  if (first.line === 0) return counting.map(({ line, value }) => ({ offset: lines[line]?.lineStart ?? 0, page: value }))
  const starts: PageStart[] = [{ offset: 0, page: first.value }]
  for (const { line, value } of counting) {
    const next = lines[line + 1]
    if (next !== undefined) starts.push({ offset: next.lineStart, page: value + 1 })
  }
  return starts
}

/** By how much the printed numbers are ahead of the pages counted by form feeds, where they agree; else 0. */
function shiftOf(lines: readonly Line[], counting: readonly NumberLine[], pages: readonly PageStart[]): number {
  let at = 0
  const shifts = counting.map(({ line, value }) => {
    const offset = lines[line]?.lineStart ?? 0
    while (at + 1 < pages.length && (pages[at + 1]?.offset ?? 0) <= offset) at++
    return value - (pages[at]?.page ?? 0)
  })
  const [first = 0] = shifts
  return shifts.every((shift) => shift === first) ? first : 0
}

/** Whether text stands between the numbers. */
function isSpread(counting: readonly NumberLine[]): boolean {
  return counting.every((number, index) => index === 0 || number.line - (counting[index - 1]?.line ?? 0) > edge)
}
