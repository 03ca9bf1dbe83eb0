import { z } from 'zod'
import type { ActorType } from '../../model/index.ts'
import { type Analysis, foldedAt, type Sentence, textOf, tokenAt } from '../analyse/analysis.ts'
import { fold } from '../analyse/words.ts'
import type { LexiconSources } from '../lexicon.ts'
import { type Actor, type Candidate, unlistedActor } from './actor.ts'
import type { KnownName } from './known-names.ts'
import type { WordSet } from './rules.ts'
import { isCapital, isHyphenAt, isPossessive } from './shapes.ts'
import { type Stretch, Stretches } from './stretches.ts'

const words = z.array(z.string())
const introductionsSchema = z.strictObject({ hereafter: words, remarks: words, armedNouns: words, known: words })

export type IntroductionWords = { readonly [K in keyof z.infer<typeof introductionsSchema>]: WordSet }

/** Reads the words by which documents introduce names. */
export function readIntroductionWords(sources: LexiconSources): IntroductionWords {
  const versions = sources.read('actors/rules/introductions.yaml', introductionsSchema)
  const all = (key: keyof z.infer<typeof introductionsSchema>) =>
    new Set(versions.flatMap((version) => version[key]).map(fold))
  return { hereafter: all('hereafter'), remarks: all('remarks'), armedNouns: all('armedNouns'), known: all('known') }
}

/** That one name means an actor in this document, or (`null`) none. */
export interface Binding {
  readonly alias: string
  readonly actor: Actor | null
}

/** What stands in a sentence under a name, whoever found it. */
export interface Named extends Stretch {
  readonly actor: Actor
  /** Whether the lexicon knows it. */
  readonly isListed: boolean
}

/** The names of a sentence that introductions can tie to each other. */
export function namedIn(known: readonly KnownName[], candidates: readonly Candidate[]): Named[] {
  return [
    ...known
      .filter(({ naming }) => naming.sense === 'name' && naming.kind !== 'identity')
      .map(({ from, to, naming }) => ({ from, to, actor: naming.actor, isListed: true })),
    ...candidates.map(({ from, to, actor }) => ({ from, to, actor, isListed: false })),
  ]
}

/**
 * What the sentences of a document teach: "Long Name (ABBR)", "ABBR (Long Name)", "Long Name, or ABBR,", "Long Name
 * (hereafter the Front)", "a militia known as the Kamajors".
 */
export function findIntroductions(
  analysis: Analysis,
  lexicon: IntroductionWords,
  heads: ReadonlyMap<string, ActorType>,
  namesOf: (sentence: Sentence) => readonly Named[],
): Binding[] {
  const bindings: Binding[] = []
  for (const sentence of analysis.sentences) {
    let names: Stretches<Named> | null = null
    for (let at = 0; at < sentence.tokens.length; at++) {
      const word = foldedAt(sentence, at)
      const isBracket = word === '(' || word === '['
      if (!isBracket && word !== 'or' && !lexicon.known.has(word)) continue
      names ??= new Stretches(namesOf(sentence))
      if (isBracket) bindings.push(...inBrackets(sentence, at, names, lexicon, heads))
      else if (word === 'or') bindings.push(...behindOr(sentence, at, names))
      else bindings.push(...knownAs(sentence, at, names, lexicon))
    }
  }
  return bindings
}

const longestBracket = 16
const quotes = new Set(['"', "'", '“', '”', '‘', '’', '«', '»'])

function inBrackets(
  sentence: Sentence,
  bracket: number,
  names: Stretches<Named>,
  lexicon: IntroductionWords,
  heads: ReadonlyMap<string, ActorType>,
): Binding[] {
  const close = closingBracket(sentence, bracket)
  if (close === null) return []
  let from = bracket + 1
  while (
    from < close &&
    (quotes.has(tokenAt(sentence, from).word.text) || lexicon.hereafter.has(foldedAt(sentence, from)))
  )
    from++
  const isMarked = from > bracket + 1
  const abbreviationEnd = endOfAbbreviation(sentence, from)
  const endsThere = abbreviationEnd > from && isEndOfAlias(sentence, abbreviationEnd, close, lexicon)
  if (endsThere) return longFormBefore(sentence, bracket, { from, to: abbreviationEnd }, names, heads)
  if (isMarked) {
    let to = from
    while (to < close && isCapital(tokenAt(sentence, to).word)) to++
    const before = nameEndingAt(sentence, bracket, names)
    return to > from && before !== null ? [{ alias: textOf(sentence, from, to), actor: before.actor }] : []
  }
  return shortFormBefore(sentence, bracket, { from, to: close }, names)
}

function closingBracket(sentence: Sentence, bracket: number): number | null {
  for (let at = bracket + 1; at <= bracket + longestBracket; at++) {
    const word = foldedAt(sentence, at)
    if (word === ')' || word === ']') return at
  }
  return null
}

const hasTwoCapitals = /\p{Lu}.*\p{Lu}/u

/** The end of an abbreviation, "FMLN", "EUFOR-RCA", "JEM/SLA", or `from` where there is none. */
function endOfAbbreviation(sentence: Sentence, from: number): number {
  const { word } = tokenAt(sentence, from)
  if (!hasTwoCapitals.test(word.text) || (word.shape !== 'upper' && word.text.length > 7)) return from
  let to = from + 1
  while (isHyphenAt(sentence, to) && isCapital(tokenAt(sentence, to + 1).word)) to += 2
  return to
}

function isEndOfAlias(sentence: Sentence, at: number, close: number, lexicon: IntroductionWords): boolean {
  if (at === close || (at === close - 1 && quotes.has(tokenAt(sentence, at).word.text))) return true
  const mark = foldedAt(sentence, at)
  if (mark === ';') return true
  if (mark !== ',' && mark !== '-' && mark !== '–') return false
  for (let next = at + 1; next < close; next++) if (lexicon.remarks.has(foldedAt(sentence, next))) return true
  return false
}

/** The name that ends right before a bracket, a closing quotation mark between them at most. */
function nameEndingAt(sentence: Sentence, end: number, names: Stretches<Named>): Named | null {
  const last = tokenAt(sentence, end - 1).word
  const before = quotes.has(last.text) || isPossessive(last) ? end - 1 : end
  let longest: Named | null = null
  for (const name of names.endingAt(before)) if (longest === null || name.from < longest.from) longest = name
  return longest
}

function longFormBefore(
  sentence: Sentence,
  bracket: number,
  short: Stretch,
  names: Stretches<Named>,
  heads: ReadonlyMap<string, ActorType>,
): Binding[] {
  const alias = textOf(sentence, short.from, short.to)
  const listed = names.startingAt(short.from).find(({ to, isListed }) => isListed && to === short.to) ?? null
  const long = nameEndingAt(sentence, bracket, names)
  const spelled = startOfInitials(sentence, bracket, alias)
  if (long === null || (spelled !== null && spelled < long.from && !long.isListed)) {
    if (spelled === null) return []
    const isName = isCapital(tokenAt(sentence, spelled).word) && !sentence.isAllCapitals
    if (listed !== null && isName && alias.length > 3)
      return [{ alias: textOf(sentence, spelled, bracket), actor: listed.actor }]
    if (sentence.isAllCapitals && listed === null) {
      const name = textOf(sentence, spelled, bracket)
      return [
        { alias, actor: unlistedActor(name, 'other') },
        { alias: name, actor: unlistedActor(name, 'other') },
      ]
    }
    if (listed !== null && isName) return []
    const actor = isName && listed === null ? spelledActor(sentence, { from: spelled, to: bracket }, heads) : null
    return actor === null
      ? [{ alias, actor }]
      : [
          { alias, actor },
          { alias: actor.name, actor },
        ]
  }
  // "Prosecutor of the International Criminal Court (ICC)": the abbreviation is the tail's, and known.
  if (listed !== null && spelled !== null && spelled > long.from) return []
  if (long.isListed) {
    // "in Chad (UNHCR)" names a source: only where the letters fit is another's or a state's abbreviation meant.
    const isAnothers = listed !== null && listed.actor !== long.actor
    const isMeant = spelled === long.from || (!isAnothers && long.actor.type !== 'government')
    return isMeant ? [{ alias, actor: long.actor }] : []
  }
  const longName = textOf(sentence, long.from, long.to)
  // An abbreviation of three letters means many things: the words that it stands for decide.
  if (listed !== null && (alias.length > 3 || spelled === null)) return [{ alias: longName, actor: listed.actor }]
  return [
    { alias, actor: long.actor },
    { alias: longName, actor: long.actor },
  ]
}

/** A long form in capitals whose last word heads an organisation: "Syria Recovery Trust Fund". */
function spelledActor(sentence: Sentence, { from, to }: Stretch, heads: ReadonlyMap<string, ActorType>): Actor | null {
  const type = heads.get(foldedAt(sentence, to - 1))
  if (type === undefined) return null
  for (let at = from; at < to; at++) {
    const { word } = tokenAt(sentence, at)
    if (word.shape === 'lower' && word.text.length > 3) return null
  }
  return unlistedActor(textOf(sentence, from, to), type)
}

/** Where the words begin whose initials an abbreviation has, none but small words left out; `null` where they do not. */
function startOfInitials(sentence: Sentence, end: number, abbreviation: string): number | null {
  const letters = [...fold(abbreviation).replace(/[^\p{L}]/gu, '')]
  let at = end - 1
  let skipped = 0
  for (let index = letters.length - 1; index >= 0; at--) {
    const word = foldedAt(sentence, at)
    if (at < 0) return null
    if (word.startsWith(letters[index] ?? '')) {
      index--
      if (index < 0) return at
    } else if (tokenAt(sentence, at).word.shape !== 'mark' && (word.length > 3 || ++skipped > 4)) return null
  }
  return null
}

/** "ABBR (Long Name)". */
function shortFormBefore(sentence: Sentence, bracket: number, long: Stretch, names: Stretches<Named>): Binding[] {
  const start = startOfAbbreviation(sentence, bracket)
  if (start === null) return []
  const alias = textOf(sentence, start, bracket)
  const inside = names.endingAt(long.to).find(({ from }) => from <= long.from + 1) ?? null
  const listed = names.startingAt(start).find(({ to, isListed }) => isListed && to === bracket) ?? null
  if (inside?.isListed) return [{ alias, actor: inside.actor }]
  const spelled = startOfInitials(sentence, long.to, alias)
  if (inside === null && spelled === null) return []
  const from = foldedAt(sentence, long.from) === 'the' ? long.from + 1 : long.from
  if (!isCapital(tokenAt(sentence, from).word)) return []
  const name = textOf(sentence, from, long.to)
  const actor = listed?.actor ?? inside?.actor ?? unlistedActor(name, 'other')
  return [
    { alias, actor },
    { alias: name, actor },
  ]
}

function startOfAbbreviation(sentence: Sentence, end: number): number | null {
  let start = end - 1
  while (start >= 2 && isHyphenAt(sentence, start - 1)) start -= 2
  return start >= 0 && endOfAbbreviation(sentence, start) === end ? start : null
}

/** "Long Name, or ABBR,". */
function behindOr(sentence: Sentence, at: number, names: Stretches<Named>): Binding[] {
  if (foldedAt(sentence, at - 1) !== ',') return []
  const from = foldedAt(sentence, at + 1) === 'the' ? at + 2 : at + 1
  const to = endOfAbbreviation(sentence, from)
  const next = foldedAt(sentence, to)
  const long = nameEndingAt(sentence, at - 1, names)
  if (to === from || long === null || (next !== ',' && next !== '.' && next !== ')')) return []
  const listed = names.startingAt(from).find((name) => name.isListed && name.to === to)
  if (long.isListed || listed === undefined) return [{ alias: textOf(sentence, from, to), actor: long.actor }]
  return [{ alias: textOf(sentence, long.from, long.to), actor: listed.actor }]
}

/** "…, also known as X", "a militia known as the X". */
function knownAs(sentence: Sentence, at: number, names: Stretches<Named>, lexicon: IntroductionWords): Binding[] {
  let from = at + 1
  if (foldedAt(sentence, at) === 'known' && foldedAt(sentence, from) !== 'as') return []
  while (
    from < at + 5 &&
    (foldedAt(sentence, from) === 'as' ||
      lexicon.hereafter.has(foldedAt(sentence, from)) ||
      quotes.has(tokenAt(sentence, from).word.text))
  )
    from++
  let to = from
  while (isCapital(tokenAt(sentence, to).word) || (to > from && isHyphenAt(sentence, to)))
    to += isCapital(tokenAt(sentence, to).word) ? 1 : 2
  if (to === from) return []
  // Capitals tell nothing: one word is taken.
  if (sentence.isAllCapitals) to = from + 1
  const alias = textOf(sentence, from, to)
  const comma = [at - 1, at - 2].find((place) => foldedAt(sentence, place) === ',')
  const antecedent = comma === undefined ? null : nameEndingAt(sentence, comma, names)
  if (antecedent !== null) return [{ alias, actor: antecedent.actor }]
  if (names.touch({ from, to })) return []
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    if (lexicon.armedNouns.has(foldedAt(sentence, before)))
      return [{ alias, actor: unlistedActor(alias, 'armed-group') }]
  }
  return []
}
