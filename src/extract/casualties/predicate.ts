import type { Group } from './group.ts'
import type { Harm } from './lexicon.ts'

/** The word that says what happened to those counted, and how it says it. */
export interface Predicate {
  readonly harm: Harm
  readonly from: number
  readonly to: number
  /** `active`: the count is the object, and the subject did it. */
  readonly voice: 'active' | 'passive' | 'nominal' | 'own'
  /** "are estimated to have been displaced". */
  readonly isEstimate: boolean
  /** "no", "could", "threatened to": no claim. */
  readonly isUnreal: boolean
  readonly rule: string
}

/** The groups of a sentence by the tokens that they begin and end at. */
export interface Groups {
  readonly from: ReadonlyMap<number, Group>
  readonly to: ReadonlyMap<number, Group>
}

/** How many steps from a count its predicate is looked for. */
export const reach = 26
