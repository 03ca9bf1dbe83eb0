import { createHash } from 'node:crypto'

/** How many different wrong tokens an address may try in a while. */
const most = 10

/** How many addresses are remembered. */
const capacity = 10_000

/** Counts different wrong tokens by address; a page that keeps asking with one that expired is no guesser. */
export class Guesses {
  /** How long a wrong token counts. */
  static readonly seconds = 60

  readonly #byAddress = new Map<string, { readonly since: number; readonly tokens: Set<string> }>()

  tooMany(address: string): boolean {
    return (this.#of(address)?.tokens.size ?? 0) >= most
  }

  add(address: string, token: string): void {
    const known = this.#of(address) ?? { since: performance.now(), tokens: new Set<string>() }
    if (known.tokens.size < most) known.tokens.add(createHash('sha256').update(token).digest('base64'))
    this.#byAddress.set(address, known)
    const [oldest] = this.#byAddress.keys()
    if (this.#byAddress.size > capacity && oldest !== undefined) this.#byAddress.delete(oldest)
  }

  #of(address: string) {
    const known = this.#byAddress.get(address)
    if (known === undefined || performance.now() - known.since < Guesses.seconds * 1000) return known
    this.#byAddress.delete(address)
    return undefined
  }
}
