import { type Analysis, foldedAt, type Sentence, tokenAt } from '../analyse/analysis.ts'
import type { Word } from '../analyse/words.ts'
import { unlistedActor } from './actor.ts'
import type { Binding } from './introductions.ts'
import type { KnownName } from './known-names.ts'
import type { ActorsLexicon } from './lexicon.ts'
import type { ActorRules } from './rules.ts'
import { Stretches } from './stretches.ts'

interface Sighting {
  times: number
  strong: number
  isArmed: boolean
}

/**
 * Abbreviations that nothing introduces but that stand where only an organisation can: "PLF fighters", "a spokesman for
 * the PLF", "the PLF said".
 */
export function findAbbreviations(
  analysis: Analysis,
  lexicon: ActorsLexicon,
  known: ReadonlyMap<number, readonly KnownName[]>,
): Binding[] {
  const { rules } = lexicon
  const sightings = new Map<string, Sighting>()
  for (const sentence of analysis.sentences) {
    if (sentence.isAllCapitals) continue
    const names = new Stretches(known.get(sentence.index) ?? [])
    for (let at = 0; at < sentence.tokens.length; at++) {
      const { word } = tokenAt(sentence, at)
      if (!isAbbreviation(word, rules)) continue
      if (names.covering(at).length > 0) continue
      const sighting = sightings.get(word.text) ?? { times: 0, strong: 0, isArmed: false }
      sighting.times++
      if (isAgentPlace(sentence, at, rules)) sighting.strong++
      if (isArmedPlace(sentence, at, rules)) sighting.isArmed = true
      sightings.set(word.text, sighting)
    }
  }
  return [...sightings].flatMap(([alias, { times, strong, isArmed }]) =>
    strong > 0 && times > 1 ? [{ alias, actor: unlistedActor(alias, isArmed ? 'armed-group' : 'other') }] : [],
  )
}

const roman = /^[ivxlc]+$/

function isAbbreviation(word: Word, rules: ActorRules): boolean {
  return (
    word.shape === 'upper' &&
    word.folded.length > 1 &&
    word.folded.length < 9 &&
    !/\d/.test(word.folded) &&
    !roman.test(word.folded) &&
    !rules.organisations.notNames.has(word.folded)
  )
}

function isAgentPlace(sentence: Sentence, at: number, rules: ActorRules): boolean {
  const next = foldedAt(sentence, at + 1)
  if (rules.organisations.agentNouns.has(next)) return true
  const isDefinite = foldedAt(sentence, at - 1) === 'the'
  if (
    isDefinite &&
    tokenAt(sentence, at + 1).word.shape === 'lower' &&
    (rules.isPersonVerb(next) || rules.isAgentVerb(next))
  )
    return true
  const before = isDefinite ? at - 2 : at - 1
  const link = foldedAt(sentence, before)
  return (link === 'of' || link === 'for') && rules.organisations.membership.has(foldedAt(sentence, before - 1))
}

function isArmedPlace(sentence: Sentence, at: number, { organisations }: ActorRules): boolean {
  return organisations.fighters.has(foldedAt(sentence, at + 1))
}
