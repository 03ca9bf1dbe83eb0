import type { Offset } from '../../model/index.ts'
import {
  isCloser,
  isDigit,
  isHyphen,
  isInvisible,
  isLetter,
  isLineBreak,
  isLower,
  isOpener,
  isSpace,
  isTerminator,
  isUpper,
  replacementCharacter,
} from '../characters.ts'

/** How a line's text begins, quotation marks and brackets aside. */
type Opening = 'upper' | 'lower' | 'digit' | 'other'

/**
 * How a line's text ends, closing marks and footnote digits aside: a sentence ends, a comma or a connecting word wants
 * more, a hyphen may split a word, or nothing of the kind.
 */
type Ending = 'terminal' | 'comma' | 'connecting' | 'hyphen' | 'open'

/** A line that holds text. */
export interface Line {
  /** From 1, blank lines counted. */
  readonly number: number
  /** Where the line itself starts, white space included. */
  readonly lineStart: Offset
  /** Where its text starts and ends, white space and invisible characters at both ends left out. */
  readonly start: Offset
  readonly end: Offset
  /** Where the line break behind it ends. */
  readonly next: Offset
  /** Columns before the text. */
  readonly indent: number
  /** Blank lines before it. */
  readonly gap: number
  /** Form feeds before it since the line before. */
  readonly formFeeds: number
  readonly opening: Opening
  readonly ending: Ending
  /** Whether it has capitals and no small letters. */
  readonly isCapitals: boolean
  /** Length of the list marker that it begins with, white space included; 0 for none. */
  readonly marker: number
  /** Length of its first word. */
  readonly firstWord: number
}

const tabWidth = 8
/** Beyond so many characters a line is no heading, and its letters need not be looked at. */
const looked = 160

/** Cuts a text into the lines that hold text. CR, LF, CRLF, form feed and the Unicode line ends all end a line. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  const length = text.length
  let at = 0
  let number = 1
  let gap = 0
  let formFeeds = 0
  while (at < length) {
    const lineStart = at
    let indent = 0
    let code = text.charCodeAt(at)
    while (at < length && !isLineBreak(code) && isMargin(text, at, code)) {
      if (code === 0x09) indent += tabWidth - (indent % tabWidth)
      else if (isSpace(code)) indent++
      code = text.charCodeAt(++at)
    }
    const start = at
    at = lineEnd(text, at)
    const end = trimmedEnd(text, start, at)
    const breakCode = text.charCodeAt(at)
    const next = at < length ? at + (breakCode === 0x0d && text.charCodeAt(at + 1) === 0x0a ? 2 : 1) : at
    if (end > start) {
      lines.push({
        number,
        lineStart,
        start,
        end,
        next,
        indent,
        gap,
        formFeeds,
        opening: openingOf(text, start, end),
        ending: endingOf(text, start, end),
        isCapitals: isCapitals(text, start, end),
        marker: markerLength(text, start, end),
        firstWord: firstWord(text, start, end),
      })
      gap = 0
      formFeeds = 0
    } else gap++
    if (breakCode === 0x0c) formFeeds++
    at = next
    number++
  }
  return lines
}

/** White space, invisible characters, and a lost character that stands where a tab or bullet was. */
function isMargin(text: string, at: Offset, code: number): boolean {
  if (isSpace(code) || isInvisible(code)) return true
  return code === replacementCharacter && !isLetter(text.charCodeAt(at - 1))
}

const lineBreak = /[\n\r\f\v\u0085\u2028\u2029]/g

function lineEnd(text: string, from: Offset): Offset {
  lineBreak.lastIndex = from
  return lineBreak.exec(text)?.index ?? text.length
}

function trimmedEnd(text: string, start: Offset, end: Offset): Offset {
  let at = end
  while (at > start && (isSpace(text.charCodeAt(at - 1)) || isTrailingInvisible(text.charCodeAt(at - 1)))) at--
  return at
}

/** A soft hyphen at the end of a line says that the word goes on; it stays. */
function isTrailingInvisible(code: number): boolean {
  return isInvisible(code) && code !== 0xad
}

function firstWord(text: string, start: Offset, end: Offset): number {
  let at = start
  while (at < end && at < start + looked && !isSpace(text.charCodeAt(at))) at++
  return at - start
}

function openingOf(text: string, start: Offset, end: Offset): Opening {
  let at = start
  while (at < end && at < start + 4 && isOpener(text.charCodeAt(at))) at++
  const code = text.charCodeAt(at)
  if (at >= end) return 'other'
  if (isUpper(code)) return 'upper'
  if (isLower(code)) return /^(?:www\.|https?:|\S{1,64}@)/.test(text.slice(at, at + 70)) ? 'other' : 'lower'
  return isDigit(code) ? 'digit' : 'other'
}

/** Words that no line of its own ends with. */
const connectingWords = new Set(
  'a an the of and or for in on at to from by with as between under into de des du la le et und der the'.split(' '),
)

function endingOf(text: string, start: Offset, end: Offset): Ending {
  let at = end - 1
  if (isHyphen(text.charCodeAt(at)) || text.charCodeAt(at) === 0xad) {
    return at > start && isWordCode(text.charCodeAt(at - 1)) ? 'hyphen' : 'open'
  }
  if (isDigit(text.charCodeAt(at))) {
    const digits = beforeDigits(text, start, at)
    const code = text.charCodeAt(digits)
    if (digits < start || at - digits > 3 || !(isTerminator(code) || (isCloser(code) && digits > start))) return 'open'
    at = digits
  }
  while (at > start && isCloser(text.charCodeAt(at))) at--
  const code = text.charCodeAt(at)
  if (isTerminator(code)) return 'terminal'
  if (code === 0x2c || code === 0x26) return 'comma'
  return at === end - 1 && isLetter(code) && connectingWords.has(lastWord(text, start, end)) ? 'connecting' : 'open'
}

function beforeDigits(text: string, start: Offset, from: Offset): Offset {
  let at = from
  while (at >= start && from - at < 4 && isDigit(text.charCodeAt(at))) at--
  return at
}

function lastWord(text: string, start: Offset, end: Offset): string {
  let at = end
  while (at > start && end - at < 8 && isLetter(text.charCodeAt(at - 1))) at--
  return text.slice(at, end).toLowerCase()
}

function isCapitals(text: string, start: Offset, end: Offset): boolean {
  let capitals = 0
  for (let at = start; at < end && at < start + looked; at++) {
    const code = text.charCodeAt(at)
    if (isLower(code)) return false
    if (isUpper(code)) capitals++
  }
  return capitals >= 2
}

const isWordCode = (code: number): boolean => isLetter(code) || isDigit(code)

const bullets = new Set([...'•●▪■◦‣⁃∙·○◆►➢✓*–—-\uF0B7\uF0A7\uF0D8'].map((mark) => mark.charCodeAt(0)))

/** "• ", "- ", "1. ", "(a) ", "iv) " and the like. */
function markerLength(text: string, start: Offset, end: Offset): number {
  let at = start
  if (bullets.has(text.charCodeAt(at))) at++
  else {
    if (text.charCodeAt(at) === 0x28) at++
    const from = at
    const isNumber = isDigit(text.charCodeAt(at))
    while (at < end && at < from + 4 && (isNumber ? isDigit(text.charCodeAt(at)) : isRoman(text.charCodeAt(at)))) at++
    if (at === from && isLetter(text.charCodeAt(at)) && !isWordCode(text.charCodeAt(at + 1))) at++
    const code = text.charCodeAt(at)
    // A single capital with a dot is an initial more often than a marker.
    const isInitial = code === 0x2e && at === from + 1 && isUpper(text.charCodeAt(from))
    if (at === from || isInitial || !(code === 0x29 || (code === 0x2e && from === start))) return 0
    if (isNumber && at - from > 3) return 0
    at++
  }
  const mark = at
  while (at < end && isSpace(text.charCodeAt(at))) at++
  return at > mark && at < end ? at - start : 0
}

const romans = new Set([...'ivxIVX'].map((letter) => letter.charCodeAt(0)))
const isRoman = (code: number): boolean => romans.has(code)

/** Length of a line's text. */
export function lengthOf(line: Line): number {
  return line.end - line.start
}
