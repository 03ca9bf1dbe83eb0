import { type Token, tokenise } from './tokens.ts'

/** A lexicon's hit on the tokens `from` to `to` (half-open, counted in the sentence). */
export interface Hit<T> {
  readonly from: number
  readonly to: number
  readonly entry: T
}

/** Names one lexicon's phrases within the automaton and carries the type of what they mean. */
export interface PhraseSet<T> {
  readonly id: number
  readonly name: string
  /** Only for the type checker: what a hit's entry is. */
  readonly entryType?: T
}

interface Node {
  next: Map<string, Node> | null
  /** What ends here: the set's id at even places, its entry at odd ones. */
  entries: unknown[] | null
}

/**
 * All phrases of all lexicons in one trie over folded words, so that one pass over a sentence finds every one of them.
 * Built once, then only read.
 */
export class PhraseAutomaton {
  #root: Node = { next: new Map(), entries: null }
  #sets: PhraseSet<unknown>[] = []

  /** Declares a set of phrases; the phrases follow by `add`. */
  declare<T>(name: string): PhraseSet<T> {
    const set: PhraseSet<T> = { id: this.#sets.length, name }
    this.#sets.push(set)
    return set
  }

  get size(): number {
    return this.#sets.length
  }

  /**
   * Adds a phrase as it would stand in text; it matches whatever its case and accents. A phrase may belong to several
   * sets and have several entries.
   *
   * @throws Error if the phrase holds no word
   */
  add<T>(set: PhraseSet<T>, phrase: string, entry: T): void {
    const words = tokenise(phrase).map((token) => token.word.folded)
    if (words.length === 0) throw new Error(`lexicon "${set.name}": a phrase must hold a word, got "${phrase}"`)
    let node = this.#root
    for (const word of words) {
      node.next ??= new Map()
      let next = node.next.get(word)
      if (next === undefined) {
        next = { next: null, entries: null }
        node.next.set(word, next)
      }
      node = next
    }
    node.entries ??= []
    node.entries.push(set.id, entry)
  }

  /**
   * Every hit in a run of tokens, by set: for each place where phrases of a set begin, all of the longest length
   * (several entries may share one phrase). Hits that begin at different places may overlap.
   */
  scan(tokens: readonly Token[]): Hits {
    const found: Hit<unknown>[][] = []
    for (let from = 0; from < tokens.length; from++) {
      let node: Node | undefined = this.#root
      for (let at = from; at < tokens.length; at++) {
        const token: Token | undefined = tokens[at]
        node = token === undefined ? undefined : node.next?.get(token.word.folded)
        if (node === undefined) break
        if (node.entries !== null) collect(found, node.entries, from, at + 1)
      }
    }
    return new Hits(found)
  }
}

function collect(found: Hit<unknown>[][], entries: readonly unknown[], from: number, to: number): void {
  for (let i = 0; i < entries.length; i += 2) {
    const id = entries[i] as number
    let hits = found[id]
    if (hits === undefined) {
      hits = []
      found[id] = hits
    }
    let last = hits.at(-1)
    while (last !== undefined && last.from === from && last.to < to) {
      hits.pop()
      last = hits.at(-1)
    }
    hits.push({ from, to, entry: entries[i + 1] })
  }
}

const none: readonly never[] = []

/** The hits of one sentence, by phrase set, in order of their beginning. */
export class Hits {
  readonly #bySet: readonly (readonly Hit<unknown>[] | undefined)[]

  constructor(bySet: readonly (readonly Hit<unknown>[] | undefined)[]) {
    this.#bySet = bySet
  }

  of<T>(set: PhraseSet<T>): readonly Hit<T>[] {
    return (this.#bySet[set.id] as readonly Hit<T>[] | undefined) ?? none
  }

  /** The first entry of a set that begins at a token, with its length; `undefined` if none does. */
  at<T>(set: PhraseSet<T>, from: number): Hit<T> | undefined {
    return this.of(set).find((hit) => hit.from === from)
  }
}
