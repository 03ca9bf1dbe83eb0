import type { Interval } from '../../model/index.ts'
import type { Mention } from '../mention.ts'

/** First and last day of a date mention, as the other layers' `date` field has it. */
export function intervalOf(date: Mention<'date'> | undefined): Interval | null {
  return date === undefined ? null : { start: date.fields.start, end: date.fields.end }
}
