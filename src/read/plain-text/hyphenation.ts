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
  readonly #seen: ReadonlySet<string>
  readonly #keepsByDefault: boolean

  constructor(text: string, lines: readonly Line[]) {
    this.#text = text
    const splits: Split[] = []
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1]
      if (line.ending === 'hyphen' && next !== undefined) splits.push(splitAt(text, line.end - 1, next.start))
    }
    this.#seen = seenOf(
      text,
      splits.flatMap(({ first, last }) => [first + last, `${first}-${last}`]),
    )
    const verdicts = splits.map((split) => this.#evidence(split))
    const kept = verdicts.filter((verdict) => verdict === true).length
    const dropped = verdicts.filter((verdict) => verdict === false).length
    this.#keepsByDefault = kept > dropped
  }

  /**
   * @param hyphen where the hyphen stands
   * @param next where the word goes on
   */
  keeps(hyphen: Offset, next: Offset): boolean {
    return this.#evidence(splitAt(this.#text, hyphen, next)) ?? this.#keepsByDefault
  }

  #evidence({ first, last, isSoft, isFixed }: Split): boolean | null {
    if (isSoft) return false
    if (isFixed) return true
    const isCompound = this.#seen.has(`${first}-${last}`)
    const isWord = this.#seen.has(first + last)
    if (isCompound !== isWord) return isCompound
    return firstParts.has(first) || lastParts.has(last) ? true : null
  }
}

/** A word that a line break cuts, in small letters. */
interface Split {
  readonly first: string
  readonly last: string
  /** Whether a soft hyphen cuts it. */
  readonly isSoft: boolean
  /** Whether what stands beside the hyphen keeps it: a capital, a digit. */
  readonly isFixed: boolean
}

function splitAt(text: string, hyphen: Offset, next: Offset): Split {
  const before = text.slice(partStart(text, hyphen), hyphen)
  const after = text.slice(next, partEnd(text, next))
  const isFixed =
    before === '' ||
    after === '' ||
    isUpper(after.charCodeAt(0)) ||
    (before.length > 1 && isUpper(before.charCodeAt(before.length - 1)))
  const isSoft = text.charCodeAt(hyphen) === 0xad
  return { first: before.toLowerCase(), last: after.toLowerCase(), isSoft, isFixed }
}

const longestPart = 40

/**
 * Which of some words, in small letters, stand in a text, not cut by a line break. Most words of the text are passed
 * over by their first two letters alone.
 */
function seenOf(text: string, words: readonly string[]): Set<string> {
  const seen = new Set<string>()
  if (words.length === 0) return seen
  const wanted = new Set(words)
  const openings = new Uint8Array(0x10000)
  for (const word of wanted) {
    const capital = word.charAt(0).toUpperCase() + word.slice(1)
    for (const form of [word, capital, word.toUpperCase()]) openings[openingOf(form, 0)] = 1
  }
  let at = 0
  while (at < text.length) {
    if (!isLetter(text.charCodeAt(at))) {
      at++
      continue
    }
    const isLikely = openings[openingOf(text, at)] === 1
    const start = at
    while (isLetter(text.charCodeAt(at)) || (isHyphen(text.charCodeAt(at)) && isLetter(text.charCodeAt(at + 1)))) at++
    if (!isLikely || at - start > 2 * longestPart) continue
    const word = text.slice(start, at).toLowerCase()
    if (wanted.has(word)) seen.add(word)
    const stem = word.slice(0, word.lastIndexOf('-'))
    if (wanted.has(stem)) seen.add(stem)
  }
  return seen
}

function openingOf(text: string, at: Offset): number {
  return (text.charCodeAt(at) * 31 + (text.charCodeAt(at + 1) || 0)) & 0xffff
}

function partStart(text: string, end: Offset): Offset {
  let at = end
  while (at > 0 && end - at < longestPart && isLetter(text.charCodeAt(at - 1))) at--
  return at
}

function partEnd(text: string, start: Offset): Offset {
  let at = start
  while (at < text.length && at - start < longestPart && isLetter(text.charCodeAt(at))) at++
  return at
}
