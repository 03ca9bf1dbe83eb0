import { calendar, type Expression, type Found, type Part } from '../expression.ts'
import { bareUnitAt } from './relative.ts'
import type { Scan } from './scan.ts'

/** Reads a date that stands at a place, with `isInside` told that words before it vouch for it. */
export type DateReader = (scan: Scan, at: number) => Found | null

/**
 * Pieces of a period: "early December", "mid-2012", "mid-to-late October", "the end of 2015", "the second half of
 * 2013", "the first week of May", "Q2 2019", "the night of 13 May".
 */
export function partAt(scan: Scan, at: number, dateAt: DateReader): Found | null {
  return (
    quarterCodeAt(scan, at) ??
    thirdAt(scan, at, dateAt) ??
    nounOfAt(scan, at, dateAt) ??
    ordinalOfAt(scan, at, dateAt) ??
    partOfDayAt(scan, at, dateAt)
  )
}

const adjectives = new Set(['early', 'mid', 'late', 'middle'])

/** "early December", "mid-2012", "late in the year", "mid-to-late October". */
function thirdAt(scan: Scan, at: number, dateAt: DateReader): Found | null {
  let next = scan.word(at) === 'the' || scan.word(at) === 'very' ? at + 1 : at
  const first = thirdWord(scan, next)
  if (first === null) return null
  next++
  let last = first
  const joint = behindHyphen(scan, next)
  if (scan.word(joint) === 'to' || scan.word(joint) === 'or') {
    const second = behindHyphen(scan, joint + 1)
    const other = thirdWord(scan, second)
    if (other !== null && other > first) {
      last = other
      next = second + 1
    }
  }
  next = behindHyphen(scan, next)
  const isIn = scan.word(next) === 'in' || scan.word(next) === 'on'
  const of = pieced(scan, isIn ? next + 1 : next, dateAt, isIn)
  if (of === null) return null
  return found(at, of.to, 'date.part', share(first, last, 3, of.expression))
}

function thirdWord(scan: Scan, at: number): number | null {
  const word = scan.word(at)
  return adjectives.has(word) ? (scan.words.thirds.get(word) ?? null) : null
}

function behindHyphen(scan: Scan, at: number): number {
  return scan.isHyphen(at) && scan.isTight(at) ? at + 1 : at
}

/** "the end of 2015", "the beginning of the year", "the latter part of May", "end of March". */
function nounOfAt(scan: Scan, at: number, dateAt: DateReader): Found | null {
  const from = scan.word(at) === 'the' ? at + 1 : at
  const next = scan.word(from) === 'very' ? from + 1 : from
  const word = scan.word(next)
  const third = scan.words.thirds.get(word)
  if (third !== undefined && !(adjectives.has(word) && word !== 'middle')) {
    const isOf = scan.word(next + 1) === 'of'
    const isPlain = word === 'end' && (scan.isHyphen(next + 1) || scan.month(next + 1) !== null)
    if (!isOf && !isPlain) return null
    const of = pieced(scan, isOf ? next + 2 : behindHyphen(scan, next + 1), dateAt, isOf)
    return of === null ? null : found(at, of.to, 'date.part', share(third, third, 3, of.expression))
  }
  const isLatter = word === 'latter' || word === 'later' || word === 'early' || word === 'late' || word === 'middle'
  if (!isLatter || !/^(?:part|half|stages?|days|months)$/.test(scan.word(next + 1)) || scan.word(next + 2) !== 'of')
    return null
  const of = pieced(scan, next + 3, dateAt, true)
  if (of === null) return null
  if (scan.word(next + 1) === 'half') return found(at, of.to, 'date.part', share(1, 1, 2, of.expression))
  const index = word === 'early' ? 0 : word === 'middle' ? 1 : 2
  return found(at, of.to, 'date.part', share(index, index, 3, of.expression))
}

/** "the second half of 2013", "the first two weeks of May", "the last week of March", "the third quarter of 2019". */
function ordinalOfAt(scan: Scan, at: number, dateAt: DateReader): Found | null {
  const from = scan.word(at) === 'the' ? at + 1 : at
  const isLast = /^(?:last|final|closing)$/.test(scan.word(from))
  const isFirst = /^(?:opening|first)$/.test(scan.word(from))
  const ordinal = scan.number(from)
  if (!isLast && !isFirst && ordinal?.kind !== 'ordinal') return null
  const index = isLast || isFirst || ordinal === undefined ? 1 : ordinal.low
  let next = isLast || isFirst || ordinal === undefined ? from + 1 : ordinal.to
  const counted = scan.number(next)
  const count = counted?.kind === 'cardinal' ? counted.low : scan.word(next) === 'few' ? 3 : 1
  if (counted?.kind === 'cardinal' || scan.word(next) === 'few') next = counted?.to ?? next + 1
  const noun = scan.word(next)
  const divisor = noun === 'half' ? 2 : noun === 'quarter' ? 4 : noun === 'third' ? 3 : null
  const unit = scan.words.units.get(noun)
  if (divisor === null && unit !== 'day' && unit !== 'week' && unit !== 'month' && unit !== 'weekend') return null
  const joint = scan.word(next + 1)
  if (joint !== 'of' && joint !== 'in' && !(divisor !== null && scan.year(next + 1) !== null)) return null
  const of = pieced(scan, joint === 'of' || joint === 'in' ? next + 2 : next + 1, dateAt, true)
  if (of === null) return null
  if (divisor !== null) {
    const share0 = isLast ? divisor - 1 : index - 1
    return share0 < divisor ? found(at, of.to, 'date.part', share(share0, share0, divisor, of.expression)) : null
  }
  if (unit === undefined) return null
  // "the last days of May" are its end, "the first days" its beginning.
  if (noun === 'days' && counted?.kind !== 'cardinal') {
    const third = isLast ? 2 : 0
    return found(at, of.to, 'date.part', share(third, third, 3, of.expression))
  }
  const width = noun === 'weeks' && count === 1 ? 2 : count
  return found(at, of.to, 'date.part', {
    kind: 'part',
    part: { kind: 'units', unit, from: index - 1, count: width, fromEnd: isLast },
    of: of.expression,
  })
}

/** "Q2 2019", "2019 Q2", "H1 of 2019". */
function quarterCodeAt(scan: Scan, at: number): Found | null {
  const leading = scan.year(at)
  const code = leading === null ? at : leading.to
  const written = scan.word(code)
  const [, letter, digit] = /^([qh])([1-4])$/.exec(/^[1-4][qh]$/.test(written) ? turned(written) : written) ?? []
  const count = letter === 'q' ? 4 : 2
  if (letter === undefined || Number(digit) > count) return null
  const hasJoint = scan.word(code + 1) === 'of' || scan.word(code + 1) === '/' || scan.isHyphen(code + 1)
  const next = hasJoint ? code + 2 : code + 1
  const year = leading ?? scan.year(next)
  if (year === null) return null
  const of = calendar({ year: year.year })
  const to = leading === null ? year.to : code + 1
  return found(at, to, 'date.quarter', share(Number(digit) - 1, Number(digit) - 1, count, of))
}

/** "3q" as "q3". */
function turned(code: string): string {
  return code.slice(1) + code.slice(0, 1)
}

/** "the night of 13 May", "the small hours of 2 June", "the week of 5 May", "the weekend of 13-14 April". */
function partOfDayAt(scan: Scan, at: number, dateAt: DateReader): Found | null {
  let next = scan.word(at) === 'the' ? at + 1 : at
  if (/^(?:early|late|very)$/.test(scan.word(next))) next++
  const noun = scan.word(next)
  const isDay = scan.words.partsOfDay.has(noun) || noun === 'hours'
  const unit = scan.words.units.get(noun)
  if (!isDay && unit !== 'week' && unit !== 'weekend' && unit !== 'month' && unit !== 'year') return null
  if (isDay && scan.word(next + 1) === 'hours') next++
  if (isDay && scan.word(next + 1) === 'to' && scan.words.partsOfDay.has(scan.word(next + 2))) next += 2
  const joint = scan.word(next + 1)
  if (joint !== 'of' && !(isDay && joint === 'on')) return null
  const of = dateAt(scan, next + 2)
  if (of === null) return null
  const { expression } = of
  if (unit === 'month' || unit === 'year') {
    const isNamed = expression.kind === 'calendar' && expression.day === null
    return isNamed ? found(at, of.to, of.rule, expression) : null
  }
  if (unit === 'week' && isDated(expression)) {
    return found(at, of.to, 'date.week-of', { kind: 'whole', unit: 'week', count: 0, origin: expression })
  }
  return isDated(expression) ? found(at, of.to, of.rule, expression) : null
}

/** Whether it comes down to single days. */
function isDated(expression: Expression): boolean {
  switch (expression.kind) {
    case 'calendar':
      return expression.day !== null || expression.weekday !== null
    case 'numeric':
    case 'easter':
      return true
    case 'range':
      return isDated(expression.from) && isDated(expression.to)
    case 'shift':
      return expression.unit === 'day'
    case 'turn':
      return isDated(expression.of)
    default:
      return false
  }
}

/** A period that can be cut in pieces, or the weekday of "late Tuesday". */
function pieced(scan: Scan, at: number, dateAt: DateReader, isOf: boolean): Found | null {
  const date = dateAt(scan, at) ?? (isOf ? bareUnitAt(scan, at) : null)
  if (date === null) return null
  const { expression } = date
  if (isDated(expression) || expression.kind === 'event' || expression.kind === 'stretch') return null
  if (expression.kind === 'range') return null
  return date
}

function share(from: number, to: number, count: number, of: Expression): Expression {
  const part: Part = { kind: 'share', from, to, count }
  return { kind: 'part', part, of }
}

function found(from: number, to: number, rule: string, expression: Expression): Found {
  return { from, to, rule, expression }
}
