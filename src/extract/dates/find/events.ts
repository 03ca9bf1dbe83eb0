import type { Expression } from '../expression.ts'
import type { Scan } from './scan.ts'

/** How far behind "the day of" the event's noun may stand: "the day of the assaults", "after the disputed June vote". */
const reach = 6

/** Behind these the event's noun is no longer part of the phrase: "the day following saw the surrender". */
const verbs = new Set(['saw', 'was', 'were', 'had', 'has', 'is', 'are'])

/** An event that has a date in the text: "the assaults", "the vote", "the Front seized power". */
export function eventAt(scan: Scan, at: number): { origin: Expression; to: number } | null {
  for (let next = at; next < at + reach; next++) {
    const noun = scan.word(next)
    if (scan.isBreak(next) || verbs.has(noun)) return null
    if (scan.words.events.has(noun)) return { origin: { kind: 'event', noun }, to: next + 1 }
  }
  return null
}
