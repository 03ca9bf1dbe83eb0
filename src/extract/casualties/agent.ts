import type { ActorType } from '../../model/index.ts'
import type { Mention } from '../mention.ts'
import { isQuote } from './group.ts'
import type { Reading } from './reading.ts'

/** Who a sentence says did something: a name, `null` for someone without one or two sides at once, `undefined` unsaid. */
export type Agent = string | null | undefined

/** A sentence in which whoever did the harm is looked for. */
export interface Scene {
  readonly reading: Reading
  /** The sentence before in the same paragraph, which "its fighters" may point back to. */
  readonly before: Reading | null
  /** Names of those harmed, who did not do it. */
  readonly victims: ReadonlySet<string>
}

const agentTypes: ReadonlySet<ActorType> = new Set([
  'armed-group',
  'state-force',
  'government',
  'peace-operation',
  'person',
  'civilian',
  'other',
])

const clauseReach = 60

/** Whether an actor may be who did it. */
export function mayAct({ victims }: Scene, { fields }: Mention<'actor'>): boolean {
  return agentTypes.has(fields.type) && !victims.has(fields.name)
}

/** The subject of a verb that harms: "X attacked a convoy, killing 23", "fighters loyal to X killed 23". */
export function subjectOf(scene: Scene, verb: number): Agent {
  const { reading } = scene
  for (let at = verb - 1; at >= 0 && at > verb - clauseReach; at--) {
    const actor = wholeName(reading, at + 1)
    if (actor !== undefined) {
      const subject = namedSubject(scene, at + 1, verb)
      if (subject !== undefined) return subject
      at = actor.from
      continue
    }
    if (reading.word(at) === ';') return undefined
    if (isOwned(reading, at)) continue
    const back = pointingBack(reading, at)
    if (back !== null && isSubjectWord(reading, at, verb)) return pointedBack(scene, at, back)
    if (isUnnamed(reading, at) && isSubjectWord(reading, at, verb)) return null
  }
  return undefined
}

/** The actor whose name ends before a token, if it is the subject of a verb; `null` where it is one of two. */
export function namedSubject(scene: Scene, end: number, verb: number): Agent {
  const actor = wholeName(scene.reading, end)
  if (actor === undefined || !mayAct(scene, actor.mention) || !isSubject(scene.reading, actor, verb)) return undefined
  return isOneOfTwo(scene, actor.mention) ? null : actor.mention.fields.name
}

/** The actor of a noun phrase that begins at a token, "by X", "by members of X": `null` where it has no one name. */
export function agentBehind(scene: Scene, from: number): Agent {
  const { reading } = scene
  const start = isQuote(reading, from) ? from + 1 : from
  if (reading.dateAt(start) !== undefined || reading.numberFrom(start) !== undefined) return undefined
  const names = new Set<string>()
  for (let at = start; at < from + 9 && at < reading.length; at++) {
    const actor = reading.actorFrom(at)
    if (actor !== undefined && mayAct(scene, actor)) {
      names.add(actor.fields.name)
      at = actor.to - 1
      if (!reading.is('conjunctions', actor.to) && reading.word(actor.to) !== ',') break
      continue
    }
    const word = reading.word(at)
    if (names.size > 0 && !reading.is('conjunctions', at) && !reading.is('determiners', at) && word !== ',') break
    const back = names.size === 0 ? pointingBack(reading, at) : null
    if (back !== null) return pointedBack(scene, at, back)
    if (reading.isMark(at) && !isQuote(reading, at) && !reading.isHyphen(at)) break
    if (
      reading.is('prepositions', at) &&
      reading.hitTo(reading.lexicon.roles.phrases.memberLinks, at + 1) === undefined
    )
      break
  }
  if (names.size > 1) return null
  const [name] = names
  return name ?? null
}

interface WholeName {
  readonly mention: Mention<'actor'>
  readonly from: number
  /** Token behind the name and its abbreviation in brackets. */
  readonly to: number
}

/** The actor whose name ends before a token; "the Rapid Support Forces (RSF)" is one name. */
function wholeName(reading: Reading, end: number): WholeName | undefined {
  const mention = reading.actorTo(end)
  if (mention === undefined) {
    const short = reading.word(end - 1) === ')' ? reading.actorTo(end - 1) : undefined
    return short === undefined ? undefined : bracketed(reading, short)
  }
  return bracketed(reading, mention) ?? { mention, from: mention.from, to: mention.to }
}

function bracketed(reading: Reading, short: Mention<'actor'>): WholeName | undefined {
  if (reading.word(short.from - 1) !== '(' || reading.word(short.to) !== ')') return undefined
  const mention = reading.actorTo(short.from - 1)
  if (mention?.fields.name !== short.fields.name) return undefined
  return { mention, from: mention.from, to: short.to + 1 }
}

function isUnnamed(reading: Reading, at: number): boolean {
  return reading.plays('unnamed', at) || reading.plays('naturalCauses', at) || reading.plays('attackers', at)
}

/** "X fighters", "X’s men", "the group’s men": whoever they belong to did it. */
function isOwned(reading: Reading, at: number): boolean {
  return reading.word(at - 1) === "'s" || reading.word(at - 1) === "'" || reading.actorTo(at) !== undefined
}

/** Whether a word without a name is the subject: its verb, or one that attacks, follows. */
function isSubjectWord(reading: Reading, at: number, verb: number): boolean {
  let inPhrase = false
  for (let next = at + 1; next <= at + 7; next++) {
    if (next === verb || reading.hitFrom(reading.lexicon.roles.attacks, next)?.entry === 'verb') return true
    if (reading.harmFrom(next)?.entries.some((harm) => harm.role === 'harms') === true) return true
    if (reading.isMark(next) && reading.word(next) !== "'s") return false
    inPhrase ||= reading.is('prepositions', next)
    const isPassed =
      reading.is('adverbs', next) ||
      reading.is('have', next) ||
      reading.is('links', next) ||
      reading.is('relatives', next) ||
      reading.isCapitalised(next) ||
      reading.plays('members', next) ||
      reading.word(next) === "'s"
    if (!isPassed && !inPhrase) return false
  }
  return false
}

/** Whether a name stands where a subject does: at the start of its clause, behind "and" or a date, not behind a preposition. */
function isSubject(reading: Reading, { from, to }: { from: number; to: number }, verb: number): boolean {
  let hasArticle = false
  let isApart = false
  for (let at = from - 1, step = 0; step < 10; at--, step++) {
    const word = reading.word(at)
    if (word === '') return hasVerbBehind(reading, to, verb)
    const date = reading.dateAt(at)
    if (date !== undefined) return opensClause(reading, date.from) && hasVerbBehind(reading, to, verb)
    if (reading.is('clauseOpeners', at) || word === 'that') return hasVerbBehind(reading, to, verb)
    if (reading.is('determiners', at)) {
      hasArticle = true
      continue
    }
    const member = memberBefore(reading, at)
    if (member >= 0 && !isApart) return isSubject(reading, { from: member, to }, verb)
    if (reading.plays('objectPrepositions', at)) {
      // "At dawn the X entered": the phrase before is of time or place, and ends before the article or name.
      return isApart && opensClause(reading, at) && hasVerbSoon(reading, to, verb)
    }
    if (reading.isMark(at) && !reading.isHyphen(at)) return hasVerbBehind(reading, to, verb)
    if (reading.is('conjunctions', at)) {
      const other = wholeName(reading, at)
      return other === undefined ? hasVerbBehind(reading, to, verb) : isSubject(reading, other, verb)
    }
    if (reading.hitTo(reading.lexicon.roles.reporting, at + 1) !== undefined) return hasVerbBehind(reading, to, verb)
    if (reading.hitTo(reading.lexicon.roles.attacks, at + 1)?.entry === 'verb') return false
    if (reading.harmTo(at + 1)?.entries.some((harm) => harm.role === 'harms') === true) return false
    isApart ||= hasArticle || reading.isCapitalised(at)
  }
  return hasVerbBehind(reading, to, verb)
}

/** "fighters of X", "men loyal to X": the token of the word for those who act for X, else -1. */
function memberBefore(reading: Reading, end: number): number {
  const link = reading.hitTo(reading.lexicon.roles.phrases.memberLinks, end + 1)
  return link !== undefined && reading.plays('members', link.from - 1) ? link.from - 1 : -1
}

/** Whether nothing but a phrase of time or place stands between the start of the clause and a token behind it. */
function opensClause(reading: Reading, from: number): boolean {
  for (let at = from; at > from - 9; at--) {
    const word = reading.word(at - 1)
    if (word === '' || word === ';' || word === ',' || word === ':' || isQuote(reading, at - 1)) return true
    if (reading.is('conjunctions', at - 1) || reading.is('clauseOpeners', at - 1) || word === 'that') return true
    if (reading.harmTo(at) !== undefined || reading.is('be', at - 1)) return false
    if (reading.hitTo(reading.lexicon.roles.attacks, at)?.entry === 'verb') return false
  }
  return false
}

/** Whether a verb that harms, or the one looked from, comes within the next few words. */
function hasVerbSoon(reading: Reading, from: number, verb: number): boolean {
  for (let at = from; at < from + 5; at++) {
    if (reading.hitFrom(reading.lexicon.roles.reporting, at) !== undefined) return false
    if (at >= verb || reading.hitFrom(reading.lexicon.roles.attacks, at)?.entry === 'verb') return true
    if (reading.isMark(at) || reading.plays('objectPrepositions', at) || reading.is('be', at)) return false
  }
  return false
}

/** A subject has its verb behind it, with no other noun's words in between. */
function hasVerbBehind(reading: Reading, from: number, verb: number): boolean {
  for (let at = from; at < from + 6; at++) {
    if (at >= verb) return true
    const word = reading.word(at)
    if (word === "'s") return isAttackNear(reading, at + 1)
    if (reading.isMark(at) && !reading.isHyphen(at) && word !== ',') return false
    if (reading.is('be', at)) return reading.plays('suspected', at + 1)
    if (reading.hitFrom(reading.lexicon.roles.reporting, at) !== undefined) return false
    if (reading.hitFrom(reading.lexicon.roles.attacks, at) !== undefined) return true
  }
  return true
}

function isAttackNear(reading: Reading, from: number): boolean {
  for (let at = from; at < from + 4; at++) {
    if (reading.hitFrom(reading.lexicon.roles.attacks, at) !== undefined || reading.plays('members', at)) return true
  }
  return false
}

/** "X and Y fought": neither alone did it. */
export function isOneOfTwo(scene: Scene, mention: Mention<'actor'>): boolean {
  const { reading } = scene
  const { from } = mention
  const joint = from - 1 - (reading.is('determiners', from - 1) ? 1 : 0)
  if (!reading.is('conjunctions', joint)) return false
  const other = wholeName(reading, joint)
  return other !== undefined && other.mention.fields.name !== mention.fields.name && mayAct(scene, other.mention)
}

/** What a word that points back may mean: actors of some types, any actor, or whoever attacked. */
type Back = ReadonlySet<ActorType> | 'any' | 'attacker'

/** "they", "its fighters", "the group’s men", "the attackers": words for someone whom the text has named before. */
function pointingBack(reading: Reading, at: number): Back | null {
  if (reading.plays('backPronouns', at)) return 'any'
  const types = reading.lexicon.roles.descriptions.get(reading.word(at)) ?? null
  if (reading.plays('personPronouns', at)) return types
  if (!reading.plays('definiteArticles', at - 1)) return null
  if (reading.plays('possessives', at - 1)) {
    const isOwned = reading.plays('members', at) || reading.hitFrom(reading.lexicon.roles.attacks, at) !== undefined
    return isOwned ? 'any' : null
  }
  return reading.plays('attackers', at) ? 'attacker' : types
}

/** Whom a word points back to: the actor that it can mean in its own sentence so far, else in the one before. */
function pointedBack(scene: Scene, at: number, back: Back): string | null {
  const { reading, before } = scene
  const own = back === 'attacker' ? null : meant(scene, back, at)
  if (own !== null || before === null) return own
  const attacked = before.sentence.hits.of(reading.lexicon.roles.attacks).length > 0
  return back === 'attacker' && !attacked ? null : meant({ ...scene, reading: before }, back, before.length)
}

function meant(scene: Scene, back: Back, end: number): string | null {
  const { reading } = scene
  const isMeant = (actor: Mention<'actor'>): boolean =>
    mayAct(scene, actor) &&
    actor.to <= end &&
    (typeof back === 'string' ? actor.fields.type !== 'civilian' : back.has(actor.fields.type))
  const candidates = reading.actors.filter(isMeant)
  const subject = candidates.find((actor) => isSubject(reading, actor, end))
  if (subject !== undefined) return subject.fields.name
  const names = new Set(candidates.map((actor) => actor.fields.name))
  const [name] = names
  return names.size === 1 && back !== 'attacker' ? (name ?? null) : null
}
