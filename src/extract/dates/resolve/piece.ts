import { civilOf, type Days, daysInMonth, monthsOf, weekdayOf, yearsOf } from '../calendar.ts'
import type { Part } from '../expression.ts'
import type { Unit } from '../lexicon.ts'
import type { Placed } from './context.ts'

/** The piece of a period, by the codebook: thirds of a month are days 1-10, 11-20 and the rest, of a year four months. */
export function pieceOf({ days, unit }: Placed, part: Part): { days: Days; unit: Unit } {
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
