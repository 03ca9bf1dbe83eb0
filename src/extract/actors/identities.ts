import { foldedAt, type Sentence, textOf, tokenAt } from '../analyse/analysis.ts'
import { type Candidate, unlistedActor } from './actor.ts'
import type { KnownName } from './known-names.ts'
import type { ActorRules } from './rules.ts'
import { isCapital, isHyphenAt, isOpening } from './shapes.ts'

/** Identity groups: "Muslims", and the adjective with its noun, "Muslim civilians", "the Christian or Muslim community". */
export function findIdentities(sentence: Sentence, rules: ActorRules, known: readonly KnownName[]): Candidate[] {
  const found: Candidate[] = []
  for (const { from, to, naming } of known) {
    if (naming.kind !== 'identity') continue
    if (isHyphenAt(sentence, from - 1) || isHyphenAt(sentence, to)) continue
    const noun = nounBehind(sentence, to, rules)
    const isQualified =
      rules.identities.adverbs.has(foldedAt(sentence, from - 1)) && foldedAt(sentence, from - 1) !== 'majority'
    if (noun !== null && !(isQualified && noun.isJoined)) {
      const end = noun.isJoined ? to : noun.at + 1
      found.push({ sentence, from, to: end, actor: naming.actor, rule: 'actor.identity-noun' })
    } else if (
      naming.sense === 'people' &&
      (isPeople(sentence, from, to, rules) || isJoinedTo(found, sentence, from))
    ) {
      found.push({ sentence, from, to, actor: naming.actor, rule: 'actor.identity' })
    }
  }
  return [...found, ...tribesIn(sentence, rules)]
}

/** "Clashes between Dinka and Nuer spread": beside a people that is one. */
function isJoinedTo(found: readonly Candidate[], sentence: Sentence, from: number): boolean {
  const last = found.at(-1)
  return foldedAt(sentence, from - 1) === 'and' && last?.to === from - 1 && last.rule === 'actor.identity'
}

const longestTribe = 4

/** "The Al Bu Kamar tribe", "the Misraq clan": peoples that no lexicon has. */
function tribesIn(sentence: Sentence, { identities, persons }: ActorRules): Candidate[] {
  if (sentence.isAllCapitals) return []
  const found: Candidate[] = []
  for (let at = 1; at < sentence.tokens.length; at++) {
    const { word } = tokenAt(sentence, at)
    if (!identities.tribes.has(word.folded) || word.shape !== 'lower') continue
    let from = at
    while (from > 0 && at - from < longestTribe && isTribePart(sentence, from - 1, persons)) from--
    while (from < at && !isCapital(tokenAt(sentence, from).word)) from++
    if (from === at) continue
    const actor = unlistedActor(textOf(sentence, from, at), 'civilian')
    found.push({ sentence, from, to: at + 1, actor, rule: 'actor.tribe' })
  }
  return found
}

function isTribePart(sentence: Sentence, at: number, { particles, notNames }: ActorRules['persons']): boolean {
  const { word } = tokenAt(sentence, at)
  if (isHyphenAt(sentence, at) || particles.has(word.folded)) return true
  return isCapital(word) && !notNames.has(word.folded)
}

interface PeopleNoun {
  readonly at: number
  /** Whether the noun belongs to another adjective that is joined to this one. */
  readonly isJoined: boolean
}

const mostBetween = 10

/** The noun for people behind an identity's adjective, over small adjectives and adjectives joined to it. */
function nounBehind(sentence: Sentence, from: number, rules: ActorRules): PeopleNoun | null {
  let isJoined = false
  for (let at = from; at < from + mostBetween; at++) {
    const { word } = tokenAt(sentence, at)
    const isPeople = rules.identities.people.has(word.folded)
    const next = foldedAt(sentence, at + 1)
    if (isPeople && !(rules.identities.between.has(word.folded) && rules.identities.people.has(next)))
      return { at, isJoined }
    if (isPeople || rules.identities.between.has(word.folded)) continue
    if (rules.states.joints.has(word.folded)) {
      const capital = isCapital(tokenAt(sentence, at + 1).word) ? at + 1 : at + 2
      if (!isCapital(tokenAt(sentence, capital).word)) return null
      isJoined = true
      at = capital
      continue
    }
    return null
  }
  return null
}

/** A people's name that is a noun here: not before a noun that it qualifies, nor part of a longer name. */
function isPeople(sentence: Sentence, from: number, to: number, rules: ActorRules): boolean {
  const { word } = tokenAt(sentence, to)
  if (!sentence.isAllCapitals && (isCapital(word) || isCapitalBefore(sentence, from, rules))) return false
  const isPlural = foldedAt(sentence, to - 1).endsWith('s')
  if (isPlural || rules.identities.adverbs.has(foldedAt(sentence, from - 1))) return isPlural
  const before = foldedAt(sentence, from - 1)
  const isObject = tokenAt(sentence, from - 1).word.shape === 'lower' && /(?:ed|ing)$/.test(before)
  // "Rohingya were burned": a plural verb behind what opens the sentence.
  const isSubject =
    isOpening(sentence, from) &&
    rules.identities.pluralVerbs.has(word.folded) &&
    !rules.persons.notNames.has(foldedAt(sentence, from))
  const isCounted = tokenAt(sentence, from - 1).word.shape === 'numeral'
  const isNoun = isObject || isSubject || isCounted || rules.identities.before.has(before)
  return (
    isNoun &&
    (word.shape === 'mark' ||
      rules.identities.behind.has(word.folded) ||
      rules.isAgentVerb(word.folded) ||
      rules.isPersonVerb(word.folded))
  )
}

function isCapitalBefore(sentence: Sentence, from: number, rules: ActorRules): boolean {
  const { word } = tokenAt(sentence, from - 1)
  return isCapital(word) && !rules.persons.notNames.has(word.folded)
}
