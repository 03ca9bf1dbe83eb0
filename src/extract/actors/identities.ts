import { foldedAt, type Sentence, tokenAt } from '../analyse/analysis.ts'
import type { Candidate } from './actor.ts'
import type { KnownName } from './known-names.ts'
import type { ActorRules } from './rules.ts'
import { isCapital, isHyphenAt } from './shapes.ts'

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
    } else if (naming.sense === 'people' && isPeople(sentence, from, to, rules)) {
      found.push({ sentence, from, to, actor: naming.actor, rule: 'actor.identity' })
    }
  }
  return found
}

interface PeopleNoun {
  readonly at: number
  /** Whether the noun belongs to another adjective that is joined to this one. */
  readonly isJoined: boolean
}

/** The noun for people behind an identity's adjective, over small adjectives and one joined adjective. */
function nounBehind(sentence: Sentence, from: number, rules: ActorRules): PeopleNoun | null {
  let isJoined = false
  for (let at = from; at < from + 6; at++) {
    const { word } = tokenAt(sentence, at)
    const isPeople = rules.identities.people.has(word.folded)
    const next = foldedAt(sentence, at + 1)
    if (isPeople && !(rules.identities.between.has(word.folded) && rules.identities.people.has(next)))
      return { at, isJoined }
    if (isPeople || rules.identities.between.has(word.folded)) continue
    const joins = word.folded === 'or' || word.folded === 'and' || word.folded === ','
    if (joins && !isJoined) {
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
  const isNoun =
    isObject ||
    before === 'the' ||
    before === 'ethnic' ||
    before === 'and' ||
    before === 'or' ||
    before === 'by' ||
    before === 'of' ||
    before === 'against'
  return (
    isNoun &&
    (word.shape === 'mark' ||
      isFunctionWord(word.folded) ||
      rules.isAgentVerb(word.folded) ||
      rules.isPersonVerb(word.folded))
  )
}

function isCapitalBefore(sentence: Sentence, from: number, rules: ActorRules): boolean {
  const { word } = tokenAt(sentence, from - 1)
  return isCapital(word) && !rules.persons.notNames.has(word.folded)
}

const functionWords = new Set(
  'and or in of from to who were was are is have had has at on by with as for against living that which while but also themselves into under near'.split(
    ' ',
  ),
)

function isFunctionWord(folded: string): boolean {
  return functionWords.has(folded)
}
