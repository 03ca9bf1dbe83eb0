import type { Fragment, PdfPage } from './pages.ts'

/** Text on one baseline with no wide gap in it: a line of a column, or a cell of a row. */
export interface Segment {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
}

/** Gaps in the size of the type: wider than the first is a space, wider than the second parts columns and cells. */
const wordGap = 0.15
const columnGap = 1.1
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Gathers what a page shows into segments, from the top down. */
export function segmentsOf({ fragments }: PdfPage): Segment[] {
  const byHeight = [...fragments].sort((a, b) => b.baseline - a.baseline || a.left - b.left)
  const segments: Segment[] = []
  let row: Fragment[] = []
  const close = () => {
    segments.push(...segmentsOfRow(row))
    row = []
  }
  for (const fragment of byHeight) {
    const [first] = row
    if (first !== undefined && first.baseline - fragment.baseline > Math.max(first.size, fragment.size) * 0.45) close()
    row.push(fragment)
  }
  close()
  return segments.sort((a, b) => b.baseline - a.baseline || a.left - b.left)
}

function segmentsOfRow(row: readonly Fragment[]): Segment[] {
  const segments: Segment[] = []
  let open: Fragment[] = []
  for (const fragment of [...row].sort((a, b) => a.left - b.left)) {
    const last = open.at(-1)
    if (last !== undefined && fragment.left - last.right > Math.max(last.size, fragment.size) * columnGap) {
      segments.push(segmentOf(open))
      open = []
    }
    open.push(fragment)
  }
  if (open.length > 0) segments.push(segmentOf(open))
  return segments
}

function segmentOf(fragments: readonly Fragment[]): Segment {
  const lengths = new Map<number, number>()
  for (const { size, text } of fragments) lengths.set(size, (lengths.get(size) ?? 0) + text.length)
  const [size = 0] = [...lengths].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])
  const main = fragments.find((fragment) => fragment.size === size)
  const baseline = main?.baseline ?? 0
  let text = ''
  let right = Number.NEGATIVE_INFINITY
  for (const fragment of fragments) {
    const isRaised = fragment.size < size * 0.85 && fragment.baseline > baseline + size * 0.12
    const isMarker = isRaised && /^ ?\d{1,3} ?$/.test(fragment.text)
    const written = !isMarker ? fragment.text : text === '' ? `${fragment.text.trim()} ` : raised(fragment.text.trim())
    const isApart =
      fragment.left - right > size * wordGap && !text.endsWith(' ') && !written.startsWith(' ') && !isMarker
    text += text !== '' && isApart ? ` ${written}` : written
    right = fragment.right
  }
  return { text: text.trim(), left: fragments[0]?.left ?? 0, right, baseline, size }
}

function raised(digits: string): string {
  return [...digits].map((digit) => superscripts[Number(digit)] ?? digit).join('')
}
