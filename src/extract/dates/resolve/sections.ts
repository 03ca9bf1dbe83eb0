import type { Sentence } from '../../analyse/analysis.ts'
import type { Placed } from './context.ts'

/** The periods that headings give to their sections. */
export class Sections {
  readonly #periods = new Map<string, Placed>()
  /** How many dates in a row the narrative of a section has told outside of its period. */
  readonly #strayed = new Map<string, number>()

  /** A heading with one year or less, as in a chronology, tells when its section plays; a longer period only about when. */
  open({ paragraph }: Sentence, placed: Placed): void {
    const { days } = placed
    if (days.end - days.start <= 366) this.#periods.set(paragraph.text, placed)
  }

  /** The period that the heading right above gives; a title over the whole document binds no date. */
  of(sentence: Sentence): Placed | null {
    return this.#periods.get(headingOf(sentence)) ?? null
  }

  /** A narrative that stays away from the period of its heading has left it: the heading binds no more. */
  goOn(sentence: Sentence, { days, unit }: Placed): void {
    const section = this.of(sentence)
    if (section === null || (unit !== 'day' && unit !== 'month')) return
    const heading = headingOf(sentence)
    const isOutside = days.start > section.days.end || days.end < section.days.start
    const strayed = isOutside ? (this.#strayed.get(heading) ?? 0) + 1 : 0
    this.#strayed.set(heading, strayed)
    if (strayed >= 2) this.#periods.delete(heading)
  }
}

function headingOf({ paragraph }: Sentence): string {
  return paragraph.headings.at(-1) ?? ''
}
