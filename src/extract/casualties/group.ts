import { tokenAt } from '../analyse/analysis.ts'
import type { Harm } from './lexicon.ts'
import type { Quantity } from './quantity.ts'
import type { HarmHit, Reading } from './reading.ts'

/** A quantity with what it counts: "at least two | people", "hundreds of | Rohingya", "seven |". */
export interface Group {
  readonly quantity: Quantity
  /** Token behind the words counted. */
  readonly to: number
  /**
   * `people`: a word for people, or of a people. `pronoun`: "others", "of them". `elided`: nothing stands there.
   * `unknown`: a word that may be people. `other`: certainly something else. `lives`: "40 lives".
   */
  readonly kind: 'people' | 'pronoun' | 'elided' | 'unknown' | 'other' | 'lives'
  /** Words for who, without "of" and articles. */
  readonly victims: { readonly from: number; readonly to: number } | null
  /** What the words themselves say of harm: "refugees", "injured civilians", "deaths". */
  readonly harm: { readonly entry: Harm; readonly from: number; readonly to: number } | null
}

const furthest = 9

/** Reads the words that a quantity counts. */
export function groupOf(reading: Reading, quantity: Quantity, isStart: (at: number) => boolean): Group {
  let at = quantity.to
  if (isClosingQuote(reading, quantity, at)) at++
  if (reading.word(at) === '(' || reading.word(at) === '"') return elided(quantity, at)
  if (quantity.kind === 'vague' && reading.word(at) === ',' && reading.word(at + 1) === 'of') at++
  const isPartitive = reading.word(at) === 'of'
  if (isPartitive) at = afterDeterminers(reading, at + 1)
  // "half the population"
  else if (quantity.kind === 'share' && reading.word(at) === 'the') at++
  let victimsFrom = at
  let head = -1
  let kind: Group['kind'] = 'elided'
  let harm: Group['harm'] = null
  const limit = at + furthest
  while (at < reading.length && at < limit) {
    if (isStart(at)) {
      if (isPartitive && head < 0) break
      if (head >= 0 || !isPartitive) break
    }
    const word = reading.word(at)
    const isOwner = word === "'s" || (isQuote(reading, at) && reading.word(at - 1).endsWith('s') && head === at)
    if (isOwner && at > victimsFrom && isNounAhead(reading, at + 1)) {
      // "CAR’s Muslim population": the owner is not among the victims' words.
      at++
      victimsFrom = at
      head = -1
      kind = 'elided'
      harm = null
      continue
    }
    if (isHyphenBetween(reading, at)) {
      at++
      continue
    }
    const next = wordsAt(reading, at, head >= 0)
    if (next === null) break
    // "nine nuns drew protests": a verb was crossed.
    if (next.kind === 'other' && kind === 'people' && at > head) break
    if (next.harm !== null) harm = next.harm
    if (next.kind === 'stop') break
    at = next.to
    if (next.kind !== 'adjective') {
      kind = next.kind
      head = at
    }
  }
  if (head < 0 && at > victimsFrom) return unknownHead(reading, quantity, victimsFrom, at, harm)
  if (head < 0) return { ...elided(quantity, quantity.to), harm }
  if (kind === 'people') head = withCoordinated(reading, head, isStart)
  return { quantity, to: head, kind, victims: { from: victimsFrom, to: head }, harm }
}

/** killed "at least 12" civilians: the figure alone is quoted. */
function isClosingQuote(reading: Reading, { from }: Quantity, at: number): boolean {
  return isQuote(reading, from - 1) && isQuote(reading, at) && !isMarkOrEnd(reading, at + 1)
}

export function isQuote(reading: Reading, at: number): boolean {
  return quotes.has(reading.word(at))
}

const quotes = new Set(["'", '"', '“', '”', '‘', '’'])

function isMarkOrEnd(reading: Reading, at: number): boolean {
  return reading.word(at) === '' || reading.isMark(at)
}

function elided(quantity: Quantity, to: number): Group {
  return { quantity, to, kind: 'elided', victims: null, harm: null }
}

function afterDeterminers(reading: Reading, from: number): number {
  let at = from
  while (at < from + 3 && (reading.is('determiners', at) || reading.is('adverbs', at))) {
    if (reading.lexicon.pronouns.has(reading.word(at)) && !isNounAhead(reading, at + 1)) break
    at++
  }
  return at
}

function isNounAhead(reading: Reading, at: number): boolean {
  return !reading.isMark(at) && !isFunctionWord(reading, at) && reading.word(at) !== ''
}

interface Words {
  readonly to: number
  readonly kind: Group['kind'] | 'adjective' | 'stop'
  readonly harm: Group['harm']
}

/** What stands at a token within the words counted; `null` where those end. */
function wordsAt(reading: Reading, at: number, hasHead: boolean): Words | null {
  const { lexicon } = reading
  const word = reading.word(at)
  if (word === '' || reading.isMark(at)) return null
  const harmHit = reading.harmFrom(at)
  // "took 12 people hostage", "400 soldiers killed villagers": behind the noun the word is a predicate.
  if (hasHead && harmHit?.entries.some((entry) => entry.role === 'state' || entry.form === 'participle')) return null
  const thing = isFunctionWord(reading, at) ? undefined : reading.notPeopleFrom(at)
  if (thing !== undefined && harmHit?.entries.every((entry) => entry.role === 'event')) {
    return { to: thing.to, kind: 'other', harm: null }
  }
  const harm = harmHit === undefined ? undefined : nounHarm(harmHit)
  if (harmHit !== undefined && harm !== undefined) {
    return { to: harmHit.to, kind: 'people', harm: { entry: harm, from: harmHit.from, to: harmHit.to } }
  }
  const counted = hasHead ? null : casesOfHarm(reading, at)
  if (counted !== null) return counted
  const people = reading.peopleFrom(at)
  if (thing !== undefined && thing.to >= (people?.to ?? 0)) return { to: thing.to, kind: 'other', harm: null }
  if (people !== undefined && !lexicon.pronouns.has(word)) return { to: people.to, kind: 'people', harm: null }
  const actor = reading.actorFrom(at)
  if (actor !== undefined) {
    const isPeople = actor.fields.type === 'civilian' || /s$/.test(reading.word(actor.to - 1))
    const own = reading.harmTo(actor.to)
    const entry = own === undefined ? undefined : nounHarm(own)
    const harm = own === undefined || entry === undefined ? null : { entry, from: own.from, to: own.to }
    return { to: actor.to, kind: isPeople ? 'people' : 'adjective', harm }
  }
  if (lexicon.lives.has(word)) return { to: at + 1, kind: 'lives', harm: null }
  if (hasHead && lexicon.pronouns.has(word)) return null
  if (lexicon.pronouns.has(word) || word === 'people') {
    const isAdjective = isNounAhead(reading, at + 1) && (word === 'more' || word === 'other' || word === 'others')
    return { to: at + 1, kind: isAdjective && !isVerbAhead(reading, at + 1) ? 'adjective' : 'pronoun', harm: null }
  }
  if (lexicon.populations.has(word)) return { to: at + 1, kind: 'people', harm: null }
  if (harmHit !== undefined) {
    const adjective = adjectiveHarm(reading, harmHit)
    if (adjective === null) return null
    return { to: harmHit.to, kind: 'adjective', harm: { entry: adjective, from: harmHit.from, to: harmHit.to } }
  }
  // "34 suspected cholera deaths": how sure it is stands before the noun.
  if (!hasHead && reading.is('hearsay', at) && hasNounSoon(reading, at + 1))
    return { to: at + 1, kind: 'adjective', harm: null }
  if (isFunctionWord(reading, at)) return null
  if (hasPeopleEnding(reading, at)) return { to: at + 1, kind: 'people', harm: null }
  return { to: at + 1, kind: 'adjective', harm: null }
}

/** "13 cases of sexual violence", "12 reported cases of torture": as many people harmed. */
function casesOfHarm(reading: Reading, at: number): Words | null {
  if (!reading.is('caseNouns', at)) return null
  if (reading.word(at + 1) !== 'of') return casesInWhich(reading, at)
  for (let noun = at + 2; noun < at + 5; noun++) {
    const hit = reading.harmFrom(noun)
    const entry = hit?.entries.find((harm) => harm.role === 'event')
    if (hit !== undefined && entry !== undefined) {
      return { to: hit.to, kind: 'people', harm: { entry, from: hit.from, to: hit.to } }
    }
    if (reading.isMark(noun) || reading.is('prepositions', noun)) return null
  }
  return null
}

/** "621 cases in which civilians were detained". */
function casesInWhich(reading: Reading, at: number): Words | null {
  if (reading.word(at + 1) !== 'in' || reading.word(at + 2) !== 'which') return null
  for (let verb = at + 3; verb < at + 10; verb++) {
    if (reading.numberFrom(verb) !== undefined || reading.isMark(verb)) return null
    const hit = reading.harmFrom(verb)
    const entry = hit?.entries.find((harm) => harm.role === 'harms' && harm.form === 'participle')
    if (hit !== undefined && entry !== undefined) {
      return { to: at + 1, kind: 'people', harm: { entry, from: hit.from, to: hit.to } }
    }
  }
  return null
}

function hasNounSoon(reading: Reading, from: number): boolean {
  for (let at = from; at < from + 3; at++) {
    const hit = reading.harmFrom(at)
    if (hit !== undefined) return nounHarm(hit) !== undefined
    if (reading.peopleFrom(at) !== undefined) return true
    if (reading.isMark(at) || isFunctionWord(reading, at)) return false
  }
  return false
}

function isVerbAhead(reading: Reading, at: number): boolean {
  return reading.harmFrom(at) !== undefined && reading.peopleFrom(reading.harmFrom(at)?.to ?? at) === undefined
}

/** The entry by which a word for harm is itself a noun for the people counted, "refugees", or for their harm, "deaths". */
function nounHarm(hit: HarmHit): Harm | undefined {
  const verb = hit.entries.some((entry) => entry.role === 'harms' || entry.role === 'suffers' || entry.role === 'state')
  return verb ? undefined : hit.entries.find((entry) => entry.role === 'people' || entry.role === 'event')
}

/** A participle or state before its noun: "1,300 fleeing civilians", "12 dead children". */
function adjectiveHarm(reading: Reading, hit: HarmHit): Harm | null {
  const entry =
    hit.entries.find((harm) => harm.role === 'harms' && harm.form === 'participle' && harm.complement === null) ??
    hit.entries.find((harm) => harm.role === 'suffers' && harm.form === 'gerund') ??
    hit.entries.find((harm) => harm.role === 'state') ??
    hit.entries.find((harm) => harm.role === 'people')
  if (entry === undefined) return null
  let at = hit.to
  for (let step = 0; step < 3 && at < reading.length; step++) {
    if (reading.peopleFrom(at) !== undefined && !reading.lexicon.pronouns.has(reading.word(at))) return entry
    if (reading.actorFrom(at)?.fields.type === 'civilian') return entry
    if (reading.lexicon.populations.has(reading.word(at))) return entry
    if (reading.isMark(at) || isFunctionWord(reading, at)) return null
    if (reading.notPeopleFrom(at) !== undefined && reading.peopleFrom(at + 1) === undefined) return null
    at++
  }
  return null
}

export function isFunctionWord(reading: Reading, at: number): boolean {
  return (
    reading.is('be', at) ||
    reading.is('have', at) ||
    reading.is('do', at) ||
    reading.is('modals', at) ||
    reading.is('prepositions', at) ||
    reading.is('conjunctions', at) ||
    reading.is('clauseOpeners', at) ||
    reading.is('relatives', at) ||
    reading.is('adverbs', at) ||
    reading.is('negations', at) ||
    reading.is('hearsay', at) ||
    reading.is('links', at) ||
    reading.is('determiners', at)
  )
}

function hasPeopleEnding(reading: Reading, at: number): boolean {
  const word = reading.word(at)
  return word.length > 5 && reading.lexicon.endings.some((ending) => word.endsWith(ending))
}

function isHyphenBetween(reading: Reading, at: number): boolean {
  const word = reading.word(at)
  return (
    (word === '-' || word === '‐' || word === '‑') &&
    !tokenAt(reading.sentence, at).spaced &&
    !tokenAt(reading.sentence, at + 1).spaced &&
    at + 1 < reading.length
  )
}

function unknownHead(reading: Reading, quantity: Quantity, from: number, to: number, harm: Group['harm']): Group {
  // A capitalised word is a name: of people where it is a plural, of a place or thing else.
  const isPlural = /[^s]s$/.test(reading.word(to - 1))
  return { quantity, to, kind: isPlural ? 'unknown' : 'other', victims: { from, to }, harm }
}

/** "women and children", "civilians and combatants": one count of both. */
function withCoordinated(reading: Reading, head: number, isStart: (at: number) => boolean): number {
  const word = reading.word(head)
  if (word !== 'and' && word !== 'or' && word !== '&') return head
  let at = head + 1
  for (let step = 0; step < 3; step++) {
    if (isStart(at)) return head
    const people = reading.peopleFrom(at)
    if (people !== undefined && !reading.lexicon.pronouns.has(reading.word(at))) return people.to
    const noun = reading.harmFrom(at)
    if (noun !== undefined) return nounHarm(noun) === undefined ? head : noun.to
    if (reading.actorFrom(at)?.fields.type === 'civilian') return reading.actorFrom(at)?.to ?? head
    if (reading.isMark(at) || isFunctionWord(reading, at)) return head
    at++
  }
  return head
}
