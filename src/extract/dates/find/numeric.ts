import { calendar, type Found } from '../expression.ts'
import { fullYear, type Scan } from './scan.ts'

const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/
const twoDigits = /^\d{1,2}$/
const yearDigits = /^(?:\d{4}|\d{2})$/

/**
 * Dates in numerals only: "2014-03-12", "2014-03-12T10:00Z", "12/03/2014", "12.3.2014", "3-12-14". Which of two small
 * numbers is the day, the document decides.
 */
export function numericAt(scan: Scan, at: number): Found | null {
  const first = scan.word(at)
  if (scan.isTight(at) && at > 0 && /[/.\-–]/.test(scan.word(at - 1))) return null
  const [, one, two, year] = dotted.exec(first) ?? []
  // "version 2.10.14"
  if (one !== undefined && scan.words.beforeNumbers.has(scan.word(at - 1))) return null
  if (one !== undefined && two !== undefined && year !== undefined) return dottedDate(at, one, two, year)
  const separator = scan.word(at + 1)
  if ((separator !== '/' && separator !== '-') || !scan.isTight(at + 1) || !scan.isTight(at + 2)) return null
  const isTriple = scan.word(at + 3) === separator && scan.isTight(at + 3) && scan.isTight(at + 4)
  if (!isTriple) return null
  if (/^\d{4}$/.test(first) && /^\d\d?$/.test(scan.word(at + 2))) return iso(scan, at)
  if (!twoDigits.test(first) || !twoDigits.test(scan.word(at + 2)) || !yearDigits.test(scan.word(at + 4))) return null
  const isLonger = (scan.word(at + 5) === separator || scan.word(at + 5) === ',') && scan.isTight(at + 6)
  if (isLonger && scan.shape(at + 6) === 'numeral') return null
  return numeric(at, at + 5, first, scan.word(at + 2), scan.word(at + 4))
}

/** Between dots the day stands first, wherever it can. */
function dottedDate(at: number, one: string, two: string, year: string): Found | null {
  const found = numeric(at, at + 1, one, two, year)
  if (found?.expression.kind !== 'numeric' || Number(two) > 12) return found
  const expression = calendar({ year: found.expression.year, month: Number(two), day: Number(one) })
  return { ...found, expression }
}

function iso(scan: Scan, at: number): Found | null {
  const [, day, time] = /^(\d\d?)(t\d\d)?$/.exec(scan.word(at + 4)) ?? []
  const month = Number(scan.word(at + 2))
  if (day === undefined || month < 1 || month > 12 || Number(day) < 1 || Number(day) > 31) return null
  let to = at + 5
  while (time !== undefined && scan.isTight(to) && /^[:+\-.\dz]+$/.test(scan.word(to))) to++
  const expression = calendar({ year: Number(scan.word(at)), month, day: Number(day) })
  return { from: at, to, rule: 'date.iso', expression }
}

function numeric(from: number, to: number, one: string, two: string, yearText: string): Found | null {
  const [first, second] = [Number(one), Number(two)]
  const year = yearText.length === 4 ? Number(yearText) : fullYear(Number(yearText))
  const isPossible = (first <= 12 && second <= 31) || (first <= 31 && second <= 12)
  if (!isPossible || first < 1 || second < 1 || year < 1000 || year > 2100) return null
  return { from, to, rule: 'date.numeric', expression: { kind: 'numeric', first, second, year } }
}
