import { foldedAt, type Sentence, tokenAt } from '../analyse/analysis.ts'
import type { ActorRules } from './rules.ts'
import { isCapital, isHyphenAt, isOpening } from './shapes.ts'

/** Whether a title ends at a token, in the plural too; "Lt. Gen." and "Vice-President" end at their last words. */
export function isTitle(sentence: Sentence, at: number, rules: ActorRules): boolean {
  const { word } = tokenAt(sentence, at)
  return isCapital(word) && (isTitleWord(word.folded, rules) || isTitleWord(singularOf(word.folded), rules))
}

/** "generals"; short words are no plurals of a title: "Press" is none of "Pres.". */
function singularOf(folded: string): string {
  return folded.length > 5 ? folded.replace(/s$/, '') : folded
}

function isTitleWord(folded: string, { persons }: ActorRules): boolean {
  return persons.titles.has(folded) || persons.glued.has(folded) || persons.kunyas.has(folded)
}

/** Titles that stand together: "Lt. Gen.", "Vice-President", "First Deputy Foreign Minister". */
export interface Titles {
  /** The last of them. */
  readonly last: number
  /** Where a name may begin. */
  readonly to: number
}

/** The titles that begin with the one at a token. */
export function titlesAt(sentence: Sentence, title: number, rules: ActorRules): Titles {
  let to = title + 1
  let last = title
  for (;;) {
    const isModifier = isCapital(tokenAt(sentence, to).word) && rules.persons.modifiers.has(foldedAt(sentence, to))
    if ((foldedAt(sentence, to) === '.' && !tokenAt(sentence, to).spaced) || isHyphenAt(sentence, to)) to++
    else if (isTitle(sentence, to, rules)) last = to++
    else if (isModifier && isTitle(sentence, to + 1, rules)) to++
    else return { last, to }
  }
}

const longestTitle = 12

/** Over the capitalised words and small modifiers before a title: "former UN High Commissioner", "Chadian President". */
export function titleStart(sentence: Sentence, title: number, rules: ActorRules): number {
  let from = title
  while (from > 0 && title - from < longestTitle && isTitlePart(sentence, from - 1, rules)) from--
  return from
}

function isTitlePart(sentence: Sentence, at: number, rules: ActorRules): boolean {
  const { word } = tokenAt(sentence, at)
  if (word.folded === '.' || isHyphenAt(sentence, at) || rules.persons.modifiers.has(word.folded)) return true
  if (!isCapital(word) || sentence.isAllCapitals) return false
  return !(rules.persons.notNames.has(word.folded) && isOpening(sentence, at))
}
