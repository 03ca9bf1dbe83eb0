import { foldedAt, type Sentence, tokenAt } from '../analyse/analysis.ts'
import type { Candidate } from './actor.ts'
import type { KnownName } from './known-names.ts'
import type { ActorRules } from './rules.ts'
import { isHyphenAt, isPossessive } from './shapes.ts'
import type { Stretch } from './stretches.ts'

/** "The UK-France partnership": both states. */
export function paired(sentence: Sentence, known: readonly KnownName[]): Candidate[] {
  return known.flatMap((name, index) => {
    const next = known[index + 1]
    const isPair = next !== undefined && next.from === name.to + 1 && isDashAt(sentence, name.to)
    if (!isPair || name.naming.kind !== 'state' || next.naming.kind !== 'state') return []
    if (name.naming.sense !== 'name' || next.naming.sense !== 'name' || isPlaceBehind(sentence, next.to)) return []
    return [name, next].map(({ from, to, naming }) => ({
      sentence,
      from,
      to,
      actor: naming.actor,
      rule: 'actor.state-pair',
    }))
  })
}

function isDashAt(sentence: Sentence, at: number): boolean {
  return /^[-–‐‑]$/.test(foldedAt(sentence, at)) && !tokenAt(sentence, at).spaced && !tokenAt(sentence, at + 1).spaced
}

/** "the Chad-Sudan border". */
function isPlaceBehind(sentence: Sentence, to: number): boolean {
  return /^(?:borders?|frontiers?|boundary|road|highway|line|crossing|pipeline|railway|area|region|axis)$/.test(
    foldedAt(sentence, to),
  )
}

/**
 * States joined to an actor that is named, or to a state that acts, act too.
 *
 * @param known the lexicon's names in the sentence, left to right
 * @param acts positions in `known` of the states that act
 */
export function coordinated(
  sentence: Sentence,
  known: readonly KnownName[],
  acts: ReadonlySet<number>,
  rules: ActorRules,
): Candidate[] {
  const order = [...known.keys()]
  return [...spread(sentence, known, acts, rules, order), ...spread(sentence, known, acts, rules, order.reverse())]
}

function spread(
  sentence: Sentence,
  known: readonly KnownName[],
  acts: ReadonlySet<number>,
  rules: ActorRules,
  order: readonly number[],
): Candidate[] {
  const found: Candidate[] = []
  let isJoined = false
  let last: Stretch | null = null
  for (const index of order) {
    const name = known[index]
    if (name === undefined) continue
    const { from, to, naming } = name
    if (last !== null && !isListed(sentence, last, name)) isJoined = false
    if (acts.has(index) || (naming.kind === 'actor' && naming.sense === 'name')) isJoined = true
    else if (isJoined && naming.kind === 'state' && naming.sense === 'name' && isFree(sentence, name, rules)) {
      found.push({ sentence, from, to, actor: naming.actor, rule: 'actor.state-coordinated' })
    }
    last = name
  }
  return found
}

/** Not a place, nor in a compound, nor the owner of something else. */
function isFree(sentence: Sentence, { from, to }: Stretch, rules: ActorRules): boolean {
  const before = tokenAt(sentence, foldedAt(sentence, from - 1) === 'the' ? from - 2 : from - 1).word
  if (before.shape === 'lower' && rules.states.placePrepositions.has(before.folded)) return false
  return !isHyphenAt(sentence, from - 1) && !isHyphenAt(sentence, to) && !isPossessive(tokenAt(sentence, to).word)
}

/** Whether only commas, conjunctions and articles stand between two names. */
function isListed(sentence: Sentence, one: Stretch, other: Stretch): boolean {
  const [from, to] = one.from < other.from ? [one.to, other.from] : [other.to, one.from]
  if (to <= from || to - from > 4) return false
  let joins = false
  for (let at = from; at < to; at++) {
    const word = foldedAt(sentence, at)
    if (word === 'and' || word === ',' || word === 'or' || word === '&') joins = true
    else if (word !== 'the' && word !== 'as' && word !== 'well' && word !== 'both' && word !== 'then') return false
  }
  return joins
}
