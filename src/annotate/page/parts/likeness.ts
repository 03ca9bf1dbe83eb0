import type { ApiActor } from '../../server/schemas.ts'

/** Actors that fit what is typed, the best first. */
export function actorsLike(typed: string, actors: readonly ApiActor[], most: number): ApiActor[] {
  const wanted = folded(typed)
  if (wanted === '') return actors.slice(0, most)
  return actors
    .map((actor) => ({ actor, fit: Math.max(...namesOf(actor).map((name) => fitOf(wanted, folded(name)))) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || b.actor.mentions - a.actor.mentions)
    .slice(0, most)
    .map(({ actor }) => actor)
}

function namesOf({ id, name, aliases, names }: ApiActor): string[] {
  return [...new Set([name, id, ...aliases, ...names])]
}

/** Letters without accents and case. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

/**
 * How well a name fits what is typed, 0 for not at all: it is the same, begins with it, has a word that does, has it for
 * its initials, holds it, or holds its letters in their order.
 */
function fitOf(wanted: string, name: string): number {
  if (name === wanted) return 6
  if (name.startsWith(wanted)) return 5
  if (name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted))) return 4
  const initials = name
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.charAt(0))
    .join('')
  if (wanted.length > 1 && initials.includes(wanted)) return 3
  if (name.includes(wanted)) return 2
  return wanted.length > 2 && holdsInOrder(name, wanted) ? wanted.length / name.length : 0
}

function holdsInOrder(name: string, letters: string): boolean {
  let place = -1
  for (const letter of letters) {
    place = name.indexOf(letter, place + 1)
    if (place === -1) return false
  }
  return true
}
