import type { Analysis, Sentence } from '../../analyse/analysis.ts'
import type { Mention } from '../../mention.ts'
import { daysOfIso, isoOf } from '../calendar.ts'
import { edtfOf } from '../edtf.ts'
import { type Expression, type Found, holdsYear } from '../expression.ts'
import type { DateWords } from '../lexicon.ts'
import type { Context, Placed } from './context.ts'
import { datelineOf, headDateOf } from './datelines.ts'
import { EventDates } from './events.ts'
import { advanced, beginning } from './narrative.ts'
import { isDayFirst } from './order.ts'
import { directionOf, isPastNear, outlookOf } from './outlook.ts'
import { place } from './place.ts'
import { Sections } from './sections.ts'

/** The dates of one sentence. */
export interface DatedSentence {
  readonly sentence: Sentence
  readonly found: readonly Found[]
}

/** Puts what was found on the calendar, reading the document from its beginning as a reader does. */
export function resolve(analysis: Analysis, dated: readonly DatedSentence[], words: DateWords): Mention<'date'>[] {
  let document = publicationOf(analysis)
  let isNews = document?.unit === 'day' && tellsNews(dated)
  const dayFirst = isDayFirst(dated)
  const events = new EventDates(words)
  const mentions: Mention<'date'>[] = []
  const sections = new Sections()
  let narrative = beginning
  const datelines = dated.map(({ sentence, found }) => datelineOf(sentence, found))
  for (const [index, { sentence, found }] of dated.entries()) {
    const told: { date: Found; placed: Placed }[] = []
    const dateline = datelines[index] ?? null
    const headDate = document?.unit === 'day' || index >= longestHead ? null : headDateOf(sentence, found)
    if (dateline !== null) {
      const next = datelines.findIndex((date, at) => at > index && date !== null)
      isNews = tellsWire(dated.slice(index, next === -1 ? undefined : next))
    }
    for (const [position, date] of found.entries()) {
      const outlook = outlookOf(sentence, date.from)
      const context: Context = {
        narrative,
        section: sections.of(sentence),
        sentence,
        document,
        isNews: isNews || date === dateline,
        outlook,
        direction: directionOf(sentence, date.from),
        isPast: isPastNear(sentence, date.from),
        isDayFirst: dayFirst,
        eventDay: (event) => events.of(event),
      }
      const placed = placeOne(date, found.slice(position + 1, position + longestList), sentence, context)
      if (placed === null) continue
      mentions.push(mentionOf(sentence, date, placed))
      told.push({ date, placed })
      if (date === dateline) narrative = beginning
      if (date === dateline || date === headDate) document = writtenOn(placed)
      if (date === headDate) isNews = tellsWire(dated.slice(index))
      narrative = advanced(narrative, { sentence, date, placed, outlook, isFirst: position === 0 })
      if (sentence.paragraph.kind === 'heading') sections.open(sentence, placed)
      else if (narrative.now === placed) sections.goOn(sentence, placed)
    }
    events.note(sentence, told)
  }
  return mentions
}

function publicationOf(analysis: Analysis): Placed | null {
  const { published } = analysis.document.metadata
  if (published === null) return null
  const unit = published.length === 4 ? 'year' : published.length === 7 ? 'month' : 'day'
  return { days: daysOfIso(published), unit, basis: 'document' }
}

/** How many sentences with dates may stand before the one that gives a report's own date. */
const longestHead = 6

/** A document or item of one as written on the last of the days. */
function writtenOn({ days: { end } }: Placed): Placed {
  return { days: { start: end, end }, unit: 'day', basis: 'document' }
}

/** How many years a wire report may give in its dates and still count the others from its dateline. */
const fewYears = 3

/** A report with a dateline is news, unless it is a history by its years. */
function tellsWire(item: readonly DatedSentence[]): boolean {
  const years = item.flatMap(({ found }) => found).filter(({ expression }) => holdsYear(expression)).length
  return years <= fewYears || tellsNews(item)
}

/** How many days a news text may tell with their year; a narrative that goes back in time tells more. */
const fewDays = 2

/** News tells days by weekdays and months without years; a report or history gives years. */
function tellsNews(dated: readonly DatedSentence[]): boolean {
  const told = dated.flatMap(({ found }) => found.map(({ expression }) => expression))
  const count = (is: (expression: Expression) => boolean) => told.filter(is).length
  const years = count(holdsYear)
  if (count(isWeekday) * 5 > years || count(isDeictic) * 2 > years) return true
  return told.length - years > years * 2 && count((one) => holdsYear(one) && isDay(one)) <= fewDays
}

function isWeekday(expression: Expression): boolean {
  return expression.kind === 'calendar' && expression.weekday !== null && expression.day === null
}

function isDay(expression: Expression): boolean {
  return expression.kind === 'numeric' || (expression.kind === 'calendar' && expression.day !== null)
}

/** Told from the day of writing: "Tuesday", "last week", "two days ago". A report written months later has "last May". */
function isDeictic(expression: Expression): boolean {
  switch (expression.kind) {
    case 'calendar':
      return isWeekday(expression)
    case 'shift':
    case 'whole':
    case 'stretch':
      return expression.origin === 'document' && /^(?:day|week|weekend|fortnight)$/.test(expression.unit)
    case 'part':
      return isDeictic(expression.of)
    case 'turn':
      return expression.origin === 'document' && isDeictic(expression.of)
    default:
      return false
  }
}

/** How many dates a list may have whose last one gives the year. */
const longestList = 12

/** A date without a year in a list whose last date has one takes it: "April, May and June 1955". */
function placeOne(date: Found, rest: readonly Found[], sentence: Sentence, context: Context): Placed | null {
  if (!isListed(date.expression)) return place(date.expression, context)
  let { to } = date
  for (const next of rest) {
    if (!isJoined(sentence, to, next.from)) break
    if (holdsYear(next.expression)) {
      const last = place(next.expression, context)
      if (last !== null) return place(date.expression, context, { side: 'before', day: last.days.end })
    }
    to = next.to
  }
  return place(date.expression, context)
}

function isListed(expression: Expression): boolean {
  if (expression.kind === 'part') return isListed(expression.of)
  return expression.kind === 'calendar' && expression.month !== null && expression.year === null
}

const joints = new Set(['and', 'or', ',', '/', '&', 'to', 'in'])

function isJoined(sentence: Sentence, from: number, to: number): boolean {
  if (to - from > 4 || to <= from) return false
  for (let at = from; at < to; at++) if (!joints.has(sentence.tokens[at]?.word.folded ?? '')) return false
  return true
}

function mentionOf(sentence: Sentence, { from, to, rule, expression }: Found, placed: Placed): Mention<'date'> {
  const { days } = placed
  const basis = holdsYear(expression) ? 'explicit' : placed.basis
  const fields = { start: isoOf(days.start), end: isoOf(days.end), edtf: edtfOf(days), basis }
  return { sentence, from, to, rule, fields }
}
