import type { ActorType } from '../../model/index.ts'
import type { Mention } from '../mention.ts'
import type { Claim } from './claims.ts'
import type { Reading } from './reading.ts'

/** Who a sentence says did the harm: a name, `null` for someone without one or two sides at once, `undefined` unsaid. */
type Agent = string | null | undefined

const agentTypes: ReadonlySet<ActorType> = new Set([
  'armed-group',
  'state-force',
  'government',
  'peace-operation',
  'person',
  'civilian',
  'other',
])

/**
 * The canonical name of who did it, where the sentence or the one before names it.
 *
 * @param before the sentence before in the same paragraph, if there is one
 */
export function perpetratorOf(reading: Reading, claim: Claim, before: Reading | null): string | null {
  const victims = victimNames(reading, claim)
  const own = agentIn(reading, claim, victims)
  if (own !== undefined) return own
  if (before === null) return null
  const earlier = agentOfSentence(before, victims)
  return earlier ?? null
}

function victimNames(reading: Reading, { group }: Claim): ReadonlySet<string> {
  const words = group.victims
  if (words === null) return new Set()
  return new Set(
    reading.actors.filter((actor) => actor.from < words.to && words.from < actor.to).map((actor) => actor.fields.name),
  )
}

/** Those who evacuate people help them. */
function isHelp({ effect }: Claim): boolean {
  return effect === 'evacuated' || effect === 'in-need'
}

/** "The brigade lost 17 soldiers": the subject is who suffered. */
function isLoss(reading: Reading, verb: number): boolean {
  return /^(?:los[et]s?|losing|suffer(?:s|ed|ing)?)$/.test(reading.word(verb))
}

function agentIn(reading: Reading, claim: Claim, victims: ReadonlySet<string>): Agent {
  const { predicate } = claim
  if (!isHelp(claim)) {
    const by = byAgent(reading, predicate.to, claim.group.quantity.from, victims)
    if (by !== undefined) return by
    if (predicate.voice === 'active' && !isLoss(reading, predicate.from)) {
      const subject = subjectBefore(reading, predicate.from, victims)
      if (subject !== undefined) return subject
    }
  }
  const attack = agentOfSentence(reading, victims, isHelp(claim) ? predicate.to : -1)
  if (attack !== undefined) return attack
  if (isHelp(claim)) return undefined
  return isMutual(reading) ? null : undefined
}

/** "were killed by X", "the killing of 12 people by X": the first "by" behind the predicate, within its clause. */
function byAgent(reading: Reading, from: number, _count: number, victims: ReadonlySet<string>): Agent {
  for (let at = from; at < Math.min(reading.length, from + 22); at++) {
    const word = reading.word(at)
    if (word === ';' || word === '.' || reading.is('relatives', at)) return undefined
    if (at > from && /^(?:when|while|after|before|as)$/.test(word)) return undefined
    if (word === 'by') return agentBehind(reading, at + 1, victims)
  }
  return undefined
}

/** The actor of a noun phrase that begins at a token: its first name, or `null` where it has none. */
function agentBehind(reading: Reading, from: number, victims: ReadonlySet<string>): Agent {
  if (reading.dateAt(from) !== undefined) return undefined
  let names: Mention<'actor'>[] = []
  for (let at = from; at < from + 8 && at < reading.length; at++) {
    const actor = reading.actorFrom(at)
    if (actor !== undefined && agentTypes.has(actor.fields.type) && !victims.has(actor.fields.name)) {
      names.push(actor)
      at = actor.to - 1
      if (!/^(?:and|or|,|either)$/.test(reading.word(actor.to))) break
      continue
    }
    const word = reading.word(at)
    if (names.length > 0 && !/^(?:and|or|either|both|the|,)$/.test(word)) break
    if (reading.dateAt(at) !== undefined && names.length === 0 && at <= from + 1) return undefined
    if (reading.isMark(at) && !/^['"“”‘’-]$/.test(word)) break
    if (reading.is('prepositions', at) && !/^(?:of|from|to|with|about|around|at)$/.test(word)) break
  }
  names = names.slice(0, 3)
  const distinct = new Set(names.map((actor) => actor.fields.name))
  if (distinct.size > 1) return null
  return names[0]?.fields.name ?? null
}

/** The subject of an active verb: "X attacked a convoy, killing 23". */
function subjectBefore(reading: Reading, verb: number, victims: ReadonlySet<string>): Agent {
  for (let at = verb - 1; at >= 0; at--) {
    const actor = reading.actorTo(at + 1)
    if (actor !== undefined) {
      if (isSubject(reading, actor, verb) && agentTypes.has(actor.fields.type) && !victims.has(actor.fields.name)) {
        return isOneOfTwo(reading, actor) ? null : actor.fields.name
      }
      at = actor.from
      continue
    }
    if (reading.word(at) === ';') return undefined
    if (reading.actorTo(at) === undefined && reading.is('unnamed', at) && isSubjectWord(reading, at, verb))
      return definite(reading, at) ? undefined : null
  }
  return undefined
}

/** "the rebels", "they": someone that the text has named before. */
function definite(reading: Reading, at: number): boolean {
  if (/^(?:they|it|he|she)$/.test(reading.word(at))) return true
  return reading.is('descriptions', at) && /^(?:the|these|those|its|their)$/.test(reading.word(at - 1))
}

function isSubjectWord(reading: Reading, at: number, verb: number): boolean {
  if (at + 1 === verb) return true
  for (let step = 1; step <= 3; step++) {
    const word = reading.word(at + step)
    if (at + step === verb) return true
    if (reading.sentence.hits.at(reading.lexicon.attacks, at + step)?.entry === 'verb') return true
    if (!reading.is('adverbs', at + step) && !reading.is('have', at + step) && word !== 'in' && word !== 'on')
      return false
  }
  return false
}

/** Whether an actor stands where a subject does: at the start of its clause, or behind "and", not behind a preposition. */
function isSubject(reading: Reading, actor: Mention<'actor'>, verb: number): boolean {
  let at = actor.from - 1
  for (let step = 0; step < 5; step++, at--) {
    const word = reading.word(at)
    if (word === '') return true
    if (reading.is('determiners', at)) continue
    if (
      /^(?:by|in|from|near|against|on|at|between|with|to|of|into|for|outside|inside|around|among|amid|through|across|under|toward|towards|than)$/.test(
        word,
      )
    ) {
      return false
    }
    if (reading.isMark(at) || reading.is('clauseOpeners', at) || word === 'that' || word === 'but') {
      return hasVerbBehind(reading, actor.to, verb)
    }
    if (word === 'and' || word === 'or') {
      const other = reading.actorTo(at)
      return other === undefined ? hasVerbBehind(reading, actor.to, verb) : isSubject(reading, other, verb)
    }
    if (reading.is('adverbs', at)) continue
    // An adjective or noun before the name: "grenade-wielding X fighters", "President X".
    if (reading.sentence.hits.of(reading.lexicon.attacks).some((hit) => hit.to === at + 1 && hit.entry === 'verb'))
      return false
    if (reading.harmTo(at + 1) !== undefined) return false
  }
  return hasVerbBehind(reading, actor.to, verb)
}

/** A subject has its verb behind it, with no other noun's preposition in the first words. */
function hasVerbBehind(reading: Reading, from: number, verb: number): boolean {
  for (let at = from; at < from + 6; at++) {
    if (at >= verb) return true
    const word = reading.word(at)
    if (word === "'s") return isAttackNounNear(reading, at + 1)
    if (reading.isMark(at) && word !== '-' && word !== ',') return false
    if (reading.is('be', at) && word !== "'s") return false
    if (reading.sentence.hits.at(reading.lexicon.attacks, at) !== undefined) return true
  }
  return true
}

function isAttackNounNear(reading: Reading, from: number): boolean {
  for (let at = from; at < from + 4; at++)
    if (reading.sentence.hits.at(reading.lexicon.attacks, at) !== undefined) return true
  return false
}

function isOneOfTwo(reading: Reading, actor: Mention<'actor'>): boolean {
  const joint = reading.word(actor.from - 1)
  const other = reading.actorTo(actor.from - 1)
  return (
    (joint === 'and' || joint === 'or') &&
    other !== undefined &&
    other.fields.name !== actor.fields.name &&
    agentTypes.has(other.fields.type)
  )
}

/** Whoever the sentence says attacked, wherever the count stands: "when a convoy was attacked by X", "an attack by X", "X attacks". */
function agentOfSentence(reading: Reading, victims: ReadonlySet<string>, except = -1): Agent {
  for (const hit of reading.sentence.hits.of(reading.lexicon.attacks)) {
    if (hit.to === except) continue
    if (isMutualAt(reading, hit.to)) return null
    const by = nearBy(reading, hit.to, victims)
    if (by !== undefined) return by
    const before = reading.actorTo(hit.from) ?? ownerBefore(reading, hit.from)
    if (before !== undefined && agentTypes.has(before.fields.type) && !victims.has(before.fields.name)) {
      if (hit.entry === 'noun' && before.fields.type !== 'civilian') return before.fields.name
      if (hit.entry === 'verb' && isSubject(reading, before, hit.from)) return before.fields.name
    }
    if (hit.entry === 'verb') {
      const subject = nearSubject(reading, hit.from, victims)
      if (subject !== undefined) return subject
    }
  }
  const accused = accusedIn(reading, victims)
  return accused
}

/** "X’s offensive". */
function ownerBefore(reading: Reading, at: number): Mention<'actor'> | undefined {
  for (let end = at; end > at - 3; end--) {
    const word = reading.word(end - 1)
    if (word === "'s" || word === "'") return reading.actorTo(end - 1)
    if (reading.is('prepositions', end - 1) || reading.isMark(end - 1)) return undefined
  }
  return undefined
}

function nearSubject(reading: Reading, verb: number, victims: ReadonlySet<string>): Agent {
  if (reading.is('be', verb - 1) || reading.is('relatives', verb - 1)) return undefined
  for (let at = verb; at > verb - 6 && at > 0; at--) {
    const actor = reading.actorTo(at)
    if (actor !== undefined) {
      if (!agentTypes.has(actor.fields.type) || victims.has(actor.fields.name)) return undefined
      return isSubject(reading, actor, verb) ? actor.fields.name : undefined
    }
    if (reading.is('prepositions', at - 1) || reading.isMark(at - 1) || reading.is('be', at - 1)) return undefined
  }
  return undefined
}

function nearBy(reading: Reading, from: number, victims: ReadonlySet<string>): Agent {
  for (let at = from; at < Math.min(reading.length, from + 12); at++) {
    const word = reading.word(at)
    if (word === 'by') {
      const agent = agentBehind(reading, at + 1, victims)
      return agent === null ? undefined : agent
    }
    if (reading.isMark(at) || reading.is('relatives', at) || reading.is('have', at) || word === 'and') return undefined
    if (at > from && reading.sentence.hits.at(reading.lexicon.attacks, at) !== undefined) return undefined
  }
  return undefined
}

/** "accused X of killing", "blamed X for": who is accused. */
function accusedIn(reading: Reading, victims: ReadonlySet<string>): Agent {
  for (const actor of reading.actors) {
    let at = actor.from - 1
    while (reading.is('determiners', at)) at--
    const word = reading.word(at)
    const isAccused = /^(?:accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing))$/.test(word)
    const isBlamedOn = word === 'on' && /^(?:blamed|pinned)$/.test(reading.word(at - 1))
    const claims = /^claim(?:ed|s)$/.test(reading.word(actor.to)) && reading.word(actor.to + 1) === 'responsibility'
    const to = word === 'to' && reading.word(at - 1) === 'attributed'
    if (
      (isAccused || isBlamedOn || claims || to) &&
      agentTypes.has(actor.fields.type) &&
      !victims.has(actor.fields.name)
    ) {
      return actor.fields.name
    }
  }
  return undefined
}

function isMutualAt(reading: Reading, from: number): boolean {
  return reading.word(from) === 'between'
}

/** "fighting between X and Y", "clashes with X": harm of two sides has no one's name. */
export function isMutual(reading: Reading): boolean {
  return reading.sentence.hits.of(reading.lexicon.phrases.mutual).length > 0
}
