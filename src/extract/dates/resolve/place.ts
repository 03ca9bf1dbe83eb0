import type { DateFields } from '../../../model/index.ts'
import type { Sentence } from '../../analyse/analysis.ts'
import {
  addMonths,
  civilOf,
  type Day,
  type Days,
  dayOf,
  daysInMonth,
  easterOf,
  isCivil,
  monthsOf,
  weekdayOf,
  yearsOf,
} from '../calendar.ts'
import { type Expression, holdsYear, type Origin, type Part, type YearRef } from '../expression.ts'
import type { Unit } from '../lexicon.ts'
import { type Anchor, isCoarse, type Narrative, startingAt } from './narrative.ts'
import type { Outlook } from './outlook.ts'

/** A date on the calendar, the unit that it was told in, and what it was computed from. */
export interface Placed {
  readonly days: Days
  readonly unit: Unit
  readonly basis: DateFields['basis']
}

/** What a reader knows at a place in the text, from which incomplete and relative dates are computed. */
export interface Context {
  /** The dates told so far. */
  readonly narrative: Narrative
  /** The year or shorter period that the heading above gives. */
  readonly section: Placed | null
  readonly sentence: Sentence
  /** When the document was written. */
  readonly document: Placed | null
  /** Whether incomplete dates are counted from the time of writing, as news does. */
  readonly isNews: boolean
  /** Whether the sentence looks back ("had fallen") or ahead ("will fall"). */
  readonly outlook: Outlook
  /** Where the preposition before the date points: "since May", "by May". */
  readonly direction: Outlook
  /** Whether a past form of "to be" stands near. */
  readonly isPast: boolean
  readonly isDayFirst: boolean
  readonly eventDay: (noun: string) => Placed | null
}

/** Where the other end of a range, or of a list, pins an incomplete date. */
interface Bound {
  readonly side: 'before' | 'after'
  readonly day: Day
}

/** Puts an expression on the calendar; `null` where the text does not allow it or no such day exists. */
export function place(expression: Expression, context: Context, bound: Bound | null = null): Placed | null {
  switch (expression.kind) {
    case 'calendar':
      return placeCalendar(expression, context, bound)
    case 'numeric': {
      const { first, second, year } = expression
      const isDayFirst = second > 12 ? false : first > 12 ? true : context.isDayFirst
      const [day, month] = isDayFirst ? [first, second] : [second, first]
      return known(single(year, month, day), 'day')
    }
    case 'easter':
      return inYear(expression.year, context, bound, 'day', (year) => {
        const day = easterOf(year) + expression.days
        return { start: day, end: day }
      })
    case 'season': {
      const { from, to } = expression.season
      return inYear(expression.year, context, bound, 'quarter', (year) => monthsOf(year, from, to))
    }
    case 'years':
      return known(yearsOf(expression.from, expression.to), expression.unit)
    case 'part': {
      const of = place(expression.of, context, bound)
      return of === null ? null : { ...of, ...pieceOf(of, expression.part) }
    }
    case 'range':
      return placeRange(expression.from, expression.to, context, bound)
    case 'shift':
    case 'whole':
    case 'stretch': {
      const origin = placeOrigin(expression.origin, context)
      if (origin === null || !isFineEnough(origin, expression.unit)) return null
      const basis = basisOf(expression.origin, context)
      return { ...shifted(expression.kind, expression.unit, expression.count, origin), basis }
    }
    case 'turn':
      return placeTurn(expression, context)
    case 'event':
      return context.eventDay(expression.noun)
  }
}

/** Days and weeks are not counted from a whole month, nor months from a year. */
function isFineEnough({ days, unit: told }: Placed, unit: Unit): boolean {
  const length = days.end - days.start + 1
  if (unit === 'day' || unit === 'week' || unit === 'fortnight' || unit === 'weekend') return length <= 11
  if (unit === 'month' || unit === 'quarter') return told !== 'year' && told !== 'decade' && told !== 'century'
  return unit === 'century' || length <= 3 * 366
}

function known(days: Days | null, unit: Unit): Placed | null {
  return days === null ? null : { days, unit, basis: 'explicit' }
}

function single(year: number, month: number, day: number): Days | null {
  if (!isCivil({ year, month, day })) return null
  const only = dayOf({ year, month, day })
  return { start: only, end: only }
}

function placeCalendar(
  { year, month, day, weekday }: Expression & { kind: 'calendar' },
  context: Context,
  bound: Bound | null,
): Placed | null {
  if (month !== null) {
    const unit = day === null ? 'month' : 'day'
    return inYear(year, context, bound, unit, (of) => (day === null ? monthsOf(of, month) : single(of, month, day)))
  }
  if (typeof year === 'number') return known(yearsOf(year), 'year')
  if (year !== null) return place(year, context)
  if (weekday !== null) return placeWeekday(weekday, context, bound)
  return day === null ? null : placeDayOfMonth(day, context, bound)
}

/** A date in a year that is known, told by reference, pinned by the other end of a range, or left to the context. */
function inYear(
  year: YearRef,
  context: Context,
  bound: Bound | null,
  unit: Unit,
  daysIn: (year: number) => Days | null,
): Placed | null {
  if (typeof year === 'number') return known(daysIn(year), unit)
  if (year !== null) {
    const of = place(year, context)
    const days = of === null ? null : daysIn(civilOf(of.days.start).year)
    return of === null || days === null ? null : { days, unit, basis: of.basis === 'explicit' ? 'context' : of.basis }
  }
  if (bound !== null) return pinned(bound, unit, daysIn)
  const { anchors, weights, basis } = anchorsOf(context)
  const days = nearest(anchors, daysIn, weights, context.section)
  return days === null ? null : { days, unit, basis }
}

function pinned(bound: Bound, unit: Unit, daysIn: (year: number) => Days | null): Placed | null {
  const { year } = civilOf(bound.day)
  const years = bound.side === 'before' ? [year, year - 1] : [year, year + 1]
  for (const candidate of years) {
    const days = daysIn(candidate)
    if (days === null) continue
    if (bound.side === 'before' ? days.start <= bound.day : days.end >= bound.day)
      return { days, unit, basis: 'context' }
  }
  return null
}

interface Weights {
  /** What a day ahead of the anchor costs against a day behind it. */
  readonly ahead: number
  readonly back: number
}

const onwards: Weights = { ahead: 1, back: 1.3 }
const backwards: Weights = { ahead: 3, back: 1 }
const ahead: Weights = { ahead: 1, back: 6 }
const past: Weights = { ahead: 8, back: 1 }

interface Anchors {
  readonly anchors: readonly Anchor[]
  readonly weights: Weights
  readonly basis: DateFields['basis']
}

function anchorsOf({ narrative, document, isNews, outlook, direction }: Context): Anchors {
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

/** The year whose days lie nearest to one of the anchors, ahead and behind weighed. */
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

function placeWeekday(weekday: number, context: Context, bound: Bound | null): Placed | null {
  if (bound !== null) {
    const back = (weekdayOf(bound.day) - weekday + 7) % 7
    return dayPlaced(bound.side === 'before' ? bound.day - back : bound.day + ((7 - back) % 7), 'relative')
  }
  const { narrative, document, isNews, outlook } = context
  if (document?.unit === 'day' && (isNews || narrative.now === null || isCoarse(narrative.now))) {
    const today = document.days.end
    const back = (weekdayOf(today) - weekday + 7) % 7
    return dayPlaced(outlook === 'ahead' ? today - back + (back === 0 ? 0 : 7) : today - back, 'document')
  }
  const { now } = narrative
  if (now === null || (now.unit !== 'day' && now.unit !== 'week')) return null
  const from = now.days.start
  const forward = (weekday - weekdayOf(from) + 7) % 7
  return dayPlaced(outlook === 'back' && forward > 0 ? from + forward - 7 : from + forward, 'relative')
}

function placeDayOfMonth(day: number, context: Context, bound: Bound | null): Placed | null {
  const anchor = bound === null ? (context.isNews ? context.document : context.narrative.now)?.days.end : bound.day
  if (anchor === undefined) return null
  const { year, month } = civilOf(anchor)
  if (day > daysInMonth(year, month)) return null
  return dayPlaced(dayOf({ year, month, day }), 'context')
}

function dayPlaced(day: Day, basis: Placed['basis']): Placed {
  return { days: { start: day, end: day }, unit: 'day', basis }
}

function placeRange(from: Expression, to: Expression, context: Context, bound: Bound | null): Placed | null {
  const isOpenFirst = !holdsYear(from)
  const last = isOpenFirst && holdsYear(to) ? place(to, context, bound) : null
  const first = place(from, context, last === null ? bound : { side: 'before', day: last.days.end })
  if (first === null) return null
  const end =
    last ??
    place(
      to,
      { ...context, narrative: startingAt(first) },
      holdsYear(to) ? bound : { side: 'after', day: first.days.start },
    )
  if (end === null || end.days.end < first.days.start) return null
  const basis = holdsYear(from) || holdsYear(to) ? 'explicit' : first.basis
  return { days: { start: first.days.start, end: end.days.end }, unit: coarser(first.unit, end.unit), basis }
}

const order: readonly Unit[] = ['day', 'weekend', 'week', 'fortnight', 'month', 'quarter', 'year', 'decade', 'century']

function coarser(one: Unit, other: Unit): Unit {
  return order.indexOf(one) > order.indexOf(other) ? one : other
}

function placeOrigin(origin: Origin, context: Context): Placed | null {
  const { now, last, lastIn } = context.narrative
  if (origin === 'last') return last ?? (context.isNews ? context.document : null)
  if (origin === 'narrative')
    return (lastIn === context.sentence ? last : now) ?? (context.isNews ? context.document : null)
  if (origin === 'document') return isHistory(context) ? now : (context.document ?? now)
  return place(origin, context)
}

/** Days behind the narrative beyond which "last month" is not the writer's, but the narrative's. */
const longAgo = 4 * 365

/** Whether the text tells of a time long before it was written. */
function isHistory({ narrative: { now }, document, isNews, outlook, isPast }: Context): boolean {
  return !isNews && (outlook === 'back' || isPast) && document !== null && isLongAgo(now, document)
}

/** Whether the narrative is at a day, week or month long before the document. */
function isLongAgo(now: Placed | null, document: Placed): boolean {
  if (now === null || isCoarse(now)) return false
  return document.days.start - now.days.end > longAgo
}

function basisOf(origin: Origin, context: Context): Placed['basis'] {
  if (origin === 'document') return context.document === null || isHistory(context) ? 'relative' : 'document'
  return 'relative'
}

/** The day or unit that lies `count` units from the origin, or the stretch of them beside it. */
function shifted(
  kind: 'shift' | 'whole' | 'stretch',
  unit: Unit,
  count: number,
  origin: Placed,
): { days: Days; unit: Unit } {
  const { start, end } = origin.days
  if (kind === 'stretch') {
    const length = Math.abs(count) * (unit === 'week' ? 7 : 1)
    const days = count > 0 ? { start: end + 1, end: end + length } : { start: start - length, end: start - 1 }
    return { days, unit: 'week' }
  }
  const civil = civilOf(count < 0 ? start : end)
  switch (unit) {
    case 'day':
      return { days: count === 0 ? { start, end } : at(count < 0 ? start + count : end + count), unit }
    case 'fortnight':
    case 'week': {
      const length = unit === 'week' ? 7 : 14
      const day = (count < 0 ? start : end) + count * length
      if (kind === 'shift')
        return {
          days: origin.unit === 'day' ? at(day) : { start: start + count * length, end: end + count * length },
          unit: origin.unit,
        }
      const monday = day - weekdayOf(day)
      return { days: { start: monday, end: monday + length - 1 }, unit }
    }
    case 'weekend': {
      const saturday = end - weekdayOf(end) + 5 + count * 7
      return { days: { start: saturday, end: saturday + 1 }, unit }
    }
    case 'month': {
      const month = civilOf(addMonths(count < 0 ? start : end, count))
      return { days: monthsOf(month.year, month.month), unit }
    }
    case 'quarter': {
      const quarter = Math.floor((civil.month - 1) / 3) + count
      return { days: monthsOf(civil.year, quarter * 3 + 1, quarter * 3 + 3), unit }
    }
    case 'year':
      return { days: yearsOf(civil.year + count), unit }
    case 'decade': {
      const first = Math.floor(civil.year / 10) * 10 + count * 10
      return { days: yearsOf(first, first + 9), unit }
    }
    case 'century': {
      const first = Math.floor(civil.year / 100) * 100 + count * 100
      return { days: yearsOf(first, first + 99), unit }
    }
  }
}

function at(day: Day): Days {
  return { start: day, end: day }
}

function placeTurn({ turn, of }: Expression & { kind: 'turn' }, context: Context): Placed | null {
  const base = placeOrigin('document', context)
  if (base === null) return null
  const basis = basisOf('document', context)
  const today = base.days.end
  if (of.kind === 'calendar' && of.weekday !== null) {
    const back = (weekdayOf(today) - of.weekday + 7) % 7
    const day =
      turn === 'last' ? today - (back === 0 ? 7 : back) : today - back + (turn === 'present' && back === 0 ? 0 : 7)
    return dayPlaced(day, basis)
  }
  const { year } = civilOf(today)
  for (const candidate of turn === 'last' ? [year, year - 1, year - 2] : turn === 'next' ? [year, year + 1] : [year]) {
    const placed = withYear(of, candidate, context)
    if (placed === null) continue
    const isFitting = turn === 'present' || (turn === 'last' ? placed.days.end < today : placed.days.start > today)
    if (isFitting) return { ...placed, basis }
  }
  return null
}

function withYear(of: Expression, year: number, context: Context): Placed | null {
  return of.kind === 'calendar' || of.kind === 'season' ? place({ ...of, year }, context) : null
}

/** The piece of a period, by the codebook: thirds of a month are days 1-10, 11-20 and the rest, of a year four months. */
function pieceOf({ days, unit }: Placed, part: Part): { days: Days; unit: Unit } {
  if (part.kind === 'units') return unitsOf(days, part)
  const { from, to, count } = part
  const first = civilOf(days.start)
  const last = civilOf(days.end)
  const months = (last.year - first.year) * 12 + last.month - first.month + 1
  const fillsMonths = first.day === 1 && last.day === daysInMonth(last.year, last.month)
  if (fillsMonths && months === 1) {
    const size = count === 3 ? 10 : Math.floor(30 / count)
    const start = days.start + from * size
    return { days: { start, end: to === count - 1 ? days.end : days.start + (to + 1) * size - 1 }, unit: 'month' }
  }
  if (fillsMonths && months % 12 === 0 && months > 12) {
    const years = months / 12
    const cut = (index: number) =>
      first.year + Math.round((years * index) / count + (count === 3 && index > 0 ? 0.17 : 0))
    return { days: yearsOf(cut(from), cut(to + 1) - 1), unit: 'year' }
  }
  if (fillsMonths && months % count === 0) {
    const size = months / count
    return {
      days: monthsOf(first.year, first.month + from * size, first.month + (to + 1) * size - 1),
      unit: unit === 'year' ? 'quarter' : unit === 'quarter' ? 'month' : unit,
    }
  }
  const length = days.end - days.start + 1
  const cut = (index: number) => days.start + Math.floor((length * index) / count)
  return { days: { start: cut(from), end: Math.max(cut(from), cut(to + 1) - 1) }, unit }
}

function unitsOf(days: Days, { unit, from, count, fromEnd }: Part & { kind: 'units' }): { days: Days; unit: Unit } {
  if (unit === 'month') {
    const edge = civilOf(fromEnd ? days.end : days.start)
    const first = fromEnd ? edge.month - from - count + 1 : edge.month + from
    return { days: monthsOf(edge.year, first, first + count - 1), unit }
  }
  if (unit === 'weekend') {
    const saturday = days.start + ((5 - weekdayOf(days.start) + 7) % 7) + from * 7
    return { days: { start: saturday, end: saturday + 1 }, unit }
  }
  const size = (unit === 'week' ? 7 : 1) * count
  const skip = (unit === 'week' ? 7 : 1) * from
  const start = fromEnd ? days.end - skip - size + 1 : days.start + skip
  return { days: { start, end: start + size - 1 }, unit }
}
