import type { Offset } from '../../model/index.ts'
import { type Line, lengthOf } from './lines.ts'

/** How a text is laid out, from the evidence of its lines. */
export interface Layout {
  /** Characters of a full line; `Infinity` where lines are not broken to a width. */
  readonly width: number
  /** Whether everything is in capitals, as old newswire is. */
  readonly isAllCapitals: boolean
  /** Columns before an ordinary line. */
  readonly indent: number
  /** Blank lines between two lines of one paragraph, 1 in double-spaced text. */
  readonly spacing: number
  /** Depth of the lines that are known to be headings, by where their text starts. */
  readonly headings: ReadonlyMap<Offset, number>
}

/** The widest hard-wrapped line that we take for one. */
const widest = 160
/** A line shorter than this share of the width was not broken for want of room. */
const fullShare = 0.72
/** Lines shorter than this never count as full, whatever stands around them. */
const shortest = 30

/** Reads off how a text is laid out. */
export function layoutOf(lines: readonly Line[]): Omit<Layout, 'headings'> {
  const spacing = isDoubleSpaced(lines) ? 1 : 0
  // The last line of a paragraph says nothing of the width; these are the others.
  const broken: Line[] = []
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]
    const next = lines[i + 1]
    if (line !== undefined && next !== undefined && next.gap <= spacing && next.formFeeds === 0) broken.push(line)
  }
  const width = widthOf(broken)
  return {
    width: isWrapped(broken, width) && !hasLongLines(lines, width) ? width : Number.POSITIVE_INFINITY,
    isAllCapitals: isAllCapitals(lines),
    indent: commonest(lines.map((line) => line.indent)),
    spacing,
  }
}

/** Length that nine lines in ten stay within. */
export function widthOf(lines: readonly Line[]): number {
  const lengths = lines.map(lengthOf).sort((a, b) => a - b)
  return lengths[Math.floor(lengths.length * 0.9)] ?? 0
}

/** Whether lines are broken to a width: most of the longer ones end in the middle of a sentence. */
export function isWrapped(lines: readonly Line[], width: number): boolean {
  if (width > widest || width < shortest) return false
  const long = lines.filter((line) => lengthOf(line) >= width / 2)
  const unfinished = long.filter((line) => line.ending !== 'terminal')
  return unfinished.length > long.length / 2
}

/** Whether much of the text stands in lines well beyond a width. */
export function hasLongLines(lines: readonly Line[], width: number): boolean {
  let all = 0
  let long = 0
  for (const line of lines) {
    const length = lengthOf(line)
    all += length
    if (length > width * 1.3) long += length
  }
  return long > all * 0.3
}

/** Whether a line is as long as the width allows, so that its break means nothing. */
export function isFull(line: Line, width: number): boolean {
  return lengthOf(line) >= Math.max(shortest, width * fullShare)
}

function isAllCapitals(lines: readonly Line[]): boolean {
  let capitals = 0
  let others = 0
  for (const line of lines) {
    if (lengthOf(line) < 40) continue
    if (line.isCapitals) capitals++
    else others++
  }
  return capitals > others
}

function isDoubleSpaced(lines: readonly Line[]): boolean {
  if (lines.length < 8) return false
  const spaced = lines.filter((line) => line.gap > 0)
  if (spaced.length < lines.length * 0.95) return false
  const width = widthOf(lines)
  const long = lines.filter((line) => lengthOf(line) >= width * fullShare)
  return isWrapped(lines, width) && long.length > lines.length / 2
}

function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  let best = 0
  for (const number of numbers) {
    const count = (counts.get(number) ?? 0) + 1
    counts.set(number, count)
    if (count > (counts.get(best) ?? 0)) best = number
  }
  return best
}
