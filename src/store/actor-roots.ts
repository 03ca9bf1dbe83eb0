import type { RegisteredActor } from './register.ts'

/**
 * Which actor a name means, by the register: the id that a name or an alias belongs to, merges followed. A name that
 * nobody registered is its own.
 */
export function actorRoots(register: readonly RegisteredActor[]): (name: string) => string {
  const registered = new Map(register.map((actor) => [actor.id, actor]))
  const ownerOf = new Map<string, string>()
  for (const { id, name, aliases } of register) {
    for (const alias of [name, ...aliases]) if (!ownerOf.has(alias)) ownerOf.set(alias, id)
  }
  return (name) => {
    let root = registered.has(name) ? name : (ownerOf.get(name) ?? name)
    const seen = new Set<string>()
    while (!seen.has(root)) {
      seen.add(root)
      root = registered.get(root)?.mergedInto ?? root
    }
    return root
  }
}
