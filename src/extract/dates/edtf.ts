import { civilOf, type Days, daysInMonth, isoOf } from './calendar.ts'

/**
 * Days as a string of the Extended Date/Time Format: the shortest of a decade ("199X"), years, months or days, one or
 * two of them ("2013-09/2013-12").
 *
 * @returns `null` for years that the four digits of the format's level 0 do not hold
 * @see https://www.loc.gov/standards/datetime/
 */
export function edtfOf(days: Days): string | null {
  const first = civilOf(days.start)
  const last = civilOf(days.end)
  if (first.year < 0 || last.year > 9999) return null
  const opensYear = first.month === 1 && first.day === 1
  const closesYear = last.month === 12 && last.day === 31
  if (opensYear && closesYear) {
    if (first.year % 100 === 0 && last.year === first.year + 99) return `${isoYear(first.year).slice(0, 2)}XX`
    if (first.year % 10 === 0 && last.year === first.year + 9) return `${isoYear(first.year).slice(0, 3)}X`
    return joined(isoYear(first.year), isoYear(last.year))
  }
  const start = isoOf(days.start)
  const end = isoOf(days.end)
  const fillsMonths = first.day === 1 && last.day === daysInMonth(last.year, last.month)
  return fillsMonths ? joined(start.slice(0, 7), end.slice(0, 7)) : joined(start, end)
}

function joined(first: string, last: string): string {
  return first === last ? first : `${first}/${last}`
}

function isoYear(year: number): string {
  return String(year).padStart(4, '0')
}
