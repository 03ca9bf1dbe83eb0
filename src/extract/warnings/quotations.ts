import { type Analysis, foldedAt, type Sentence } from '../analyse/analysis.ts'
import type { TokenRange } from '../analyse/sentences.ts'

/** Direct speech or quoted words, over one or more sentences. */
export interface Quotation {
  /** Sentences it covers words of, in order. */
  readonly sentences: readonly Sentence[]
  /** Whether it is set off as a paragraph of its own, without marks. */
  readonly isBlock: boolean
}

/** A quotation's tokens within one sentence. */
export interface QuotedPart {
  readonly quotation: Quotation
  readonly range: TokenRange
}

interface OpenQuotation {
  readonly sentences: Sentence[]
  readonly isBlock: boolean
  readonly close: string
}

const closeOf: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['«', '»'],
  ['„', '“'],
  ['"', '"'],
])
const marks = /["“«„]/

/** The quotations of a document, found by sentence. */
export class Quotations {
  readonly #bySentence = new Map<number, QuotedPart[]>()

  constructor(analysis: Analysis) {
    let open: OpenQuotation | null = null
    let before: Sentence | undefined
    for (const sentence of analysis.sentences) {
      const isNewParagraph = before?.paragraph !== sentence.paragraph
      if (isNewParagraph && !reopens(open, sentence)) open = null
      if (sentence.paragraph.kind === 'quote') {
        open ??= { sentences: [], isBlock: true, close: '' }
        this.#add(open, sentence, 0, sentence.tokens.length)
      } else if (open !== null || marks.test(sentence.paragraph.text)) open = this.#scan(sentence, open)
      before = sentence
    }
  }

  /** Parts of a sentence that are quoted, left to right. */
  in(sentence: Sentence): readonly QuotedPart[] {
    return this.#bySentence.get(sentence.index) ?? []
  }

  /** The quoted part around a token, if it is quoted. */
  around(sentence: Sentence, at: number): QuotedPart | undefined {
    return this.in(sentence).find(({ range }) => range.from <= at && at < range.to)
  }

  #scan(sentence: Sentence, carried: OpenQuotation | null): OpenQuotation | null {
    let open = carried
    let from = open !== null && reopens(open, sentence) ? 1 : 0
    for (let at = from; at < sentence.tokens.length; at++) {
      const mark = sentence.tokens[at]?.word.text ?? ''
      if (open === null) {
        const close = closeOf.get(mark)
        if (close === undefined) continue
        open = { sentences: [], isBlock: false, close }
        from = at + 1
      } else if (mark === open.close) {
        this.#add(open, sentence, from, at)
        open = null
      }
    }
    if (open !== null) this.#add(open, sentence, from, sentence.tokens.length)
    return open
  }

  #add(quotation: OpenQuotation, sentence: Sentence, from: number, to: number): void {
    if (from >= to) return
    quotation.sentences.push(sentence)
    const part = { quotation, range: { from, to } }
    const known = this.#bySentence.get(sentence.index)
    if (known === undefined) this.#bySentence.set(sentence.index, [part])
    else known.push(part)
  }
}

/** A quotation over paragraphs opens anew in each of them; straight marks cannot tell. */
function reopens(open: OpenQuotation | null, sentence: Sentence): boolean {
  return open !== null && open.close !== '"' && closeOf.get(sentence.tokens[0]?.word.text ?? '') === open.close
}

/** Whether a sentence announces what follows: it ends with a colon. */
export function announces(sentence: Sentence | undefined): boolean {
  return sentence !== undefined && foldedAt(sentence, sentence.tokens.length - 1) === ':'
}
