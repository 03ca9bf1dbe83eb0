/** How the letters of a word are written. */
export type Shape = 'lower' | 'capitalised' | 'upper' | 'mixed' | 'numeral' | 'mark'

/**
 * A distinct spelling, shared by all tokens that are written so; whatever is worth knowing of a spelling is computed
 * once, not once a token.
 */
export interface Word {
  /** As written. */
  readonly text: string
  /** Lower case, accents and the dots of an acronym taken off, curly apostrophes straightened: "U.N." → "un". */
  readonly folded: string
  readonly shape: Shape
}

/** A spelling table is emptied when it holds this many, so that a batch of any size takes bounded memory. */
const capacity = 200_000
const table = new Map<string, Word>()

/** The one `Word` of a spelling. */
export function wordOf(text: string): Word {
  const known = table.get(text)
  if (known !== undefined) return known
  if (table.size >= capacity) table.clear()
  const word: Word = { text, folded: fold(text), shape: shapeOf(text) }
  table.set(text, word)
  return word
}

const ascii = /^[a-z]+$/
const combiningMarks = /\p{M}+/gu
const acronymWithDots = /^(?:\p{L}\.)+\p{L}?$/u
const letterless: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
}

/** Lower case without accents, for comparing words however they are spelled. */
export function fold(text: string): string {
  if (ascii.test(text)) return text
  const bare = text
    .normalize('NFKD')
    .replace(combiningMarks, '')
    .toLowerCase()
    .replace(/[’‘ʼʻ`´]/g, "'")
    .replace(/[øłđðıßæœ]/g, (letter) => letterless[letter] ?? letter)
  return acronymWithDots.test(bare) ? bare.replaceAll('.', '') : bare
}

const hasDigit = /\d/
const hasLetter = /\p{L}/u
const hasLower = /\p{Ll}/u
const startsUpper = /^\p{Lu}/u
const hasUpper = /\p{Lu}/u

function shapeOf(text: string): Shape {
  if (!hasLetter.test(text)) return hasDigit.test(text) ? 'numeral' : 'mark'
  if (hasDigit.test(text.charAt(0))) return 'numeral'
  if (!hasLower.test(text)) return hasUpper.test(text) ? 'upper' : 'lower'
  if (!hasUpper.test(text)) return 'lower'
  return startsUpper.test(text) && !hasUpper.test(text.slice(1)) ? 'capitalised' : 'mixed'
}
