import { type Analysis, foldedAt, type Sentence } from '../analyse/analysis.ts'
import type { Hit } from '../analyse/phrases.ts'
import type { SpeechWord, Trigger, WarningsLexicon } from './lexicon.ts'
import { announces, type Quotation, type Quotations } from './quotations.ts'
import { isKnown, isSomebody, type Speaker, type Speakers } from './speakers/index.ts'
import { agentBehind, predicateAt, subjectOf } from './verbs.ts'

/** Reported speech in a sentence: who speaks, and which tokens are what was said. */
export interface Attribution {
  readonly speaker: Speaker
  readonly verb: number
  readonly from: number
  readonly to: number
}

/** Who said the words at a place; the speaker is `null` where they are quoted from somebody not named. */
export interface Report {
  readonly speaker: Speaker | null
}

/** No sentence of the language has more verbs of speech than this. */
const most = 24
/** Quoted words shorter than this are a term, no speech. */
const shortestSpeech = 5

/** Finds who says what, sentence by sentence, and remembers it. */
export class Attributions {
  readonly #analysis: Analysis
  readonly #lexicon: WarningsLexicon
  readonly #speakers: Speakers
  readonly #quotations: Quotations
  readonly #bySentence = new Map<number, readonly Attribution[]>()

  constructor(analysis: Analysis, lexicon: WarningsLexicon, speakers: Speakers, quotations: Quotations) {
    this.#analysis = analysis
    this.#lexicon = lexicon
    this.#speakers = speakers
    this.#quotations = quotations
  }

  /** Who reports the words at a token; `null` where the document itself says them. */
  reportAt(sentence: Sentence, at: number): Report | null {
    const covering = this.in(sentence).filter(({ from, to }) => from <= at && at < to)
    const nearest = covering.findLast(({ verb }) => verb < at) ?? covering[0]
    if (nearest !== undefined) return nearest
    const quoted = this.#quotations.around(sentence, at)
    if (quoted === undefined) return null
    const { quotation, range } = quoted
    const outside = this.in(sentence)[0]
    if (outside !== undefined) return outside
    if (foldedAt(sentence, range.from - 2) === ':') {
      return { speaker: this.#speakers.subject(sentence, range.from - 2) }
    }
    if (quotation.sentences.length === 1 && !quotation.isBlock && range.to - range.from < shortestSpeech) return null
    return { speaker: this.#speakerOf(quotation) }
  }

  /** The reported speech of a sentence, left to right. */
  in(sentence: Sentence): readonly Attribution[] {
    const known = this.#bySentence.get(sentence.index)
    if (known !== undefined) return known
    const found = this.#find(sentence)
    this.#bySentence.set(sentence.index, found)
    return found
  }

  #speakerOf({ sentences }: Quotation): Speaker | null {
    const first = sentences[0]
    const last = sentences.at(-1)
    if (first === undefined || last === undefined) return null
    const within = this.in(first)[0] ?? this.in(last)[0]
    if (within !== undefined) return within.speaker
    const before = this.#analysis.sentences[first.index - 1]
    if (before !== undefined && announces(before)) {
      return this.in(before).at(-1)?.speaker ?? this.#speakers.subject(before, before.tokens.length)
    }
    return before === undefined ? null : this.#continued(before, first)
  }

  /** “…,” said X. “…”: a quotation right behind one of X's is X's. */
  #continued(before: Sentence, first: Sentence): Speaker | null {
    const isAdjacent = foldedAt(first, 0) === '“' || foldedAt(first, 0) === '"'
    if (!isAdjacent || this.#quotations.in(before).length === 0) return null
    return this.in(before).at(-1)?.speaker ?? null
  }

  #find(sentence: Sentence): Attribution[] {
    const verbs: Hit<SpeechWord | Trigger>[] = [
      ...sentence.hits.of(this.#lexicon.speech).filter(({ entry }) => entry.role !== 'carrier'),
      ...sentence.hits
        .of(this.#lexicon.triggers)
        .filter(({ entry }) => entry.frame === 'speech' || entry.frame === 'demand'),
      ...this.#carriers(sentence),
    ].slice(0, most)
    return verbs
      .sort((a, b) => a.from - b.from)
      .flatMap((hit) => {
        if (this.#quotations.around(sentence, hit.from) !== undefined) return []
        const attribution =
          'role' in hit.entry && hit.entry.role === 'source' ? this.#source(sentence, hit) : this.#verb(sentence, hit)
        return attribution === null ? [] : [attribution]
      })
  }

  /** "issued a warning that": the verb that carries a noun of speech with its clause. */
  #carriers(sentence: Sentence): readonly Hit<SpeechWord>[] {
    const nouns = sentence.hits
      .of(this.#lexicon.triggers)
      .filter(({ to, entry }) => entry.frame === 'speech-noun' && foldedAt(sentence, to) === 'that')
      .slice(0, most)
    if (nouns.length === 0) return []
    return sentence.hits
      .of(this.#lexicon.speech)
      .filter(
        ({ to, entry }) => entry.role === 'carrier' && nouns.some((noun) => noun.from >= to && noun.from <= to + 3),
      )
  }

  /** "according to X": all that the sentence says. */
  #source(sentence: Sentence, hit: Hit<unknown>): Attribution | null {
    const speaker = this.#speakers.startingAt(sentence, hit.to)
    return speaker === null ? null : { speaker, verb: hit.from, from: 0, to: sentence.tokens.length }
  }

  #verb(sentence: Sentence, hit: Hit<SpeechWord | Trigger>): Attribution | null {
    const { form } = hit.entry
    const end = sentence.tokens.length
    if (endsQuotation(sentence, hit.from)) {
      const inverted = this.#inverted(sentence, hit, isSomebodyIn(sentence))
      if (inverted !== null) return inverted
    }
    if (form === 'base' || form === 'third') {
      const isNoting = 'role' in hit.entry && hit.entry.role === 'noting'
      if (!isNoting && !reportsClause(sentence, hit.to) && !this.#lexicon.plainVerbs.has(foldedAt(sentence, hit.from)))
        return null
    }
    const predicate = predicateAt(sentence, hit, this.#lexicon.grammar)
    if (predicate === null || predicate.isNegated) return null
    const speaker = predicate.isPassive
      ? agentBehind(sentence, hit.to, this.#speakers)
      : subjectOf(sentence, predicate, this.#speakers)
    if (speaker !== null && this.#lexicon.abstractions.has(foldedAt(sentence, speaker.to - 1))) return null
    if (speaker === null || !isKnown(speaker)) {
      const inverted = endsSpeech(sentence, hit.from) ? this.#inverted(sentence, hit, isKnown) : null
      if (inverted !== null || speaker === null) return inverted
    }
    if (form === 'base' && !isKnown(speaker)) return null
    const opensAgain = endsSpeech(sentence, hit.to + 1)
    const follows =
      speaker.from > 0 && endsSpeech(sentence, startOf(sentence, speaker)) && (opensAgain || end - hit.to <= 12)
    const role = 'role' in hit.entry ? hit.entry.role : null
    if (role === 'noting' && !isKnown(speaker)) return null
    return role === 'reading' && !follows ? null : { speaker, verb: hit.from, from: follows ? 0 : hit.to, to: end }
  }

  /** "…,” said X". */
  #inverted(
    sentence: Sentence,
    hit: Hit<SpeechWord | Trigger>,
    isSpeaker: (speaker: Speaker) => boolean,
  ): Attribution | null {
    if (hit.entry.form === 'gerund') return null
    const speaker = this.#speakers.startingAt(sentence, hit.to)
    if (speaker === null || !isSpeaker(speaker)) return null
    return { speaker, verb: hit.from, from: 0, to: sentence.tokens.length }
  }
}

/** The article before a speaker's name belongs to its phrase. */
function startOf(sentence: Sentence, { from }: Speaker): number {
  return foldedAt(sentence, from - 1) === 'the' ? from - 1 : from
}

function isSomebodyIn(sentence: Sentence): (speaker: Speaker) => boolean {
  return (speaker) => isSomebody(sentence, speaker)
}

function endsQuotation(sentence: Sentence, at: number): boolean {
  return endsSpeech(sentence, at) && foldedAt(sentence, at - 1) !== ','
}

/** Whether quoted or reported words end right before a token: a comma, or a closing quotation mark. */
function endsSpeech(sentence: Sentence, at: number): boolean {
  const mark = foldedAt(sentence, at - 1)
  return mark === ',' || mark === '”' || mark === '"' || mark === '»'
}

function reportsClause(sentence: Sentence, at: number): boolean {
  const next = foldedAt(sentence, at)
  return next === 'that' || next === ',' || next === ':' || next === '“' || next === '"' || next === '«'
}
