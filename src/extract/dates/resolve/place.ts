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
import { type Expression, holdsYear, type Origin, type YearRef } from '../expression.ts'
import type { Unit } from '../lexicon.ts'
import type { Context, Placed } from './context.ts'
import { isCoarse, startingAt } from './narrative.ts'
import { pieceOf } from './piece.ts'
import { endingWith, shifted } from './shift.ts'
import { inNearestYear } from './year.ts'

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
      if (origin !== null && expression.kind === 'stretch' && expression.count === 0)
        return { ...origin, basis: 'relative' }
      if (origin === null || !isFineEnough(origin, expression.unit)) return null
      const basis = basisOf(expression.origin, context)
      return { ...shifted(expression.kind, expression.unit, expression.count, origin), basis }
    }
    case 'ending': {
      const of = place(expression.of, context)
      return of === null ? null : { ...of, ...endingWith(expression.unit, expression.count, of.days.end) }
    }
    case 'turn':
      return placeTurn(expression, context)
    case 'anniversary':
      return placeAnniversary(expression, context)
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
  const placed = inNearestYear(context, daysIn)
  return placed === null ? null : { ...placed, unit }
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
  const anchor = bound === null ? monthOfDay(context)?.days.end : bound.day
  if (anchor === undefined) return null
  const { year, month } = civilOf(anchor)
  if (day > daysInMonth(year, month)) return null
  return dayPlaced(dayOf({ year, month, day }), 'context')
}

/** A day alone lies in the month told last in its paragraph, else in that of the narrative or the news. */
function monthOfDay({ narrative: { now, last, lastIn }, sentence, document, isNews }: Context): Placed | null {
  const isNear = lastIn?.paragraph === sentence.paragraph && last !== null && !isCoarse(last)
  return isNear ? last : isNews ? document : now
}

function dayPlaced(day: Day, basis: Placed['basis']): Placed {
  return { days: { start: day, end: day }, unit: 'day', basis }
}

function placeRange(from: Expression, to: Expression, context: Context, bound: Bound | null): Placed | null {
  const isOpenFirst = !holdsYear(from)
  const isTold = holdsYear(to) || (to.kind === 'calendar' && to.year !== null)
  const last = isOpenFirst && isTold ? place(to, context, bound) : null
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

function placeAnniversary({ years, of }: Expression & { kind: 'anniversary' }, context: Context): Placed | null {
  const event = of === null || years === null ? null : place(of, context)
  if (event !== null && years !== null) return dayPlaced(addMonths(event.days.start, 12 * years), 'relative')
  const { last, lastIn } = context.narrative
  return last !== null && lastIn === context.sentence && last.unit === 'day' ? { ...last, basis: 'relative' } : null
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

/** Behind January "the following February" is that of the next year; the nearer one were "the following month". */
function placeTurn({ turn, of, origin }: Expression & { kind: 'turn' }, context: Context): Placed | null {
  const base = placeOrigin(origin, context) ?? placeOrigin('document', context)
  if (base === null) return null
  const basis = basisOf(origin, context)
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
    const from = origin === 'narrative' && placed.unit === 'month' ? today + 31 : today
    const isFitting = turn === 'present' || (turn === 'last' ? placed.days.end < today : placed.days.start > from)
    if (isFitting) return { ...placed, basis }
  }
  return null
}

function withYear(of: Expression, year: number, context: Context): Placed | null {
  return of.kind === 'calendar' || of.kind === 'season' ? place({ ...of, year }, context) : null
}
