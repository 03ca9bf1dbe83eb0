import { calendar, type Expression, type Found, type YearRef } from '../expression.ts'
import { relativeYearAt } from './relative.ts'
import type { MonthRead, Scan } from './scan.ts'

/**
 * Dates with a day and a month, in any order and abbreviation: "24 March 2013", "the 5th of May", "March 24, 2013",
 * "5-6 December", "15 de enero de 2014". Days joined by "and" are one date where they follow one another.
 */
export function dayAndMonthAt(scan: Scan, at: number): Found | null {
  return dayFirst(scan, at) ?? monthFirst(scan, at) ?? yearFirst(scan, at)
}

/** A month with its year, or alone where it stands as a month does: "December 2012", "in September". */
export function monthAt(scan: Scan, at: number, isInside: boolean): Found | null {
  const month = scan.month(at)
  if (month === null) return null
  const year = yearBehind(scan, month.next)
  if (year !== null) {
    if (month.form !== 'name' && scan.shape(at) === 'lower' && month.form === 'short') return null
    return found(at, year.to, 'date.month-year', calendar({ year: year.year, month: month.month }))
  }
  if (!isInside && !standsAsMonth(scan, at, month)) return null
  if (isInside && scan.shape(at) === 'lower' && month.doubtful) return null
  return found(at, month.to, 'date.month', calendar({ month: month.month }))
}

/** A day alone, "on the 9th": the month is told before it. */
export function dayAloneAt(scan: Scan, at: number): Found | null {
  if (scan.word(at) !== 'the' || scan.shape(at + 1) !== 'numeral') return null
  const day = scan.day(at + 1)
  if (day === null || !day.isOrdinal || !/^(?:on|by|until|till|from|since|of)$/.test(scan.word(at - 1))) return null
  const isInitial = at === 1 && scan.isName(day.to)
  if (!isInitial && !scan.isBreak(day.to) && !afterDay.has(scan.word(day.to))) return null
  return found(at, day.to, 'date.day', calendar({ day: day.day }))
}

/** What may follow "the 9th" where it is a day: no noun that it could count. */
const afterDay = new Set(
  'the a an and at in that which who where as to of he she they it we his her their when while with after before two three'.split(
    ' ',
  ),
)

/** "2014 May 7". */
function yearFirst(scan: Scan, at: number): Found | null {
  const year = scan.year(at)
  const month = year === null ? null : scan.month(year.to)
  if (year === null || month === null || !scan.isName(year.to) || month.form === 'foreign') return null
  const day = scan.day(month.next)
  if (day === null || isCounted(scan, day.to) || yearBehind(scan, day.to) !== null) return null
  return ofDays(at, day.to, month.month, year.year, [day.day])
}

function dayFirst(scan: Scan, at: number): Found | null {
  const hasArticle = scan.word(at) === 'the'
  const first = scan.day(hasArticle ? at + 1 : at)
  if (first === null || (hasArticle && !first.isOrdinal) || isGluedNumber(scan, at)) return null
  const single = monthBehindDay(scan, first.to, first.isOrdinal)
  if (single !== null) return dated(scan, at, single, [first.day])
  const joint = scan.word(first.to)
  const hasSecondArticle = first.isOrdinal && scan.word(first.to + 1) === 'the'
  const second = scan.day(hasSecondArticle ? first.to + 2 : first.to + 1)
  if (second === null) return null
  const isSpan = scan.isHyphen(first.to) || joint === 'to' || joint === 'until' || joint === 'through' || joint === '/'
  if (isSpan || joint === 'and' || joint === '&') {
    const month = monthBehindDay(scan, second.to, second.isOrdinal)
    if (month !== null) {
      const isNext = second.day === first.day + 1
      if ((isSpan || isNext || isBetween(scan, at)) && second.day > first.day) {
        return dated(scan, at, month, [first.day, second.day])
      }
    }
  }
  const shared = monthOfList(scan, first.to)
  if (shared === null) return null
  const expression = calendar({ year: shared.year, month: shared.month, day: first.day })
  return found(at, first.to, 'date.day-month', expression)
}

/** The month and year at the end of a list of days, "5, 7 and 9 December 2013", for the days before the last. */
function monthOfList(scan: Scan, from: number): { month: number; year: YearRef } | null {
  let at = from
  for (let steps = 0; steps < 6; steps++) {
    const joint = scan.word(at)
    if (joint !== ',' && joint !== 'and' && joint !== 'or' && joint !== '&') return null
    if (joint === ',' && scan.word(at + 1) === 'and') at++
    const day = scan.day(at + 1)
    if (day === null) return null
    const month = monthBehindDay(scan, day.to, day.isOrdinal)
    if (month !== null) return { month: month.month, year: yearBehind(scan, month.next)?.year ?? null }
    at = day.to
  }
  return null
}

function monthBehindDay(scan: Scan, at: number, isOrdinal: boolean): MonthRead | null {
  const of = scan.word(at)
  const skip =
    of === 'de' || of === "d'" || (of === 'of' && isOrdinal) || (scan.isHyphen(at) && scan.isTight(at)) ? 1 : 0
  const month = scan.month(at + skip)
  if (month === null) return null
  // "12 may have died", "3 march out": the verbs are written small, the months in English are not.
  if (month.form !== 'foreign' && scan.shape(at + skip) === 'lower' && month.doubtful) return null
  if (month.form === 'foreign' && of === 'of') return null
  return month
}

function dated(scan: Scan, at: number, month: MonthRead, days: readonly number[]): Found {
  const year = yearBehind(scan, month.next)
  return ofDays(at, year?.to ?? month.to, month.month, year?.year ?? null, days)
}

function ofDays(at: number, to: number, month: number, year: YearRef, days: readonly number[]): Found {
  const [first = 1, last = first] = days
  const [from, until] = [calendar({ year, month, day: first }), calendar({ year, month, day: last })]
  if (first === last) return found(at, to, year === null ? 'date.day-month' : 'date.day-month-year', from)
  return found(at, to, 'date.day-range', { kind: 'range', from, to: until })
}

function monthFirst(scan: Scan, at: number): Found | null {
  const month = scan.month(at)
  if (month === null || (month.doubtful && scan.shape(at) === 'lower') || month.form === 'foreign') return null
  const hasThe = scan.word(month.next) === 'the'
  const first = scan.day(hasThe ? month.next + 1 : month.next)
  if (first === null || (hasThe && !first.isOrdinal)) return null
  // "By the end of May the Second Squadron": an ordinal in words is a name here, unless it stands small.
  if (
    scan.shape(hasThe ? month.next + 1 : month.next) !== 'numeral' &&
    !(hasThe && scan.shape(month.next + 1) === 'lower')
  )
    return null
  if (isGluedNumber(scan, first.to - 1, month.next)) return null
  const joint = scan.word(first.to)
  const second = scan.day(first.to + 1)
  const isSpan = scan.isHyphen(first.to) || joint === 'to' || joint === 'until' || joint === 'through'
  const isPair = second !== null && (joint === 'and' || joint === '&') && second.day === first.day + 1
  const isMonthDay = second !== null && scan.month(second.to) === null && scan.shape(first.to + 1) === 'numeral'
  if (second !== null && isMonthDay && (isSpan || isPair) && second.day > first.day && !isCounted(scan, second.to)) {
    const year = yearBehind(scan, second.to)
    return ofDays(at, year?.to ?? second.to, month.month, year?.year ?? null, [first.day, second.day])
  }
  const year = yearBehind(scan, first.to) ?? yearOfList(scan, first.to)
  return ofDays(at, year?.to ?? first.to, month.month, year?.year ?? null, [first.day])
}

/** The year at the end of "March 5 and 7, 2013", for the days before the last. */
function yearOfList(scan: Scan, at: number): { year: YearRef; to: number } | null {
  const joint = scan.word(at)
  if (joint !== 'and' && joint !== '&' && !scan.isHyphen(at)) return null
  const day = scan.day(at + 1)
  const year = day === null || scan.word(day.to) !== ',' ? null : scan.year(day.to + 1)
  return year === null || isCounted(scan, year.to) ? null : { year: year.year, to: at }
}

/** The year behind a month or day: "2013", ", 2013", "of 2013", "of that year", "last year", "'89". */
function yearBehind(scan: Scan, at: number): { year: YearRef; to: number } | null {
  const word = scan.word(at)
  const skip =
    word === ',' || word === 'of' || word === 'de' || word === 'del' || (scan.isHyphen(at) && scan.isTight(at)) ? 1 : 0
  const year = scan.year(at + skip)
  if (year !== null && !(skip === 1 && (isCounted(scan, year.to) || isGluedYear(scan, year.to)))) {
    return { year: year.year, to: year.to }
  }
  const short = scan.shortYear(at + (word === ',' ? 1 : 0))
  if (short !== null && (short.isCertain || !isCounted(scan, short.to))) return { year: short.year, to: short.to }
  if (skip === 1 && word !== 'of') return null
  const relative = relativeYearAt(scan, at + skip)
  return relative === null ? null : { year: relative.expression, to: relative.to }
}

function isCounted(scan: Scan, at: number): boolean {
  return scan.words.counted.has(scan.word(at))
}

/** "2013-14", "2013/14": more than a year. */
function isGluedYear(scan: Scan, at: number): boolean {
  return scan.word(at) === '/' && scan.isTight(at)
}

/** A number that belongs to a longer one: "3.5", "1-12", "12/5". */
function isGluedNumber(scan: Scan, at: number, before: number = at): boolean {
  const mark = scan.word(before - 1)
  const isOfSpan = mark === '/' && scan.month(before - 2) !== null
  return before === at && scan.isTight(at) && !isOfSpan && (mark === '/' || mark === '$' || mark === '#')
}

function isBetween(scan: Scan, at: number): boolean {
  return scan.word(at - 1) === 'between'
}

/** Whether a month name alone is a month here, not a verb or a name. */
function standsAsMonth(scan: Scan, at: number, month: MonthRead): boolean {
  const shape = scan.shape(at)
  if (month.form === 'foreign' || scan.sentence.tokens.length === 0) return false
  const before = scan.word(at - 1)
  const isIntroduced = scan.words.beforeMonths.has(before) || isMonthJoint(scan, at)
  if (shape === 'lower') return !month.doubtful && isIntroduced
  if (!month.doubtful) return !scan.words.nameBefore.has(before)
  if (isIntroduced && isTemporal(before)) return !isEventTitle(scan, month.to)
  if (scan.isName(month.next) && scan.month(month.next) === null && before !== 'the') return false
  // "the March on the capital", "along the March."
  if (before === 'the' && scan.shape(month.next) !== 'lower' && !isMonthJoint(scan, at)) return false
  if (isIntroduced) return !isEventTitle(scan, month.to)
  return month.form === 'name' && at === 0 && !scan.sentence.isAllCapitals && isFollowedAsMonth(scan, month.next)
}

/** Prepositions behind which no name of a person stands. */
function isTemporal(word: string): boolean {
  return /^(?:in|since|during|until|till|late|early|mid|throughout)$/.test(word)
}

/** "the March on Rome". */
function isEventTitle(scan: Scan, to: number): boolean {
  return scan.word(to) === 'on' && scan.isName(to + 1)
}

/** "March and April", "March-April", "March/April": the other month vouches for this one. */
function isMonthJoint(scan: Scan, at: number): boolean {
  const isJoint = (to: number) =>
    scan.isHyphen(to) || ['/', 'and', 'or', 'to', ',', '&', 'until', 'through'].includes(scan.word(to))
  const before = isJoint(at - 1) ? scan.month(at - 2) : null
  const behind = isJoint(at + 1) ? scan.month(at + 2) : null
  return (before !== null && before.form !== 'foreign') || (behind !== null && behind.form !== 'foreign')
}

function isFollowedAsMonth(scan: Scan, at: number): boolean {
  return scan.word(at) === ':' || scan.isHyphen(at) || scan.word(at) === ''
}

function found(from: number, to: number, rule: string, expression: Expression): Found {
  return { from, to, rule, expression }
}
