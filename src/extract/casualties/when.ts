import type { Interval } from '../../model/index.ts'
import { type Analysis, tokenAt } from '../analyse/analysis.ts'
import { intervalOf } from '../dates/interval.ts'
import type { Mention, Mentions } from '../mention.ts'
import type { Claim } from './claims.ts'
import type { Reading } from './reading.ts'
import { isSaid } from './source.ts'

const clauseBreak = 30
const weakBreak = 6
const claimBetween = 12
const sentencesBack = 6
const longestTopic = 31

/** When those counted came to harm: the date of their clause, else the one that the narrative stands at. */
export function dateOf(
  reading: Reading,
  claim: Claim,
  claims: readonly Claim[],
  analysis: Analysis,
  dates: Mentions<'date'>,
  readingOf: (index: number) => Reading | null,
): Interval | null {
  const own = nearestIn(reading, claim, claims)
  const entry = entryDate(reading, analysis, dates)
  if (entry !== undefined && (own === undefined || own === entry) && isReportAlone(reading, claim)) return null
  if (own !== undefined) return intervalOf(own)
  if (reading.sentence.paragraph.kind === 'heading') return null
  if (entry === undefined && isPresent(reading, claim)) return null
  return intervalOf(told(reading, analysis, dates, readingOf) ?? entry)
}

/** "26 April. Thousands march": the date that opens an entry of a chronology, in which the present tells the past. */
function entryDate(reading: Reading, analysis: Analysis, dates: Mentions<'date'>): Mention<'date'> | undefined {
  const { index, position } = reading.sentence
  const opening = analysis.sentences[index - position]
  const date = opening === undefined ? undefined : dates.in(opening)[0]
  if (opening === undefined || date === undefined || date.from > 0) return undefined
  return entryMarks.has(tokenAt(opening, date.to).word.text) ? date : undefined
}

/** "May. The police put the toll at 451": the entry tells of nothing but the report, and its date is that of the report. */
function isReportAlone(reading: Reading, { group }: Claim): boolean {
  const { sentence, lexicon } = reading
  if (sentence.position > 1) return false
  const says = sentence.hits.of(lexicon.roles.reporting)
  return says.some(({ from }) => from < group.quantity.from && isSaid(reading, from))
}

const entryMarks = new Set(['.', ':', '–', '—', '-', '|'])

function nearestIn(reading: Reading, claim: Claim, claims: readonly Claim[]): Mention<'date'> | undefined {
  const { quantity } = claim.group
  const end = Math.max(claim.group.to, Math.min(claim.predicate.to, claim.group.to + 8))
  let nearest: Mention<'date'> | undefined
  let least = Number.POSITIVE_INFINITY
  for (const date of reading.dates) {
    if (isOfReport(reading, date)) continue
    const isBehind = date.from >= quantity.to
    const distance = isBehind
      ? between(reading, claims, end, date.from)
      : between(reading, claims, date.to, quantity.from) + (isTaken(date, claims, quantity.from) ? claimBetween : 0)
    if (distance < least) {
      least = distance
      nearest = date
    }
  }
  return nearest
}

/** "200,000 in December to 462,000": a date right behind an earlier count is that one's. */
function isTaken(date: Mention<'date'>, claims: readonly Claim[], count: number): boolean {
  return claims.some(({ group }) => group.quantity.from < count && group.to <= date.from && date.from - group.to <= 3)
}

function between(reading: Reading, claims: readonly Claim[], from: number, to: number): number {
  let distance = 0
  for (let at = from; at < to; at++) {
    const word = reading.word(at)
    distance += /^[;:—]$/.test(word)
      ? clauseBreak
      : /^(?:[,()]|while|whereas|but|although|compared)$/.test(word)
        ? weakBreak
        : 1
  }
  for (const { group } of claims) if (group.quantity.from >= from && group.quantity.to <= to) distance += claimBetween
  return distance
}

/** When it was said, not when it was done: "said on Tuesday", "a report in December 2014", "a 6 December update". */
function isOfReport(reading: Reading, date: Mention<'date'>): boolean {
  const { reporting, sources } = reading.lexicon.roles
  const { hits } = reading.sentence
  for (let end = date.from; end > date.from - 5 && end > 0; end--) {
    if (hits.of(sources).some((hit) => hit.to === end)) return true
    if (hits.of(reporting).some((hit) => hit.to === end && !isParticiple(reading, hit.from))) return true
    if (reading.plays('judged', end - 1)) return true
    const word = reading.word(end - 1)
    if (
      !reading.is('prepositions', end - 1) &&
      !reading.is('determiners', end - 1) &&
      !reading.is('adverbs', end - 1) &&
      word !== 'late'
    )
      break
    if (word === 'since' || word === 'by' || word === 'between') return false
  }
  for (let at = date.to; at < date.to + 3; at++) {
    if (hits.at(sources, at) !== undefined && !reading.is('prepositions', date.to)) return true
  }
  return opensReport(reading, date)
}

/** "documented in", of a harm "that was documented in May", is about the harm. */
function isParticiple(reading: Reading, at: number): boolean {
  return reading.is('be', at - 1) || /^(?:dead|deaths|killed)$/.test(reading.word(at - 1))
}

/** "On 5 May the ministry said": a date before the speaker. */
function opensReport(reading: Reading, date: Mention<'date'>): boolean {
  if (date.from > 3) return false
  for (let at = date.to; at < date.to + 9; at++) {
    const hit = reading.sentence.hits.at(reading.lexicon.roles.reporting, at)
    if (hit !== undefined) return !reading.is('be', at - 1) && reading.harmFrom(at) === undefined
    if (reading.harmFrom(at) !== undefined || reading.is('be', at) || reading.is('have', at)) return false
  }
  return false
}

/** A harm told in the present or perfect tense has no moment of the narrative. */
function isPresent(reading: Reading, { predicate, group }: Claim): boolean {
  const from = Math.min(predicate.from, group.quantity.from)
  const to = Math.max(predicate.from, group.quantity.from)
  for (let at = to; at >= from; at--) if (isPresentWord(reading.word(at))) return true
  for (let at = from - 1; at >= 0; at--) {
    const word = reading.word(at)
    if (isPresentWord(word)) return true
    if (word === 'had' && /^(?:has|have)$/.test(reading.word(at - 1))) return true
    if (/^(?:was|were|had|did)$/.test(word) || word === ';') return false
  }
  return false
}

function isPresentWord(word: string): boolean {
  return /^(?:is|are|has|have|remain|remains|continue|continues|live|lives|need|needs)$/.test(word)
}

/** The date that the narrative stands at, told in the paragraph, or in the one before where this one goes on. */
function told(
  reading: Reading,
  analysis: Analysis,
  dates: Mentions<'date'>,
  readingOf: (index: number) => Reading | null,
): Mention<'date'> | undefined {
  const { sentence } = reading
  let reach = Math.min(sentencesBack, sentence.position)
  if (reach === sentence.position && continues(readingOf(sentence.index - sentence.position))) reach = sentencesBack
  for (let index = sentence.index - 1; index >= Math.max(0, sentence.index - reach); index--) {
    const where = analysis.sentences[index]
    if (where === undefined || dates.in(where).length === 0) continue
    const before = readingOf(index)
    if (before === null) continue
    const date = dates.in(where).findLast((mention) => !isOfReport(before, mention) && !isSince(before, mention))
    if (date !== undefined) return topicOf(date, analysis, dates)
  }
  return undefined
}

function isSince(reading: Reading, date: Mention<'date'>): boolean {
  return reading.word(date.from - 1) === 'since'
}

const continuations = new Set([
  'meanwhile',
  'elsewhere',
  'also',
  'then',
  'later',
  'in',
  'similarly',
  'simultaneously',
  'another',
  'that',
  'there',
])

/** "Meanwhile, in the north": the paragraph goes on in the time of the one before. */
function continues(reading: Reading | null): boolean {
  return reading !== null && continuations.has(reading.word(0)) && reading.word(0) !== 'in'
}

/** "The raids of 3-4 May … On 3 May": days within a short time that the paragraph is about stand for it. */
function topicOf(date: Mention<'date'>, analysis: Analysis, dates: Mentions<'date'>): Mention<'date'> {
  const { paragraph, index, position } = date.sentence
  for (let earlier = index - position; earlier <= index; earlier++) {
    const where = analysis.sentences[earlier]
    if (where?.paragraph !== paragraph) continue
    for (const wider of dates.in(where)) {
      const { start, end } = wider.fields
      if (
        start <= date.fields.start &&
        date.fields.end <= end &&
        daysBetween(start, end) <= longestTopic &&
        wider !== date
      )
        return wider
    }
  }
  return date
}

function daysBetween(start: string, end: string): number {
  return (Date.parse(end) - Date.parse(start)) / 86_400_000
}
