/**
 * A calendar day, counted from 1970-01-01 in the proleptic Gregorian calendar. Plain counts keep the rules fast: a
 * document has many dates to compare. Years are astronomical as in ISO 8601: year 0 is 1 BC.
 */
export type Day = number

/** First and last day covered, both inclusive. */
export interface Days {
  readonly start: Day
  readonly end: Day
}

export interface Civil {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly day: number
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : (lengths[month - 1] ?? 0)
}

export function isCivil({ year, month, day }: Civil): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/**
 * The count of a day that exists.
 *
 * @see https://howardhinnant.github.io/date_algorithms.html#days_from_civil
 */
export function dayOf({ year, month, day }: Civil): Day {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** @see https://howardhinnant.github.io/date_algorithms.html#civil_from_days */
export function civilOf(count: Day): Civil {
  const shifted = count + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** Monday 0 to Sunday 6. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7
}

/** The months `from` to `to` of a year; months beyond 12 or below 1 run into the years beside it. */
export function monthsOf(year: number, from: number, to: number = from): Days {
  const first = carried(year, from)
  const last = carried(year, to)
  return {
    start: dayOf({ ...first, day: 1 }),
    end: dayOf({ ...last, day: daysInMonth(last.year, last.month) }),
  }
}

export function yearsOf(from: number, to: number = from): Days {
  return { start: dayOf({ year: from, month: 1, day: 1 }), end: dayOf({ year: to, month: 12, day: 31 }) }
}

/** The same day of another month, or its last day where it is shorter. */
export function addMonths(day: Day, count: number): Day {
  const civil = civilOf(day)
  const { year, month } = carried(civil.year, civil.month + count)
  return dayOf({ year, month, day: Math.min(civil.day, daysInMonth(year, month)) })
}

/**
 * Easter Sunday of a year in the Gregorian calendar.
 *
 * @see Meeus, Jones and Butcher's algorithm: https://en.wikipedia.org/wiki/Date_of_Easter
 */
export function easterOf(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayOf({ year, month: Math.floor(n / 31), day: (n % 31) + 1 })
}

/** ISO 8601 with four digits of the year, more where it needs them, and a sign before Christ: "-0489-08-12". */
export function isoOf(day: Day): string {
  const civil = civilOf(day)
  const digits = String(Math.abs(civil.year)).padStart(4, '0')
  return `${civil.year < 0 ? '-' : ''}${digits}-${two(civil.month)}-${two(civil.day)}`
}

/** The days of a year, month or day in ISO 8601: "2015", "2015-09", "2015-09-24". */
export function daysOfIso(iso: string): Days {
  const [year = 0, month, day] = iso.split('-').map(Number)
  if (month === undefined) return yearsOf(year)
  if (day === undefined) return monthsOf(year, month)
  const only = dayOf({ year, month, day: Math.min(day, daysInMonth(year, month)) })
  return { start: only, end: only }
}

function carried(year: number, month: number): { year: number; month: number } {
  const index = year * 12 + month - 1
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
