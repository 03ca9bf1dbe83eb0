import { foldedAt, type Sentence, textOf, tokenAt } from '../analyse/analysis.ts'
import { type Actor, type Candidate, unlistedActor } from './actor.ts'
import { coordinated, paired } from './coordination.ts'
import type { KnownName } from './known-names.ts'
import type { ActorsLexicon } from './lexicon.ts'
import type { ActorRules } from './rules.ts'
import { isCapital, isHyphenAt, isPossessive } from './shapes.ts'

/**
 * States and their people where they act or are dealt with; not where a state's name is a place.
 *
 * @param known the lexicon's names in the sentence, left to right
 */
export function findStates(sentence: Sentence, lexicon: ActorsLexicon, known: readonly KnownName[]): Candidate[] {
  const found: Candidate[] = []
  const acts = new Set<number>()
  for (const [index, name] of known.entries()) {
    const reading = readState(sentence, name, lexicon)
    if (reading === null) continue
    acts.add(index)
    found.push({ sentence, ...reading })
  }
  return [...found, ...coordinated(sentence, known, acts, lexicon.rules), ...paired(sentence, known, lexicon.rules)]
}

type Reading = Omit<Candidate, 'sentence'>

function readState(sentence: Sentence, name: KnownName, lexicon: ActorsLexicon): Reading | null {
  const { from, to, naming } = name
  if (naming.kind !== 'state') return null
  const { rules } = lexicon
  const state = naming.actor
  if (naming.sense === 'name' || naming.sense === 'capital') {
    const rule = agencyOf(sentence, name, rules)
    if (rule === 'actor.government-of') return { from: governmentStart(sentence, from), to, actor: state, rule }
    return rule === null ? null : { from, to, actor: state, rule }
  }
  const people = lexicon.peoples.get(state) ?? null
  if (naming.sense === 'adjective') return readAdjective(sentence, name, state, people, rules)
  return people === null ? null : readPeople(sentence, name, state, people, rules)
}

/** "Chadian soldiers" is the state, "Chadian residents" its people, "Chadian towns" neither. */
function readAdjective(
  sentence: Sentence,
  { from, to }: KnownName,
  state: Actor,
  people: Actor | null,
  rules: ActorRules,
): Reading | null {
  if (isHyphenAt(sentence, to)) {
    return rules.states.compounds.has(foldedAt(sentence, to + 1))
      ? { from, to, actor: state, rule: 'actor.state-compound' }
      : null
  }
  if (foldedAt(sentence, to) === 'opposition') {
    const opposition = unlistedActor(textOf(sentence, from, to + 1), 'other', state.countries)
    return { from, to: to + 1, actor: opposition, rule: 'actor.opposition' }
  }
  const noun = nounBehind(sentence, to, rules)
  if (noun !== null && rules.states.forces.has(foldedAt(sentence, noun))) {
    return { from, to, actor: state, rule: 'actor.state-adjective' }
  }
  if (noun !== null && people !== null && rules.identities.people.has(foldedAt(sentence, noun))) {
    return { from, to: noun + 1, actor: people, rule: 'actor.people-noun' }
  }
  const isCounted =
    tokenAt(sentence, from - 1).word.shape === 'numeral' || rules.states.numbers.has(foldedAt(sentence, from - 1))
  if (isCounted && people !== null && rules.identities.behind.has(foldedAt(sentence, to))) {
    return { from, to, actor: people, rule: 'actor.people' }
  }
  // "The French increased their presence": the people's name for the state.
  const isNoun = foldedAt(sentence, from - 1) === 'the' && verbBehind(sentence, to, rules) !== null
  return isNoun ? { from, to, actor: state, rule: 'actor.state-people' } : null
}

function readPeople(
  sentence: Sentence,
  { from, to, naming }: KnownName,
  state: Actor,
  people: Actor,
  rules: ActorRules,
): Reading | null {
  if (naming.sense === 'person') return null
  const noun = nounBehind(sentence, to, rules)
  if (noun !== null && rules.states.forces.has(foldedAt(sentence, noun)))
    return { from, to, actor: state, rule: 'actor.state-adjective' }
  if (isHyphenAt(sentence, from - 1) || isCapital(tokenAt(sentence, to).word)) return null
  return { from, to, actor: people, rule: 'actor.people' }
}

/** The first noun behind an adjective that has it, over other adjectives and coordinated ones. */
function nounBehind(sentence: Sentence, from: number, rules: ActorRules): number | null {
  for (let at = from; at < from + 7; at++) {
    const { word } = tokenAt(sentence, at)
    const isNoun = rules.states.forces.has(word.folded) || rules.identities.people.has(word.folded)
    const next = foldedAt(sentence, at + 1)
    const goesOn = rules.states.forces.has(next) || rules.identities.people.has(next)
    if (isNoun && !(goesOn && rules.states.between.has(word.folded))) return at
    if (rules.states.between.has(word.folded) || isHyphenAt(sentence, at)) continue
    if (
      rules.states.joints.has(word.folded) &&
      (isCapital(tokenAt(sentence, at + 1).word) || rules.states.between.has(next) || rules.states.forces.has(next))
    )
      continue
    if (
      isCapital(word) &&
      !rules.persons.titles.has(word.folded) &&
      rules.states.joints.has(foldedAt(sentence, at - 1))
    )
      continue
    return null
  }
  return null
}

/** The rule by which a state's name is an agent, or `null` where it is a place. */
function agencyOf(sentence: Sentence, name: KnownName, rules: ActorRules): string | null {
  const { from, to, naming } = name
  const { states } = rules
  const isCity = naming.sense === 'capital'
  if (naming.written.some((word) => states.governing.has(word.toLowerCase()))) return 'actor.state-government'
  if (isHyphenAt(sentence, to)) return states.compounds.has(foldedAt(sentence, to + 1)) ? 'actor.state-compound' : null
  if (isHyphenAt(sentence, from - 1)) {
    return rules.names.leaning.has(foldedAt(sentence, from - 2)) ? 'actor.state-leaning' : null
  }
  const start = foldedAt(sentence, from - 1) === 'the' ? from - 1 : from
  const head = listStart(sentence, start)
  const previous = foldedAt(sentence, head - 1)
  const isOwner = isPossessive(tokenAt(sentence, to).word)
  if (isOwner) return ownedNoun(sentence, to + 1, rules) === null ? null : 'actor.state-possessive'
  if (!isCity && isModifier(sentence, to, rules)) return 'actor.state-modifier'
  if (previous === 'of') return isCity ? null : ofAgency(sentence, head, rules)
  if (states.placePrepositions.has(previous)) return null
  if (previous === 'by' || previous === 'against') return isCity ? null : 'actor.state-by'
  if (previous === 'to')
    return !isCity && states.appeals.has(foldedAt(sentence, head - 2)) ? 'actor.state-appeal' : null
  if (previous === 'with')
    return isCity || states.borders.has(foldedAt(sentence, head - 2)) ? null : 'actor.state-dealing'
  if (previous === 'for' && foldedAt(sentence, to) === 'to' && !isCity) {
    return rules.isAgentVerb(foldedAt(sentence, to + 1)) ? 'actor.state-infinitive' : null
  }
  if (previous === 'between' || previous === 'among')
    return hasDealings(sentence, head - 2, rules) ? 'actor.state-dealing' : null
  if (states.exemplifying.has(previous) && !isCity && hasPower(sentence, head - 2, rules)) return 'actor.state-power'
  if (states.listing.has(previous) && !isCity && isListOfAgents(sentence, head - 2, rules)) return 'actor.state-power'
  // "their backer, Russia,", "our ally Turkey"
  const power = previous === ',' ? foldedAt(sentence, head - 2) : previous
  if (states.powers.has(power)) return isCity ? null : 'actor.state-power'
  if (isDealtWith(sentence, head - 1, rules) && (!isCity || states.addressing.has(previous)))
    return 'actor.state-object'
  if (isInPlaceList(sentence, from)) return null
  return isSubject(sentence, to, rules, isCity) ? 'actor.state-subject' : null
}

/** Where the coordination that a name stands in begins: "both Chad and" in "both Chad and Sudan". */
function listStart(sentence: Sentence, from: number): number {
  const previous = foldedAt(sentence, from - 1)
  return previous === 'both' || previous === 'either' || previous === 'neither' ? from - 1 : from
}

function ownedNoun(sentence: Sentence, from: number, rules: ActorRules): number | null {
  for (let at = from; at < from + 4; at++) {
    const { word } = tokenAt(sentence, at)
    if (word.shape === 'mark' && !isHyphenAt(sentence, at)) return null
    if (rules.states.possessed.has(word.folded) && !rules.organisations.heads.has(word.folded)) return at
    if (rules.states.possessed.has(word.folded) && word.shape === 'lower') return at
    if (isCapital(word) && at > from) return null
  }
  return null
}

/** "US forces", "UK government": a state's name that stands before what it has. */
function isModifier(sentence: Sentence, to: number, rules: ActorRules): boolean {
  const { word } = tokenAt(sentence, to)
  if (word.shape !== 'lower' && !sentence.isAllCapitals) return false
  const noun = nounBehind(sentence, to, rules)
  return noun !== null && rules.states.forces.has(foldedAt(sentence, noun)) && verbBehind(sentence, to, rules) !== to
}

function ofAgency(sentence: Sentence, head: number, rules: ActorRules): string | null {
  const noun = foldedAt(sentence, head - 2)
  if (noun === 'government' || noun === 'governments') return 'actor.government-of'
  return rules.states.ofAgents.has(noun) ? 'actor.state-of' : null
}

/** "Government of Sudan" is marked whole. */
function governmentStart(sentence: Sentence, from: number): number {
  const start = foldedAt(sentence, from - 1) === 'the' ? from - 1 : from
  return foldedAt(sentence, start - 2) === 'government' && foldedAt(sentence, start - 1) === 'of' ? start - 2 : from
}

function hasDealings(sentence: Sentence, at: number, rules: ActorRules): boolean {
  for (let before = at; before > at - 4; before--) {
    const word = foldedAt(sentence, before)
    if (rules.states.dealings.has(word)) return true
    if (tokenAt(sentence, before).word.shape === 'mark') return false
  }
  return false
}

/** "The nations that have sent troops include …": whose list follows did something that only states do. */
function isListOfAgents(sentence: Sentence, at: number, rules: ActorRules): boolean {
  let acts = false
  for (let before = at; before > at - 10; before--) {
    const word = foldedAt(sentence, before)
    if (rules.isAgentVerb(word)) acts = true
    else if (acts && (word === 'nations' || word === 'countries' || word === 'states')) return true
  }
  return false
}

function hasPower(sentence: Sentence, at: number, rules: ActorRules): boolean {
  for (let before = at; before > at - 4; before--) if (rules.states.powers.has(foldedAt(sentence, before))) return true
  return false
}

function isDealtWith(sentence: Sentence, at: number, rules: ActorRules): boolean {
  const word = foldedAt(sentence, at)
  if (rules.isDealingVerb(word) && tokenAt(sentence, at).word.shape !== 'capitalised') return true
  return (word === 'on' || word === 'upon') && foldedAt(sentence, at - 1).startsWith('call')
}

/** "Bangui, Chad": a name behind a comma behind another place's. */
function isInPlaceList(sentence: Sentence, from: number): boolean {
  return foldedAt(sentence, from - 1) === ',' && isCapital(tokenAt(sentence, from - 2).word)
}

function isSubject(sentence: Sentence, to: number, rules: ActorRules, isCity: boolean): boolean {
  const behind = behindApposition(sentence, to)
  const verb = verbBehind(sentence, behind, rules)
  if (verb === null) return !isCity && isPowerHere(sentence, behind, rules)
  // A city is a place to most verbs: only what a government says, gives or sends.
  return !isCity || verb === to || rules.states.governed.has(foldedAt(sentence, to))
}

const longestPredicate = 7

/** "Turkey is a key player", "Russia has a special responsibility": the state as a power among others. */
function isPowerHere(sentence: Sentence, to: number, { states }: ActorRules): boolean {
  const verb = foldedAt(sentence, to)
  const nouns = states.copulas.has(verb) ? states.powers : states.holding.has(verb) ? states.duties : null
  if (nouns === null) return false
  for (let at = to + 1; at < to + longestPredicate; at++) {
    const { word } = tokenAt(sentence, at)
    if (nouns.has(word.folded)) return true
    if (word.shape !== 'lower' && !isHyphenAt(sentence, at)) return false
  }
  return false
}

const longestApposition = 14

/** Over ", the former colonial power," or a bracket behind a name. */
function behindApposition(sentence: Sentence, to: number): number {
  const mark = foldedAt(sentence, to)
  if (mark !== ',' && mark !== '(' && mark !== '–' && mark !== '-') return to
  const closing = mark === '(' ? ')' : mark
  for (let at = to + 1; at < to + longestApposition; at++) {
    if (foldedAt(sentence, at) === closing) return at + 1
  }
  return to
}

/** Where the verb of a state that acts stands behind it, over auxiliaries and adverbs; `null` where it does not act. */
function verbBehind(sentence: Sentence, from: number, rules: ActorRules): number | null {
  const { states } = rules
  let isPassive = false
  for (let at = from; at < from + 6; at++) {
    const { word } = tokenAt(sentence, at)
    const { folded } = word
    if (states.copulas.has(folded)) {
      isPassive = true
      continue
    }
    // "Chad must …": what is asked of it, whatever that is.
    if (states.obliging.has(folded) && foldedAt(sentence, at + 1) !== 'be') return at
    if (isPassive && states.attitudes.has(folded)) return at
    if (!isPassive && rules.isAgentVerb(folded) && (word.shape === 'lower' || sentence.isAllCapitals)) return at
    if (!states.auxiliaries.has(folded) && !folded.endsWith('ly')) return null
  }
  return null
}
