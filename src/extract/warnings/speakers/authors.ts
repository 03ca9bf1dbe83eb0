import { type Analysis, foldedAt, type Sentence, textOf } from '../../analyse/analysis.ts'
import type { Hit } from '../../analyse/phrases.ts'
import type { Mention, Mentions } from '../../mention.ts'
import type { SpeakerWord, WarningsLexicon } from '../lexicon.ts'
import { type Speaker, speakerOf } from './speaker.ts'

/** How many sentences back a writing may have been introduced with its author. */
const reach = 3

/** Who wrote a document that speaks: "the report", "a cable by X", "Resolution 2248". */
export class Authors {
  readonly #analysis: Analysis
  readonly #lexicon: WarningsLexicon
  readonly #actors: Mentions<'actor'>

  constructor(analysis: Analysis, lexicon: WarningsLexicon, actors: Mentions<'actor'>) {
    this.#analysis = analysis
    this.#lexicon = lexicon
    this.#actors = actors
  }

  /** The author that stands in front of a document's name: "Dallaire’s cable", "the UN report". */
  inFront(sentence: Sentence, head: Hit<SpeakerWord>, from: number): Mention<'actor'> | undefined {
    return this.#actors.in(sentence).findLast((mention) => mention.from >= from && mention.to <= head.to)
  }

  /** The Security Council for a resolution, else the author with whom the document was named before. */
  named(sentence: Sentence, head: Hit<SpeakerWord>): Speaker | null {
    const word = foldedAt(sentence, head.to - 1)
    const before = this.#before(sentence, word)
    if (before !== undefined) return speakerOf(before)
    const isCouncils =
      word === 'resolution' || textOf(sentence, head.from, head.to).toLowerCase() === 'presidential statement'
    if (!isCouncils) return null
    return {
      name: 'UN Security Council',
      type: 'igo',
      kind: 'document',
      isAfflicted: false,
      isArmed: false,
      from: head.from,
      to: head.to,
    }
  }

  #before(sentence: Sentence, word: string): Mention<'actor'> | undefined {
    for (let index = sentence.index - 1; index >= Math.max(0, sentence.index - reach); index--) {
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
}
