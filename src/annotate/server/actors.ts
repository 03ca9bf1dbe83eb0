import { actorRoots, type MentionCount, type RegisteredActor } from '../../store/index.ts'
import { type LikelyPair, likeActors, likelyPairs } from './likeness.ts'
import type { ApiActor } from './schemas.ts'

/** All actors: those that annotations name, as the register says which of them are one. */
export class ActorDirectory {
  readonly #registered: ReadonlyMap<string, RegisteredActor>
  readonly #rootOf: (name: string) => string
  readonly #actors: ReadonlyMap<string, ApiActor>
  readonly #isListed: (name: string) => boolean

  /** @param isListed whether the lexicon has an actor of this name */
  constructor(
    register: readonly RegisteredActor[],
    mentions: readonly MentionCount[],
    isListed: (name: string) => boolean,
  ) {
    this.#isListed = isListed
    this.#registered = new Map(register.map((actor) => [actor.id, actor]))
    this.#rootOf = actorRoots(register)
    this.#actors = this.#grouped(mentions)
  }

  /** The most mentioned first. */
  all(): ApiActor[] {
    return [...this.#actors.values()].sort((a, b) => b.mentions - a.mentions || (a.name < b.name ? -1 : 1))
  }

  /** The actor that an id, a name or an alias means, merges followed. */
  find(name: string): ApiActor | undefined {
    return this.#actors.get(this.#rootOf(name))
  }

  /** Registered actors that were merged into one, at whatever remove. */
  mergedInto(id: string): { id: string; name: string; version: number }[] {
    return [...this.#registered.values()]
      .filter((actor) => actor.id !== id && actor.mergedInto !== null && this.#rootOf(actor.id) === id)
      .map(({ id, name, version }) => ({ id, name, version }))
  }

  /** Actors that are likely the same as one, the likeliest first. */
  similarTo(actor: ApiActor): { id: string; name: string; likeness: number }[] {
    return likeActors(actor, this.all(), this.#isListed)
      .slice(0, mostSimilar)
      .map(({ actor: { id, name }, likeness }) => ({ id, name, likeness }))
  }

  /** Pairs that are likely one actor, the likeliest first. */
  duplicates(): LikelyPair[] {
    return likelyPairs(this.all(), this.#isListed).slice(0, mostDuplicates)
  }

  #grouped(mentions: readonly MentionCount[]): Map<string, ApiActor> {
    const byRoot = new Map<string, MentionCount[]>()
    for (const id of this.#registered.keys()) byRoot.set(this.#rootOf(id), [])
    for (const mention of mentions) {
      const root = this.#rootOf(mention.name)
      byRoot.set(root, [...(byRoot.get(root) ?? []), mention])
    }
    return new Map(
      [...byRoot].map(([id, mentions]) => {
        const registered = this.#registered.get(id)
        const actor = {
          id,
          name: registered?.name ?? id,
          // Mentions come with the most frequent first.
          type: registered?.type ?? mentions[0]?.type ?? null,
          aliases: [...(registered?.aliases ?? [])],
          names: [...new Set(mentions.map(({ name }) => name))],
          mentions: mentions.reduce((sum, { count }) => sum + count, 0),
          registered: registered !== undefined,
          known: registered !== undefined || this.#isListed(id),
          version: registered?.version ?? 0,
        }
        return [id, actor]
      }),
    )
  }
}

const mostSimilar = 10

const mostDuplicates = 100
