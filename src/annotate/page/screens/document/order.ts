import { type Layer, layers, type State, states } from '../../../../model/index.ts'
import type { ApiAnnotation } from '../../../server/schemas.ts'

/** What is shown of a document's annotations. */
export interface Shown {
  readonly layers: ReadonlySet<Layer>
  readonly states: ReadonlySet<State>
  readonly rule: string | null
}

export const everything: Shown = { layers: new Set(layers), states: new Set(states), rule: null }

export function isShown(annotation: ApiAnnotation, { layers, states, rule }: Shown): boolean {
  return layers.has(annotation.layer) && states.has(annotation.state) && (rule === null || annotation.rule === rule)
}

/** A set with one more or one less. */
export function toggledIn<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const others = [...set].filter((other) => other !== one)
  return new Set(set.has(one) ? others : [...others, one])
}

/** Orders annotations as they are read: by where they begin; of those that begin together, the longest first. */
export function inReadingOrder(a: ApiAnnotation, b: ApiAnnotation): number {
  const [first, second] = [a.places[0], b.places[0]]
  if (first === undefined || second === undefined) return first === second ? 0 : first === undefined ? 1 : -1
  return (
    first.paragraph - second.paragraph ||
    first.start - second.start ||
    b.end - b.start - (a.end - a.start) ||
    layers.indexOf(a.layer) - layers.indexOf(b.layer) ||
    (a.id < b.id ? -1 : 1)
  )
}

/**
 * The one to go to from another, in a list in reading order.
 *
 * @param from place in the list, -1 for before the first
 * @returns `undefined` where there is none that way
 */
export function neighbour<T>(
  list: readonly T[],
  from: number,
  step: 1 | -1,
  fits: (one: T) => boolean = () => true,
): T | undefined {
  for (let place = from + step; place >= 0 && place < list.length; place += step) {
    const one = list[place]
    if (one !== undefined && fits(one)) return one
  }
  return undefined
}

/** Whether two annotations say the same in the same words. */
export function isSameMention(a: ApiAnnotation, b: ApiAnnotation): boolean {
  return a.layer === b.layer && wordsOf(a) === wordsOf(b) && JSON.stringify(a.fields) === JSON.stringify(b.fields)
}

function wordsOf({ exact }: ApiAnnotation): string {
  return exact.replace(/\s+/g, ' ').toLowerCase()
}
