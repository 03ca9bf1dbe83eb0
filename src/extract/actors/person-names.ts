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
  if (next > at && isNameWord(sentence, next, rules) && next < sentence.tokens.length) return next
  return isNameWord(sentence, at, rules) ? at : null
}

function isNameWord(sentence: Sentence, at: number, rules: ActorRules): boolean {
  const { word } = tokenAt(sentence, at)
  return isCapital(word) && (!rules.persons.notNames.has(word.folded) || isInitial(sentence, at))
}

/** "A." in "Jubal A. Early". */
function isInitial(sentence: Sentence, at: number): boolean {
  return (
    initial.test(tokenAt(sentence, at).word.text) &&
    foldedAt(sentence, at + 1) === '.' &&
    !tokenAt(sentence, at + 1).spaced
  )
}

function endOfWord(sentence: Sentence, at: number, rules: ActorRules): number {
  let to = at + 1
  if (isInitial(sentence, at)) return to + 1
  while (isHyphenAt(sentence, to) && isNamePart(sentence, to + 1, rules)) to += 2
  if (rules.persons.suffixes.has(foldedAt(sentence, to + 1)) && foldedAt(sentence, to) === ',') return to + 2
  return to
}

const longestLowerPart = 5

/** Behind a hyphen in a name: "Jean-Yves", "Ki-moon", but not "Assad-led". */
function isNamePart(sentence: Sentence, at: number, { persons, states }: ActorRules): boolean {
  const { word } = tokenAt(sentence, at)
  if (isCapital(word) || persons.particles.has(word.folded)) return true
  return word.shape === 'lower' && word.text.length <= longestLowerPart && !states.compounds.has(word.folded)
}

/** Whether a word is a given name, by our own list or compromise's. */
export function isFirstName(word: Word, { givenNames }: Pick<ActorRules, 'givenNames'>): boolean {
  return givenNames.has(word.folded) || firstNameTest(word.shape === 'upper' ? titleCase(word.text) : word.text)
}

/** Whether a place begins here whose name has a person's shape: "Abu Ghraib". */
export function isPlaceName(sentence: Sentence, at: number, { persons }: ActorRules): boolean {
  return persons.placeNames.has(`${foldedAt(sentence, at)} ${foldedAt(sentence, at + 1)}`)
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
