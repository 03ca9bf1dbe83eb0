import type { Segment } from './segments.ts'

/** A column needs so many lines, and lines of so much of its width. */
const fewestLines = 4
const proseWidth = 0.6
/** No page of prose has as many pieces; a drawing has, and no columns. */
const mostSegments = 2000

/**
 * Puts segments into columns, in reading order: what runs over the whole width cuts the page into bands, in each of
 * which the left column comes before the right one. A table's cells are too narrow to be columns.
 *
 * @param segments from the top down
 */
export function columnsOf(segments: readonly Segment[]): Segment[][] {
  const gutter = gutterOf(segments)
  if (gutter === null) return segments.length === 0 ? [] : [[...segments]]
  const columns: Segment[][] = []
  let left: Segment[] = []
  let right: Segment[] = []
  let across: Segment[] = []
  const closeBand = () => {
    columns.push(...columnsOf(left), ...columnsOf(right))
    left = []
    right = []
  }
  for (const segment of segments) {
    if (segment.left < gutter && segment.right > gutter) {
      closeBand()
      across.push(segment)
      continue
    }
    if (across.length > 0) columns.push(across)
    across = []
    if (segment.right <= gutter) left.push(segment)
    else right.push(segment)
  }
  if (across.length > 0) columns.push(across)
  closeBand()
  return columns
}

/** Where white space runs down between two columns of prose, or `null`. */
function gutterOf(segments: readonly Segment[]): number | null {
  if (segments.length > mostSegments) return null
  const start = Math.min(...segments.map(({ left }) => left))
  const end = Math.max(...segments.map(({ right }) => right))
  let best: { at: number; crossing: number } | null = null
  for (const at of new Set(segments.map(({ left }) => left - 1))) {
    if (at < start + (end - start) * 0.2 || at > start + (end - start) * 0.8) continue
    const left = segments.filter((segment) => segment.right <= at)
    const right = segments.filter((segment) => segment.left >= at)
    const crossing = segments.length - left.length - right.length
    if (!isColumn(left) || !isColumn(right) || crossing > Math.min(left.length, right.length)) continue
    if (best === null || crossing < best.crossing) best = { at, crossing }
  }
  return best?.at ?? null
}

function isColumn(segments: readonly Segment[]): boolean {
  if (segments.length < fewestLines) return false
  const start = Math.min(...segments.map(({ left }) => left))
  const width = Math.max(...segments.map(({ right }) => right)) - start
  const long = segments.filter(({ left, right, text }) => right - left >= width * proseWidth && text.length >= 15)
  return long.length >= segments.length * 0.5
}
