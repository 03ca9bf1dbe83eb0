import { type Analysis, foldedAt, type Sentence, tokenAt } from '../analyse/analysis.ts'
import type { Actor } from './actor.ts'
import type { Binding } from './introductions.ts'
import type { ActorsLexicon } from './lexicon.ts'
import { surnameKey } from './person-names.ts'
import type { ActorRules } from './rules.ts'
import { fitOf, type Setting } from './setting.ts'
import { isCapital, isPossessive } from './shapes.ts'
import { isTitle } from './titles.ts'

const nobody: ReadonlySet<Actor> = new Set()

/**
 * Persons of the lexicon whom the document only calls by the surname: "the Mobutu regime", "President Cristiani". They
 * must belong to a country that it speaks of.
 *
 * @param named names of the persons whom the document names in full; their surnames are theirs
 */
export function findSurnames(
  analysis: Analysis,
  lexicon: ActorsLexicon,
  setting: Setting,
  named: readonly string[],
): Binding[] {
  const taken = new Set(named.map(surnameKey))
  const bindings = new Map<string, Binding>()
  for (const sentence of analysis.sentences) {
    for (let at = 0; at < sentence.tokens.length; at++) {
      const { word } = tokenAt(sentence, at)
      const persons = lexicon.surnames.get(word.folded)
      if (persons === undefined || !isCapital(word) || taken.has(word.folded) || bindings.has(word.folded)) continue
      const isOwner = isPossessive(tokenAt(sentence, at + 1).word)
      if (!isOwner && !isPersonPlace(sentence, at, lexicon.rules)) continue
      const actor = bestOf(persons, setting)
      // A possessive alone tells little: the person must belong to the country that the document is about.
      const isLocal = setting.mainCountry !== null && actor?.countries.includes(setting.mainCountry)
      if (actor !== null && (isLocal || isPersonPlace(sentence, at, lexicon.rules)))
        bindings.set(word.folded, { alias: word.text, actor })
    }
  }
  return [...bindings.values()]
}

function isPersonPlace(sentence: Sentence, at: number, rules: ActorRules): boolean {
  const before = foldedAt(sentence, at - 1) === '.' ? at - 2 : at - 1
  if (isTitle(sentence, before, rules)) return true
  const next = tokenAt(sentence, at + 1).word
  const noun = isPossessive(next) ? foldedAt(sentence, at + 2) : next.folded
  if (rules.persons.holdings.has(noun)) return true
  return next.shape === 'lower' && rules.isPersonVerb(next.folded) && !rules.persons.verbForms.has(next.folded)
}

function bestOf(persons: readonly Actor[], setting: Setting): Actor | null {
  let best: Actor | null = null
  let bestFit = 0
  for (const person of persons) {
    const fit = fitOf(person, setting, nobody)
    if (fit > bestFit) {
      best = person
      bestFit = fit
    }
  }
  return best
}
