import type { Offset, OffsetMap, Span, TextRun } from '../model/index.ts'
import { isInvisible, isLetter, isSpace, replacementCharacter } from './characters.ts'

/** Whatever can't be taken over as it stands. */
const special =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  / {2,}|[^\S ]|[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFFD\uFB00-\uFB06]/g

type Run = { -readonly [K in keyof TextRun]: TextRun[K] }

/**
 * Builds the clean text of one paragraph from pieces of its source, in reading order, with the map back. White space
 * becomes single spaces, invisible characters go, ligatures come apart.
 */
export class CleanText {
  #parts: string[] = []
  #length = 0
  #endsInSpace = true
  #runs: Run[] = []
  #ranges: { start: Offset; end: Offset }[] = []
  #isRangeOpen = false
  #bars = 0

  /** Takes over the source from `start` to `end`. */
  verbatim(source: string, start: Offset, end: Offset): void {
    const piece = source.slice(start, end)
    special.lastIndex = 0
    let at = 0
    for (let match = special.exec(piece); match !== null; match = special.exec(piece)) {
      this.#take(piece.slice(at, match.index), start + at)
      const [found] = match
      at = match.index + found.length
      const code = found.charCodeAt(0)
      if (isSpace(code)) this.space(start + match.index, start + at)
      else if (isLost(piece, match.index)) this.#take(found, start + match.index)
      else if (!isInvisible(code) && code !== replacementCharacter) {
        this.unit(found.normalize('NFKD'), start + match.index, start + at)
      }
    }
    this.#take(at === 0 ? piece : piece.slice(at), start + at)
  }

  /** Reads a stretch of source as a value of another length, as one unit. */
  unit(value: string, start: Offset, end: Offset): void {
    if (value.trim() === '') {
      this.space(start, end)
      return
    }
    this.#touch(start, end)
    this.#append(value, start, end)
  }

  /** Reads a stretch of source as one space. */
  space(start: Offset, end: Offset): void {
    if (this.#endsInSpace || this.#bars > 0) return
    this.#append(' ', start, end)
  }

  /** Says that what follows stands elsewhere in the source: something else lies between. */
  interrupt(): void {
    this.#isRangeOpen = false
  }

  /** Parts what was read from what will be by a bar, as cells of a row are; several for empty cells between. */
  bar(): void {
    this.#bars++
  }

  /** @returns the clean text with its map and the source ranges, or `null` if nothing is left to read */
  finish(): { text: string; map: OffsetMap; ranges: readonly Span[] } | null {
    this.#trimEnd()
    return this.#length === 0 ? null : { text: this.#parts.join(''), map: this.#runs, ranges: this.#ranges }
  }

  #trimEnd(): void {
    const last = this.#runs.at(-1)
    if (last === undefined || !this.#endsInSpace) return
    this.#parts.push((this.#parts.pop() ?? '').slice(0, -1))
    this.#length--
    this.#endsInSpace = false
    if (last.cleanLength === 1) this.#runs.pop()
    else {
      last.cleanLength--
      last.sourceLength--
    }
  }

  /** Writes the bars that are due before text that starts at an offset; none before the first text. */
  #writeBars(end: Offset): void {
    const bars = `${' |'.repeat(this.#bars)} `
    this.#bars = 0
    this.#trimEnd()
    const last = this.#runs.at(-1)
    if (last === undefined) return
    const start = last.source + last.sourceLength
    if (bars.length !== end - start) this.#append(bars, start, end)
    else {
      // A unit must differ from its source in length; two of them do.
      this.#append(bars.slice(0, -1), start, start + 1)
      this.#append(' ', start + 1, end)
    }
  }

  #take(value: string, start: Offset): void {
    if (value === '') return
    let from = 0
    if (value.startsWith(' ') && (this.#endsInSpace || this.#bars > 0)) from = 1
    if (from === value.length) return
    const end = start + value.length
    this.#touch(start + from, end)
    this.#append(from === 0 ? value : value.slice(from), start + from, end)
  }

  #append(value: string, start: Offset, end: Offset): void {
    const clean = this.#length
    this.#parts.push(value)
    this.#length += value.length
    this.#endsInSpace = value.endsWith(' ')
    const last = this.#runs.at(-1)
    const isEqual = value.length === end - start
    if (
      isEqual &&
      last !== undefined &&
      last.cleanLength === last.sourceLength &&
      last.source + last.sourceLength === start
    ) {
      last.cleanLength += value.length
      last.sourceLength += value.length
    } else {
      this.#runs.push({ clean, cleanLength: value.length, source: start, sourceLength: end - start })
    }
  }

  #touch(start: Offset, end: Offset): void {
    if (this.#bars > 0) this.#writeBars(start)
    const last = this.#ranges.at(-1)
    if (this.#isRangeOpen && last !== undefined) last.end = end
    else this.#ranges.push({ start, end })
    this.#isRangeOpen = true
  }
}

/** A replacement character inside a word stands for a letter; elsewhere it is dirt. */
function isLost(text: string, at: Offset): boolean {
  return (
    text.charCodeAt(at) === replacementCharacter &&
    isLetter(text.charCodeAt(at - 1)) &&
    isLetter(text.charCodeAt(at + 1))
  )
}
