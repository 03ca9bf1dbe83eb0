import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js'
import type { ApiActor } from './schemas.ts'

/** From this likeness on, two names are worth a look. */
const likely = 0.9

/** What an abbreviation and its long form are worth. */
const likenessOfAbbreviation = 0.95

/** Two actors that may be one. */
export interface LikelyPair {
  readonly pair: readonly [ApiActor, ApiActor]
  /** Up to 1, which is the same spelling. */
  readonly likeness: number
}

/**
 * Actors that are likely the same as one, by spelling or because one name abbreviates the other; the likeliest first.
 *
 * @param isListed whether the lexicon has an actor of this name: two that it has are two
 */
export function likeActors(
  actor: ApiActor,
  others: readonly ApiActor[],
  isListed: (name: string) => boolean,
): { actor: ApiActor; likeness: number }[] {
  const names = namesOf(actor)
  return others
    .filter((other) => other.id !== actor.id && !(isListed(actor.id) && isListed(other.id)))
    .map((other) => ({ actor: other, likeness: likenessOf(actor, names, other, namesOf(other)) }))
    .filter(({ likeness }) => likeness >= likely)
    .sort((a, b) => b.likeness - a.likeness || (a.actor.name < b.actor.name ? -1 : 1))
}

/** All pairs of actors that are likely one, the likeliest first. */
export function likelyPairs(actors: readonly ApiActor[], isListed: (name: string) => boolean): LikelyPair[] {
  const seen = new Set<string>()
  const pairs: LikelyPair[] = []
  // What is spelt alike begins alike, and an abbreviation as its long form: only such actors are compared.
  for (const alike of byFirstLetter(actors).values()) {
    for (const [place, actor] of alike.entries()) {
      for (const { actor: other, likeness } of likeActors(actor, alike.slice(place + 1), isListed)) {
        const key = [actor.id, other.id].sort().join('\n')
        if (seen.has(key)) continue
        seen.add(key)
        pairs.push({ pair: [actor, other], likeness })
      }
    }
  }
  return pairs.sort((a, b) => b.likeness - a.likeness || (a.pair[0].name < b.pair[0].name ? -1 : 1))
}

function byFirstLetter(actors: readonly ApiActor[]): Map<string, ApiActor[]> {
  const groups = new Map<string, ApiActor[]>()
  for (const actor of actors) {
    const letters = new Set(namesOf(actor).map((name) => plain(name).charAt(0)))
    for (const letter of letters) groups.set(letter, [...(groups.get(letter) ?? []), actor])
  }
  return groups
}

function namesOf({ id, name, aliases, names }: ApiActor): string[] {
  return [...new Set([id, name, ...aliases, ...names])]
}

function likenessOf(a: ApiActor, namesOfA: readonly string[], b: ApiActor, namesOfB: readonly string[]): number {
  const isOtherKind = a.type !== b.type && a.type !== 'other' && b.type !== 'other'
  const likenesses = namesOfA.flatMap((own) =>
    namesOfB.map((name) => {
      if (abbreviates(own, name) || abbreviates(name, own)) return likenessOfAbbreviation
      return isOtherKind ? 0 : jaroWinkler(plain(own), plain(name))
    }),
  )
  return Math.max(0, ...likenesses)
}

/** Without case, accents and an article in front. */
function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/^the /, '')
}

/** Whether a short name is made of the first letters of the capitalised words of a long one. */
function abbreviates(short: string, long: string): boolean {
  if (!/^\p{Lu}{2,}$/u.test(short)) return false
  return [...long.matchAll(/(?<!\p{L})\p{Lu}(?=\p{Ll})/gu)].join('') === short
}
