import type { ActorType } from '../../model/index.ts'
import type { Sentence } from '../analyse/analysis.ts'

/** Someone who acts: a canonical name with what is known of it. */
export interface Actor {
  readonly name: string
  readonly type: ActorType
  /** ISO 3166-1 alpha-2 codes; none where it is the world's, or not known. */
  readonly countries: readonly string[]
  /** First and last year of existence, where known. */
  readonly from: number | null
  readonly to: number | null
  /** The first year in which an armed group was a party and no armed group any more. */
  readonly partyFrom?: number
}

/** What a rule found in a sentence: tokens `from` to `to`, half-open. */
export interface Candidate {
  readonly sentence: Sentence
  readonly from: number
  readonly to: number
  readonly actor: Actor
  readonly rule: string
}

/** An actor that only this document names. */
export function unlistedActor(name: string, type: ActorType, countries: readonly string[] = []): Actor {
  return { name, type, countries, from: null, to: null }
}
