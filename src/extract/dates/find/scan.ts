import { foldedAt, type Sentence, tokenAt } from '../../analyse/analysis.ts'
import type { NumberPhrase } from '../../analyse/numbers.ts'
import type { Shape } from '../../analyse/words.ts'
import type { DateWords, MonthWord } from '../lexicon.ts'

interface Read {
  /** The token behind what was read. */
  readonly to: number
}

export interface DayRead extends Read {
  readonly day: number
  readonly isOrdinal: boolean
}

export interface MonthRead extends Read, MonthWord {
  /** Behind the dot of an abbreviation, where one stands; a span that ends with the month ends at `to`. */
  readonly next: number
}

export interface YearRead extends Read {
  readonly year: number
  /** Whether it is written so that it can be nothing else: with an era. */
  readonly isCertain: boolean
}

const hyphens = new Set(['-', '‐', '‑', '–', '—', '−'])

/** Reads days, months and years at a place of one sentence. */
export class Scan {
  readonly #numbers: ReadonlyMap<number, NumberPhrase>

  constructor(
    readonly sentence: Sentence,
    readonly words: DateWords,
  ) {
    this.#numbers = new Map(sentence.numbers.map((phrase) => [phrase.from, phrase]))
  }

  word(at: number): string {
    return foldedAt(this.sentence, at)
  }

  text(at: number): string {
    return tokenAt(this.sentence, at).word.text
  }

  shape(at: number): Shape {
    return tokenAt(this.sentence, at).word.shape
  }

  /** Whether a token stands right behind the one before, with no space. */
  isTight(at: number): boolean {
    return !tokenAt(this.sentence, at).spaced
  }

  isHyphen(at: number): boolean {
    return hyphens.has(this.word(at))
  }

  /** A mark or an edge of the sentence. */
  isBreak(at: number): boolean {
    return this.shape(at) === 'mark'
  }

  /** A capitalised word; in a sentence of capitals no word is. */
  isName(at: number): boolean {
    if (this.sentence.isAllCapitals) return false
    const shape = this.shape(at)
    return shape === 'capitalised' || shape === 'upper' || shape === 'mixed'
  }

  number(at: number): NumberPhrase | undefined {
    return this.#numbers.get(at)
  }

  /** One to four plain digits. */
  integer(at: number): number | null {
    const word = this.word(at)
    return word.length <= 4 && /^\d+$/.test(word) ? Number(word) : null
  }

  /** "5", "05", "5th"; "fifth" as an ordinal. */
  day(at: number): DayRead | null {
    const word = this.word(at)
    const [, digits, suffix] = /^(\d{1,2})(st|nd|rd|th|er)?$/.exec(word) ?? []
    if (digits !== undefined) {
      const day = Number(digits)
      return day >= 1 && day <= 31 ? { day, to: at + 1, isOrdinal: suffix !== undefined } : null
    }
    if (this.shape(at) === 'mark') return null
    const phrase = this.number(at)
    return phrase?.kind === 'ordinal' && phrase.low <= 31 ? { day: phrase.low, to: phrase.to, isOrdinal: true } : null
  }

  month(at: number): MonthRead | null {
    const month = this.words.months.get(this.word(at))
    if (month === undefined) return null
    const hasDot = this.word(at + 1) === '.' && this.isTight(at + 1)
    return { ...month, to: at + 1, next: hasDot ? at + 2 : at + 1 }
  }

  /** A year of four digits, or any with an era behind it ("490 BC"). */
  year(at: number): YearRead | null {
    const value = this.integer(at)
    if (value === null || value === 0) return null
    const era = this.words.eras.get(this.word(at + 1))
    if (era !== undefined && this.shape(at + 1) === 'upper') {
      return { year: era === 'before' ? 1 - value : value, to: at + 2, isCertain: true }
    }
    return value >= 1000 && value <= 2100 ? { year: value, to: at + 1, isCertain: false } : null
  }

  /** "'89", or "89" where the sentence is in capitals and `always` two digits would be a year there. */
  shortYear(at: number): YearRead | null {
    const isQuote = /^['’‘]$/.test(this.text(at))
    const digits = this.word(isQuote ? at + 1 : at)
    if (!/^\d\d$/.test(digits) || (isQuote && !this.isTight(at + 1))) return null
    if (!isQuote && !this.sentence.isAllCapitals) return null
    return { year: fullYear(Number(digits)), to: isQuote ? at + 2 : at + 1, isCertain: isQuote }
  }
}

/** The year of two digits: 1950 to 2049. */
export function fullYear(digits: number): number {
  return digits < 50 ? 2000 + digits : 1900 + digits
}
