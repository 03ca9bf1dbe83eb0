import { z } from 'zod'
import { type Interval, isoDay, layers, states } from '../model/index.ts'

/** What is taken into a package; it is written into the package, too. */
export const selectionSchema = z.strictObject({
  /** What must hold of an annotation. */
  states: z.array(z.enum(states)).min(1),
  /** Beginnings of documents' ids; none is all. */
  documents: z.array(z.string().regex(/^[0-9a-f]{4,64}$/, 'a document is named by its id or the beginning of it')),
  /** None is all. */
  layers: z.array(z.enum(layers)),
  /** Names, aliases or ids of actors; none is all. */
  actors: z.array(z.string().min(1)),
  /** First and last day, both inclusive; what has no date is left out where one is given. */
  from: isoDay.nullable(),
  to: isoDay.nullable(),
})
export type Selection = z.infer<typeof selectionSchema>

/** What reviewers confirmed. */
export const confirmed: Selection = {
  states: ['accepted', 'corrected'],
  documents: [],
  layers: [],
  actors: [],
  from: null,
  to: null,
}

/** What a row says of actors and days. */
export interface Selectable {
  /** Names as annotations give them. */
  readonly actors: readonly (string | null)[]
  readonly date: Interval | null
}

/** Whether a row is among those asked for by actor and date. */
export function isSelected(
  { actors, from, to }: Selection,
  row: Selectable,
  names: { of(name: string): { readonly id: string } },
): boolean {
  if (actors.length > 0) {
    const asked = new Set(actors.map((name) => names.of(name).id))
    if (!row.actors.some((name) => name !== null && asked.has(names.of(name).id))) return false
  }
  if (from === null && to === null) return true
  if (row.date === null) return false
  return (from === null || row.date.end >= from) && (to === null || row.date.start <= to)
}
