import { foldedAt, type Sentence, tokenAt } from '../analyse/analysis.ts'
import { tagsOf } from '../analyse/tagger.ts'
import { type Candidate, unlistedActor } from './actor.ts'
import type { KnownName } from './known-names.ts'
import { endOfPersonName, isFirstName, isKnownOther, writtenName } from './person-names.ts'
import type { ActorRules } from './rules.ts'
import { isCapital, isHyphenAt, isOpening } from './shapes.ts'
import type { Stretch, Stretches } from './stretches.ts'

/** A person found by the document's own words, with the title that stands before the name. */
export interface PersonFound extends Candidate {
  /** Where the title begins; `from` where there is none. */
  readonly titleFrom: number
  /** Whether the name is more than a surname. */
  readonly isFull: boolean
}

/**
 * Persons by a title before the name or by the company that a full name keeps: a first name, speech verbs, a role in
 * apposition.
 */
export function findPersons(
  sentence: Sentence,
  rules: ActorRules,
  known: Stretches<KnownName>,
  organisations: Stretches<Candidate>,
): PersonFound[] {
  const found: PersonFound[] = []
  for (let at = 0; at < sentence.tokens.length; ) {
    const { person, next } = readPerson(sentence, at, rules, known, organisations)
    if (person !== null) found.push(person)
    at = next
  }
  return found
}

interface Reading {
  readonly person: PersonFound | null
  /** Where to read on. */
  readonly next: number
}

function readPerson(
  sentence: Sentence,
  at: number,
  rules: ActorRules,
  known: Stretches<KnownName>,
  organisations: Stretches<Candidate>,
): Reading {
  const nothing = { person: null, next: at + 1 }
  const { word } = tokenAt(sentence, at)
  if (!isCapital(word)) return nothing
  if (isTitle(sentence, at, rules)) {
    if (isInsideCompound(sentence, at, rules) || isPlaceOf(sentence, at, rules)) return nothing
    const titles = titlesAt(sentence, at, rules)
    const person = titledPerson(sentence, at, titles, rules, known)
    return { person, next: person?.to ?? titles.last + 1 }
  }
  const to = sentence.isAllCapitals ? at : endOfPersonName(sentence, at, rules)
  const stretch = { from: at, to }
  if (to - at < 2 || holdsTitle(sentence, stretch, rules)) return nothing
  const isTaken = isKnownOther(known, stretch) || organisations.touch(stretch) || isPlaceOf(sentence, at, rules)
  if (isTaken) return nothing
  const evidence = evidenceFor(sentence, stretch, rules) + (isBesidePerson(sentence, stretch, known) ? 1.5 : 0)
  const isName = !isHyphenAt(sentence, at - 1) && evidence >= (isBare(sentence, stretch) ? 1.5 : 2)
  if (isName) return { person: person(sentence, stretch, at, 'actor.full-name'), next: to }
  // "Secretary of State Tony Blinken": the name may begin behind a word that is none.
  const isOther = rules.persons.places.has(word.folded) || rules.persons.ideas.has(word.folded)
  return { person: null, next: isOther ? at + 1 : to }
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
    if (word === 'of') return persons.places.has(foldedAt(sentence, at - 1).replace(/s$/, ''))
    if (word !== 'and' && word !== ',' && !isCapital(tokenAt(sentence, at).word)) return false
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

/** "Chadian President Idriss Déby": the name begins behind the title. */
function holdsTitle(sentence: Sentence, { from, to }: Stretch, rules: ActorRules): boolean {
  for (let at = from; at < to - 1; at++) if (isTitle(sentence, at, rules)) return true
  return false
}

function person(sentence: Sentence, stretch: Stretch, titleFrom: number, rule: string): PersonFound {
  let words = 0
  for (let at = stretch.from; at < stretch.to; at++) if (isCapital(tokenAt(sentence, at).word)) words++
  const name = writtenName(sentence, stretch)
  return { sentence, ...stretch, titleFrom, rule, actor: unlistedActor(name, 'person'), isFull: words > 1 }
}

/** Whether a title ends at a token; "Lt. Gen." and "Vice-President" end at their last words. */
export function isTitle(sentence: Sentence, at: number, rules: ActorRules): boolean {
  const { word } = tokenAt(sentence, at)
  return isCapital(word) && (rules.persons.titles.has(word.folded) || rules.persons.glued.has(word.folded))
}

interface Titles {
  /** The last of the titles that stand together. */
  readonly last: number
  /** Where a name may begin. */
  readonly to: number
}

/** "Lt. Gen.", "Vice-President", "Foreign Minister". */
function titlesAt(sentence: Sentence, title: number, rules: ActorRules): Titles {
  let to = title + 1
  let last = title
  for (;;) {
    if ((foldedAt(sentence, to) === '.' && !tokenAt(sentence, to).spaced) || isHyphenAt(sentence, to)) to++
    else if (isTitle(sentence, to, rules)) last = to++
    else return { last, to }
  }
}

function titledPerson(
  sentence: Sentence,
  title: number,
  titles: Titles,
  rules: ActorRules,
  known: Stretches<KnownName>,
): PersonFound | null {
  const { last } = titles
  if (isHyphenAt(sentence, titles.to - 1)) return null
  let from = titles.to
  const isGlued = rules.persons.glued.has(foldedAt(sentence, last))
  // "the French Defence Minister, Jean-Yves Le Drian": a comma may stand between.
  const hasComma = foldedAt(sentence, from) === ','
  if (hasComma) from++
  const to = sentence.isAllCapitals ? endOfShoutedName(sentence, from, rules) : endOfPersonName(sentence, from, rules)
  if (to === from) return null
  const stretch = { from, to }
  const words = capitals(sentence, stretch)
  if (hasComma && (words < 2 || isGlued || evidenceFor(sentence, stretch, rules) < 1)) return null
  if (isKnownOther(known, stretch) && !(words === 1 && !hasComma && isSureTitle(sentence, last))) return null
  if (rules.organisations.heads.has(foldedAt(sentence, to - 1)) || rules.persons.ideas.has(foldedAt(sentence, to - 1)))
    return null
  if (isGlued && words === 1)
    return person(sentence, { from: last, to }, titleStart(sentence, last, rules), 'actor.titled-name')
  return person(sentence, stretch, titleStart(sentence, title, rules), 'actor.titled-name')
}

/** Titles before a word that is also a country's name, "Mr. Chad". */
function isSureTitle(sentence: Sentence, at: number): boolean {
  return ['mr', 'mrs', 'ms', 'dr'].includes(foldedAt(sentence, at))
}

function capitals(sentence: Sentence, { from, to }: Stretch): number {
  let words = 0
  for (let at = from; at < to; at++) if (isCapital(tokenAt(sentence, at).word)) words++
  return words
}

/** Over the capitalised words and small modifiers before a title: "former UN High Commissioner", "Chadian President". */
function titleStart(sentence: Sentence, title: number, rules: ActorRules): number {
  let from = title
  while (from > 0 && title - from < longestTitle && isTitlePart(sentence, from - 1, rules)) from--
  return from
}

const longestTitle = 12

function isTitlePart(sentence: Sentence, at: number, rules: ActorRules): boolean {
  const { word } = tokenAt(sentence, at)
  if (word.folded === '.' || isHyphenAt(sentence, at) || rules.persons.modifiers.has(word.folded)) return true
  if (!isCapital(word) || sentence.isAllCapitals) return false
  return !(rules.persons.notNames.has(word.folded) && isOpening(sentence, at))
}

/** In text all in capitals: the first word, then further ones that compromise takes for names. */
function endOfShoutedName(sentence: Sentence, from: number, rules: ActorRules): number {
  let to = from
  while (to - from < 3) {
    const { word } = tokenAt(sentence, to)
    if (word.shape !== 'upper' || rules.persons.notNames.has(word.folded) || isShoutedWord(word.folded, rules)) break
    const text = word.text.charAt(0) + word.text.slice(1).toLowerCase()
    const tags = tagsOf(text)[0]?.tags
    const isName = tags?.has('ProperNoun') || tags?.has('Person') || (tags?.has('Noun') && !isPlain(word.folded))
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

/** Weighs what speaks for a stretch of capitalised words being a person; two is enough. */
function evidenceFor(sentence: Sentence, { from, to }: Stretch, rules: ActorRules): number {
  const { persons } = rules
  let evidence = 0
  for (let at = from; at < to; at++) {
    const { word } = tokenAt(sentence, at)
    if (persons.places.has(word.folded) || persons.ideas.has(word.folded) || rules.organisations.heads.has(word.folded))
      return 0
    if (word.shape === 'upper' && word.text.length > 3 && !sentence.isAllCapitals) return 0
    if (at > from && (persons.particles.has(word.folded) || word.text.length === 1))
      evidence += word.shape === 'upper' ? 2 : 0.5
  }
  const first = tokenAt(sentence, from).word
  if (isFirstName(first)) evidence += 2
  else if (isOpening(sentence, from) && from + 1 < to && isFirstName(tokenAt(sentence, from + 1).word)) evidence += 1
  evidence += before(sentence, from, rules) + behind(sentence, to, rules)
  return evidence
}

function before(sentence: Sentence, from: number, rules: ActorRules): number {
  const { folded: word, shape } = tokenAt(sentence, from - 1).word
  // "East" in "Minister for the Middle East Ana Ruiz" is part of a name, not a direction.
  const isDirection = shape === 'lower' || !rules.persons.places.has(word)
  if (isDirection && rules.states.placePrepositions.has(word)) return -2
  if (rules.persons.roles.has(word)) return 2
  if (word === ',' && rules.persons.roles.has(foldedAt(sentence, from - 2))) return 2
  if (
    word === 'by' &&
    /(?:led|headed|founded|commanded|chaired|run|signed|written)$/.test(foldedAt(sentence, from - 2))
  )
    return 2
  if (word === 'named' || word === 'called') return 1
  return isBehindOffice(sentence, from, rules) ? 2 : 0
}

/** "Minister for the Interior Ana Ruiz": over the words of a title that goes on. */
function isBehindOffice(sentence: Sentence, from: number, rules: ActorRules): boolean {
  let links = 0
  for (let at = from - 1; at > from - 10; at--) {
    const { word } = tokenAt(sentence, at)
    if (links > 0 && isTitle(sentence, at, rules)) return true
    const isLink = rules.organisations.links.has(word.folded)
    if (isLink) links++
    else if (!isCapital(word) && word.folded !== 'the') return false
  }
  return false
}

function behind(sentence: Sentence, to: number, rules: ActorRules): number {
  const { persons } = rules
  const next = foldedAt(sentence, to)
  if (persons.places.has(next)) return -3
  if (persons.verbForms.has(next))
    return next === 'was' || next === 'is' || next === 'were' || next === 'has' || next === 'had' ? 0.5 : 2
  if (rules.isPersonVerb(next) && tokenAt(sentence, to).word.shape === 'lower') return 1.5
  if (next === '(' && /^(?:19|20)?\d\d$/.test(foldedAt(sentence, to + 1))) return 1
  if (next !== ',') return 0
  const second = foldedAt(sentence, to + 1)
  if (second === 'who' || second === 'whose') return 2
  if (/^\d\d$/.test(second) && foldedAt(sentence, to + 2) === ',') return 2
  for (let at = to + 1; at < to + 7; at++) {
    const word = foldedAt(sentence, at)
    if (word === ',' || word === '.') break
    if (persons.roles.has(word) || persons.roles.has(word.replace(/s$/, '')) || persons.titles.has(word)) return 2
  }
  return 0
}
