import type { Offset } from '../../model/index.ts'
import { type Word, wordOf } from './words.ts'

/** A word, a number or one punctuation mark, at its place in a paragraph's clean text. */
export interface Token {
  readonly start: Offset
  readonly end: Offset
  readonly word: Word
  /** Whether white space stands before it. */
  readonly spaced: boolean
}

enum Class {
  Other,
  Space,
  Letter,
  Digit,
  Apostrophe,
}

const classes = new Uint8Array(0x10000)
for (let code = 0; code < classes.length; code++) {
  const character = String.fromCharCode(code)
  if (/\s|\u200B|\u00AD|\uFEFF/.test(character)) classes[code] = Class.Space
  else if (/\d/.test(character)) classes[code] = Class.Digit
  else if (/['’‘ʼ]/.test(character)) classes[code] = Class.Apostrophe
  // Surrogates go with letters so that a character beyond the basic plane is never cut in two.
  else if (/[\p{L}\p{M}_]/u.test(character) || (code >= 0xd800 && code <= 0xdfff)) classes[code] = Class.Letter
}

/**
 * Cuts clean text into tokens. Letters and digits run together ("PK12", "1990s"); a number keeps its separators
 * ("1,000", "2.7"), an acronym its dots ("U.N."), a word its inner apostrophe ("M’Poko", "didn’t"). The possessive
 * ("’s", "’") and every hyphen, dash, slash and other mark is a token of its own, so that "AU-led" holds "AU".
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  const length = text.length
  let at = 0
  while (at < length) {
    const from = at
    while (at < length && classAt(text, at) === Class.Space) at++
    if (at >= length) break
    const start = at
    const kind = classAt(text, at)
    at = kind === Class.Letter || kind === Class.Digit ? endOfWord(text, at) : endOfMark(text, at, kind)
    tokens.push({ start, end: at, word: wordOf(text.slice(start, at)), spaced: start > from || start === 0 })
  }
  return tokens
}

function classAt(text: string, at: Offset): Class {
  return at < text.length ? (classes[text.charCodeAt(at)] ?? Class.Other) : Class.Other
}

function isWordClass(kind: Class): boolean {
  return kind === Class.Letter || kind === Class.Digit
}

function endOfWord(text: string, start: Offset): Offset {
  const acronym = endOfAcronym(text, start)
  if (acronym > start) return acronym
  let at = start + 1
  for (;;) {
    const kind = classAt(text, at)
    if (isWordClass(kind)) {
      at++
      continue
    }
    const next = classAt(text, at + 1)
    const before = classAt(text, at - 1)
    const character = text[at]
    if ((character === ',' || character === '.') && before === Class.Digit && next === Class.Digit) {
      if (character === ',' && !isThousands(text, at)) return at
      at += 2
    } else if (kind === Class.Apostrophe && before === Class.Letter && next === Class.Letter) {
      if (isPossessive(text, at)) return at
      at += 2
    } else return at
  }
}

/** A comma inside a number has three digits behind it, and no fourth. */
function isThousands(text: string, comma: Offset): boolean {
  return (
    classAt(text, comma + 2) === Class.Digit &&
    classAt(text, comma + 3) === Class.Digit &&
    classAt(text, comma + 4) !== Class.Digit
  )
}

/** "U.N.", "a.m.", "U.S": single letters with dots, at least two. */
function endOfAcronym(text: string, start: Offset): Offset {
  let at = start
  let letters = 0
  while (classAt(text, at) === Class.Letter && text[at + 1] === '.') {
    at += 2
    letters++
  }
  if (letters === 0) return start
  if (classAt(text, at) === Class.Letter && !isWordClass(classAt(text, at + 1))) {
    at++
    letters++
  }
  return letters >= 2 && !isWordClass(classAt(text, at)) ? at : start
}

function isPossessive(text: string, apostrophe: Offset): boolean {
  const letter = text[apostrophe + 1]
  return (letter === 's' || letter === 'S') && !isWordClass(classAt(text, apostrophe + 2))
}

function endOfMark(text: string, start: Offset, kind: Class): Offset {
  if (kind === Class.Apostrophe && start > 0 && isWordClass(classAt(text, start - 1)) && isPossessive(text, start)) {
    return start + 2
  }
  if (text.startsWith('...', start)) {
    let at = start + 3
    while (text[at] === '.') at++
    return at
  }
  return start + 1
}
