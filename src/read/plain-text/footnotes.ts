import type { Offset, Span } from '../../model/index.ts'
import { isCloser, isDigit, isLetter, isLower, isOpener, isSpace, isUpper } from '../characters.ts'

/** A footnote marker stuck to a word: where its digits stand, and the first and last note it points to. */
export interface Marker extends Span {
  readonly first: number
  readonly last: number
}

interface Candidate extends Marker {
  /** How much it looks like a marker, whatever the numbers around it: 0 to 1. */
  readonly likelihood: number
}

/** So many numbers of a series may be missing between two markers. */
const widestGap = 4
/** A series must have so many markers; longer where it does not begin at the first notes. */
const fewest = 3
const fewestFromMiddle = 6

/**
 * Footnote markers that a text dump has stuck to the word before: "in 1960.1", "justice.”13", "UN,95 but",
 * "refugees4". They are told from real numbers by running upward through the text, 1, 2, 3; a text with no such
 * series has none. Superscript digits behind a word need no series.
 *
 * @returns markers in order
 */
export function footnoteMarkers(text: string): Marker[] {
  const candidates: Candidate[] = []
  const superscripts: Marker[] = []
  digits.lastIndex = 0
  for (let match = digits.exec(text); match !== null; match = digits.exec(text)) {
    const [found] = match
    const start = match.index
    if (isSuperscript(found)) {
      if (canCarryMarker(text, start) && !isUnit(text, start)) {
        const number = Number(found.normalize('NFKD'))
        superscripts.push(markerOf(start, start + found.length, number, number))
      }
    } else {
      const candidate = candidateAt(text, start, start + found.length)
      if (candidate !== null) candidates.push(candidate)
    }
  }
  return [...seriesOf(candidates), ...superscripts].sort((a, b) => a.start - b.start)
}

const digits = /\d+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g

function markerOf(start: Offset, end: Offset, first: number, last: number): Marker {
  return { start, end, first, last }
}

function isSuperscript(found: string): boolean {
  return !isDigit(found.charCodeAt(0))
}

/** A word, a mark or a year may have a marker; "10⁶" is a power. */
function canCarryMarker(text: string, at: Offset): boolean {
  const before = text.charCodeAt(at - 1)
  if (isDigit(before)) return !/(?:^|\D)10$/.test(text.slice(Math.max(0, at - 3), at))
  return isLetter(before) || isCloser(before) || isSentenceMark(before)
}

/** "km²", "m³" */
function isUnit(text: string, at: Offset): boolean {
  return text[at - 1] === 'm' && !(isLetter(text.charCodeAt(at - 2)) && isLetter(text.charCodeAt(at - 3)))
}

const isSentenceMark = (code: number): boolean =>
  code === 0x2e || code === 0x2c || code === 0x3b || code === 0x3a || code === 0x21 || code === 0x3f || code === 0x2026

function candidateAt(text: string, start: Offset, end: Offset): Candidate | null {
  if (end - start > 3 || start === 0 || text[start] === '0') return null
  const likelihood = likelihoodOf(text, start, end)
  if (likelihood === 0) return null
  const first = Number(text.slice(start, end))
  const { end: groupEnd, last } = groupBehind(text, end, first)
  return endsMarker(text, groupEnd) ? { start, end: groupEnd, first, last, likelihood } : null
}

/** What stands around the digits: nothing of a marker gives 0. */
function likelihoodOf(text: string, start: Offset, end: Offset): number {
  const before = text.charCodeAt(start - 1)
  const second = text.charCodeAt(start - 2)
  if (isLower(before)) return isLetter(second) && isLetter(text.charCodeAt(start - 3)) ? 0.8 : 0
  if (isUpper(before)) return isUpper(second) ? 0.3 : 0
  if (isCloser(before)) return isSpace(second) || start === 1 ? 0 : 1
  if (before === 0x25) return 0.6
  if (!isSentenceMark(before)) return 0
  if (isDigit(second) && isBehindCode(text, start)) return 0.8
  if (isDigit(second)) return isBehindYear(text, start) ? (before === 0x2e && opensSentence(text, end) ? 0.7 : 0.3) : 0
  return isLetter(second) || isCloser(second) || second === 0x25 ? 1 : 0
}

/** "1960.1" ends in a year; "3.5", "12:30" and "1,000" are numbers. */
function isBehindYear(text: string, start: Offset): boolean {
  const mark = text[start - 1]
  if (mark !== '.' && mark !== ',' && mark !== ';') return false
  let at = start - 2
  while (at >= start - 6 && isDigit(text.charCodeAt(at))) at--
  return start - 2 - at === 4
}

/** "PK12.5": digits that belong to a name. */
function isBehindCode(text: string, start: Offset): boolean {
  let at = start - 2
  while (at >= start - 6 && isDigit(text.charCodeAt(at))) at--
  return isLetter(text.charCodeAt(at))
}

/** Whether a capital or an opening mark follows, or nothing. */
function opensSentence(text: string, end: Offset): boolean {
  let at = end
  while (at < end + 8 && isSpace(text.charCodeAt(at))) at++
  const code = text.charCodeAt(at)
  return at >= text.length || isUpper(code) || isOpener(code)
}

/** "13,14" and "13–15" go on. */
function groupBehind(text: string, end: Offset, first: number): { end: Offset; last: number } {
  let at = end
  let last = first
  for (;;) {
    const code = text.charCodeAt(at)
    if (code !== 0x2c && code !== 0x2d && code !== 0x2013) break
    let digit = at + 1
    while (digit < at + 4 && isDigit(text.charCodeAt(digit))) digit++
    const value = Number(text.slice(at + 1, digit))
    if (digit === at + 1 || isDigit(text.charCodeAt(digit)) || value <= last || value > last + widestGap) break
    at = digit
    last = value
  }
  return { end: at, last }
}

/** A marker has white space, the end of the text or a mark behind it, never a letter, a digit or a percent sign. */
function endsMarker(text: string, end: Offset): boolean {
  if (end >= text.length) return true
  const code = text.charCodeAt(end)
  if (isSpace(code)) return true
  const isMark = isCloser(code) || isSentenceMark(code) || code === 0x2014 || code === 0x2013
  const next = text.charCodeAt(end + 1)
  return isMark && !isDigit(next) && !(isLetter(next) && isSentenceMark(code))
}

interface Link {
  readonly candidate: Candidate
  readonly score: number
  readonly length: number
  readonly before: Link | null
}

/**
 * The best series through the candidates: numbers that go up by one, now and then by a little more; a series may begin
 * again at 1, as notes do that are counted by chapter.
 */
function seriesOf(candidates: readonly Candidate[]): Candidate[] {
  const byLast = new Map<number, Link>()
  let best: Link | null = null
  let bestRestart: Link | null = null
  for (const candidate of candidates) {
    let link: Link | null = null
    for (let step = 1; step <= widestGap; step++) {
      const before = byLast.get(candidate.first - step)
      if (before === undefined) continue
      const score = before.score + candidate.likelihood - 0.5 * (step - 1)
      if (link === null || score > link.score) link = { candidate, score, length: before.length + 1, before }
    }
    if (candidate.first <= 2 && bestRestart !== null && bestRestart.score - 2 > (link?.score ?? 0)) {
      link = {
        candidate,
        score: bestRestart.score + candidate.likelihood - 2,
        length: bestRestart.length + 1,
        before: bestRestart,
      }
    }
    const start = candidate.likelihood - (candidate.first === 1 ? 0 : 0.5)
    if (link === null || start > link.score) link = { candidate, score: start, length: 1, before: null }
    const known = byLast.get(candidate.last)
    if (known === undefined || known.score <= link.score) byLast.set(candidate.last, link)
    if (best === null || link.score > best.score) best = link
    if (link.length >= fewest && (bestRestart === null || link.score > bestRestart.score)) bestRestart = link
  }
  const series: Candidate[] = []
  for (let link = best; link !== null; link = link.before) series.push(link.candidate)
  series.reverse()
  const sure = series.filter(({ likelihood }) => likelihood >= 0.8).length
  const isEnough = sure >= ((series[0]?.first ?? 0) <= fewest ? fewest : fewestFromMiddle) && sure >= series.length / 2
  return isEnough ? withStrays(series, candidates) : []
}

/** Adds markers that are out of order by a place or two: their numbers are missing from the series around them. */
function withStrays(series: readonly Candidate[], candidates: readonly Candidate[]): Candidate[] {
  const numbers = new Set(series.flatMap(({ first, last }) => [first, last]))
  const inSeries = new Set(series)
  const found: Candidate[] = []
  let at = 0
  for (const candidate of candidates) {
    if (inSeries.has(candidate)) {
      found.push(candidate)
      at++
      continue
    }
    const before = series[at - 1]?.last ?? 0
    const after = series[at]?.first ?? before + 1
    const isNear = candidate.first >= before - widestGap && candidate.first <= after + widestGap
    if (!isNear || candidate.likelihood < 0.8 || numbers.has(candidate.first)) continue
    numbers.add(candidate.first)
    found.push(candidate)
  }
  return found
}
