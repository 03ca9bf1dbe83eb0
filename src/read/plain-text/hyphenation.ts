import type { Offset } from '../../model/index.ts'
import { isHyphen, isLetter, isUpper } from '../characters.ts'
import type { Line } from './lines.ts'

/** First parts that keep their hyphen: "self-defence", "anti-balaka", "fifty-five". */
const firstParts = new Set(
  (
    'self non anti ex pro long short well ill half cross all full high low mid ethno so semi quasi vice post pre ' +
    'twenty thirty forty fifty sixty seventy eighty ninety two three four five six seven eight nine ten'
  ).split(' '),
)

/** Last parts that keep it: "AU-led", "community-based". */
const lastParts = new Set(
  (
    'led based backed term standing scale old wide level style type related affected held run born aligned ' +
    'controlled supported oriented inducing'
  ).split(' '),
)

/**
 * Tells whether the hyphen at the end of a line belongs to the word ("long-␤standing") or only to the line
 * ("govern-␤ment"). A hyphen beside a capital or a digit stays; else the document decides, by the form that it has
 * elsewhere; then well-known parts of compounds; then what the document's other line-end hyphens turned out to be.
 */
export class Hyphenation {
  readonly #text: string
  readonly #words: ReadonlySet<string>
  readonly #keepsByDefault: boolean

  constructor(text: string, lines: readonly Line[]) {
    this.#text = text
    const breaks = lines.filter((line) => line.ending === 'hyphen')
    this.#words = breaks.length > 0 ? wordsOf(text) : new Set()
    let kept = 0
    let dropped = 0
    for (const line of breaks) {
      const verdict = this.#evidence(line.end - 1, textStart(text, line.next))
      if (verdict === true) kept++
      else if (verdict === false) dropped++
    }
    this.#keepsByDefault = kept > dropped
  }

  /**
   * @param hyphen where the hyphen stands
   * @param next where the word goes on
   */
  keeps(hyphen: Offset, next: Offset): boolean {
    return this.#evidence(hyphen, next) ?? this.#keepsByDefault
  }

  #evidence(hyphen: Offset, next: Offset): boolean | null {
    const text = this.#text
    if (text.charCodeAt(hyphen) === 0xad) return false
    const before = text.slice(partStart(text, hyphen), hyphen)
    const after = text.slice(next, partEnd(text, next))
    if (before === '' || after === '') return true
    if (isUpper(after.charCodeAt(0)) || isUpper(before.charCodeAt(before.length - 1))) return true
    const first = before.toLowerCase()
    const last = after.toLowerCase()
    const isCompound = this.#words.has(`${first}-${last}`)
    const isWord = this.#words.has(first + last)
    if (isCompound !== isWord) return isCompound
    if (firstParts.has(first) || lastParts.has(last)) return true
    return null
  }
}

/** All words and hyphenated compounds in small letters, but those that a line break cuts. */
function wordsOf(text: string): Set<string> {
  const words = new Set<string>()
  for (const [word] of text.matchAll(/\p{L}+(?:-\p{L}+)?(?![\p{L}-])/gu)) words.add(word.toLowerCase())
  return words
}

const longestPart = 40

function partStart(text: string, end: Offset): Offset {
  let at = end
  while (at > 0 && end - at < longestPart && isLetter(text.charCodeAt(at - 1))) at--
  return at
}

function partEnd(text: string, start: Offset): Offset {
  let at = start
  while (at < text.length && at - start < longestPart && isLetter(text.charCodeAt(at))) at++
  return isHyphen(text.charCodeAt(at)) && at === start ? start : at
}

function textStart(text: string, from: Offset): Offset {
  let at = from
  while (at < text.length && !isLetter(text.charCodeAt(at)) && at - from < longestPart) at++
  return at
}
