import type { Expression, Found, Origin } from '../expression.ts'
import type { Direction, Unit } from '../lexicon.ts'
import { eventAt } from './events.ts'
import type { Scan } from './scan.ts'

/** Reads the date or event that a relative date is counted from ("two days after …"). */
export type OriginReader = (scan: Scan, at: number) => { origin: Expression; to: number } | null

/**
 * Dates told by their distance from another: "that month", "the following day", "last year", "two weeks later",
 * "a year earlier", "the day before", "three days after the vote".
 */
export function relativeAt(scan: Scan, at: number, originAt: OriginReader): Found | null {
  return (
    deicticAt(scan, at) ??
    endingAt(scan, at, originAt) ??
    relatedUnitAt(scan, at) ??
    countedAt(scan, at, originAt) ??
    besideAt(scan, at, originAt) ??
    withinAt(scan, at) ??
    anniversaryAt(scan, at)
  )
}

/** "yesterday". */
function deicticAt(scan: Scan, at: number): Found | null {
  const count = scan.words.deictic.get(scan.word(at))
  return count === undefined ? null : found(at, at + 1, 'date.deictic', shift('day', count, 'document'))
}

/** "that year", "the same year", "last year", "the following year": only those of a year. */
export function relativeYearAt(scan: Scan, at: number): Found | null {
  const related = relatedUnitAt(scan, at)
  if (related === null) return null
  const { expression } = related
  return (expression.kind === 'shift' || expression.kind === 'whole') && expression.unit === 'year' ? related : null
}

/** "the month", "the year": only behind words that take a piece of it ("the end of the month"). */
export function bareUnitAt(scan: Scan, at: number): Found | null {
  const from = scan.word(at) === 'the' ? at + 1 : at
  const unit = scan.words.units.get(scan.word(from))
  if (unit === undefined || unit === 'day' || /s$/.test(scan.word(from))) return null
  if (from === at && unit !== 'year' && unit !== 'month') return null
  return found(at, from + 1, 'date.unit', whole(unit, 0, 'narrative'))
}

function relatedUnitAt(scan: Scan, at: number): Found | null {
  const hasArticle = scan.word(at) === 'the'
  let next = hasArticle ? at + 1 : at
  let relation = scan.words.relations.get(scan.word(next))
  if (relation === undefined) return null
  if (relation === 'same' && scan.word(next + 1) === 'same') next++
  if (scan.word(next + 1) === 'very') next++
  const isArticleless = !hasArticle && scan.word(at) !== 'that' && scan.word(at) !== 'this'
  const bare = scan.word(next)
  const counted = countOf(scan, next + 1)
  if (counted !== null) return stretchOf(at, counted, relation, hasArticle)
  const word = scan.word(next + 1)
  const isPartOfDay = scan.words.partsOfDay.has(word)
  const unit = isPartOfDay ? 'day' : scan.words.units.get(word)
  if (unit === undefined) return null
  const isPlural = !isPartOfDay && word !== unit
  const to = next + 2
  if (relation === 'last' && hasArticle) return null
  if (isPlural) return relation === 'after' && hasArticle ? followingOf(at, to, unit) : null
  if (unit === 'decade' || unit === 'century' || unit === 'quarter') {
    if (relation === 'same' || relation === 'present') return null
  }
  if (relation === 'after' && bare === 'next' && !hasArticle) relation = 'last'
  const isNext = bare === 'next'
  if (relation === 'last' || relation === 'present') {
    // "last night" tells a day, "last week" a week; both are counted from the time of writing.
    if (relation === 'present' && word === 'night') return null
    const count = relation === 'present' ? 0 : isNext ? 1 : -1
    if (unit === 'day')
      return isPartOfDay
        ? found(at, to, 'date.document-unit', shift('day', count, 'document'))
        : relation === 'present'
          ? found(at, to, 'date.same-unit', shift('day', 0, 'narrative'))
          : null
    return found(at, to, 'date.document-unit', whole(unit, count, 'document'))
  }
  if (isArticleless && relation !== 'same') {
    if (relation === 'before' || bare === 'following') return null
  }
  const origin = relation === 'same' ? 'last' : 'narrative'
  const count = relation === 'same' ? 0 : relation === 'before' ? -1 : 1
  const rule = relation === 'same' ? 'date.same-unit' : 'date.next-unit'
  return found(at, to, rule, unit === 'day' ? shift('day', count, origin) : whole(unit, count, origin))
}

/** "the following days" are the seven days behind the date, "the following weeks" the four weeks. */
function followingOf(from: number, to: number, unit: Unit): Found | null {
  if (unit === 'day') return found(from, to, 'date.following', stretch('day', 7, 'narrative'))
  return unit === 'week' ? found(from, to, 'date.following', stretch('week', 4, 'narrative')) : null
}

/** "the next three days", "the previous two weeks"; "the last two weeks" only tells a length. */
function stretchOf(from: number, counted: Counted, relation: string, hasArticle: boolean): Found | null {
  if (hasArticle && relation === 'same') return found(from, counted.to, 'date.same-unit', stretch('day', 0, 'last'))
  if (!hasArticle || (relation !== 'after' && relation !== 'before')) return null
  if (counted.unit !== 'day' && counted.unit !== 'week') return null
  const count = relation === 'after' ? counted.count : -counted.count
  return found(from, counted.to, 'date.following', stretch(counted.unit, count, 'narrative'))
}

interface Counted {
  readonly count: number
  readonly unit: Unit
  /** Behind the unit. */
  readonly to: number
}

/** "two weeks", "a year", "a full week", "12 days". */
function countOf(scan: Scan, at: number): Counted | null {
  const word = scan.word(at)
  let count = 1
  let next = at + 1
  if (word !== 'a' && word !== 'an') {
    const phrase = scan.number(at)
    if (phrase?.kind !== 'cardinal' || !Number.isInteger(phrase.low) || phrase.low > 1000) return null
    count = phrase.low
    next = phrase.to
  }
  if (scan.isHyphen(next)) return null
  if (scan.word(next) === 'full' || scan.word(next) === 'whole') next++
  const unit = scan.words.units.get(scan.word(next))
  if (unit === undefined || unit === 'weekend') return null
  return { count, unit, to: next + 1 }
}

/** "two weeks later", "a year earlier", "ten days ago", "two days after the vote", "a week in advance of the attack". */
function countedAt(scan: Scan, at: number, originAt: OriginReader): Found | null {
  const counted = countOf(scan, at)
  if (counted === null) return null
  const isTime = /^(?:'|'s)$/.test(scan.word(counted.to)) && scan.word(counted.to + 1) === 'time'
  if (isTime) return found(at, counted.to + 2, 'date.ahead', shift(counted.unit, counted.count, 'document'))
  const direction = directionAt(scan, counted.to)
  if (direction === null) return null
  return directed(scan, at, counted, direction, originAt)
}

/** "the day before", "the year after the coup", "the month before that". */
function besideAt(scan: Scan, at: number, originAt: OriginReader): Found | null {
  if (scan.word(at) !== 'the') return null
  const word = scan.word(at + 1)
  if (word === 'eve' && scan.word(at + 2) === 'of') {
    const of = originAt(scan, at + 3)
    return of === null ? null : found(at, of.to, 'date.day-of-event', shift('day', -1, of.origin))
  }
  if (word === 'first' && scan.word(at + 2) === 'day' && scan.word(at + 3) === 'of') {
    const event = eventAt(scan, at + 4)
    return event === null ? null : found(at, event.to, 'date.day-of-event', shift('day', 0, event.origin))
  }
  const isPartOfDay = scan.words.partsOfDay.has(word)
  const unit = isPartOfDay ? 'day' : scan.words.units.get(word)
  if (unit === undefined) return null
  if (word === unit || isPartOfDay) {
    const direction = directionAt(scan, at + 2)
    if (direction !== null && (direction.direction === 'before' || direction.direction === 'after')) {
      return directed(scan, at, { count: 1, unit, to: at + 2 }, direction, originAt)
    }
    if (scan.word(at + 2) !== 'of' || unit !== 'day') return null
    const of = originAt(scan, at + 3)
    return of === null ? null : found(at, of.to, 'date.day-of-event', shift('day', 0, of.origin))
  }
  const isFollowed = scan.word(at + 2) === 'that' && /^(?:followed|ensued)$/.test(scan.word(at + 3))
  const isNamed = /^(?:following|after)$/.test(scan.word(at + 2))
  if (isFollowed) return followingOf(at, at + 4, unit)
  if (!isNamed) return null
  const of = originAt(scan, at + 3)
  if (of === null || (unit !== 'day' && unit !== 'week')) return null
  return found(at, of.to, 'date.following', stretch(unit, unit === 'day' ? 7 : 4, of.origin))
}

/** "the six months to 31 January", "the week ending 5 May", "the four days up to the 7th", "the year that ended in June". */
function endingAt(scan: Scan, at: number, originAt: OriginReader): Found | null {
  if (scan.word(at) !== 'the') return null
  const single = scan.words.units.get(scan.word(at + 1))
  const isSingle = single !== undefined && single === scan.word(at + 1) && single !== 'day'
  const counted = isSingle ? { count: 1, unit: single, to: at + 2 } : countOf(scan, at + 1)
  const of = counted === null ? null : originAt(scan, behindEnding(scan, counted.to))
  if (counted === null || of === null || of.origin.kind === 'event') return null
  const { unit, count } = counted
  return found(at, of.to, 'date.ending', { kind: 'ending', unit, count, of: of.origin })
}

/** Behind "to", "up to", "ending", "that ended on"; behind the sentence where none of them stands. */
function behindEnding(scan: Scan, at: number): number {
  if (scan.word(at) === 'up' && scan.word(at + 1) === 'to') return at + 2
  const verb = scan.word(at) === 'that' || scan.word(at) === 'which' ? at + 1 : at
  if (/^(?:ending|ended|ends)$/.test(scan.word(verb)))
    return /^(?:on|in|at)$/.test(scan.word(verb + 1)) ? verb + 2 : verb + 1
  return /^(?:to|until|till)$/.test(scan.word(at)) ? at + 1 : Number.POSITIVE_INFINITY
}

/** "later in the year", "earlier in the month": the unit that the narrative is in. */
function withinAt(scan: Scan, at: number): Found | null {
  if (scan.word(at) !== 'the' || scan.word(at - 1) !== 'in') return null
  if (!/^(?:later|earlier)$/.test(scan.word(at - 2)) || scan.isHyphen(at + 2)) return null
  return bareUnitAt(scan, at)
}

/** "the sixth anniversary of the coup". */
function anniversaryAt(scan: Scan, at: number): Found | null {
  if (scan.word(at) !== 'the') return null
  const ordinal = scan.number(at + 1)
  const noun = ordinal?.kind === 'ordinal' ? ordinal.to : at + 1
  if (scan.word(noun) !== 'anniversary' || scan.word(noun + 1) !== 'of') return null
  const of = eventAt(scan, noun + 2)
  return found(at, of?.to ?? noun + 1, 'date.anniversary', {
    kind: 'anniversary',
    years: ordinal?.kind === 'ordinal' ? ordinal.low : null,
    of: of?.origin ?? null,
  })
}

interface Directed {
  readonly direction: Direction
  readonly to: number
}

function directionAt(scan: Scan, at: number): Directed | null {
  const direction = scan.words.directions.get(scan.word(at))
  if (direction !== undefined) {
    if (scan.word(at) === 'ahead') return scan.word(at + 1) === 'of' ? { direction: 'before', to: at + 2 } : null
    if (scan.word(at) === 'prior') return { direction, to: scan.word(at + 1) === 'to' ? at + 2 : at + 1 }
    return { direction, to: at + 1 }
  }
  if (scan.word(at) !== 'in' || scan.word(at + 1) !== 'advance') return null
  return { direction: 'before', to: scan.word(at + 2) === 'of' ? at + 3 : at + 2 }
}

function directed(
  scan: Scan,
  at: number,
  counted: Counted,
  { direction, to }: Directed,
  originAt: OriginReader,
): Found | null {
  const { unit } = counted
  const isBack = direction === 'earlier' || direction === 'ago' || direction === 'before'
  const count = isBack ? -counted.count : counted.count
  const rule = direction === 'ago' ? 'date.ago' : 'date.counted'
  if (direction === 'later' || direction === 'earlier') return found(at, to, rule, shift(unit, count, 'narrative'))
  if (direction === 'ago') return found(at, to, rule, shift(unit, count, 'document'))
  const isPointing = scan.word(to) === 'that' || scan.word(to) === 'this'
  if (isPointing && (scan.isBreak(to + 1) || scan.isName(to + 1) || afterRelative.has(scan.word(to + 1)))) {
    return found(at, to + 1, rule, shift(unit, count, 'last'))
  }
  const of = originAt(scan, to)
  if (of !== null) return found(at, of.to, 'date.from-event', shift(unit, count, of.origin))
  const isAlone = scan.isBreak(to) || afterRelative.has(scan.word(to)) || /(?:ed|ught)$/.test(scan.word(to))
  if (!isAlone || scan.word(to) === 'the') return null
  return found(at, to, rule, shift(unit, count, 'narrative'))
}

/** What may follow "the day before", "the day following": no origin of its own. */
const afterRelative = new Set('and when the in on at by while as saw came was were had brought he she they'.split(' '))

function shift(unit: Unit, count: number, origin: Origin): Expression {
  return { kind: 'shift', unit, count, origin }
}

function whole(unit: Unit, count: number, origin: Origin): Expression {
  return { kind: 'whole', unit, count, origin }
}

function stretch(unit: Unit, count: number, origin: Origin): Expression {
  return { kind: 'stretch', unit, count, origin }
}

function found(from: number, to: number, rule: string, expression: Expression): Found {
  return { from, to, rule, expression }
}
