import type { Expression, Found } from '../expression.ts'
import type { DateReader } from './parts.ts'
import type { Scan } from './scan.ts'

const joints = new Set(['to', 'until', 'till', 'through', 'thru'])

/**
 * The interval that opens with a date: "25 February–3 March", "from 2000 to 2010", "between March and September 2013",
 * "August-September 2013", "April 2012 until the end of the year". Behind "between" the span begins at the first date.
 */
export function rangeFrom(scan: Scan, first: Found, dateAt: DateReader): Found | null {
  if (!opensRange(first.expression)) return null
  const isDotted = scan.word(first.to) === '.' && scan.isTight(first.to)
  const joint = isDotted ? first.to + 1 : first.to
  const second = secondOf(scan, first, joint, dateAt)
  if (second === null || !closesRange(first.expression, second.expression)) return null
  const expression: Expression = { kind: 'range', from: first.expression, to: second.expression }
  return { from: first.from, to: second.to, rule: 'date.range', expression }
}

function secondOf(scan: Scan, first: Found, joint: number, dateAt: DateReader): Found | null {
  const word = scan.word(joint)
  if (joints.has(word)) return dateAt(scan, joint + 1)
  if (word === 'and') return isBetween(scan, first.from) ? dateAt(scan, joint + 1) : null
  if (word === '/') return scan.isTight(joint) ? behindSlash(first, dateAt(scan, joint + 1)) : null
  // A spaced em dash parts two clauses; a hyphen or en dash joins two dates.
  if (!scan.isHyphen(joint) || (word === '—' && !scan.isTight(joint))) return null
  return dateAt(scan, joint + 1)
}

/** "30 April/1 May": where one end has its day, both have day and month. */
function behindSlash(first: Found, second: Found | null): Found | null {
  if (grainOf(first.expression) !== 'day') return second
  const ends = [first.expression, second?.expression]
  return ends.every((end) => end?.kind === 'calendar' && end.day !== null && end.month !== null) ? second : null
}

/** "between …", "between the end of …", also with "the years" or "the months of" in between. */
function isBetween(scan: Scan, from: number): boolean {
  return [1, 2, 3].some((back) => scan.word(from - back) === 'between')
}

function opensRange(expression: Expression): boolean {
  return grainOf(expression) !== null
}

function closesRange(first: Expression, second: Expression): boolean {
  const [from, to] = [grainOf(first), grainOf(second)]
  if (from === null || to === null) return false
  if (first.kind === 'calendar' && second.kind === 'calendar' && first.month !== null && second.month === null) {
    return second.year !== null || second.weekday !== null
  }
  return true
}

function grainOf(expression: Expression): string | null {
  switch (expression.kind) {
    case 'calendar':
      return expression.day !== null || expression.weekday !== null
        ? 'day'
        : expression.month !== null
          ? 'month'
          : 'year'
    case 'numeric':
    case 'easter':
      return 'day'
    case 'part':
      return grainOf(expression.of)
    case 'season':
    case 'years':
      return expression.kind
    case 'shift':
    case 'whole':
      return expression.unit
    default:
      return null
  }
}
