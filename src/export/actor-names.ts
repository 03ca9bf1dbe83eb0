import type { ActorType } from '../model/index.ts'
import { actorRoots, type RegisteredActor } from '../store/index.ts'
import { groupedBy } from './grouped.ts'

/** An actor as the datasets name it. */
export interface NamedActor {
  /** The name that it was first found by; stays when the name changes. */
  readonly id: string
  readonly name: string
  readonly type: ActorType | null
}

/** Which actor a name means, by the register that reviewers keep: aliases and merges followed. */
export class ActorNames {
  readonly #registered: ReadonlyMap<string, RegisteredActor>
  readonly #rootOf: (name: string) => string
  readonly #typeOf = new Map<string, ActorType>()

  /** @param mentions names and types as annotations give them; the type that most give counts */
  constructor(
    register: readonly RegisteredActor[],
    mentions: Iterable<{ readonly name: string; readonly type: ActorType }>,
  ) {
    this.#registered = new Map(register.map((actor) => [actor.id, actor]))
    this.#rootOf = actorRoots(register)
    for (const [name, own] of groupedBy(mentions, (mention) => mention.name)) {
      const [commonest] = [...groupedBy(own, ({ type }) => type)].sort(([, a], [, b]) => b.length - a.length)
      if (commonest !== undefined) this.#typeOf.set(name, commonest[0])
    }
  }

  /** The actor that a name means; one that nobody registered is its own. */
  of(name: string): NamedActor {
    const id = this.#rootOf(name)
    const registered = this.#registered.get(id)
    return {
      id,
      name: registered?.name ?? id,
      type: registered?.type ?? this.#typeOf.get(id) ?? this.#typeOf.get(name) ?? null,
    }
  }

  /** Whether a name is an actor's and not only words for one ("a UN official"). */
  isKnown(name: string): boolean {
    return this.#registered.has(name) || this.#rootOf(name) !== name || this.#typeOf.has(name)
  }

  /** The names that reviewers gave an actor, beside the one it has now. */
  aliasesOf(id: string): string[] {
    const merged = [...this.#registered.values()].filter((actor) => actor.id === id || this.#rootOf(actor.id) === id)
    const names = merged.flatMap((actor) => [actor.id, actor.name, ...actor.aliases])
    return [...new Set(names)].filter((name) => name !== this.of(id).name).sort()
  }

  /** Ids of the actors that reviewers registered or merged others into. */
  registered(): string[] {
    return [...new Set([...this.#registered.keys()].map((id) => this.#rootOf(id)))]
  }
}
