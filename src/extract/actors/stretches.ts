/** Tokens of a sentence, half-open. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

const none: readonly never[] = []

/** Stretches of one sentence by their tokens, so that none need be looked through for what stands at a place. */
export class Stretches<T extends Stretch> {
  readonly #starting = new Map<number, T[]>()
  readonly #ending = new Map<number, T[]>()
  readonly #covering = new Map<number, T[]>()

  constructor(stretches: Iterable<T>) {
    for (const stretch of stretches) this.add(stretch)
  }

  add(stretch: T): void {
    file(this.#starting, stretch.from, stretch)
    file(this.#ending, stretch.to, stretch)
    for (let at = stretch.from; at < stretch.to; at++) file(this.#covering, at, stretch)
  }

  startingAt(at: number): readonly T[] {
    return this.#starting.get(at) ?? none
  }

  /** Those whose first token outside is this one. */
  endingAt(at: number): readonly T[] {
    return this.#ending.get(at) ?? none
  }

  covering(at: number): readonly T[] {
    return this.#covering.get(at) ?? none
  }

  /** Whether one that passes the test shares a token with a stretch. */
  touch({ from, to }: Stretch, test: (stretch: T) => boolean = () => true): boolean {
    for (let at = from; at < to; at++) if (this.covering(at).some(test)) return true
    return false
  }
}

function file<T>(map: Map<number, T[]>, at: number, value: T): void {
  const filed = map.get(at)
  if (filed === undefined) map.set(at, [value])
  else filed.push(value)
}
