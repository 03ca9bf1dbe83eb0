import type { DateFields } from '../../../model/index.ts'
import { civilOf, type Days } from '../calendar.ts'
import type { Context, Placed } from './context.ts'
import { type Anchor, isCoarse } from './narrative.ts'
import type { Outlook } from './outlook.ts'

/**
 * The days of an incomplete date: in the year whose days lie nearest to what the reader has in mind, ahead and behind
 * weighed.
 *
 * @param daysIn the days in a year; `null` where that year lacks them
 */
export function inNearestYear(
  context: Context,
  daysIn: (year: number) => Days | null,
): { readonly days: Days; readonly basis: DateFields['basis'] } | null {
  const { anchors, weights, basis } = anchorsOf(context)
  const days = nearest(anchors, daysIn, weights, context.section)
  return days === null ? null : { days, basis }
}

interface Weights {
  /** What a day ahead of the anchor costs against a day behind it. */
  readonly ahead: number
  readonly back: number
}

const onwards: Weights = { ahead: 1, back: 1.3 }
const backwards: Weights = { ahead: 3, back: 1 }
const ahead: Weights = { ahead: 1, back: 6 }
const past: Weights = { ahead: 25, back: 1 }

interface Anchors {
  readonly anchors: readonly Anchor[]
  readonly weights: Weights
  readonly basis: DateFields['basis']
}

/** How much more the narrative's dates weigh than one that the same sentence told before. */
const beyond = 60

function anchorsOf(context: Context): Anchors {
  const { narrative, document, isNews, outlook, direction } = context
  const { last, lastIn } = narrative
  const isDateline = isNews && last?.days.end === document?.days.end
  const isTold = last?.basis === 'explicit' || last?.basis === 'relative'
  const isBeside = lastIn === context.sentence && isTold && !isDateline && !isCoarse(last)
  if (isBeside && last !== null) {
    const told = { placed: last, weight: 0, isPassed: false }
    const anchors = isNews
      ? [told]
      : [told, ...narrative.anchors.map((anchor) => ({ ...anchor, weight: anchor.weight + beyond }))]
    return { anchors, weights: weightsOf(direction, outlook), basis: 'context' }
  }
  if (document !== null && (isNews || narrative.now === null)) {
    const weights = isNews && outlook === 'ahead' ? ahead : past
    return { anchors: [{ placed: document, weight: 0, isPassed: false }], weights, basis: 'document' }
  }
  return { anchors: narrative.anchors, weights: weightsOf(direction, outlook), basis: 'context' }
}

function weightsOf(direction: Outlook, outlook: Outlook): Weights {
  if (direction !== null) return direction === 'back' ? backwards : ahead
  return outlook === 'back' ? backwards : onwards
}

/** What it weighs that a date would lie outside of the period of its section, in days of distance. */
const outside = 400

/** How much more it weighs to go back from where the narrative has moved on. */
const passed = 3

function nearest(
  anchors: readonly Anchor[],
  daysIn: (year: number) => Days | null,
  { ahead, back }: Weights,
  section: Placed | null,
): Days | null {
  let best: Days | null = null
  let least = Number.POSITIVE_INFINITY
  for (const { placed, weight, isPassed } of section === null
    ? anchors
    : [...anchors, { placed: section, weight: 200, isPassed: false }]) {
    const first = civilOf(placed.days.start).year
    const last = civilOf(placed.days.end).year
    for (const year of [first - 1, first, first + 1, last, last + 1]) {
      const days = daysIn(year)
      if (days === null) continue
      const isInside = section === null || (days.start >= section.days.start && days.end <= section.days.end)
      const distance =
        days.start > placed.days.end
          ? (days.start - placed.days.end) * ahead
          : Math.max(0, placed.days.start - days.end) * (isPassed ? back * passed : back)
      const cost = weight + distance + (isInside ? 0 : outside)
      if (cost < least) {
        least = cost
        best = days
      }
    }
  }
  return best
}
