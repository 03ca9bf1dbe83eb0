import { foldedAt, type Sentence, textOf, tokenAt } from '../analyse/analysis.ts'
import { type Candidate, unlistedActor } from './actor.ts'
import type { KnownName } from './known-names.ts'
import type { OrganisationRules } from './rules.ts'
import { isCapital } from './shapes.ts'
import type { Stretches } from './stretches.ts'

/** "3rd". */
export const ordinal = /^\d+(?:st|nd|rd|th)$/

/** "Division 17", "the 507th ARW": a unit that only a number names. */
export function numberedUnitAt(
  sentence: Sentence,
  at: number,
  rules: OrganisationRules,
  known: Stretches<KnownName>,
): Candidate | null {
  const { word } = tokenAt(sentence, at)
  const next = tokenAt(sentence, at + 1).word
  const isNumbered =
    rules.units.has(word.folded) &&
    word.shape === 'capitalised' &&
    /^\d{1,3}$/.test(next.folded) &&
    next.text.length < 4
  const isAbbreviated =
    ordinal.test(word.folded) &&
    next.shape === 'upper' &&
    next.text.length > 1 &&
    !rules.occasions.has(foldedAt(sentence, at + 2)) &&
    !isCapital(tokenAt(sentence, at + 2).word) &&
    known.startingAt(at + 1).length === 0
  if (!isNumbered && !isAbbreviated) return null
  const isBehindName = isCapital(tokenAt(sentence, at - 1).word) && foldedAt(sentence, at - 1) !== 'the'
  if (isBehindName) return null
  const actor = unlistedActor(textOf(sentence, at, at + 2), 'state-force')
  return { sentence, from: at, to: at + 2, rule: 'actor.numbered-unit', actor }
}

/** "Light Infantry Division 77": the number is part of a unit's name. */
export function behindNumber(sentence: Sentence, to: number, rules: OrganisationRules): number {
  const isNumbered = rules.units.has(foldedAt(sentence, to - 1)) && /^\d{1,3}$/.test(foldedAt(sentence, to))
  return isNumbered ? to + 1 : to
}
