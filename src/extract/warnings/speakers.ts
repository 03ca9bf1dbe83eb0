import type { ActorType } from '../../model/index.ts'
import { type Analysis, foldedAt, type Sentence, textOf, tokenAt } from '../analyse/analysis.ts'
import type { Hit } from '../analyse/phrases.ts'
import type { Mention, Mentions } from '../mention.ts'
import type { SpeakerKind, SpeakerWord, WarningsLexicon } from './lexicon.ts'

/** Who speaks, is spoken to, or acts, as far as the words tell. */
export interface Speaker {
  /** Canonical name, or the words. */
  readonly name: string
  /** Type of the actor, where it is one that has a name. */
  readonly type: ActorType | null
  /** What the words say it is; `null` where only its place before a verb makes it a speaker. */
  readonly kind: SpeakerKind | null
  /** Whether it is a word for those who suffer. */
  readonly isAfflicted: boolean
  /** Its tokens in the sentence; a pronoun's are the pronoun's. */
  readonly from: number
  readonly to: number
}

/** How many tokens a noun phrase may hold. */
const longest = 24

/** "RSF men" are the RSF; "a Janjaweed leader" is one of them. */
const rankAndFile = new Set(['men', 'fighters', 'soldiers', 'rebels', 'militiamen'])

/** Reads noun phrases before and behind verbs, by the actors found and the lexicon's words for speakers. */
export class Speakers {
  readonly #analysis: Analysis
  readonly #lexicon: WarningsLexicon
  readonly #actors: Mentions<'actor'>
  readonly #dates: Mentions<'date'>

  constructor(
    analysis: Analysis,
    lexicon: WarningsLexicon,
    found: { actors: Mentions<'actor'>; dates: Mentions<'date'> },
  ) {
    this.#analysis = analysis
    this.#lexicon = lexicon
    this.#actors = found.actors
    this.#dates = found.dates
  }

  /** The noun phrase that ends before a token, the subject of the verb there. */
  endingAt(sentence: Sentence, to: number): Speaker | null {
    const last = foldedAt(sentence, to - 1)
    if (last === ',') return this.#aroundAppositive(sentence, to - 1)
    if (last === ')') return this.endingAt(sentence, openingBracket(sentence, to - 1))
    if (last === 'who' || last === 'which' || last === 'that') {
      return this.endingAt(sentence, foldedAt(sentence, to - 2) === ',' ? to - 2 : to - 1)
    }
    if (this.#lexicon.grammar.pronouns.has(last)) return this.#antecedent(sentence, to - 1)
    const from = this.#startOf(sentence, to)
    return from >= to ? null : this.#read(sentence, from, to)
  }

  /** The noun phrase that begins at a token: "said X", "according to X", "by X". */
  startingAt(sentence: Sentence, from: number): Speaker | null {
    const pronoun = foldedAt(sentence, from)
    if (this.#lexicon.grammar.pronouns.has(pronoun)) return this.#antecedent(sentence, from)
    const to = this.#endOf(sentence, from)
    if (to <= from) return null
    const person = this.#personBehindComma(sentence, to)
    if (person !== undefined) return this.#named(person)
    return this.#read(sentence, from, to)
  }

  /** The subject of a sentence's main clause: behind a leading phrase that a comma closes, before a token. */
  main(sentence: Sentence, before: number): Speaker | null {
    const from = this.mainStart(sentence, before)
    if (from >= before) return null
    const speaker = this.startingAt(sentence, from)
    return speaker !== null && speaker.from < before ? speaker : null
  }

  /** Where the main clause begins: behind a leading phrase that a comma closes. */
  mainStart(sentence: Sentence, before: number): number {
    let from = 0
    for (let phrases = 0; phrases < 3 && this.#isLeadIn(sentence, from); phrases++) {
      const limit = Math.min(before, from + longest)
      let comma = from
      while (comma < limit && foldedAt(sentence, comma) !== ',') comma++
      if (comma >= limit) break
      from = comma + 1
    }
    return from
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

  /** "the head of the mission, Jane Doe, warned" and "Jane Doe, head of the mission, warned". */
  #aroundAppositive(sentence: Sentence, comma: number): Speaker | null {
    let open = comma - 1
    while (open > Math.max(0, comma - longest) && foldedAt(sentence, open) !== ',') open--
    const inside = this.#mentionEnding(sentence, comma)
    if (inside?.fields.type === 'person') return this.#named(inside)
    if (foldedAt(sentence, open) !== ',') return null
    const before = this.#mentionEnding(sentence, open)
    if (before !== undefined) return this.#named(before)
    const from = this.#startOf(sentence, open)
    return from < open ? this.#read(sentence, from, open) : null
  }

  #personBehindComma(sentence: Sentence, comma: number): Mention<'actor'> | undefined {
    if (foldedAt(sentence, comma) !== ',') return undefined
    return this.#actors
      .in(sentence)
      .find(({ from, fields }) => fields.type === 'person' && from > comma && from <= comma + 3)
  }

  /** Whom a pronoun means: a person for "he" and "she", the subject before it for the others. */
  #antecedent(sentence: Sentence, at: number): Speaker | null {
    const pronoun = foldedAt(sentence, at)
    const isPerson = pronoun === 'he' || pronoun === 'she'
    if (isPerson) {
      const person = this.#actors.before(this.#analysis, sentence, at, 3, ({ fields }) => fields.type === 'person')
      if (person !== undefined) return { ...this.#named(person), from: at, to: at + 1 }
    }
    if (pronoun === 'we' || pronoun === 'i') return null
    const here = at > 1 ? this.main(sentence, at) : null
    const meant = here !== null && isKnown(here) ? here : this.#subjectBefore(sentence)
    return meant === null ? null : { ...meant, from: at, to: at + 1 }
  }

  /** The subject of the sentence before, unless it is a pronoun too. */
  #subjectBefore(sentence: Sentence): Speaker | null {
    const before = this.#analysis.sentences[sentence.index - 1]
    if (before === undefined || before.paragraph !== sentence.paragraph) return null
    const from = this.mainStart(before, before.tokens.length)
    return this.#lexicon.grammar.pronouns.has(foldedAt(before, from)) ? null : this.main(before, before.tokens.length)
  }

  #startOf(sentence: Sentence, to: number): number {
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
        if (!isList || this.#mentionEnding(sentence, from - 1) === undefined) break
      } else if (isPunctuation(sentence, from - 1)) break
      from--
    }
    const date = this.#dates.in(sentence).findLast((mention) => mention.to <= to && mention.from >= from)
    if (date !== undefined && date.to < to && !determiners.has(foldedAt(sentence, date.from - 1))) from = date.to
    if (foldedAt(sentence, from) === 'as' || foldedAt(sentence, from) === 'and') from++
    if (!prepositions.has(foldedAt(sentence, from))) return from
    for (let at = from + 2; at < to; at++) {
      const isHead = determiners.has(foldedAt(sentence, at)) && !prepositions.has(foldedAt(sentence, at - 1))
      if (isHead) return at
    }
    return from + 1
  }

  #endsPhrase(sentence: Sentence, to: number): boolean {
    return (
      this.#mentionEnding(sentence, to) !== undefined ||
      sentence.hits.of(this.#lexicon.speakers).some((hit) => hit.to === to)
    )
  }

  /** "… and members of the diaspora": the word behind "and" is one for speakers. */
  #beginsSpeaker(sentence: Sentence, from: number): boolean {
    return (
      sentence.hits.at(this.#lexicon.speakers, from) !== undefined &&
      tokenAt(sentence, from - 2).word.shape === 'capitalised'
    )
  }

  #endOf(sentence: Sentence, from: number): number {
    const { stops } = this.#lexicon.grammar
    let to = from
    while (to < Math.min(sentence.tokens.length, from + longest)) {
      if (stops.has(foldedAt(sentence, to)) || isPunctuation(sentence, to)) break
      const verb = sentence.hits.at(this.#lexicon.speech, to) ?? sentence.hits.at(this.#lexicon.triggers, to)
      if (verb !== undefined && to > from && verb.entry.form !== 'noun' && verb.entry.form !== 'phrase') {
        // "The envoy reports": behind a person's name even what may be a noun is the verb.
        const isBehindPerson = this.#mentionEnding(sentence, to)?.fields.type === 'person'
        if (isBehindPerson || sentence.hits.at(this.#lexicon.speakers, to) === undefined) break
      }
      to++
    }
    const date = this.#dates.in(sentence).find((mention) => mention.from > from && mention.to <= to)
    if (date === undefined || date.from - from < 2) return to
    return this.#lexicon.grammar.prepositions.has(foldedAt(sentence, date.from - 1)) ? date.from - 1 : date.from
  }

  #read(sentence: Sentence, from: number, to: number): Speaker | null {
    const mentions = this.#actors.in(sentence).filter((mention) => mention.from >= from && mention.to <= to)
    const person = mentions.find((mention) => mention.fields.type === 'person' && this.#isHead(sentence, from, mention))
    if (person !== undefined) return this.#named(person)
    const head = this.#headOf(sentence, from, to)
    if (head === null) return this.#withoutHead(sentence, from, to, mentions)
    const office = mentions.find((mention) => mention.from <= head.from && mention.to >= head.to)
    if (office !== undefined) return this.#named(office)
    const force = mentions.find((mention) => mention.to === head.from && mention.fields.type === 'armed-group')
    if (force !== undefined && rankAndFile.has(foldedAt(sentence, head.to - 1))) return this.#named(force)
    if (head.entry.kind === 'document') return this.#authorOf(sentence, from, to, head, mentions)
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
      if (this.#hasPreposition(sentence, from, hit.from)) return null
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

  #hasPreposition(sentence: Sentence, from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.#lexicon.grammar.prepositions.has(foldedAt(sentence, at))) return true
    return false
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
      (mention) => mention.to === to && !this.#hasPreposition(sentence, from, mention.from),
    )
    const first = mentions[0]
    if (last !== undefined && first !== undefined && first !== last) {
      const isList = foldedAt(sentence, last.from - 1) === 'and' || foldedAt(sentence, last.from - 2) === 'and'
      if (isList) return this.#inWords(sentence, from, to, 'body')
    }
    if (last !== undefined) return this.#named(last)
    if (first !== undefined && first.from <= from + 1) return this.#named(first)
    const isName = tokenAt(sentence, to - 1).word.shape !== 'lower' && !sentence.isAllCapitals
    return to - from <= 5 && (isName || this.#lexicon.grammar.determiners.has(foldedAt(sentence, from)))
      ? this.#inWords(sentence, from, to, null)
      : null
  }

  /** Who wrote a document: the actor in its phrase, the Security Council for a resolution, else who was named before. */
  #authorOf(
    sentence: Sentence,
    from: number,
    to: number,
    head: Hit<SpeakerWord>,
    mentions: readonly Mention<'actor'>[],
  ): Speaker {
    const author = mentions.at(-1) ?? this.#authorBefore(sentence, foldedAt(sentence, head.to - 1))
    if (author !== undefined) return { ...this.#named(author), from, to, kind: 'document' }
    const word = foldedAt(sentence, head.to - 1)
    if (word === 'resolution' || textOf(sentence, head.from, head.to).toLowerCase() === 'presidential statement') {
      return { name: 'UN Security Council', type: 'igo', kind: 'document', isAfflicted: false, from, to }
    }
    const name = textOf(sentence, from, this.#endOfWords(sentence, head.to, to))
    return { name, type: null, kind: 'document', isAfflicted: false, from, to }
  }

  #authorBefore(sentence: Sentence, word: string): Mention<'actor'> | undefined {
    for (let index = sentence.index - 1; index >= Math.max(0, sentence.index - 3); index--) {
      const before = this.#analysis.sentences[index]
      if (before === undefined) return undefined
      const head = before.hits.of(this.#lexicon.speakers).find((hit) => foldedAt(before, hit.to - 1) === word)
      if (head === undefined) continue
      const near = this.#actors
        .in(before)
        .find(({ from, to }) => to === head.from || (from > head.to && from <= head.to + 2))
      if (near !== undefined) return near
    }
    return undefined
  }

  #mentionEnding(sentence: Sentence, to: number): Mention<'actor'> | undefined {
    return this.#actors.in(sentence).find((mention) => mention.to === to)
  }

  #named({ fields, from, to }: Mention<'actor'>): Speaker {
    return { name: fields.name, type: fields.type, kind: null, isAfflicted: fields.type === 'civilian', from, to }
  }

  #inWords(sentence: Sentence, from: number, to: number, kind: SpeakerKind | null): Speaker | null {
    const name = textOf(sentence, from, to)
    if (name === '') return null
    let isAfflicted = false
    for (let at = from; at < to; at++) isAfflicted ||= this.#lexicon.afflicted.has(foldedAt(sentence, at))
    return { name, type: null, kind, isAfflicted, from, to }
  }
}

/** Whether a phrase names somebody: an abstraction before a verb ("The collapse underlined the need") does not. */
export function isSomebody(sentence: Sentence, speaker: Speaker): boolean {
  return isKnown(speaker) || (tokenAt(sentence, speaker.to - 1).word.shape !== 'lower' && !sentence.isAllCapitals)
}

/** Whether more than its place before a verb makes a phrase a speaker. */
export function isKnown({ type, kind }: Speaker): boolean {
  return type !== null || kind !== null
}

function isParticiple(word: string): boolean {
  return word.length > 4 && (word.endsWith('ed') || word.endsWith('ing'))
}

function openingBracket(sentence: Sentence, closing: number): number {
  let at = closing
  while (at > Math.max(0, closing - longest) && foldedAt(sentence, at) !== '(') at--
  return at
}

const punctuation = new Set([
  ',',
  ';',
  ':',
  '.',
  '?',
  '!',
  '“',
  '”',
  '"',
  '—',
  '–',
  '(',
  ')',
  '[',
  ']',
  '…',
  '...',
  '«',
  '»',
])

function isPunctuation(sentence: Sentence, at: number): boolean {
  return punctuation.has(foldedAt(sentence, at))
}
