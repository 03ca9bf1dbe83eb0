import { foldedAt, type Sentence } from '../../analyse/analysis.ts'
import type { Expression, Found } from '../expression.ts'

/** How many words a dateline has before its date: "PORT-AU-PRINCE, HAITI, 4 MAR", "NEAR THE BORDER, March 4". */
const longestPlace = 12

/** How many words may stand between the date and the dash: "(Agence France-Presse)", "(DOMESTIC SERVICE)". */
const longestAgency = 8

/**
 * The date of a wire report's dateline, "NAIROBI, March 4 (Reuters) – …", "BOGOTA, 28 NOV 89 (EFE) -- [TEXT] …": it opens
 * a paragraph, behind a place and before a dash. What follows is counted from it until the next dateline.
 */
export function datelineOf(sentence: Sentence, found: readonly Found[]): Found | null {
  const [date] = found
  if (date === undefined || sentence.position !== 0 || !isDay(date.expression)) return null
  return isBehindPlace(sentence, date.from) && isBeforeDash(sentence, date.to) ? date : null
}

/**
 * The date that a report's head gives for itself: "as of 12 May 2015", "Date: 12 May 2015", "Reporting period: 3–16 June
 * 2014".
 */
export function headDateOf(sentence: Sentence, found: readonly Found[]): Found | null {
  for (const date of found) {
    const before = foldedAt(sentence, date.from - 1)
    const further = foldedAt(sentence, date.from - 2)
    if (before === 'of' && further === 'as') return date
    if (before === ':' && /^(?:date|dated|sent|period|published|issued)$/.test(further)) return date
  }
  return null
}

function isDay(expression: Expression): boolean {
  if (expression.kind === 'numeric') return true
  return expression.kind === 'calendar' && expression.month !== null && expression.day !== null
}

/** "GENEVA, ", "(PARIS) ", or nothing but a place in capitals. */
function isBehindPlace(sentence: Sentence, to: number): boolean {
  if (to < 2 || to > longestPlace) return false
  const comma = foldedAt(sentence, to - 1)
  if (comma !== ',' && comma !== '-' && comma !== '–' && comma !== '—') return false
  const first = sentence.tokens[0]?.word.shape
  if (first === 'lower' || first === 'numeral' || first === 'mark') return false
  for (let at = 0; at < to; at++) {
    const { shape, folded } = sentence.tokens[at]?.word ?? { shape: 'mark', folded: '' }
    if (shape === 'numeral' || (shape === 'lower' && !/^(?:of|the|de|del|la|el|and|near|in)$/.test(folded)))
      return false
  }
  return true
}

/** A dash or the mark of a text behind the date, with at most an agency in brackets between. */
function isBeforeDash(sentence: Sentence, from: number): boolean {
  let at = from
  if (foldedAt(sentence, at) === '.' || foldedAt(sentence, at) === ',') at++
  if (/^[[(/]$/.test(foldedAt(sentence, at))) {
    const end = at + longestAgency
    while (at < end && !/^[\])]$/.test(foldedAt(sentence, at))) at++
    at++
  } else if (sentence.tokens[at]?.word.shape === 'upper' && sentence.tokens[at + 1]?.word.shape === 'mark') at++
  return /^(?:[-–—]+|:)$/.test(foldedAt(sentence, at)) || foldedAt(sentence, from) === '['
}
