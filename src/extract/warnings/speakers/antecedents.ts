import { type Analysis, foldedAt, type Sentence, tokenAt } from '../../analyse/analysis.ts'
import type { Hit } from '../../analyse/phrases.ts'
import type { Mentions } from '../../mention.ts'
import type { SpeakerKind, SpeakerWord, WarningsLexicon } from '../lexicon.ts'
import type { NounPhrases } from './noun-phrases.ts'
import { type Speaker, speakerOf } from './speaker.ts'

/** How many sentences back a pronoun may look. */
const reach = 4

/** What finding whom a pronoun means asks of the reading of noun phrases. */
interface Reading {
  readonly phrases: NounPhrases
  readonly inWords: (sentence: Sentence, from: number, to: number, kind: SpeakerKind | null) => Speaker | null
}

/**
 * Whom pronouns mean. A reader takes a pronoun for the subject that the text goes on about, and only where that cannot
 * be for somebody else who was named.
 */
export class Antecedents {
  readonly #analysis: Analysis
  readonly #lexicon: WarningsLexicon
  readonly #actors: Mentions<'actor'>
  readonly #reading: Reading

  constructor(analysis: Analysis, lexicon: WarningsLexicon, actors: Mentions<'actor'>, reading: Reading) {
    this.#analysis = analysis
    this.#lexicon = lexicon
    this.#actors = actors
    this.#reading = reading
  }

  /** Whom the pronoun at a token means; the speaker's tokens are the pronoun's. */
  of(sentence: Sentence, at: number): Speaker | null {
    const pronoun = foldedAt(sentence, at)
    if (pronoun === 'we' || pronoun === 'i') return null
    const fits = pronoun === 'he' || pronoun === 'she' ? isPerson : pronoun === 'it' ? isBody : () => true
    const meant = this.#before(sentence, at, fits)
    return meant === null ? null : { ...meant, from: at, to: at + 1 }
  }

  #before(sentence: Sentence, at: number, fits: (speaker: Speaker) => boolean): Speaker | null {
    const here = this.subjectOf(sentence, at)
    if (here !== null && fits(here)) return here
    for (let index = sentence.index - 1; index >= Math.max(0, sentence.index - reach); index--) {
      const before = this.#analysis.sentences[index]
      if (before === undefined || !isSameStretch(before, sentence)) break
      const subject = this.subjectOf(before, before.tokens.length)
      if (subject !== null && fits(subject)) return subject
      const other = this.#actors.in(before).map(speakerOf).find(fits)
      if (other !== undefined && isPerson(other)) return other
    }
    const named = this.#actors
      .in(sentence)
      .filter(({ to }) => to <= at)
      .map(speakerOf)
      .findLast(fits)
    return named ?? null
  }

  /**
   * The subject of a sentence's main clause, as far as the actor or word for speakers that opens it tells; verbs of
   * every kind follow it, so its end cannot be read.
   */
  subjectOf(sentence: Sentence, before: number): Speaker | null {
    const start = this.#reading.phrases.mainStart(sentence, before)
    if (this.#lexicon.grammar.pronouns.has(foldedAt(sentence, start)) && start < before) return null
    const actor = this.#actors
      .in(sentence)
      .find(({ from, to }) => from >= start && to <= before && !this.#isBehindPreposition(sentence, from))
    const head = sentence.hits
      .of(this.#lexicon.speakers)
      .find(({ from, to }) => from >= start && from <= start + farthest && to <= before)
    if (actor !== undefined && (head === undefined || actor.from <= head.to)) {
      const list = this.#reading.phrases.endOfList(sentence, actor.from)
      if (list !== null && list <= before) return this.#reading.inWords(sentence, actor.from, list, 'body')
      if (head?.from !== actor.to || actor.fields.type === 'person') return speakerOf(actor)
    }
    return head === undefined || this.#isBehindPreposition(sentence, head.from)
      ? null
      : this.#inWords(sentence, start, head)
  }

  #inWords(sentence: Sentence, start: number, head: Hit<SpeakerWord>): Speaker | null {
    const person = this.#actors.in(sentence).find(({ from, fields }) => from === head.to && fields.type === 'person')
    if (person !== undefined) return speakerOf(person)
    let from = head.from
    while (from > start && !this.#lexicon.grammar.determiners.has(foldedAt(sentence, from))) from--
    return this.#reading.inWords(sentence, from, head.to, head.entry.kind)
  }

  /** Whether a preposition governs the noun phrase that holds a token, behind its article and adjectives. */
  #isBehindPreposition(sentence: Sentence, from: number): boolean {
    const { prepositions } = this.#lexicon.grammar
    for (let at = from - 1; at >= Math.max(0, from - 3); at--) {
      if (prepositions.has(foldedAt(sentence, at))) return true
      if (tokenAt(sentence, at).word.shape === 'mark') return false
    }
    return false
  }
}

/** How far behind the beginning of a clause the word for its subject may stand. */
const farthest = 8

const plural = /(?:s|men|women|people|staff|personnel)$/

const isPerson = ({ name, type, kind }: Speaker): boolean =>
  type === 'person' || (type === null && kind === 'person' && !plural.test(name))
const isBody = ({ type, kind }: Speaker): boolean =>
  type === null ? kind !== 'person' : type !== 'person' && type !== 'civilian'

/** Wire stories have a paragraph a sentence: what stands under one heading goes on. */
function isSameStretch(before: Sentence, sentence: Sentence): boolean {
  const one = before.paragraph
  const other = sentence.paragraph
  return one === other || (one.kind === other.kind && one.headings.at(-1) === other.headings.at(-1))
}
