import { calendar, type Expression, type Found } from '../expression.ts'
import type { Scan, YearRead } from './scan.ts'

/**
 * Years and longer: "2015", "2007/08", "1914-18", "the 1990s", "the nineteenth century", "490 BC".
 *
 * @param isInside within a longer expression that vouches for the number as a year ("late 2013")
 */
export function yearsAt(scan: Scan, at: number, isInside: boolean): Found | null {
  return decadeAt(scan, at) ?? centuryAt(scan, at) ?? yearAt(scan, at, isInside)
}

function yearAt(scan: Scan, at: number, isInside: boolean): Found | null {
  const hasNoun = scan.word(at) === 'year' || scan.word(at) === 'years'
  const year = scan.year(hasNoun ? at + 1 : at)
  if (year === null) return null
  const from = hasNoun ? at + 1 : at
  if (!isInside && !standsAsYear(scan, from, year)) return null
  const short = shortEnd(scan, year)
  if (short !== null) {
    if (short.year === year.year + 1 && tellsOfBudgets(scan, from, short.to)) {
      const expression: Expression = {
        kind: 'range',
        from: calendar({ year: year.year, month: 7 }),
        to: calendar({ year: short.year, month: 6 }),
      }
      return { from, to: short.to, rule: 'date.fiscal-year', expression }
    }
    return years(from, short.to, 'date.year-range', year.year, short.year)
  }
  if (isQuantity(scan, from, year) && !hasNoun) return null
  return { from, to: year.to, rule: 'date.year', expression: calendar({ year: year.year }) }
}

/** How far from a year its budget may stand. */
const budgetReach = 6

/** Fiscal years run from July to June, as those of peace operations do. */
function tellsOfBudgets(scan: Scan, from: number, to: number): boolean {
  for (let at = from - budgetReach; at < to + budgetReach; at++) {
    if (/^(?:budgets?|budgetary|fiscal|financial|appropriations?)$/.test(scan.word(at))) return true
  }
  return false
}

/** The second year of "2007/08", "1914-18" or "1994-5". */
function shortEnd(scan: Scan, first: YearRead): { year: number; to: number } | null {
  const at = first.to
  if (!(scan.isHyphen(at) || scan.word(at) === '/') || !scan.isTight(at) || !scan.isTight(at + 1)) return null
  const digits = scan.word(at + 1)
  if (!/^\d\d?$/.test(digits)) return null
  if ((scan.isHyphen(at + 2) || scan.word(at + 2) === '/') && scan.isTight(at + 3)) return null
  const turn = digits.length === 2 ? 100 : 10
  const year = Math.floor(first.year / turn) * turn + Number(digits)
  const last = year < first.year ? year + turn : year
  return last > first.year && last - first.year < 50 ? { year: last, to: at + 2 } : null
}

function decadeAt(scan: Scan, at: number): Found | null {
  const hasArticle = scan.word(at) === 'the'
  let from = hasArticle ? at + 1 : at
  const isQuote = /^['’‘]$/.test(scan.text(from))
  if (isQuote) from++
  const word = scan.word(from)
  const [, full, short] = /^(?:(\d{3}0)|(\d0))s$/.exec(word) ?? []
  if (full !== undefined) return decade(at, from + 1, Number(full))
  if (short !== undefined && (isQuote || isDecadeBefore(scan, from - 1))) {
    return decade(at, from + 1, 1900 + Number(short))
  }
  const year = scan.integer(from)
  const isPlural = scan.word(from + 1) === "'s" && scan.isTight(from + 1)
  if (year !== null && year >= 1000 && year <= 2090 && year % 10 === 0 && isPlural && isDecadeBefore(scan, from - 1)) {
    return decade(at, from + 2, year)
  }
  const named = scan.words.decades.get(word)
  const isNamed = named !== undefined && isDecadeBefore(scan, from - 1) && !isOfAge(scan, at)
  return isNamed ? decade(at, from + 1, 1900 + named) : null
}

function isDecadeBefore(scan: Scan, at: number): boolean {
  const word = scan.word(at)
  return word === 'the' || scan.words.thirds.has(word) || (scan.isHyphen(at) && scan.word(at - 1) === 'mid')
}

/** "in their fifties". */
function isOfAge(scan: Scan, at: number): boolean {
  return /^(?:his|her|their|my|our|your)$/.test(scan.word(at - 1))
}

function decade(from: number, to: number, year: number): Found {
  const span = year % 100 === 0 && year < 2000 ? 99 : 9
  return {
    from,
    to,
    rule: 'date.decade',
    expression: { kind: 'years', from: year, to: year + span, unit: span === 99 ? 'century' : 'decade' },
  }
}

function centuryAt(scan: Scan, at: number): Found | null {
  const start = scan.word(at) === 'the' ? at + 1 : at
  const phrase = scan.number(start)
  if (phrase?.kind !== 'ordinal' || phrase.low < 2 || phrase.low > 21) return null
  const noun = scan.isHyphen(phrase.to) ? phrase.to + 1 : phrase.to
  if (scan.words.units.get(scan.word(noun)) !== 'century') return null
  const era = scan.words.eras.get(scan.word(noun + 1))
  const to = era === undefined ? noun + 1 : noun + 2
  const first = era === 'before' ? 1 - phrase.low * 100 : (phrase.low - 1) * 100
  const expression: Expression = { kind: 'years', from: first, to: first + 99, unit: 'century' }
  return { from: at, to, rule: 'date.century', expression }
}

function years(from: number, to: number, rule: string, first: number, last: number): Found {
  return { from, to, rule, expression: { kind: 'years', from: first, to: last, unit: 'year' } }
}

/** A number that counts something or belongs to a longer number. */
function isQuantity(scan: Scan, at: number, year: YearRead): boolean {
  if (year.isCertain) return false
  const phrase = scan.number(at)
  if (phrase !== undefined && (phrase.to > year.to || phrase.kind !== 'cardinal')) return true
  const joint = scan.word(year.to)
  const isGlued = scan.isTight(year.to)
  if (isGlued && (joint === '/' || joint === '%' || joint === '+')) return !followsAsYear(scan, year.to + 1)
  if (isGlued && scan.isHyphen(year.to)) return scan.words.counted.has(scan.word(year.to + 1))
  if (isGlued && (joint === ':' || joint === '.') && scan.isTight(year.to + 1)) {
    return scan.shape(year.to + 1) === 'numeral'
  }
  return scan.words.counted.has(joint) && !(isStrong(scan, at - 1) && year.year % 100 !== 0)
}

function followsAsYear(scan: Scan, at: number): boolean {
  return scan.year(at) !== null || /^\d\d$/.test(scan.word(at))
}

function isStrong(scan: Scan, at: number): boolean {
  return /^(?:in|since|during|until|till)$/.test(scan.word(at))
}

/** Whether a number stands where a year does. Outside of living memory it needs more evidence. */
function standsAsYear(scan: Scan, at: number, { year, to, isCertain }: YearRead): boolean {
  if (isCertain) return true
  const isDotted = scan.word(at - 1) === '.' || scan.word(at - 1) === ':'
  const before = scan.word(isDotted ? at - 2 : at - 1)
  if (isRounded(scan, at)) return true
  if (at > 0 && scan.isTight(at) && !isOpenBefore(scan, at - 1)) return false
  if (scan.words.beforeNumbers.has(before)) return false
  if (before === 'of' && scan.words.totals.has(scan.word(at - 2))) return false
  // "the 1500 in 3:42": a race, not a year.
  if (before === 'the' && year % 100 === 0 && /^(?:in|at|on|by|with)$/.test(scan.word(to))) return false
  if (year >= 1900 && year <= 2050) return true
  const next = scan.word(to)
  if (/^(?:in|since|during|until|till|circa|ca|year|years|late|early|mid)$/.test(before)) return true
  if (before === '(' && (next === ')' || scan.isHyphen(to) || next === ',')) return true
  if (year < 1500) return false
  if (before === 'of' && isDatedNoun(scan, at - 2)) return true
  if (before === ',' && scan.sentence.paragraph.kind === 'heading' && scan.word(to) === '') return true
  if (before === 'the') return scan.shape(to) === 'lower' || scan.isName(to)
  if (scan.isHyphen(to) && scan.year(to + 1) !== null) return true
  return scan.words.beforeYears.has(before) && (scan.isBreak(to) || scan.words.beforeYears.has(next))
}

/** "in about 1910", "founded about 1910". */
function isRounded(scan: Scan, at: number): boolean {
  if (!/^(?:about|around|approximately|roughly)$/.test(scan.word(at - 1))) return false
  return isStrong(scan, at - 2) || scan.words.foundings.has(scan.word(at - 2))
}

/** "the election of 1860", "the Constitution of 1876": what is told by its year. */
function isDatedNoun(scan: Scan, at: number): boolean {
  const noun = scan.word(at)
  return scan.words.events.has(noun) || scan.words.datedNouns.has(noun)
}

/** What may stand right before a year with no space between. */
function isOpenBefore(scan: Scan, at: number): boolean {
  const mark = scan.word(at)
  if (mark === '(' || mark === '[' || mark === '“' || mark === '"' || mark === '‘' || mark === "'") return true
  if (!scan.isHyphen(at) && mark !== '/') return mark === '…' || mark === '...'
  const before = scan.word(at - 1)
  if (scan.year(at - 1) !== null || scan.words.thirds.has(before) || scan.month(at - 1) !== null) return true
  return scan.isHyphen(at) && scan.words.beforeYears.has(before)
}
