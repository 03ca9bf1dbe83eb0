import type { DateFields } from '../../../model/index.ts'
import type { Sentence } from '../../analyse/analysis.ts'
import type { Days } from '../calendar.ts'
import type { Unit } from '../lexicon.ts'
import type { Narrative } from './narrative.ts'
import type { Outlook } from './outlook.ts'

/** A date on the calendar, the unit that it was told in, and what it was computed from. */
export interface Placed {
  readonly days: Days
  readonly unit: Unit
  readonly basis: DateFields['basis']
}

/** What a reader knows at a place in the text, from which incomplete and relative dates are computed. */
export interface Context {
  /** The dates told so far. */
  readonly narrative: Narrative
  /** The year or shorter period that the heading above gives. */
  readonly section: Placed | null
  readonly sentence: Sentence
  /** When the document was written. */
  readonly document: Placed | null
  /** Whether incomplete dates are counted from the time of writing, as news does. */
  readonly isNews: boolean
  /** Whether the sentence looks back ("had fallen") or ahead ("will fall"). */
  readonly outlook: Outlook
  /** Where the preposition before the date points: "since May", "by May". */
  readonly direction: Outlook
  /** Whether a past form of "to be" stands near. */
  readonly isPast: boolean
  readonly isDayFirst: boolean
  readonly eventDay: (noun: string) => Placed | null
}
