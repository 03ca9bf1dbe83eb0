import type { Span } from '../model/index.ts'

/** The way between UTF-16 code units, which we count, and Unicode code points, which most other tools count. */
export class CodePoints {
  readonly #length: number
  /** Offsets of the characters that take two code units. */
  readonly #wide: number[] = []

  constructor(text: string) {
    this.#length = text.length
    for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) this.#wide.push(match.index)
  }

  /** A span in code points. */
  of({ start, end }: Span): Span {
    return { start: start - this.#wideBefore(start), end: end - this.#wideBefore(end) }
  }

  /** A span in UTF-16 code units; beyond the text's end where the given one is. */
  toUtf16({ start, end }: Span): Span {
    return { start: this.#offsetOf(start), end: this.#offsetOf(end) }
  }

  /** How many code points the text has. */
  get length(): number {
    return this.#length - this.#wide.length
  }

  #wideBefore(offset: number): number {
    return countUntil(this.#wide.length, (index) => (this.#wide[index] ?? 0) < offset)
  }

  #offsetOf(point: number): number {
    // The wide character with index i is code point number `wide[i] - i`.
    return point + countUntil(this.#wide.length, (index) => (this.#wide[index] ?? 0) - index < point)
  }
}

/** How many of the indexes from 0 on hold, where those that hold come first. */
function countUntil(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}
