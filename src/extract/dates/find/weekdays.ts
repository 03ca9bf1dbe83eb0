import { calendar, type Expression, type Found, type Turn } from '../expression.ts'
import type { Relation } from '../lexicon.ts'
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

const narrated: Partial<Record<Relation, Turn>> = { before: 'last', after: 'next' }

function deictic(word: string, relation: Relation): Turn | undefined {
  if (word === 'next' || word === 'following') return 'next'
  return relation === 'last' ? 'last' : relation === 'present' ? 'present' : undefined
}

/**
 * "last Tuesday", "next May", "this spring", "last summer", "that summer", counted from the time of writing; "the
 * following February", "the previous Friday", from where the narrative stands.
 */
export function turnAt(scan: Scan, at: number): Found | null {
  const hasArticle = scan.word(at) === 'the'
  const from = hasArticle ? at + 1 : at
  const relation = scan.words.relations.get(scan.word(from))
  const next = scan.word(from + 1) === 'same' ? from + 2 : from + 1
  const of = namedAt(scan, next)
  if (relation === undefined || of === null || scan.word(at - 1) === 'the') return null
  if (!hasArticle && scan.word(from) === 'that') return found(at, next + 1, 'date.turn', of)
  const turn = hasArticle ? narrated[relation] : deictic(scan.word(from), relation)
  if (turn === undefined) return null
  const isWeekday = of.kind === 'calendar' && of.weekday !== null
  const to = isWeekday && scan.words.partsOfDay.has(scan.word(next + 1)) ? next + 2 : next + 1
  return found(at, to, 'date.turn', { kind: 'turn', turn, of, origin: hasArticle ? 'narrative' : 'document' })
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
