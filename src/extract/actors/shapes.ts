import { type Sentence, tokenAt } from '../analyse/analysis.ts'
import type { Word } from '../analyse/words.ts'

const startsUpper = /^\p{Lu}/u

/** Whether a word begins with a capital: "Front", "FMLN", "N’Djamena". */
export function isCapital(word: Word): boolean {
  switch (word.shape) {
    case 'capitalised':
    case 'upper':
      return true
    case 'mixed':
      return startsUpper.test(word.text)
    default:
      return false
  }
}

/** Whether a token's word, "’s" and all, is a possessive ending. */
export function isPossessive(word: Word): boolean {
  return word.folded === "'s" || word.folded === "'"
}

const hyphens = new Set(['-', '‐', '‑'])

/** Whether a hyphen stands at a token with no space on either side. */
export function isHyphenAt(sentence: Sentence, at: number): boolean {
  const token = tokenAt(sentence, at)
  return (
    hyphens.has(token.word.text) &&
    !token.spaced &&
    at + 1 < sentence.tokens.length &&
    !tokenAt(sentence, at + 1).spaced
  )
}

/** Whether only marks stand before a token in its sentence, so that its capital tells nothing. */
export function isOpening(sentence: Sentence, at: number): boolean {
  for (let before = at - 1; before >= 0; before--) if (tokenAt(sentence, before).word.shape !== 'mark') return false
  return true
}
