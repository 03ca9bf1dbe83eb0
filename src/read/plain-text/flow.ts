import { hasLongLines, isWrapped, type Layout, widthOf } from './layout.ts'
import type { Line } from './lines.ts'

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

/** Wrapped prose goes on in small letters on most lines, or breaks a phrase, or ends in a full stop; names do neither. */
function isAmongNames(run: readonly Line[], layout: Layout): boolean {
  const last = run.at(-1)
  if (layout.isAllCapitals || run.length < 2 || last === undefined) return false
  const goingOn = run.slice(1).filter((line) => line.opening === 'lower').length
  const breaksPhrase = run.slice(0, -1).some((line) => line.ending === 'connecting')
  return last.ending !== 'terminal' && !breaksPhrase && goingOn < (run.length - 1) * 0.35
}
