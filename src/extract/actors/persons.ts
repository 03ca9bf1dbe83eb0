import { foldedAt, type Sentence, tokenAt } from '../analyse/analysis.ts'
import { tagsOf } from '../analyse/tagger.ts'
import { type Candidate, unlistedActor } from './actor.ts'
import type { KnownName } from './known-names.ts'
import { evidenceFor, evidenceForSingle } from './person-evidence.ts'
import { endOfPersonName, isFirstName, isKnownOther, isPlaceName, writtenName } from './person-names.ts'
import type { ActorRules } from './rules.ts'
import { isCapital, isHyphenAt } from './shapes.ts'
import { type Stretch, Stretches } from './stretches.ts'
import { isTitle, type Titles, titleStart, titlesAt } from './titles.ts'

/** A person found by the document's own words, with the title that stands before the name. */
export interface PersonFound extends Candidate {
  /** Where the title begins; `from` where there is none. */
  readonly titleFrom: number
  /** Whether the name is more than a surname. */
  readonly isFull: boolean
}

/** What stands in a sentence already: the lexicon's names and the organisations told by shape. */
interface Standing {
  readonly known: Stretches<KnownName>
  readonly organisations: Stretches<Candidate>
}

/**
 * Persons by a title before the name or by the company that a name keeps: a first name, speech verbs, a role in
 * apposition, other persons in a list.
 */
export function findPersons(
  sentence: Sentence,
  rules: ActorRules,
  known: Stretches<KnownName>,
  organisations: Stretches<Candidate>,
): PersonFound[] {
  const standing = { known, organisations }
  const found: PersonFound[] = []
  for (let at = 0; at < sentence.tokens.length; ) {
    const { person, next } = readPerson(sentence, at, rules, standing)
    if (person !== null) found.push(person)
    at = next
  }
  return sentence.isAllCapitals ? found : [...found, ...listed(sentence, found, rules, standing)]
}

interface Reading {
  readonly person: PersonFound | null
  /** Where to read on. */
  readonly next: number
}

function readPerson(sentence: Sentence, at: number, rules: ActorRules, standing: Standing): Reading {
  const nothing = { person: null, next: at + 1 }
  const { word } = tokenAt(sentence, at)
  if (!isCapital(word) || isPlaceName(sentence, at, rules)) return nothing
  if (isTitle(sentence, at, rules)) {
    if (isInsideCompound(sentence, at, rules) || isPlaceOf(sentence, at, rules)) return nothing
    const titles = titlesAt(sentence, at, rules)
    const person = titledPerson(sentence, at, titles, rules, standing.known)
    return { person, next: person?.to ?? titles.last + 1 }
  }
  const to = sentence.isAllCapitals ? at : endOfPersonName(sentence, at, rules)
  const stretch = { from: at, to }
  if (sentence.isAllCapitals) return shoutedName(sentence, at, rules, standing)
  if (to - at < 2) return { person: singleName(sentence, stretch, rules, standing), next: at + 1 }
  const inside = beginsInside(sentence, stretch, rules, standing.known)
  if (inside !== null) return { person: null, next: inside }
  const isTaken =
    isKnownOther(standing.known, stretch) || standing.organisations.touch(stretch) || isPlaceOf(sentence, at, rules)
  if (isTaken) return nothing
  const evidence = evidenceFor(sentence, stretch, rules) + (isBesidePerson(sentence, stretch, standing.known) ? 1.5 : 0)
  const isName = !isHyphenAt(sentence, at - 1) && evidence >= (isBare(sentence, stretch) ? 1.5 : 2)
  return isName
    ? { person: person(sentence, stretch, at, 'actor.full-name'), next: to }
    : { person: null, next: isNoName(word.folded, rules) ? at + 1 : to }
}

function isNoName(folded: string, { persons }: ActorRules): boolean {
  return persons.places.has(folded) || persons.ideas.has(folded) || persons.spheres.has(folded)
}

/**
 * Where to read on in a stretch that a name only ends: "Chadian President Idriss Déby", "Secretary of Defense Ana Ruiz",
 * "Prime Minister of Iraq Nuri Hassan", "Survivor Nadia Khalaf".
 */
function beginsInside(
  sentence: Sentence,
  { from, to }: Stretch,
  rules: ActorRules,
  known: Stretches<KnownName>,
): number | null {
  for (let at = from + 1; at < to - 1; at++) if (isTitle(sentence, at, rules)) return at
  const state = known.startingAt(from).find(({ naming }) => naming.kind === 'state')
  if (state !== undefined && state.to < to - 1) return state.to
  const first = foldedAt(sentence, from)
  const isRole = rules.persons.roles.has(first) || rules.persons.spheres.has(first) || rules.persons.ships.has(first)
  return isRole && to - from > 2 ? from + 1 : null
}

/** "Notre-Dame de Fatima": no title, where the word before the hyphen goes with none. */
function isInsideCompound(sentence: Sentence, at: number, { persons }: ActorRules): boolean {
  const first = foldedAt(sentence, at - 2)
  return isHyphenAt(sentence, at - 1) && !persons.modifiers.has(first) && !persons.titles.has(first)
}

const longestList = 8

/** "The camps of Abu Shouk and Al Salam": what places are called, over the names that stand before in the list. */
function isPlaceOf(sentence: Sentence, from: number, { persons }: ActorRules): boolean {
  for (let at = from - 1; at > from - longestList; at--) {
    const word = foldedAt(sentence, at)
    if (word === 'of') {
      const head = foldedAt(sentence, at - 1).replace(/s$/, '')
      return persons.places.has(head) || persons.settled.has(head)
    }
    const isInList = word === 'and' || word === ',' || persons.particles.has(word) || isHyphenAt(sentence, at)
    if (!isInList && !isCapital(tokenAt(sentence, at).word)) return false
  }
  return false
}

/** Two or three words and nothing else, as persons are called: no article, no hyphen, no abbreviation. */
function isBare(sentence: Sentence, { from, to }: Stretch): boolean {
  for (let at = from; at < to; at++) if (tokenAt(sentence, at).word.shape !== 'capitalised') return false
  return to - from < 4 && foldedAt(sentence, from - 1) !== 'the' && !isHyphenAt(sentence, to)
}

/** "Benjamin Mkapa and Ana Ruiz": joined to a person whom the lexicon knows. */
function isBesidePerson(sentence: Sentence, { from, to }: Stretch, known: Stretches<KnownName>): boolean {
  const isPerson = ({ naming }: KnownName) => naming.actor.type === 'person'
  const joins = (at: number) => foldedAt(sentence, at) === 'and'
  return (
    (joins(to) && known.startingAt(to + 1).some(isPerson)) ||
    (joins(from - 1) && known.endingAt(from - 1).some(isPerson))
  )
}

/** "recalled Miriam", "Zainab, 19, …": one name, told by who speaks so. */
function singleName(
  sentence: Sentence,
  stretch: Stretch,
  rules: ActorRules,
  { known, organisations }: Standing,
): PersonFound | null {
  const isAlone = !isCapital(tokenAt(sentence, stretch.from - 1).word) && !isHyphenAt(sentence, stretch.from - 1)
  if (sentence.isAllCapitals || !isAlone || known.touch(stretch) || organisations.touch(stretch)) return null
  const isName = stretch.to > stretch.from && evidenceForSingle(sentence, stretch.from, rules) >= 3
  return isName ? person(sentence, stretch, stretch.from, 'actor.single-name') : null
}

/** Names that nothing tells but the persons beside them: "Ana Ruiz, Jerko Zovko, and Peter Lind". */
function listed(
  sentence: Sentence,
  found: readonly PersonFound[],
  rules: ActorRules,
  { known, organisations }: Standing,
): PersonFound[] {
  const names: PersonFound[] = []
  const isFree = (stretch: Stretch) =>
    stretch.to - stretch.from > 1 &&
    isBare(sentence, stretch) &&
    !known.touch(stretch) &&
    !organisations.touch(stretch) &&
    evidenceFor(sentence, stretch, rules) >= 0 &&
    !isNoPersonIn(sentence, stretch, rules)
  const taken = new Stretches<Stretch>(found)
  const add = (stretch: Stretch) => {
    taken.add(stretch)
    names.push(person(sentence, stretch, stretch.from, 'actor.listed-name'))
  }
  for (const { from, to, isFull } of found) {
    if (!isFull) continue
    for (let at = behindJoint(sentence, to); at !== null; ) {
      const stretch = { from: at, to: endOfPersonName(sentence, at, rules) }
      const isLast = foldedAt(sentence, at - 1) === 'and'
      if (taken.touch(stretch) || !isFree(stretch) || !(isLast || isListGoingOn(sentence, stretch.to))) break
      add(stretch)
      at = isLast ? null : behindJoint(sentence, stretch.to)
    }
    const before = foldedAt(sentence, from - 1) === 'and' ? from - 1 : null
    const start = before === null ? null : startOfBareName(sentence, before)
    if (before !== null && start !== null) {
      const stretch = { from: start, to: before }
      if (!taken.touch(stretch) && isFree(stretch)) add(stretch)
    }
  }
  return names
}

/** Where the next name of a list begins, behind ",", "and" or ", and". */
function behindJoint(sentence: Sentence, to: number): number | null {
  const comma = foldedAt(sentence, to) === ','
  const at = comma ? to + 1 : to
  const isJoined = foldedAt(sentence, at) === 'and'
  if (!comma && !isJoined) return null
  return isJoined ? at + 1 : at
}

const mostListed = 30

/** Whether a list ends with "and" and a name: ", X, Y and Z". */
function isListGoingOn(sentence: Sentence, from: number): boolean {
  for (let at = from; at < from + mostListed; at++) {
    const { word } = tokenAt(sentence, at)
    if (word.folded === 'and') return isCapital(tokenAt(sentence, at + 1).word)
    if (word.folded !== ',' && !isCapital(word)) return false
  }
  return false
}

function startOfBareName(sentence: Sentence, to: number): number | null {
  let from = to
  while (from > 0 && to - from < 4 && tokenAt(sentence, from - 1).word.shape === 'capitalised') from--
  return to - from > 1 && to - from < 4 ? from : null
}

function isNoPersonIn(sentence: Sentence, { from, to }: Stretch, rules: ActorRules): boolean {
  for (let at = from; at < to; at++) {
    const { word } = tokenAt(sentence, at)
    if (isNoName(word.folded, rules) || rules.organisations.heads.has(word.folded)) return true
    if (rules.persons.notNames.has(word.folded) || isTitle(sentence, at, rules)) return true
    if (tagsOf(word.text)[0]?.tags.has('Place')) return true
  }
  return false
}

function person(sentence: Sentence, stretch: Stretch, titleFrom: number, rule: string): PersonFound {
  const isFull = capitals(sentence, stretch) > 1
  const name = writtenName(sentence, stretch)
  return { sentence, ...stretch, titleFrom, rule, actor: unlistedActor(name, 'person'), isFull }
}

function titledPerson(
  sentence: Sentence,
  title: number,
  titles: Titles,
  rules: ActorRules,
  known: Stretches<KnownName>,
): PersonFound | null {
  const { persons } = rules
  const { last } = titles
  if (isHyphenAt(sentence, titles.to - 1)) return null
  let from = titles.to
  // "the French Defence Minister, Jean-Yves Le Drian": a comma may stand between.
  const hasComma = foldedAt(sentence, from) === ','
  if (hasComma) from++
  const to = sentence.isAllCapitals ? endOfShoutedName(sentence, from, rules) : endOfPersonName(sentence, from, rules)
  if (to === from) return null
  const stretch = { from, to }
  const words = capitals(sentence, stretch)
  const isPartOfName = persons.kunyas.has(foldedAt(sentence, last))
  const isGlued = isPartOfName || persons.glued.has(foldedAt(sentence, last))
  if (hasComma && (words < 2 || isGlued || evidenceFor(sentence, stretch, rules) < 1)) return null
  const isSure = persons.courtesies.has(foldedAt(sentence, last))
  if (isKnownOther(known, stretch) && !(words === 1 && !hasComma && isSure)) return null
  const end = foldedAt(sentence, to - 1)
  if (rules.organisations.heads.has(end) || persons.ideas.has(end)) return null
  const isPlace = rules.states.placePrepositions.has(foldedAt(sentence, last - 1))
  if (isGlued && isPlace && (words === 1 || isPartOfName)) return null
  if (isPartOfName || (isGlued && words === 1))
    return person(sentence, { from: last, to }, titleStart(sentence, last, rules), 'actor.titled-name')
  return person(sentence, stretch, titleStart(sentence, title, rules), 'actor.titled-name')
}

function capitals(sentence: Sentence, { from, to }: Stretch): number {
  let words = 0
  for (let at = from; at < to; at++) if (isCapital(tokenAt(sentence, at).word)) words++
  return words
}

/** In text all in capitals a given name and what follows it: "THE BODY OF HECTOR OQUELI". */
function shoutedName(sentence: Sentence, from: number, rules: ActorRules, { known }: Standing): Reading {
  const { word } = tokenAt(sentence, from)
  const to = isFirstName(word, rules) && word.text.length > 2 ? endOfShoutedName(sentence, from, rules) : from
  const stretch = { from, to }
  if (to - from < 2 || known.touch(stretch)) return { person: null, next: from + 1 }
  return { person: person(sentence, stretch, from, 'actor.full-name'), next: to }
}

/** In text all in capitals: the first word, then further ones that compromise takes for names. */
function endOfShoutedName(sentence: Sentence, from: number, rules: ActorRules): number {
  let to = from
  while (to - from < 3) {
    const { word } = tokenAt(sentence, to)
    if (word.shape !== 'upper' || rules.persons.notNames.has(word.folded) || isShoutedWord(word.folded, rules)) break
    const text = word.text.charAt(0) + word.text.slice(1).toLowerCase()
    const tags = tagsOf(text)[0]?.tags
    const isName =
      isFirstName(word, rules) ||
      tags?.has('ProperNoun') ||
      tags?.has('Person') ||
      (tags?.has('Noun') && !isPlain(word.folded))
    if (!isName) break
    to++
  }
  return to
}

/** What compromise knows as a verb, an adjective or a plural in lower case is an ordinary word. */
function isPlain(folded: string): boolean {
  const tags = tagsOf(folded)[0]?.tags
  return tags === undefined || !tags.has('Noun') || tags.has('Plural')
}

function isShoutedWord(folded: string, rules: ActorRules): boolean {
  return (
    rules.isPersonVerb(folded) ||
    rules.isAgentVerb(folded) ||
    rules.persons.roles.has(folded) ||
    rules.persons.ideas.has(folded) ||
    rules.organisations.heads.has(folded) ||
    rules.persons.titles.has(folded) ||
    rules.states.between.has(folded)
  )
}
