import { foldedAt, type Sentence, tokenAt } from '../../analyse/analysis.ts'
import type { Mention, Mentions } from '../../mention.ts'
import type { WarningsLexicon } from '../lexicon.ts'

/** How many tokens a noun phrase may hold. */
export const longest = 24

/** Where noun phrases begin and end, by small words, the actors and dates found, and words for speakers. */
export class NounPhrases {
  readonly #lexicon: WarningsLexicon
  readonly #actors: Mentions<'actor'>
  readonly #dates: Mentions<'date'>

  constructor(lexicon: WarningsLexicon, found: { actors: Mentions<'actor'>; dates: Mentions<'date'> }) {
    this.#lexicon = lexicon
    this.#actors = found.actors
    this.#dates = found.dates
  }

  /** Where the main clause begins: behind a leading phrase that a comma closes. */
  mainStart(sentence: Sentence, before: number): number {
    let from = this.#behindDate(sentence)
    for (let phrases = 0; phrases < 3 && this.#isLeadIn(sentence, from); phrases++) {
      const limit = Math.min(before, from + longest)
      let comma = from
      while (comma < limit && foldedAt(sentence, comma) !== ',') comma++
      if (comma >= limit) break
      from = comma + 1
    }
    return from
  }

  /** "On 13 June the Council adopted": behind a date that opens the sentence without a comma. */
  #behindDate(sentence: Sentence): number {
    const opening = this.#dates.in(sentence)[0]
    if (opening === undefined || opening.from > 2 || foldedAt(sentence, opening.to) === ',') return 0
    return opening.to < sentence.tokens.length && !isPunctuation(sentence, opening.to) ? opening.to : 0
  }

  /** Where the noun phrase begins that ends before a token. */
  startOf(sentence: Sentence, to: number): number {
    const { stops, prepositions, determiners } = this.#lexicon.grammar
    let from = to
    let isList = false
    while (from > Math.max(0, to - longest)) {
      const word = foldedAt(sentence, from - 1)
      if (stops.has(word)) break
      if (word === 'and') {
        if (!this.#endsPhrase(sentence, from - 1) && !this.#beginsSpeaker(sentence, from)) break
        isList = true
      } else if (word === ',') {
        if (!isList || !this.#isListed(sentence, from - 1)) break
      } else if (isPunctuation(sentence, from - 1)) break
      from--
    }
    const date = this.#dates.in(sentence).findLast((mention) => mention.to <= to && mention.from >= from)
    if (date !== undefined && date.to < to && !determiners.has(foldedAt(sentence, date.from - 1))) from = date.to
    while (from < to && openers.has(foldedAt(sentence, from))) from++
    if (!prepositions.has(foldedAt(sentence, from))) return from
    for (let at = from + 2; at < to; at++) {
      const isHead = determiners.has(foldedAt(sentence, at)) && !prepositions.has(foldedAt(sentence, at - 1))
      if (isHead) return at
    }
    return from + 1
  }

  /** Where the noun phrase ends that begins at a token. */
  endOf(sentence: Sentence, from: number): number {
    const { stops } = this.#lexicon.grammar
    let to = from
    while (to < Math.min(sentence.tokens.length, from + longest)) {
      if (stops.has(foldedAt(sentence, to)) || isPunctuation(sentence, to)) break
      const verb = sentence.hits.at(this.#lexicon.speech, to) ?? sentence.hits.at(this.#lexicon.triggers, to)
      const isNoun = this.#lexicon.grammar.determiners.has(foldedAt(sentence, to - 1))
      if (verb !== undefined && to > from && !isNoun && verb.entry.form !== 'noun' && verb.entry.form !== 'phrase') {
        // "The envoy reports": behind a person's name even what may be a noun is the verb.
        const isBehindPerson = this.mentionEnding(sentence, to)?.fields.type === 'person'
        if (isBehindPerson || sentence.hits.at(this.#lexicon.speakers, to) === undefined) break
      }
      to++
    }
    const date = this.#dates.in(sentence).find((mention) => mention.from > from && mention.to <= to)
    if (date === undefined || date.from - from < 2) return to
    return this.#lexicon.grammar.prepositions.has(foldedAt(sentence, date.from - 1)) ? date.from - 1 : date.from
  }

  /** Where a list of actors ends that begins at a token ("X, Y and the Z"); `null` where there are not two. */
  endOfList(sentence: Sentence, from: number): number | null {
    let listed = this.mentionAt(sentence, from)
    let isList = false
    while (listed !== undefined) {
      const next = this.#nextListed(sentence, listed.to)
      if (next === undefined) return isList ? listed.to : null
      isList = true
      listed = next
    }
    return null
  }

  mentionEnding(sentence: Sentence, to: number): Mention<'actor'> | undefined {
    return this.#actors.in(sentence).find((mention) => mention.to === to)
  }

  /** The actor that begins at a token, or behind the article there. */
  mentionAt(sentence: Sentence, from: number): Mention<'actor'> | undefined {
    const start = foldedAt(sentence, from) === 'the' ? from + 1 : from
    return this.#actors.in(sentence).find((mention) => mention.from === start)
  }

  hasPreposition(sentence: Sentence, from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.#lexicon.grammar.prepositions.has(foldedAt(sentence, at))) return true
    return false
  }

  #nextListed(sentence: Sentence, at: number): Mention<'actor'> | undefined {
    const mark = foldedAt(sentence, at)
    if (mark === 'and') return this.mentionAt(sentence, at + 1)
    if (mark !== ',') return undefined
    const next = this.mentionAt(sentence, foldedAt(sentence, at + 1) === 'and' ? at + 2 : at + 1)
    if (next === undefined || foldedAt(sentence, at + 1) === 'and') return next
    // A comma alone may as well open an apposition: only what an "and" closes further on is a list.
    const behind = foldedAt(sentence, next.to)
    return behind === 'and' || behind === ',' ? next : undefined
  }

  #isLeadIn(sentence: Sentence, at: number): boolean {
    const { prepositions, stops, adverbs } = this.#lexicon.grammar
    const word = foldedAt(sentence, at)
    return (
      prepositions.has(word) ||
      stops.has(word) ||
      isParticiple(word) ||
      adverbs.has(word) ||
      word.endsWith('ly') ||
      word === 'for'
    )
  }

  #endsPhrase(sentence: Sentence, to: number): boolean {
    return (
      this.mentionEnding(sentence, to) !== undefined ||
      sentence.hits.of(this.#lexicon.speakers).some((hit) => hit.to === to) ||
      this.#isListed(sentence, to)
    )
  }

  /** What may stand before a comma in a list: an actor, or an adjective of a state. */
  #isListed(sentence: Sentence, to: number): boolean {
    const { shape } = tokenAt(sentence, to - 1).word
    return (
      this.mentionEnding(sentence, to) !== undefined ||
      (!sentence.isAllCapitals && (shape === 'capitalised' || shape === 'upper'))
    )
  }

  /** "… and members of the diaspora": the word behind "and" is one for speakers. */
  #beginsSpeaker(sentence: Sentence, from: number): boolean {
    return (
      sentence.hits.at(this.#lexicon.speakers, from) !== undefined &&
      tokenAt(sentence, from - 2).word.shape === 'capitalised'
    )
  }
}

const openers = new Set(['as', 'and', 'both', 'but', 'even', 'only'])

export function isParticiple(word: string): boolean {
  return word.length > 4 && (word.endsWith('ed') || word.endsWith('ing'))
}

const punctuation = new Set(',;:.?!“”"—–()[]…«»')

function isPunctuation(sentence: Sentence, at: number): boolean {
  const word = foldedAt(sentence, at)
  return punctuation.has(word) || word === '...'
}
