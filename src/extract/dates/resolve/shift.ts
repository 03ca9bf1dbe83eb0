import { addMonths, civilOf, type Day, type Days, monthsOf, weekdayOf, yearsOf } from '../calendar.ts'
import type { Unit } from '../lexicon.ts'
import type { Placed } from './context.ts'

/** The day or unit that lies `count` units from the origin, or the stretch of them beside it. */
export function shifted(
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

/** The `count` units whose last day is `end`. */
export function endingWith(unit: Unit, count: number, end: Day): { days: Days; unit: Unit } {
  const days = unit === 'day' ? 1 : unit === 'week' ? 7 : unit === 'fortnight' ? 14 : null
  const start = days === null ? addMonths(end + 1, -count * (monthsIn[unit] ?? 1)) : end + 1 - count * days
  return { days: { start, end }, unit: unit === 'day' ? 'week' : unit }
}

const monthsIn: Partial<Record<Unit, number>> = { quarter: 3, year: 12, decade: 120, century: 1200 }

function at(day: Day): Days {
  return { start: day, end: day }
}
