import { foldedAt, type Sentence } from '../../analyse/analysis.ts'
import type { Found } from '../expression.ts'
import type { DateWords } from '../lexicon.ts'
import type { Placed } from './context.ts'

/** The days told for events so far, the last one for each kind of event. */
export class EventDates {
  readonly #days = new Map<string, Placed>()

  constructor(readonly words: DateWords) {}

  /** Takes the days of a sentence for the events that it tells of: each event its nearest date. */
  note(sentence: Sentence, dates: readonly { readonly date: Found; readonly placed: Placed }[]): void {
    const nearest = new Map<number, { placed: Placed; distance: number }>()
    for (const { date, placed } of dates) {
      if (placed.unit !== 'day') continue
      for (let at = Math.max(0, date.from - reach); at < date.to + reach; at++) {
        if (!this.words.events.has(foldedAt(sentence, at)) || (at >= date.from && at < date.to)) continue
        const distance = at < date.from ? date.from - at : at - date.to + 1
        if (distance < (nearest.get(at)?.distance ?? reach + 1)) nearest.set(at, { placed, distance })
      }
    }
    for (const [at, { placed }] of [...nearest].sort(([one], [other]) => one - other)) {
      const noun = foldedAt(sentence, at)
      const day: Placed = { ...placed, basis: 'relative' }
      this.#days.set(this.words.events.get(noun) ?? noun, day)
      this.#days.set(stem(noun), day)
    }
  }

  /** The day last told for the noun itself, else for one of its kind. */
  of(noun: string): Placed | null {
    const event = this.words.events.get(noun)
    return this.#days.get(stem(noun)) ?? (event === undefined ? null : (this.#days.get(event) ?? null))
  }
}

/** Words from an event to the date that it takes. */
const reach = 15

function stem(noun: string): string {
  return `=${noun.replace(/(?:s|ed)$/, '')}`
}
