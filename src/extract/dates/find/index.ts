import type { Sentence } from '../../analyse/analysis.ts'
import type { Hit, PhraseSet } from '../../analyse/phrases.ts'
import { calendar, type Expression, type Found } from '../expression.ts'
import type { DateWords, Holiday } from '../lexicon.ts'
import { eventAt } from './events.ts'
import { dayAloneAt, dayAndMonthAt, monthAt } from './months.ts'
import { numericAt } from './numeric.ts'
import { partAt } from './parts.ts'
import { rangeFrom } from './ranges.ts'
import { relativeAt } from './relative.ts'
import { Scan } from './scan.ts'
import { seasonAt } from './seasons.ts'
import { turnAt, weekdayAt } from './weekdays.ts'
import { yearsAt } from './years.ts'

/** How deep dates are looked for within dates: "two weeks after the end of the first half of 2013". */
const deepest = 4

/** The dates of a sentence, left to right, never overlapping, and not yet placed on the calendar. */
export function findIn(sentence: Sentence, words: DateWords, holidays: PhraseSet<Holiday>): Found[] {
  if (!mayHoldDate(sentence, words, holidays)) return []
  const scan = new Scan(sentence, words)
  const named = new Map(sentence.hits.of(holidays).map((hit) => [hit.from, hit]))
  const holidayAt = (at: number) => holidayFound(scan, at, named.get(at))
  const single = (scan: Scan, at: number, isInside: boolean): Found | null =>
    numericAt(scan, at) ??
    partAt(scan, at, inside) ??
    dayAndMonthAt(scan, at) ??
    monthAt(scan, at, isInside) ??
    weekdayAt(scan, at, inside) ??
    turnAt(scan, at) ??
    holidayAt(at) ??
    seasonAt(scan, at) ??
    yearsAt(scan, at, isInside) ??
    relativeAt(scan, at, originAt) ??
    dayAloneAt(scan, at)
  let depth = 0
  const inside = (scan: Scan, at: number): Found | null => {
    if (depth >= deepest) return null
    depth++
    const found = single(scan, at, true)
    depth--
    return found
  }
  const originAt = (scan: Scan, at: number): { origin: Expression; to: number } | null => {
    const date = inside(scan, at)
    return date === null ? eventAt(scan, at) : { origin: date.expression, to: date.to }
  }
  const found: Found[] = []
  for (let at = 0; at < sentence.tokens.length; ) {
    const date = single(scan, at, false)
    if (date === null) {
      at++
      continue
    }
    const whole = rangeFrom(scan, date, inside) ?? date
    if (!isOfName(scan, whole)) found.push(whole)
    at = whole.to
  }
  return found
}

/** One cheap pass: most sentences hold no word of a date at all. */
function mayHoldDate(sentence: Sentence, words: DateWords, holidays: PhraseSet<Holiday>): boolean {
  if (sentence.hits.of(holidays).length > 0) return true
  return sentence.tokens.some(({ word }) => word.shape === 'numeral' || words.gate.has(word.folded))
}

/** "14 July Square", "the March 23 Movement", "the Sunday Times": a day or month in the name of something else. */
function isOfName(scan: Scan, { from, to, expression }: Found): boolean {
  if (expression.kind !== 'calendar' || expression.year !== null || scan.sentence.isAllCapitals) return false
  const isNoun = (at: number) =>
    scan.words.namesBehind.has(scan.text(at)) ||
    (scan.isName(at) && scan.words.namesBehind.has(scan.text(at).toLowerCase()))
  return isNoun(to) || (scan.word(from - 1) === 'the' && scan.isName(to) && scan.isName(to + 1) && isNoun(to + 1))
}

function holidayFound(scan: Scan, at: number, hit: Hit<Holiday> | undefined): Found | null {
  // "White Christmas" is a name, not a day.
  if (hit === undefined || scan.shape(at) === 'lower' || (at > 1 && scan.isName(at - 1))) return null
  const joint = scan.word(hit.to)
  const year = scan.year(joint === ',' || joint === 'of' || joint === 'in' ? hit.to + 1 : hit.to)
  const to = year === null ? hit.to : year.to
  const { entry } = hit
  const known = year?.year ?? ('year' in entry ? (entry.year ?? null) : null)
  const expression: Expression =
    'fromEaster' in entry
      ? { kind: 'easter', days: entry.fromEaster, year: known }
      : calendar({ ...entry, year: known })
  return { from: at, to, rule: 'date.holiday', expression }
}
