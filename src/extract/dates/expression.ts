import type { Season, Unit } from './lexicon.ts'

/**
 * From where a relative date is counted: where the narrative stands, the date told last, the time of writing, or a date
 * or event of its own.
 */
export type Origin = 'narrative' | 'last' | 'document' | Expression

/** A known year, one that the words tie to another date ("of that year"), or none. */
export type YearRef = number | Expression | null

/**
 * Which piece of a period: `share` `from` to `to` of `count` equal ones ("early" is the first of three, "the second
 * half" the second of two), or `units` such as its first two weeks, counted from its end where `fromEnd`.
 */
export type Part =
  | { readonly kind: 'share'; readonly from: number; readonly to: number; readonly count: number }
  | {
      readonly kind: 'units'
      readonly unit: Unit
      readonly from: number
      readonly count: number
      readonly fromEnd: boolean
    }

/** A date as the words tell it: what is known and what the context must add, kept apart. */
export type Expression =
  | {
      readonly kind: 'calendar'
      readonly year: YearRef
      readonly month: number | null
      readonly day: number | null
      readonly weekday: number | null
    }
  | { readonly kind: 'numeric'; readonly first: number; readonly second: number; readonly year: number }
  /** So many days from Easter Sunday. */
  | { readonly kind: 'easter'; readonly days: number; readonly year: YearRef }
  | { readonly kind: 'season'; readonly season: Season; readonly year: YearRef }
  /** Whole years: a decade, a century, "2007/08". */
  | { readonly kind: 'years'; readonly from: number; readonly to: number; readonly unit: Unit }
  | { readonly kind: 'part'; readonly part: Part; readonly of: Expression }
  | { readonly kind: 'range'; readonly from: Expression; readonly to: Expression }
  /** The unit that lies `count` units from the one that holds the origin; a week or less counts days. */
  | { readonly kind: 'shift'; readonly unit: Unit; readonly count: number; readonly origin: Origin }
  /** The whole unit, Monday to Sunday of a week, that lies `count` from the one that holds the origin. */
  | { readonly kind: 'whole'; readonly unit: Unit; readonly count: number; readonly origin: Origin }
  /** `count` units right behind the origin, or right before it where negative. */
  | { readonly kind: 'stretch'; readonly unit: Unit; readonly count: number; readonly origin: Origin }
  /** A weekday, or a month or season, by its turn: "last Tuesday", "next May". */
  | {
      readonly kind: 'turn'
      readonly turn: Turn
      readonly of: Expression
      readonly origin: 'narrative' | 'document'
    }
  /** `count` units that end with a date: "the six months to 31 January". */
  | { readonly kind: 'ending'; readonly unit: Unit; readonly count: number; readonly of: Expression }
  /** So many years, where told, after an event's day; else the day told just before in the sentence. */
  | { readonly kind: 'anniversary'; readonly years: number | null; readonly of: Expression | null }
  /** The date told for an event, by its noun. */
  | { readonly kind: 'event'; readonly noun: string }

export type Turn = 'last' | 'present' | 'next'

/** A date found in a sentence: the tokens `from` to `to`, half-open, and what they tell. */
export interface Found {
  readonly from: number
  readonly to: number
  readonly rule: string
  readonly expression: Expression
}

/** A calendar date with the parts that are known. */
export function calendar(
  known: { year?: YearRef; month?: number; day?: number; weekday?: number } = {},
): Expression & { kind: 'calendar' } {
  return {
    kind: 'calendar',
    year: known.year ?? null,
    month: known.month ?? null,
    day: known.day ?? null,
    weekday: known.weekday ?? null,
  }
}

/** Whether the words themselves hold the year. */
export function holdsYear(expression: Expression): boolean {
  switch (expression.kind) {
    case 'calendar':
    case 'season':
    case 'easter':
      return typeof expression.year === 'number'
    case 'numeric':
    case 'years':
      return true
    case 'part':
      return holdsYear(expression.of)
    case 'range':
      return holdsYear(expression.from) || holdsYear(expression.to)
    case 'turn':
    case 'ending':
      return holdsYear(expression.of)
    case 'shift':
    case 'whole':
    case 'stretch':
      return typeof expression.origin !== 'string' && holdsYear(expression.origin)
    case 'anniversary':
    case 'event':
      return false
  }
}
