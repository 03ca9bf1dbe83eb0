import { foldedAt, type Sentence } from '../../analyse/analysis.ts'
import type { Expression, Found } from '../expression.ts'
import type { Placed } from './context.ts'
import type { Outlook } from './outlook.ts'

/** A date with where it stands. */
export interface Told {
  readonly sentence: Sentence
  readonly date: Found
  readonly placed: Placed
  readonly outlook: Outlook
  /** Whether it is the first date of its sentence. */
  readonly isFirst: boolean
}

/** How many of the dates last told a reader has in mind. */
const memory = 5

/** What it weighs, in days of distance, that other dates were told after this one; for each of them. */
const age = 50

/** What it weighs that a date stood aside of the narrative. */
const aside = 120

const month = 31
const asides = new Set(['furniture', 'reference', 'note', 'table', 'caption'])

/** A date told before, from which an incomplete one is not far. */
export interface Anchor {
  readonly placed: Placed
  /** How far it is from the reader's mind, in days of distance. */
  readonly weight: number
  /** Whether the narrative stood here and has moved on since: then it may go on from here, but hardly back. */
  readonly isPassed: boolean
}

/** What a reader has in mind of the dates told so far. */
export interface Narrative {
  /** Where the narrative stands. */
  readonly now: Placed | null
  /** The date told last, in the narrative or aside. */
  readonly last: Placed | null
  /** The sentence that told it. */
  readonly lastIn: Sentence | null
  /** The dates that an incomplete one may lie near, the latest first. */
  readonly anchors: readonly Anchor[]
}

export const beginning: Narrative = { now: null, last: null, lastIn: null, anchors: [] }

/** A narrative that has told one date. */
export function startingAt(placed: Placed): Narrative {
  return { now: placed, last: placed, lastIn: null, anchors: [{ placed, weight: 0, isPassed: false }] }
}

/** The narrative after one more date was told. */
export function advanced(narrative: Narrative, told: Told): Narrative {
  const { sentence, date, placed } = told
  if (asides.has(sentence.paragraph.kind)) return narrative
  if (isParenthetical(sentence, date)) return narrative
  const isMain = movesOn(narrative.now, told)
  // What is told aside of years and more lies near everything, and so tells nothing.
  if (!isMain && !isWithinYear(placed)) return { ...narrative, last: placed, lastIn: sentence }
  const older = narrative.anchors
    .slice(0, memory - 1)
    .map((anchor) => (isMain ? { ...anchor, weight: anchor.weight + age, isPassed: true } : anchor))
  return {
    now: isMain ? placed : narrative.now,
    last: placed,
    lastIn: sentence,
    anchors: [{ placed, weight: isMain ? 0 : aside, isPassed: false }, ...older],
  }
}

/**
 * Whether a date moves the narrative on. It does not where it stands aside: in a mention of what was long before or
 * will be long after, or as a mere year that does not open its sentence.
 */
function movesOn(now: Placed | null, { sentence, date, placed, outlook, isFirst }: Told): boolean {
  if (now === null || sentence.paragraph.kind === 'heading') return true
  if (covers(placed, now) && isCoarse(placed)) return false
  if (isComputedBack(date.expression)) return false
  if (opensSentence(sentence, date)) return true
  const gap = gapBetween(now, placed)
  const opensParagraph = isFirst && sentence.position === 0 && placed.basis === 'explicit' && outlook !== 'back'
  if (isCoarse(placed)) return opensParagraph && isWithinYear(placed) && gap > 0 && gap <= 24 * month
  if (opensParagraph) return true
  if (gap < -3 * month || gap > 24 * month) return false
  if (gap < 0) return outlook !== 'back'
  return gap === 0 || (outlook !== 'ahead' && !isUntil(sentence, date))
}

/** Seasons, years and longer. */
export function isCoarse({ unit }: Placed): boolean {
  return unit === 'quarter' || unit === 'year' || unit === 'decade' || unit === 'century'
}

function isWithinYear({ days }: Placed): boolean {
  return days.end - days.start <= 366
}

function covers(outer: Placed, inner: Placed): boolean {
  return outer.days.start <= inner.days.start && outer.days.end >= inner.days.end
}

/** Days from the end of one to the start of the other; negative where it lies before, 0 where they touch. */
function gapBetween(from: Placed, to: Placed): number {
  if (to.days.start > from.days.end) return to.days.start - from.days.end
  return Math.min(0, to.days.end - from.days.start)
}

/** "two years ago", "a decade earlier", "the previous year". */
function isComputedBack(expression: Expression): boolean {
  if (expression.kind !== 'shift' && expression.kind !== 'whole') return false
  return expression.count < 0
}

const openers = new Set(
  'in on by at from since during after before until and but then later early late the a between of following around about'.split(
    ' ',
  ),
)

/** "In 1940, …", "On the morning of 3 May …": nothing but prepositions stands before it. */
function opensSentence(sentence: Sentence, { from }: Found): boolean {
  if (from > 4) return false
  for (let at = 0; at < from; at++) {
    const token = sentence.tokens[at]
    if (token?.word.shape !== 'mark' && !openers.has(foldedAt(sentence, at))) return false
  }
  return foldedAt(sentence, 0) !== 'since'
}

/** "until May", "until the fall of the capital in May": what a date before it lasted to. */
function isUntil(sentence: Sentence, { from }: Found): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 8); at--) {
    if (sentence.tokens[at]?.word.shape === 'mark') return false
    if (/^(?:until|till|through)$/.test(foldedAt(sentence, at))) return true
  }
  return false
}

/** How far a bracket may stand from what it holds. */
const reach = 12

function isParenthetical(sentence: Sentence, { from, to }: Found): boolean {
  let depth = 0
  for (let at = from - 1; at >= Math.max(0, from - reach); at--) {
    const mark = sentence.tokens[at]?.word.text
    if (mark === ')' || mark === ']') depth--
    if ((mark === '(' || mark === '[') && ++depth > 0) return closes(sentence, to)
  }
  return false
}

function closes(sentence: Sentence, from: number): boolean {
  for (let at = from; at < Math.min(sentence.tokens.length, from + reach); at++) {
    const mark = sentence.tokens[at]?.word.text
    if (mark === ')' || mark === ']') return true
  }
  return false
}
