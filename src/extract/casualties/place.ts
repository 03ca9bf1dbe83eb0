import { textOf } from '../analyse/analysis.ts'
import type { Claim } from './claims.ts'
import { isFunctionWord } from './group.ts'
import type { Reading } from './reading.ts'

/** The words for where: the phrase of place behind the count or its predicate, else the last one before. */
export function placeOf(reading: Reading, { group, predicate }: Claim): string | null {
  const behind = Math.max(group.to, predicate.to)
  return (
    firstPlace(reading, group.to, Math.min(reading.length, behind + 14)) ?? lastPlace(reading, 0, group.quantity.from)
  )
}

function firstPlace(reading: Reading, from: number, to: number): string | null {
  for (let at = from; at < to; at++) {
    if (/^[;.]$/.test(reading.word(at))) return null
    const end = placeEnd(reading, at)
    if (end > at) return words(reading, at, end)
  }
  return null
}

function lastPlace(reading: Reading, from: number, to: number): string | null {
  for (let at = to - 1; at >= from; at--) {
    const end = Math.min(placeEnd(reading, at), to)
    if (end > at + 1) return words(reading, at, end)
  }
  return null
}

function words(reading: Reading, at: number, end: number): string {
  // "from Bangui to Sido" is a way and keeps its first word.
  const start = reading.word(at) === 'from' && textOf(reading.sentence, at, end).includes(' to ') ? at : at + 1
  return textOf(reading.sentence, start, end)
}

/** Where a phrase of place that begins with its preposition ends; -1 where none begins. */
function placeEnd(reading: Reading, at: number): number {
  if (!reading.plays('placePrepositions', at)) return -1
  let end = at + 1
  let isPlace = false
  const limit = Math.min(reading.length, at + 13)
  while (end < limit) {
    const word = reading.word(end)
    if (reading.dateAt(end) !== undefined) break
    if (reading.isMark(end) && !/^(?:'s|-|’)$/.test(word)) {
      if (word === ',' && isPlace && reading.isCapitalised(end + 1) && isLastName(reading, end + 1)) {
        end++
        continue
      }
      break
    }
    if (reading.harmFrom(end) !== undefined && !reading.plays('sites', end) && !reading.isCapitalised(end)) break
    if (
      reading.is('determiners', end) ||
      word === 'and' ||
      word === 'of' ||
      word === 'off' ||
      (word === 'to' && reading.word(at) === 'from')
    ) {
      if (
        word === 'and' &&
        !reading.isCapitalised(end + 1) &&
        !reading.plays('sites', end + 2) &&
        !reading.plays('sites', end + 1)
      )
        break
      end++
      continue
    }
    if (isFunctionWord(reading, end)) break
    isPlace ||= reading.isCapitalised(end) || reading.plays('sites', end)
    end++
  }
  while (end > at + 1 && (isFunctionWord(reading, end - 1) || reading.word(end - 1) === ',')) end--
  if (reading.sentence.isAllCapitals) isPlace ||= end > at + 1
  return isPlace && end > at + 1 ? end : -1
}

/** ", Chad" closes a place; ", Chad said" does not. */
function isLastName(reading: Reading, from: number): boolean {
  let at = from
  while (reading.isCapitalised(at)) at++
  return at <= from + 3 && (reading.word(at) === ',' || reading.word(at) === '.' || reading.word(at) === '')
}
