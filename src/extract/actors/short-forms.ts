import { foldedAt, type Sentence, tokenAt } from '../analyse/analysis.ts'
import { tokenise } from '../analyse/tokens.ts'
import type { Actor, Candidate } from './actor.ts'
import type { ActorRules } from './rules.ts'
import { isCapital, isHyphenAt } from './shapes.ts'

/** "The Council" after the Security Council: the head of a name stands for the name that last had it. */
export class ShortForms {
  readonly #rules: ActorRules
  readonly #byHead = new Map<string, Actor>()

  constructor(rules: ActorRules) {
    this.#rules = rules
  }

  /** The sentence's actors with those that its short forms mean; sentences are to come in reading order. */
  resolve(sentence: Sentence, candidates: readonly Candidate[]): Candidate[] {
    const inOrder = [...candidates].sort((a, b) => a.from - b.from)
    const found: Candidate[] = []
    let next = 0
    for (let at = 0; at < sentence.tokens.length; at++) {
      for (let candidate = inOrder[next]; candidate !== undefined && candidate.from <= at; candidate = inOrder[next]) {
        found.push(candidate)
        this.#learn(sentence, candidate)
        next++
        at = Math.max(at, candidate.to)
      }
      const actor = this.#meaningAt(sentence, at)
      if (actor !== undefined && !found.some(({ from, to }) => from <= at && at < to)) {
        found.push({ sentence, from: at, to: at + 1, actor, rule: 'actor.short-form' })
      }
    }
    return [...found, ...inOrder.slice(next)]
  }

  #meaningAt(sentence: Sentence, at: number): Actor | undefined {
    if (sentence.isAllCapitals) return undefined
    const { word } = tokenAt(sentence, at)
    if (!isCapital(word) || !this.#rules.organisations.shortForms.has(word.folded)) return undefined
    if (
      foldedAt(sentence, at - 1) !== 'the' ||
      isCapital(tokenAt(sentence, at + 1).word) ||
      isHyphenAt(sentence, at + 1)
    )
      return undefined
    const next = foldedAt(sentence, at + 1)
    return next === 'of' || next === 'for' || next === 'on' ? undefined : this.#byHead.get(word.folded)
  }

  #learn(sentence: Sentence, { from, to, actor, rule }: Candidate): void {
    if (actor.type === 'person' || actor.type === 'civilian' || rule === 'actor.short-form') return
    for (let at = from; at < to; at++) this.#note(foldedAt(sentence, at), actor)
    for (const { word } of tokenise(actor.name)) this.#note(word.folded, actor)
  }

  #note(word: string, actor: Actor): void {
    if (this.#rules.organisations.shortForms.has(word)) this.#byHead.set(word, actor)
  }
}
