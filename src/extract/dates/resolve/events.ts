import type { Sentence } from '../../analyse/analysis.ts'
import type { Found } from '../expression.ts'
import type { DateWords } from '../lexicon.ts'
import type { Placed } from './place.ts'

/** The days told for events so far, the last one for each kind of event. */
export class EventDates {
  readonly #days = new Map<string, Placed>()

  constructor(readonly words: DateWords) {}

  /** Takes a date for every event that its sentence tells of. */
  note(sentence: Sentence, date: Found, placed: Placed): void {
    if (placed.unit !== 'day') return
    for (const [at, { word }] of sentence.tokens.entries()) {
      if (at >= date.from && at < date.to) continue
      const event = this.words.events.get(word.folded)
      if (event !== undefined) this.#days.set(event, { ...placed, basis: 'relative' })
    }
  }

  of(event: string): Placed | null {
    return this.#days.get(event) ?? null
  }
}
