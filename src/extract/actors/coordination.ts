import { foldedAt, type Sentence, tokenAt } from '../analyse/analysis.ts'
import type { Candidate } from './actor.ts'
import type { KnownName } from './known-names.ts'
import type { ActorRules } from './rules.ts'
import { isHyphenAt, isPossessive } from './shapes.ts'
import type { Stretch } from './stretches.ts'

/** "The UK-France partnership": both states; not "the Chad-Sudan border". */
export function paired(sentence: Sentence, known: readonly KnownName[], rules: ActorRules): Candidate[] {
  return known.flatMap((name, index) => {
    const next = known[index + 1]
    const isPair = next !== undefined && next.from === name.to + 1 && isDashAt(sentence, name.to)
    if (!isPair || name.naming.kind !== 'state' || next.naming.kind !== 'state') return []
    if (
      name.naming.sense !== 'name' ||
      next.naming.sense !== 'name' ||
      rules.states.routes.has(foldedAt(sentence, next.to))
    )
      return []
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
  let last: KnownName | null = null
  for (const index of order) {
    const name = known[index]
    if (name === undefined) continue
    const { from, to, naming } = name
    if (last !== null && !isListed(sentence, last, name, rules)) isJoined = false
    // A capital stands for its state beside another that does: "relations between Kigali and Kinshasa".
    const isAlike = naming.sense === 'name' || (naming.sense === 'capital' && last?.naming.sense === 'capital')
    if (acts.has(index) || (naming.kind === 'actor' && naming.sense === 'name')) isJoined = true
    else if (isJoined && naming.kind === 'state' && isAlike && isFree(sentence, name, rules)) {
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
  // "Amnesty International, Burundi: A Year On": a title.
  if (foldedAt(sentence, to) === ':') return false
  return !isHyphenAt(sentence, from - 1) && !isHyphenAt(sentence, to) && !isPossessive(tokenAt(sentence, to).word)
}

const mostBetween = 4

/** Whether only commas, conjunctions, articles and "the wider" stand between two names. */
function isListed(sentence: Sentence, one: Stretch, other: Stretch, { states }: ActorRules): boolean {
  const [from, to] = one.from < other.from ? [one.to, other.from] : [other.to, one.from]
  if (to <= from || to - from > mostBetween) return false
  let joins = false
  for (let at = from; at < to; at++) {
    const word = foldedAt(sentence, at)
    if (states.joints.has(word)) joins = true
    else if (!states.besideJoints.has(word)) return false
  }
  return joins
}
