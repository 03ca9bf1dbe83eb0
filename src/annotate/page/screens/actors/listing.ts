import type { ApiActor } from '../../../server/schemas.ts'
import { actorsLike } from '../../parts/likeness.ts'

/** Which actors are listed. */
export const listings = ['all', 'unknown', 'alike'] as const
export type Listing = (typeof listings)[number]

/** Actors that are listed, those that fit what is typed the best first. */
export function listed(actors: readonly ApiActor[], listing: Listing, typed: string): readonly ApiActor[] {
  const among = listing === 'unknown' ? actors.filter(({ known }) => !known) : actors
  return typed.trim() === '' ? among : actorsLike(typed, among, among.length)
}
