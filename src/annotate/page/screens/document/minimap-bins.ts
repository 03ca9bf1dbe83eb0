import { type Layer, layers, type Paragraph, type State } from '../../../../model/index.ts'
import type { ApiAnnotation } from '../../../server/schemas.ts'

/** How many annotations of a layer stand in a stretch of the document, by whether they are decided. */
export interface Bin {
  readonly layer: Layer
  readonly bin: number
  readonly pending: number
  readonly decided: number
}

/** Where each paragraph begins, in characters from the beginning of the document; last, its length. */
export function startsOf(paragraphs: readonly Pick<Paragraph, 'text'>[]): number[] {
  const starts = [0]
  for (const { text } of paragraphs) starts.push((starts.at(-1) ?? 0) + text.length + 1)
  return starts
}

/** Annotations by layer, state and stretch of the document. */
export function binsOf(
  annotations: Iterable<Pick<ApiAnnotation, 'layer' | 'state' | 'places'>>,
  starts: readonly number[],
  count: number,
): Bin[] {
  const length = starts.at(-1) ?? 1
  const sums = new Map<string, { pending: number; decided: number }>()
  for (const { layer, state, places } of annotations) {
    const [place] = places
    if (place === undefined) continue
    const at = (starts[place.paragraph] ?? 0) + place.start
    const key = `${layer} ${Math.min(count - 1, Math.floor((at / length) * count))}`
    const sum = sums.get(key) ?? { pending: 0, decided: 0 }
    sum[isOpen(state) ? 'pending' : 'decided'] += 1
    sums.set(key, sum)
  }
  return layers.flatMap((layer) =>
    Array.from({ length: count }, (_, bin) => ({ layer, bin, ...(sums.get(`${layer} ${bin}`) ?? none) })).filter(
      ({ pending, decided }) => pending + decided > 0,
    ),
  )
}

const none = { pending: 0, decided: 0 }

function isOpen(state: State): boolean {
  return state === 'pending'
}

/** The paragraph at a share of the document, 0 to 1. */
export function paragraphAt(starts: readonly number[], share: number): number {
  const at = share * (starts.at(-1) ?? 0)
  const after = starts.findIndex((start) => start > at)
  return Math.max(0, (after === -1 ? starts.length - 1 : after) - 1)
}
