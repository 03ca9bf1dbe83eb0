import type { ApiAnnotation } from '../../server/schemas.ts'
import type { Choice } from '../state/judgement.ts'
import type { Conflict } from '../state/outbox.ts'
import { differing, type FieldValues } from './fields.ts'

/** Whose value a field takes in a merge. */
export type Side = 'mine' | 'theirs'

/** An annotation as the reviewer wanted it. */
export function mineOf({ mine, current }: Conflict): ApiAnnotation | null {
  if (mine.verdict === 'withdraw') return null
  if (mine.verdict === 'correct') return mine.shown
  return { ...current, ...(current.machine ?? {}), machine: null } as ApiAnnotation
}

/** What the two disagree about: `span` and names of fields; nothing where only the verdicts differ. */
export function differencesOf(conflict: Conflict): string[] {
  const mine = mineOf(conflict)
  if (mine === null || conflict.mine.verdict !== 'correct') return []
  const { current } = conflict
  const isSpan = mine.start !== current.start || mine.end !== current.end
  return [...(isSpan ? ['span'] : []), ...differing(mine.fields, current.fields)]
}

/**
 * What to decide so that a conflict ends as the reviewer chose.
 *
 * @param sides whose value each difference takes; theirs where nothing is said
 * @returns `null` where what holds can stay
 */
export function mergedChoice(conflict: Conflict, sides: Readonly<Record<string, Side>>): Choice | null {
  const { mine, current } = conflict
  const wanted = mineOf(conflict)
  if (wanted === null || mine.verdict === 'withdraw') return null
  if (mine.verdict !== 'correct') return { annotation: current, verdict: mine.verdict, note: mine.note }
  const taken = differencesOf(conflict).filter((name) => sides[name] === 'mine')
  if (taken.length === 0) return null
  const spanFrom = taken.includes('span') ? wanted : current
  const { start, end, exact, places } = spanFrom
  const values = wanted.fields as FieldValues
  const fields = Object.fromEntries(
    Object.entries(current.fields).map(([name, value]) => [name, taken.includes(name) ? values[name] : value]),
  )
  const corrected = { ...current, start, end, exact, places, fields } as ApiAnnotation
  return { annotation: current, verdict: 'correct', corrected, note: mine.note }
}
