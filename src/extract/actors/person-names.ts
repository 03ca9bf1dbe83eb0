import { foldedAt, type Sentence, textOf, tokenAt } from '../analyse/analysis.ts'
import { tagsOf } from '../analyse/tagger.ts'
import { fold, type Word } from '../analyse/words.ts'
import type { KnownName } from './known-names.ts'
import type { ActorRules } from './rules.ts'
import { isCapital, isHyphenAt } from './shapes.ts'
import type { Stretch, Stretches } from './stretches.ts'

const mostWords = 6
const initial = /^\p{Lu}$/u

/**
 * The name of a person that begins at a token: capitalised words with initials, particles and hyphens between them
 * ("Joseph L. Votel", "Haider al-Abadi", "Jean-Yves Le Drian").
 *
 * @returns where it ends, or `from` if no name begins here
 */
export function endOfPersonName(sentence: Sentence, from: number, rules: ActorRules): number {
  let to = from
  let words = 0
  let at = startOfWord(sentence, from, rules)
  while (at !== null && words < mostWords) {
    to = endOfWord(sentence, at, rules)
    words++
    at = startOfWord(sentence, to, rules)
  }
  return to
}

/** Where the next capitalised word of the name stands, behind particles; `null` if the name has ended. */
function startOfWord(sentence: Sentence, at: number, rules: ActorRules): number | null {
  let next = at
  while (next < at + 3 && rules.persons.particles.has(foldedAt(sentence, next))) {
    next++
    if (isHyphenAt(sentence, next)) next++
  }
  if (next > at && isNameWord(tokenAt(sentence, next).word, rules) && next < sentence.tokens.length) return next
  return isNameWord(tokenAt(sentence, at).word, rules) ? at : null
}

function isNameWord(word: Word, rules: ActorRules): boolean {
  return isCapital(word) && !rules.persons.notNames.has(word.folded)
}

function endOfWord(sentence: Sentence, at: number, rules: ActorRules): number {
  let to = at + 1
  if (initial.test(tokenAt(sentence, at).word.text) && foldedAt(sentence, to) === '.') return to + 1
  while (
    isHyphenAt(sentence, to) &&
    (isCapital(tokenAt(sentence, to + 1).word) || rules.persons.particles.has(foldedAt(sentence, to + 1)))
  )
    to += 2
  if (rules.persons.suffixes.has(foldedAt(sentence, to + 1)) && foldedAt(sentence, to) === ',') return to + 2
  return to
}

/** Whether compromise knows a word as a first name. */
export function isFirstName(word: Word): boolean {
  return firstNameTest(word.shape === 'upper' ? titleCase(word.text) : word.text)
}

function firstNameTest(text: string): boolean {
  return tagsOf(text)[0]?.tags.has('FirstName') ?? false
}

function titleCase(text: string): string {
  return text.charAt(0) + text.slice(1).toLowerCase()
}

/** The name as it is written, all-capital words in title case. */
export function writtenName(sentence: Sentence, { from, to }: Stretch): string {
  const text = textOf(sentence, from, to)
  return sentence.isAllCapitals ? text.replace(/\p{L}[\p{L}\p{M}]*/gu, titleCase) : text
}

/** A key under which spellings of one name meet: "Jean Yves LeDrian" and "Jean-Yves Le Drian". */
export function nameKey(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The key of a name's last word, without the article that Arabic surnames have: "Bashar al-Assad" → "assad". */
export function surnameKey(name: string): string {
  const last = name.split(' ').at(-1) ?? name
  return nameKey(last.replace(/^(?:al|el|ul|ad|as|ash|an|ar|at|az)-/iu, ''))
}

/** Whether a stretch is a known name of an organisation, or of a place with more than one word. */
export function isKnownOther(known: Stretches<KnownName>, { from, to }: Stretch): boolean {
  return known.touch(
    { from, to },
    (name) =>
      name.naming.actor.type !== 'person' && (name.to - name.from > 1 || (name.from === from && name.to === to)),
  )
}
