import { foldedAt, type Sentence, textOf, tokenAt } from '../analyse/analysis.ts'
import { type Candidate, unlistedActor } from './actor.ts'
import type { KnownName } from './known-names.ts'
import type { ActorRules } from './rules.ts'
import { isCapital, isHyphenAt, isOpening, isPossessive } from './shapes.ts'
import type { Stretches } from './stretches.ts'

/**
 * Offices that act with no name beside them: "the Foreign Secretary", "the Kenyan ambassador to the EU".
 *
 * @param known the lexicon's names in the sentence
 */
export function findOffices(sentence: Sentence, rules: ActorRules, known: Stretches<KnownName>): Candidate[] {
  if (sentence.isAllCapitals) return []
  const found: Candidate[] = []
  for (let at = 0; at < sentence.tokens.length; at++) {
    if (!isCapital(tokenAt(sentence, at).word)) continue
    const end = endOfOffice(sentence, at, rules)
    if (end === at) continue
    const to = endOfComplement(sentence, end, rules)
    const from = startOfOffice(sentence, at, known)
    // A headline leaves the article out: "Foreign Secretary welcomes the truce".
    const isHeadline = isOpening(sentence, from) && tokenAt(sentence, to).word.shape === 'lower'
    const isDefinite =
      from < at ||
      isHeadline ||
      foldedAt(sentence, from - 1) === 'the' ||
      isPossessive(tokenAt(sentence, from - 1).word)
    if (isDefinite) found.push(office(sentence, from, to, known))
    at = to - 1
  }
  return found
}

function office(sentence: Sentence, from: number, to: number, known: Stretches<KnownName>): Candidate {
  const qualifier = known.startingAt(from)[0]
  const type = qualifier?.naming.actor.type === 'igo' ? 'igo' : 'government'
  const countries = qualifier?.naming.kind === 'state' ? qualifier.naming.actor.countries : []
  return { sentence, from, to, actor: unlistedActor(textOf(sentence, from, to), type, countries), rule: 'actor.office' }
}

/** Two or three capitalised words that are an office: "Foreign Secretary", "Under-Secretary-General". */
function endOfOffice(sentence: Sentence, from: number, rules: ActorRules): number {
  let phrase = ''
  let end = from
  for (let at = from; at < from + 5; at++) {
    const isHyphen = isHyphenAt(sentence, at)
    if (!isHyphen && !isCapital(tokenAt(sentence, at).word) && foldedAt(sentence, at) !== 'of') break
    phrase += isHyphen ? '-' : (phrase === '' || phrase.endsWith('-') ? '' : ' ') + foldedAt(sentence, at)
    if (rules.persons.offices.has(phrase)) end = at + 1
  }
  return end
}

/** "… on the Prevention of Genocide", "… to the UN". */
function endOfComplement(sentence: Sentence, from: number, rules: ActorRules): number {
  let to = from
  for (;;) {
    let at = to
    if (!rules.persons.officeLinks.has(foldedAt(sentence, at)) && !(to > from && foldedAt(sentence, at) === 'and'))
      return to
    at++
    if (foldedAt(sentence, at) === 'the') at++
    const start = at
    while (
      (isCapital(tokenAt(sentence, at).word) &&
        (isHyphenAt(sentence, at - 1) || !rules.persons.notNames.has(foldedAt(sentence, at)))) ||
      isHyphenAt(sentence, at)
    )
      at++
    if (at === start) return to
    to = at
  }
}

/** With the state's adjective or the organisation before it: "French", "UN". */
function startOfOffice(sentence: Sentence, at: number, known: Stretches<KnownName>): number {
  const before = known.endingAt(at)[0]
  return before !== undefined && isCapital(tokenAt(sentence, before.from).word) ? before.from : at
}
