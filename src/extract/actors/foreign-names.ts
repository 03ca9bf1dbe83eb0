import { foldedAt, type Sentence, tokenAt } from '../analyse/analysis.ts'
import type { Word } from '../analyse/words.ts'
import { type Candidate, unlistedActor } from './actor.ts'
import { typeOf } from './organisation-type.ts'
import { writtenName } from './person-names.ts'
import type { OrganisationRules } from './rules.ts'
import { isCapital, isHyphenAt } from './shapes.ts'

const longestName = 14

/** A French, Spanish or Portuguese name: a head of the language, then its words up to the next English one. */
export function foreignNameAt(sentence: Sentence, from: number, rules: OrganisationRules): Candidate | null {
  const type = rules.foreign.get(foldedAt(sentence, from))
  if (type === undefined) return null
  let to = from + 1
  let links = 0
  let end = to
  while (to - from < longestName) {
    const { word } = tokenAt(sentence, to)
    if (isForeignLink(sentence, to, rules)) {
      links++
      to++
      continue
    }
    const isInside = word.shape !== 'mark' && word.shape !== 'numeral'
    const isJoined = isHyphenAt(sentence, to)
    if (isJoined) {
      to += 2
      end = to
      continue
    }
    if (!isInside) break
    const isContinuing = isForeignLink(sentence, to - 1, rules) || hasForeignEnding(word, rules)
    if (!isContinuing && !(isCapital(word) && !sentence.isAllCapitals)) break
    to++
    end = to
  }
  if (end - from < 2) return null
  const isForeign = links > 0 || hasForeignEnding(tokenAt(sentence, from + 1).word, rules)
  if (!isForeign) return null
  const head = foldedAt(sentence, from)
  const exact = typeOf(sentence, { from, to: end }, head, rules, type)
  return {
    sentence,
    from,
    to: end,
    rule: 'actor.foreign-organisation',
    actor: unlistedActor(writtenName(sentence, { from, to: end }), exact),
  }
}

const elided = /^[dl]'/

/** "à" counts by its accent or the article behind it, since "a" is English too. */
function isForeignLink(sentence: Sentence, at: number, rules: OrganisationRules): boolean {
  const { text, folded } = tokenAt(sentence, at).word
  if (folded === 'a') return text !== 'a' && text !== 'A' ? true : rules.foreignLinks.has(foldedAt(sentence, at + 1))
  return rules.foreignLinks.has(folded)
}

function hasForeignEnding({ text, folded }: Word, rules: OrganisationRules): boolean {
  const lower = text.toLowerCase()
  return folded.length > 4 && (elided.test(folded) || rules.foreignEndings.some((ending) => lower.endsWith(ending)))
}
