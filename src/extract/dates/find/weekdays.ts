import { calendar, type Expression, type Found, type Turn } from '../expression.ts'
import type { DateReader } from './parts.ts'
import type { Scan } from './scan.ts'

/** "Friday, 5 December 2013", "Tuesday", "Tuesday night", "Tuesday the 5th". */
export function weekdayAt(scan: Scan, at: number, dateAt: DateReader): Found | null {
  const word = scan.words.weekdays.get(scan.word(at))
  if (word === undefined || scan.shape(at) === 'lower') return null
  const dotted = scan.word(at + 1) === '.' && scan.isTight(at + 1) ? at + 2 : at + 1
  const next = scan.word(dotted) === ',' || scan.word(dotted) === '(' ? dotted + 1 : dotted
  const date = scan.word(next) === 'the' ? null : dateAt(scan, next)
  if (date !== null && date.expression.kind === 'calendar' && date.expression.day !== null) {
    return found(at, date.to, date.rule, { ...date.expression, weekday: word.weekday })
  }
  if (date !== null && date.expression.kind === 'numeric') return found(at, date.to, date.rule, date.expression)
  if (word.short || scan.words.nameBefore.has(scan.word(at - 1))) return null
  const to = scan.words.partsOfDay.has(scan.word(at + 1)) ? at + 2 : at + 1
  return found(at, to, 'date.weekday', calendar({ weekday: word.weekday }))
}

/** "last Tuesday", "next May", "this spring", "last summer", "that summer". */
export function turnAt(scan: Scan, at: number): Found | null {
  const relation = scan.words.relations.get(scan.word(at))
  const next = scan.word(at + 1) === 'same' ? at + 2 : at + 1
  const of = namedAt(scan, next)
  if (relation === undefined || of === null || scan.word(at - 1) === 'the') return null
  if (scan.word(at) === 'that') return found(at, next + 1, 'date.turn', of)
  const turn: Turn | null =
    scan.word(at) === 'next' || scan.word(at) === 'following'
      ? 'next'
      : relation === 'last'
        ? 'last'
        : relation === 'present'
          ? 'present'
          : null
  if (turn === null) return null
  const to =
    of.kind === 'calendar' && of.weekday !== null && scan.words.partsOfDay.has(scan.word(next + 1))
      ? next + 2
      : next + 1
  return found(at, to, 'date.turn', { kind: 'turn', turn, of })
}

function namedAt(scan: Scan, at: number): Expression | null {
  const weekday = scan.words.weekdays.get(scan.word(at))
  if (weekday !== undefined && !weekday.short) return calendar({ weekday: weekday.weekday })
  const month = scan.month(at)
  if (month !== null && month.form === 'name') {
    const isVerb = month.doubtful && scan.shape(at) === 'lower'
    return isVerb || scan.day(month.next) !== null ? null : calendar({ month: month.month })
  }
  const season = scan.words.seasons.get(scan.word(at))
  return season === undefined || scan.word(at) === 'fall' ? null : { kind: 'season', season, year: null }
}

function found(from: number, to: number, rule: string, expression: Expression): Found {
  return { from, to, rule, expression }
}
