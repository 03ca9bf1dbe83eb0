const UPPER = 1
const LOWER = 2
const LETTER = 4
const DIGIT = 8
const SPACE = 16
const INVISIBLE = 32
const BREAK = 64

/** What each UTF-16 code unit is, as flags; surrogates count as letters, so that no character is cut in two. */
const flags = new Uint8Array(0x10000)
for (let code = 0; code < flags.length; code++) {
  const character = String.fromCharCode(code)
  let flag = 0
  if (/\p{Lu}|\p{Lt}/u.test(character)) flag |= UPPER | LETTER
  else if (/\p{Ll}/u.test(character)) flag |= LOWER | LETTER
  else if (/\p{L}|\p{M}/u.test(character) || (code >= 0xd800 && code <= 0xdfff)) flag |= LETTER
  else if (code >= 0x30 && code <= 0x39) flag |= DIGIT
  else if (/[\s\u0085]/.test(character) && code !== 0xfeff) flag |= SPACE
  // Controls, soft hyphen, zero-width and directional marks: nothing that a reader of the page would see.
  else if (/[\p{Cc}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u.test(character))
    flag |= INVISIBLE
  if (/[\n\r\f\v\u0085\u2028\u2029]/.test(character)) flag |= BREAK
  flags[code] = flag
}

const has = (code: number, flag: number): boolean => ((flags[code] ?? 0) & flag) !== 0

export const isUpper = (code: number): boolean => has(code, UPPER)
export const isLower = (code: number): boolean => has(code, LOWER)
export const isLetter = (code: number): boolean => has(code, LETTER)
export const isDigit = (code: number): boolean => has(code, DIGIT)
/** White space, line breaks included. */
export const isSpace = (code: number): boolean => has(code, SPACE)
/** Characters that no reader of the page would see: soft hyphens, zero-width characters, controls. */
export const isInvisible = (code: number): boolean => has(code, INVISIBLE)
/** Characters that end a line: line feed, carriage return, form feed, vertical tab, U+0085, U+2028, U+2029. */
export const isLineBreak = (code: number): boolean => has(code, BREAK)

/** What stands for a character that was lost. */
export const replacementCharacter = 0xfffd

const openers = new Set([...'"\'“‘«‹„‚([{'].map((mark) => mark.charCodeAt(0)))
const closers = new Set([...'"\'”’»›)]}*'].map((mark) => mark.charCodeAt(0)))
const terminators = new Set([...'.?!…:;'].map((mark) => mark.charCodeAt(0)))
const hyphens = new Set([...'-‐‑'].map((mark) => mark.charCodeAt(0)))

/** Quotation marks and brackets that may stand before the first letter. */
export const isOpener = (code: number): boolean => openers.has(code)
/** Quotation marks and brackets that may stand behind the last letter. */
export const isCloser = (code: number): boolean => closers.has(code)
/** Marks that end a sentence or bring in a list or a quotation. */
export const isTerminator = (code: number): boolean => terminators.has(code)
export const isHyphen = (code: number): boolean => hyphens.has(code)
