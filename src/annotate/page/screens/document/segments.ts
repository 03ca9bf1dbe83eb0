import type { Offset, Span } from '../../../../model/index.ts'

/** A stretch of a paragraph that an annotation covers. */
export interface Cover extends Span {
  readonly id: string
}

/** A stretch of a paragraph that the same annotations cover from end to end. */
export interface Segment extends Span {
  /** The annotations that cover it, in the order in which they begin; none for plain text. */
  readonly ids: readonly string[]
}

/**
 * Splits a paragraph at every boundary of the annotations in it, so that what overlaps becomes pieces side by side.
 *
 * @param length of the paragraph's clean text
 * @param covers in the order in which they begin, half-open, in clean-text offsets; what is outside is cut off
 * @returns segments that together cover the text, in order, none of them empty
 */
export function segmentsOf(length: Offset, covers: readonly Cover[]): Segment[] {
  const inside = covers
    .map(({ id, start, end }) => ({ id, start: Math.max(0, start), end: Math.min(length, end) }))
    .filter(({ start, end }) => start < end)
  const bounds = [...new Set([0, length, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  const opening = new Map<Offset, Cover[]>()
  for (const cover of inside) opening.set(cover.start, [...(opening.get(cover.start) ?? []), cover])
  let open: Cover[] = []
  return bounds.slice(0, -1).map((start, place) => {
    open = [...open.filter(({ end }) => end > start), ...(opening.get(start) ?? [])]
    return { start, end: bounds[place + 1] ?? length, ids: open.map(({ id }) => id) }
  })
}
