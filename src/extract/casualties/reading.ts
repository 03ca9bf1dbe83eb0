import { foldedAt, type Sentence, tokenAt } from '../analyse/analysis.ts'
import type { NumberPhrase } from '../analyse/numbers.ts'
import type { Hit, PhraseSet } from '../analyse/phrases.ts'
import type { Mention, Mentions } from '../mention.ts'
import type { CasualtiesLexicon, Harm } from './lexicon.ts'
import type { RolesLexicon } from './roles.ts'

/** A word for harm in a sentence, with all that it may be. */
export interface HarmHit {
  readonly from: number
  readonly to: number
  readonly entries: readonly Harm[]
}

const hyphens = new Set(['-', '‐', '‑'])

/** What the layers before found, by sentence. */
export interface Found {
  readonly dates: Mentions<'date'>
  readonly actors: Mentions<'actor'>
}

/** A sentence as the rules of this layer look at it: words by what they do, found by token. */
export class Reading {
  readonly sentence: Sentence
  readonly lexicon: CasualtiesLexicon
  readonly actors: readonly Mention<'actor'>[]
  readonly dates: readonly Mention<'date'>[]
  /** Whether ordinary words such as "left" and "lost" may mean harm here. */
  readonly inCrisis: boolean
  readonly #harmFrom: ReadonlyMap<number, HarmHit>
  readonly #harmTo: ReadonlyMap<number, HarmHit>
  readonly #peopleFrom: ReadonlyMap<number, Hit<true>>
  readonly #notPeopleFrom: ReadonlyMap<number, Hit<true>>
  readonly #actorFrom: ReadonlyMap<number, Mention<'actor'>>
  readonly #actorTo: ReadonlyMap<number, Mention<'actor'>>
  readonly #numberFrom: ReadonlyMap<number, NumberPhrase>
  readonly #numberTo: ReadonlyMap<number, NumberPhrase>

  constructor(sentence: Sentence, lexicon: CasualtiesLexicon, found: Found, inCrisis: boolean) {
    this.sentence = sentence
    this.lexicon = lexicon
    this.actors = found.actors.in(sentence)
    this.dates = found.dates.in(sentence)
    this.inCrisis = inCrisis
    this.#harmFrom = harmHits(sentence.hits.of(lexicon.harm), inCrisis)
    this.#harmTo = new Map()
    const byEnd = new Map<number, HarmHit>()
    for (const hit of this.#harmFrom.values()) if (!byEnd.has(hit.to)) byEnd.set(hit.to, hit)
    this.#harmTo = byEnd
    this.#peopleFrom = new Map(sentence.hits.of(lexicon.people).map((hit) => [hit.from, hit]))
    this.#notPeopleFrom = new Map(sentence.hits.of(lexicon.notPeople).map((hit) => [hit.from, hit]))
    this.#actorFrom = new Map(this.actors.map((mention) => [mention.from, mention]))
    this.#actorTo = new Map(this.actors.map((mention) => [mention.to, mention]))
    this.#numberFrom = new Map(sentence.numbers.map((number) => [number.from, number]))
    this.#numberTo = new Map(sentence.numbers.map((number) => [number.to, number]))
  }

  get length(): number {
    return this.sentence.tokens.length
  }

  /** The folded word at a token; empty outside of the sentence. */
  word(at: number): string {
    return foldedAt(this.sentence, at)
  }

  is(list: keyof CasualtiesLexicon['words'], at: number): boolean {
    if (!this.lexicon.words[list].has(this.word(at))) return false
    // "May" the month is no modal.
    return list !== 'modals' || this.dateAt(at) === undefined
  }

  /** Whether the word at a token is in a list of the lexicon of roles. */
  plays(list: keyof RolesLexicon['words'], at: number): boolean {
    return this.lexicon.roles.words[list].has(this.word(at))
  }

  /** Whether a phrase of a set ends before the token; its hit. */
  hitTo<T>(set: PhraseSet<T>, end: number): Hit<T> | undefined {
    return this.sentence.hits.of(set).find((hit) => hit.to === end)
  }

  /** Whether a phrase of a set begins at the token; its hit. */
  hitFrom<T>(set: PhraseSet<T>, from: number): Hit<T> | undefined {
    return this.sentence.hits.at(set, from)
  }

  /** Whether a phrase of the list begins at the token; its end, else -1. */
  endOfPhrase(list: keyof CasualtiesLexicon['phrases'], at: number): number {
    return this.sentence.hits.at(this.lexicon.phrases[list], at)?.to ?? -1
  }

  isMark(at: number): boolean {
    return tokenAt(this.sentence, at).word.shape === 'mark'
  }

  /** A hyphen that joins two halves of a word. */
  isHyphen(at: number): boolean {
    return hyphens.has(this.word(at)) && !tokenAt(this.sentence, at).spaced
  }

  /** Whether the token is written with a capital, in a sentence where that tells something. */
  isCapitalised(at: number): boolean {
    const { shape } = tokenAt(this.sentence, at).word
    return !this.sentence.isAllCapitals && (shape === 'capitalised' || shape === 'upper' || shape === 'mixed')
  }

  harmFrom(at: number): HarmHit | undefined {
    return this.#harmFrom.get(at)
  }

  /** The longest word for harm that ends before the token. */
  harmTo(at: number): HarmHit | undefined {
    return this.#harmTo.get(at)
  }

  get harms(): Iterable<HarmHit> {
    return this.#harmFrom.values()
  }

  peopleFrom(at: number): Hit<true> | undefined {
    return this.#peopleFrom.get(at)
  }

  notPeopleFrom(at: number): Hit<true> | undefined {
    return this.#notPeopleFrom.get(at)
  }

  actorFrom(at: number): Mention<'actor'> | undefined {
    return this.#actorFrom.get(at)
  }

  actorTo(at: number): Mention<'actor'> | undefined {
    return this.#actorTo.get(at)
  }

  numberFrom(at: number): NumberPhrase | undefined {
    return this.#numberFrom.get(at)
  }

  numberTo(at: number): NumberPhrase | undefined {
    return this.#numberTo.get(at)
  }

  isCountry(at: number): boolean {
    return this.sentence.hits.at(this.lexicon.countries, this.word(at) === 'the' ? at + 1 : at) !== undefined
  }

  dateAt(at: number): Mention<'date'> | undefined {
    return this.dates.find((date) => date.from <= at && at < date.to)
  }
}

function harmHits(hits: readonly Hit<Harm>[], inCrisis: boolean): Map<number, HarmHit> {
  const grouped = new Map<number, { from: number; to: number; entries: Harm[] }>()
  for (const { from, to, entry } of hits) {
    if (entry.weak && !inCrisis) continue
    const known = grouped.get(from)
    if (known === undefined) grouped.set(from, { from, to, entries: [entry] })
    else known.entries.push(entry)
  }
  return grouped
}
