import type { Document, Offset, Paragraph } from '../../model/index.ts'
import { type NumberPhrase, type NumberWords, numbersOf } from './numbers.ts'
import type { Hits, PhraseAutomaton } from './phrases.ts'
import { type Abbreviations, sentencesOf } from './sentences.ts'
import { type Token, tokenise } from './tokens.ts'
import { wordOf } from './words.ts'

/** What analysis knows of the language: shared by all layers, compiled once. */
export interface AnalysisLexicon {
  readonly automaton: PhraseAutomaton
  readonly abbreviations: Abbreviations
  readonly numbers: NumberWords
}

/** A sentence of a paragraph with its tokens; token positions anywhere are counted in the sentence. */
export interface Sentence {
  /** Position in the document, from 0, over all paragraphs. */
  readonly index: number
  readonly paragraph: Paragraph
  /** Position in its paragraph, from 0. */
  readonly position: number
  /** Clean-text offsets into `paragraph.text`. */
  readonly start: Offset
  readonly end: Offset
  readonly tokens: readonly Token[]
  /** Lexicon phrases of all layers, by set. */
  readonly hits: Hits
  readonly numbers: readonly NumberPhrase[]
  /** Whether all of its words are in capitals, as in old newswire and headings; capitals then tell nothing. */
  readonly isAllCapitals: boolean
}

/** A document cut into sentences, once, for all layers. */
export interface Analysis {
  readonly document: Document
  readonly sentences: readonly Sentence[]
}

/** Cuts a document's clean paragraphs into sentences and tokens and finds the phrases and numbers in them. */
export function analyse(document: Document, lexicon: AnalysisLexicon): Analysis {
  const sentences: Sentence[] = []
  for (const paragraph of document.paragraphs) {
    const tokens = tokenise(paragraph.text)
    const ranges = sentencesOf(tokens, lexicon.abbreviations)
    for (const [position, { from, to }] of ranges.entries()) {
      const own = tokens.slice(from, to)
      sentences.push({
        index: sentences.length,
        paragraph,
        position,
        start: own[0]?.start ?? 0,
        end: own.at(-1)?.end ?? 0,
        tokens: own,
        hits: lexicon.automaton.scan(own),
        numbers: numbersOf(own, lexicon.numbers),
        isAllCapitals: isAllCapitals(own),
      })
    }
  }
  return { document, sentences }
}

function isAllCapitals(tokens: readonly Token[]): boolean {
  let upper = 0
  for (const { word } of tokens) {
    if (word.shape === 'lower' || word.shape === 'capitalised' || word.shape === 'mixed') {
      if (word.text !== '’s' && word.text !== "'s") return false
    } else if (word.shape === 'upper') upper++
  }
  return upper > 1
}

/** Stands before the first and behind the last token, so that rules may look over a sentence's edges. */
export const boundary: Token = { start: 0, end: 0, word: wordOf(''), spaced: true }

/** The token at a position, or `boundary` outside of the sentence. */
export function tokenAt(sentence: Sentence, at: number): Token {
  return sentence.tokens[at] ?? boundary
}

/** The folded word at a position; empty outside of the sentence. */
export function foldedAt(sentence: Sentence, at: number): string {
  return (sentence.tokens[at] ?? boundary).word.folded
}

/** The clean text of the tokens `from` to `to` (half-open); empty where there are none. */
export function textOf(sentence: Sentence, from: number, to: number): string {
  const first = sentence.tokens[from]
  const last = sentence.tokens[to - 1]
  return first === undefined || last === undefined || to <= from
    ? ''
    : sentence.paragraph.text.slice(first.start, last.end)
}
