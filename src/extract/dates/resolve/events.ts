import type { Sentence } from '../../analyse/analysis.ts'
import type { Found } from '../expression.ts'
import type { DateWords } from '../lexicon.ts'
import type { Placed } from './place.ts'

/** The days told for events so far, the last one for each kind of event. */
export class EventDates {
  readonly #days = new Map<string, Placed>()

  constructor(readonly words: DateWords) {}

  /** Takes the days of a sentence for the events that it tells of: each event its nearest date. */
  note(sentence: Sentence, dates: readonly { readonly date: Found; readonly placed: Placed }[]): void {
    const days = dates.filter(({ placed }) => placed.unit === 'day')
    if (days.length === 0) return
    for (const [at, { word }] of sentence.tokens.entries()) {
      const event = this.words.events.get(word.folded)
      if (event === undefined) continue
      let nearest: Placed | null = null
      let least = reach
      for (const { date, placed } of days) {
        const distance = at < date.from ? date.from - at : at - date.to + 1
        if (distance <= 0 || distance > least) continue
        least = distance
        nearest = { ...placed, basis: 'relative' }
      }
      if (nearest === null) continue
      this.#days.set(event, nearest)
      this.#days.set(stem(word.folded), nearest)
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
