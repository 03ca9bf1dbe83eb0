import { type Analysis, foldedAt, type Sentence, textOf, tokenAt } from '../../analyse/analysis.ts'
import type { Hit } from '../../analyse/phrases.ts'
import type { Mention, Mentions } from '../../mention.ts'
import type { SpeakerKind, SpeakerWord, WarningsLexicon } from '../lexicon.ts'
import { Antecedents } from './antecedents.ts'
import { Authors } from './authors.ts'
import { isParticiple, longest, NounPhrases } from './noun-phrases.ts'
import { type Speaker, speakerOf } from './speaker.ts'

export { isKnown, isSomebody, type Speaker } from './speaker.ts'

/** Reads noun phrases before and behind verbs, by the actors found and the lexicon's words for speakers. */
export class Speakers {
  readonly #lexicon: WarningsLexicon
  readonly #actors: Mentions<'actor'>
  readonly #phrases: NounPhrases
  readonly #authors: Authors
  readonly #antecedents: Antecedents

  constructor(
    analysis: Analysis,
    lexicon: WarningsLexicon,
    found: { actors: Mentions<'actor'>; dates: Mentions<'date'> },
  ) {
    this.#lexicon = lexicon
    this.#actors = found.actors
    this.#phrases = new NounPhrases(lexicon, found)
    this.#authors = new Authors(analysis, lexicon, found.actors)
    this.#antecedents = new Antecedents(analysis, lexicon, found.actors, {
      phrases: this.#phrases,
      inWords: (sentence, from, to, kind) => this.#inWords(sentence, from, to, kind),
    })
  }

  /** The noun phrase that ends before a token, the subject of the verb there. */
  endingAt(sentence: Sentence, to: number): Speaker | null {
    const last = foldedAt(sentence, to - 1)
    if (last === ',') return this.#aroundAppositive(sentence, to - 1)
    if (last === ')') return this.endingAt(sentence, openingBracket(sentence, to - 1))
    if (last === 'who' || last === 'which' || last === 'that') {
      return this.endingAt(sentence, foldedAt(sentence, to - 2) === ',' ? to - 2 : to - 1)
    }
    if (this.#lexicon.grammar.pronouns.has(last)) return this.#antecedents.of(sentence, to - 1)
    const from = this.#phrases.startOf(sentence, to)
    return from >= to ? null : this.#read(sentence, from, to)
  }

  /**
   * The noun phrase that begins at a token: "said X", "according to X", "by X".
   *
   * @param until the preposition at which a phrase of no name ends: "a warning by the opposition of violence"
   */
  startingAt(sentence: Sentence, from: number, until?: string): Speaker | null {
    if (this.#lexicon.grammar.pronouns.has(foldedAt(sentence, from))) return this.#antecedents.of(sentence, from)
    const list = this.#phrases.endOfList(sentence, from)
    if (list !== null) return this.#inWords(sentence, from, list, 'body')
    const to = this.#phrases.endOf(sentence, from)
    if (to <= from) return null
    const person = this.#personBehindComma(sentence, to)
    if (person !== undefined) return speakerOf(person)
    const harm = until === undefined ? -1 : this.#harmBehind(sentence, until, from, to)
    return this.#read(sentence, from, harm < 0 ? to : harm)
  }

  /** The subject of a sentence's main clause: behind a leading phrase that a comma closes, before a token. */
  main(sentence: Sentence, before: number): Speaker | null {
    const from = this.mainStart(sentence, before)
    if (from >= before) return null
    const speaker = this.startingAt(sentence, from)
    return speaker !== null && speaker.from < before ? speaker : null
  }

  /** Who opens a sentence's main clause, whatever verb follows; whom a pronoun means that opens it. */
  subject(sentence: Sentence, before: number): Speaker | null {
    const start = this.mainStart(sentence, before)
    const isPronoun = this.#lexicon.grammar.pronouns.has(foldedAt(sentence, start))
    return isPronoun ? this.#antecedents.of(sentence, start) : this.#antecedents.subjectOf(sentence, before)
  }

  /** Where the main clause begins: behind a leading phrase that a comma closes. */
  mainStart(sentence: Sentence, before: number): number {
    return this.#phrases.mainStart(sentence, before)
  }

  /** "the head of the mission, Jane Doe, warned" and "Jane Doe, head of the mission, warned". */
  #aroundAppositive(sentence: Sentence, comma: number): Speaker | null {
    let open = comma - 1
    while (open > Math.max(0, comma - longest) && foldedAt(sentence, open) !== ',') open--
    const inside = this.#phrases.mentionEnding(sentence, comma)
    if (inside?.fields.type === 'person') return speakerOf(inside)
    if (foldedAt(sentence, open) !== ',') return null
    const before = this.#phrases.mentionEnding(sentence, open)
    if (before !== undefined) return speakerOf(before)
    const from = this.#phrases.startOf(sentence, open)
    return from < open ? this.#read(sentence, from, open) : null
  }

  #personBehindComma(sentence: Sentence, comma: number): Mention<'actor'> | undefined {
    if (foldedAt(sentence, comma) !== ',') return undefined
    return this.#actors
      .in(sentence)
      .find(({ from, fields }) => fields.type === 'person' && from > comma && from <= comma + 3)
  }

  #harmBehind(sentence: Sentence, preposition: string, from: number, to: number): number {
    for (let at = from; at < to; at++) {
      if (foldedAt(sentence, at) !== preposition) continue
      if (sentence.hits.of(this.#lexicon.harms).some((hit) => hit.from > at && hit.from <= at + 3)) return at
    }
    return -1
  }

  #read(sentence: Sentence, from: number, to: number): Speaker | null {
    const mentions = this.#actors.in(sentence).filter((mention) => mention.from >= from && mention.to <= to)
    if (this.#phrases.endOfList(sentence, from) === to) return this.#inWords(sentence, from, to, 'body')
    const person = mentions.find((mention) => mention.fields.type === 'person' && this.#isHead(sentence, from, mention))
    const head = this.#headOf(sentence, from, to)
    if (person !== undefined && (head?.entry.kind !== 'document' || person.from > head.to)) return speakerOf(person)
    if (head === null) return this.#withoutHead(sentence, from, to, mentions)
    const office = mentions.find((mention) => mention.from <= head.from && mention.to >= head.to)
    if (office !== undefined) return speakerOf(office)
    const force = mentions.find((mention) => mention.to === head.from && mention.fields.type === 'armed-group')
    if (force !== undefined && this.#lexicon.rankAndFile.has(foldedAt(sentence, head.to - 1))) return speakerOf(force)
    if (head.entry.kind === 'document') return this.#author(sentence, from, to, head)
    return this.#inWords(sentence, from, this.#endOfWords(sentence, head.to, to), head.entry.kind)
  }

  /** A person's name is the head of its phrase unless a preposition, with no more than a title, stands before it. */
  #isHead(sentence: Sentence, from: number, person: Mention<'actor'>): boolean {
    const { prepositions } = this.#lexicon.grammar
    let isBare = true
    for (let at = person.from - 1; at >= from; at--) {
      if (prepositions.has(foldedAt(sentence, at))) return !isBare
      const isTitle = sentence.hits.of(this.#lexicon.speakers).some((hit) => hit.from <= at && at < hit.to)
      if (!isTitle && tokenAt(sentence, at).word.shape !== 'lower') isBare = false
    }
    return true
  }

  #headOf(sentence: Sentence, from: number, to: number): Hit<SpeakerWord> | null {
    const { prepositions } = this.#lexicon.grammar
    for (const hit of sentence.hits.of(this.#lexicon.speakers)) {
      if (hit.from < from || hit.to > to) continue
      if (this.#phrases.hasPreposition(sentence, from, hit.from)) return null
      const next = foldedAt(sentence, hit.to)
      if (
        hit.to === to ||
        tokenAt(sentence, hit.to).word.shape === 'numeral' ||
        prepositions.has(next) ||
        next === 'and' ||
        next === ',' ||
        isParticiple(next)
      )
        return hit
    }
    return null
  }

  /** Where the words of a phrase end: its head with the phrases behind it, up to a participle. */
  #endOfWords(sentence: Sentence, head: number, to: number): number {
    for (let at = head; at < to; at++) {
      const { folded, shape } = tokenAt(sentence, at).word
      if (shape === 'lower' && isParticiple(folded)) return at
    }
    return to
  }

  #withoutHead(sentence: Sentence, from: number, to: number, mentions: readonly Mention<'actor'>[]): Speaker | null {
    const last = mentions.findLast(
      (mention) => mention.to === to && !this.#phrases.hasPreposition(sentence, from, mention.from),
    )
    const first = mentions[0]
    if (last !== undefined && first !== undefined && first !== last) {
      const isList = foldedAt(sentence, last.from - 1) === 'and' || foldedAt(sentence, last.from - 2) === 'and'
      if (isList) return this.#inWords(sentence, from, to, 'body')
    }
    if (last !== undefined) return speakerOf(last)
    if (first !== undefined && first.from <= from + 1) return speakerOf(first)
    const isName = tokenAt(sentence, to - 1).word.shape !== 'lower' && !sentence.isAllCapitals
    return to - from <= 5 && (isName || this.#lexicon.grammar.determiners.has(foldedAt(sentence, from)))
      ? this.#inWords(sentence, from, to, null)
      : null
  }

  /** A document speaks for whoever wrote it, else for itself. */
  #author(sentence: Sentence, from: number, to: number, head: Hit<SpeakerWord>): Speaker {
    const author =
      this.#authorBehind(sentence, head.to, to) ??
      this.#authorInFront(sentence, from, head) ??
      this.#authors.named(sentence, head)
    if (author !== null) return { ...author, from, to, kind: 'document' }
    const name = textOf(sentence, from, this.#endOfWords(sentence, head.to, to))
    return { name, type: null, kind: 'document', isAfflicted: false, isArmed: false, from, to }
  }

  #authorInFront(sentence: Sentence, from: number, head: Hit<SpeakerWord>): Speaker | null {
    const author = this.#authors.inFront(sentence, head, from)
    if (author !== undefined) return speakerOf(author)
    for (let at = from + 1; at < head.from; at++) {
      if (foldedAt(sentence, at) === "'s" || foldedAt(sentence, at) === "'") return this.#read(sentence, from, at)
    }
    return null
  }

  /** "a cable by the envoy", "the report published in May by X", "a memo from the embassy". */
  #authorBehind(sentence: Sentence, head: number, to: number): Speaker | null {
    for (let at = head; at < Math.min(to, head + 10); at++) {
      const word = foldedAt(sentence, at)
      if (word !== 'by' && word !== 'from' && word !== 'of') continue
      const speaker = this.startingAt(sentence, at + 1)
      if (speaker !== null && speaker.to <= to && (speaker.type !== null || (speaker.kind !== null && word !== 'of'))) {
        return speaker
      }
    }
    return null
  }

  #inWords(sentence: Sentence, from: number, to: number, kind: SpeakerKind | null): Speaker | null {
    const name = textOf(sentence, from, to)
    if (name === '') return null
    let isAfflicted = false
    let isArmed = false
    for (let at = from; at < to; at++) {
      if (this.#lexicon.grammar.prepositions.has(foldedAt(sentence, at)) && at > from) break
      isAfflicted ||= this.#lexicon.afflicted.has(foldedAt(sentence, at))
      isArmed ||= this.#lexicon.armed.has(foldedAt(sentence, at))
    }
    return { name, type: null, kind, isAfflicted, isArmed, from, to }
  }
}

function openingBracket(sentence: Sentence, closing: number): number {
  let at = closing
  while (at > Math.max(0, closing - longest) && foldedAt(sentence, at) !== '(') at--
  return at
}
