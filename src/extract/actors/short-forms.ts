import { foldedAt, type Sentence, tokenAt } from '../analyse/analysis.ts'
import { tokenise } from '../analyse/tokens.ts'
import { type Actor, type Candidate, unlistedActor } from './actor.ts'
import type { ActorRules } from './rules.ts'
import { isCapital, isHyphenAt, isOpening } from './shapes.ts'

// "This Council", "your Council": how members and those who brief it call it.
const determiners = new Set(['the', 'this', 'your', 'our'])

/** "The Council" after the Security Council: the head of a name stands for the name that last had it. */
export class ShortForms {
  readonly #rules: ActorRules
  readonly #byHead = new Map<string, Actor>()
  /** Intergovernmental bodies, which their members call "this Council" whatever was named since. */
  readonly #bodies = new Map<string, Actor>()

  constructor(rules: ActorRules) {
    this.#rules = rules
  }

  /** The sentence's actors with those that its short forms mean; sentences are to come in reading order. */
  resolve(sentence: Sentence, candidates: readonly Candidate[]): Candidate[] {
    const inOrder = [...candidates].sort((a, b) => a.from - b.from || b.to - a.to)
    const found: Candidate[] = []
    let next = 0
    let covered = 0
    for (let at = 0; at < sentence.tokens.length; at++) {
      for (let candidate = inOrder[next]; candidate !== undefined && candidate.from <= at; candidate = inOrder[next]) {
        found.push(candidate)
        // Of names that overlap, only the first stays.
        if (candidate.from >= covered) this.#learn(sentence, candidate)
        next++
        covered = Math.max(covered, candidate.to)
      }
      if (at < covered) continue
      const meaning = this.#meaningAt(sentence, at)
      if (meaning !== null) found.push({ sentence, from: at, to: at + 1, ...meaning })
    }
    return [...found, ...inOrder.slice(next)]
  }

  #meaningAt(sentence: Sentence, at: number): Pick<Candidate, 'actor' | 'rule'> | null {
    if (sentence.isAllCapitals) return null
    const { word } = tokenAt(sentence, at)
    if (!isCapital(word) || !this.#rules.organisations.shortForms.has(word.folded)) return null
    const isStanding = this.#rules.organisations.standing.has(word.folded) && !isOpening(sentence, at)
    if (!determiners.has(foldedAt(sentence, at - 1)) && !isStanding) return null
    const next = foldedAt(sentence, at + 1)
    if (isCapital(tokenAt(sentence, at + 1).word) || isHyphenAt(sentence, at + 1)) return null
    if (next === 'of' || next === 'for' || next === 'on') return null
    const isAddressed = foldedAt(sentence, at - 1) !== 'the' && !isStanding
    const actor = (isAddressed ? this.#bodies.get(word.folded) : undefined) ?? this.#byHead.get(word.folded)
    if (actor !== undefined) return { actor, rule: 'actor.short-form' }
    const type = this.#rules.organisations.heads.get(word.folded) ?? 'other'
    return isStanding ? { actor: unlistedActor(word.text, type), rule: 'actor.short-form-alone' } : null
  }

  #learn(sentence: Sentence, { from, to, actor, rule }: Candidate): void {
    if (actor.type === 'person' || actor.type === 'civilian' || rule.startsWith('actor.short-form')) return
    for (let at = from; at < to; at++) this.#note(foldedAt(sentence, at), actor)
    for (const { word } of tokenise(actor.name)) this.#note(word.folded, actor)
  }

  #note(word: string, actor: Actor): void {
    if (!this.#rules.organisations.shortForms.has(word)) return
    this.#byHead.set(word, actor)
    if (actor.type === 'igo') this.#bodies.set(word, actor)
  }
}
