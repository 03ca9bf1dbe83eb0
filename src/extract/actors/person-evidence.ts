import { foldedAt, type Sentence, tokenAt } from '../analyse/analysis.ts'
import { isFirstName } from './person-names.ts'
import type { ActorRules } from './rules.ts'
import { isCapital, isOpening } from './shapes.ts'
import type { Stretch } from './stretches.ts'
import { isTitle } from './titles.ts'

/** Weighs what speaks for a stretch of capitalised words being a person; two is enough. */
export function evidenceFor(sentence: Sentence, { from, to }: Stretch, rules: ActorRules): number {
  const { persons } = rules
  let evidence = 0
  for (let at = from; at < to; at++) {
    const { word } = tokenAt(sentence, at)
    if (isNoPerson(word.folded, rules)) return 0
    if (word.shape === 'upper' && word.text.length > 2 && !sentence.isAllCapitals) return 0
    if (at > from && (persons.particles.has(word.folded) || word.text.length === 1))
      evidence += word.shape === 'upper' ? 2 : 0.5
  }
  const first = tokenAt(sentence, from).word
  if (isFirstName(first, rules)) evidence += 2
  else if (isOpening(sentence, from) && from + 1 < to && isFirstName(tokenAt(sentence, from + 1).word, rules))
    evidence += 1
  return evidence + before(sentence, from, rules) + behind(sentence, to, rules)
}

function isNoPerson(folded: string, { persons, organisations }: ActorRules): boolean {
  return persons.places.has(folded) || persons.ideas.has(folded) || organisations.heads.has(folded)
}

/** A single name by its company: "recalled Miriam", "Zainab, 19,", "his widow Immaculée said"; three is enough. */
export function evidenceForSingle(sentence: Sentence, at: number, rules: ActorRules): number {
  const { persons } = rules
  const { word } = tokenAt(sentence, at)
  const isOther = isNoPerson(word.folded, rules) || rules.isPersonVerb(word.folded) || persons.roles.has(word.folded)
  if (word.shape !== 'capitalised' || isOther || persons.before.has(word.folded)) return 0
  let evidence = isFirstName(word, rules) ? 1.5 : 0
  const isSpoken = persons.saying.has(foldedAt(sentence, at - 1)) && tokenAt(sentence, at + 1).word.shape === 'mark'
  const isSpeaking = persons.saying.has(foldedAt(sentence, at + 1))
  if (isSpoken || isSpeaking) evidence += 1.5
  if (isAge(sentence, at + 1)) evidence += 3
  if (persons.kin.has(foldedAt(sentence, at - 1))) evidence += 1.5
  return evidence
}

/** ", 34," behind a name. */
function isAge(sentence: Sentence, at: number): boolean {
  const closing = foldedAt(sentence, at + 2)
  return foldedAt(sentence, at) === ',' && /^\d\d$/.test(foldedAt(sentence, at + 1)) && closing === ','
}

function before(sentence: Sentence, from: number, rules: ActorRules): number {
  const { persons } = rules
  const { folded: word, shape } = tokenAt(sentence, from - 1).word
  // "East" in "Minister for the Middle East Ana Ruiz" is part of a name, not a direction.
  const isDirection = shape === 'lower' || !persons.places.has(word)
  if (isDirection && rules.states.placePrepositions.has(word)) return -2
  if (isRole(word, rules)) return 2
  if (word === ',') return hasRoleBefore(sentence, from - 1, rules) ? 2 : 0
  if (word === 'by' && persons.doneBy.has(foldedAt(sentence, from - 2))) return 2
  if (word === 'named' || word === 'called') return 1
  return isBehindOffice(sentence, from, rules) ? 2 : 0
}

function isRole(folded: string, { persons }: ActorRules): boolean {
  return persons.roles.has(folded) || persons.roles.has(folded.replace(/s$/, ''))
}

const longestRole = 7

/** "The mayor of Bunia, X", "two members of parliament, X": a role stands before the comma, its place between them. */
function hasRoleBefore(sentence: Sentence, comma: number, rules: ActorRules): boolean {
  for (let at = comma - 1; at >= 0 && at >= comma - longestRole; at--) {
    const { word } = tokenAt(sentence, at)
    if (isRole(word.folded, rules)) return true
    if (word.shape === 'mark' && word.text !== '-') return false
    const isInside = isCapital(word) || rules.organisations.links.has(word.folded) || word.folded === 'the'
    if (!isInside && !rules.organisations.links.has(foldedAt(sentence, at - 1))) return false
  }
  return false
}

/** "Minister for the Interior Ana Ruiz": over the words of a title that goes on. */
function isBehindOffice(sentence: Sentence, from: number, rules: ActorRules): boolean {
  let links = 0
  for (let at = from - 1; at > from - 10; at--) {
    const { word } = tokenAt(sentence, at)
    if (links > 0 && isTitle(sentence, at, rules)) return true
    const isLink = rules.organisations.links.has(word.folded)
    if (isLink) links += word.folded === 'and' ? 0 : 1
    else if (!isCapital(word) && word.folded !== 'the') return false
  }
  return false
}

function behind(sentence: Sentence, to: number, rules: ActorRules): number {
  const { persons } = rules
  const next = foldedAt(sentence, to)
  if (persons.places.has(next)) return -3
  const verb = afterOrigin(sentence, to)
  const spoken = foldedAt(sentence, verb)
  // "Ana Ruiz was sworn in"
  if (persons.copulas.has(spoken)) return persons.done.has(foldedAt(sentence, verb + 1)) ? 1.5 : 0.5
  if (persons.verbForms.has(spoken)) return 2
  if (rules.isPersonVerb(spoken) && tokenAt(sentence, verb).word.shape === 'lower') return 1.5
  if (next === '(' && /^(?:19|20)?\d\d$/.test(foldedAt(sentence, to + 1))) return 1
  if (next !== ',') return 0
  const second = foldedAt(sentence, to + 1)
  if (second === 'who' || second === 'whose' || isAge(sentence, to)) return 2
  for (let at = to + 1; at < to + 7; at++) {
    const word = foldedAt(sentence, at)
    if (word === ',' || word === '.') break
    if (isRole(word, rules) || persons.titles.has(word)) return 2
  }
  return 0
}

const longestOrigin = 6

/** Over "of the United States" behind a name. */
function afterOrigin(sentence: Sentence, to: number): number {
  if (foldedAt(sentence, to) !== 'of') return to
  for (let at = to + 1; at < to + longestOrigin; at++) {
    if (!isCapital(tokenAt(sentence, at).word) && foldedAt(sentence, at) !== 'the') return at
  }
  return to
}
