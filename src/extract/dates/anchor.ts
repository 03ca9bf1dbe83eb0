import type { Interval } from '../../model/index.ts'
import { type Analysis, foldedAt, type Sentence } from '../analyse/analysis.ts'
import type { Mention, Mentions } from '../mention.ts'

/** Tokens: what a mark or joint between a date and a clause weighs beside plain distance. */
const clauseBreak = 40
const weakBreak = 6

/** How many sentences back the date may stand, within the paragraph. */
const sentencesBack = 6

const strong = new Set([';', ':', '—'])
const weak = new Set([',', '(', ')', 'while', 'whereas', 'but', 'although', 'compared'])

/**
 * The date that the words at `from` to `to` (tokens of the sentence, half-open) belong to: the nearest date of the
 * sentence, marks and conjunctions between counting as distance; else the date last told in the paragraph.
 *
 * @returns `undefined` where the paragraph tells no date up to there
 */
export function dateOfClause(
  analysis: Analysis,
  dates: Mentions<'date'>,
  sentence: Sentence,
  from: number,
  to: number = from + 1,
): Mention<'date'> | undefined {
  let nearest: Mention<'date'> | undefined
  let least = Number.POSITIVE_INFINITY
  for (const date of dates.in(sentence)) {
    const distance = date.to <= from ? between(sentence, date.to, from) : between(sentence, to, date.from)
    if (distance < least) {
      least = distance
      nearest = date
    }
  }
  if (nearest !== undefined) return nearest
  const told = dates.before(analysis, sentence, from, Math.min(sentencesBack, sentence.position))
  return told?.sentence.paragraph === sentence.paragraph ? told : undefined
}

/** First and last day of a date mention, as the other layers' `date` field has it. */
export function intervalOf(date: Mention<'date'> | undefined): Interval | null {
  return date === undefined ? null : { start: date.fields.start, end: date.fields.end }
}

function between(sentence: Sentence, from: number, to: number): number {
  let distance = 0
  for (let at = from; at < to; at++) {
    const word = foldedAt(sentence, at)
    distance += strong.has(word) ? clauseBreak : weak.has(word) ? weakBreak : 1
  }
  return distance
}
