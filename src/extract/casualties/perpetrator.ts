import type { Mention } from '../mention.ts'
import { type Agent, agentBehind, isOneOfTwo, mayAct, namedSubject, type Scene, subjectOf } from './agent.ts'
import type { Claim } from './claims.ts'
import type { Reading } from './reading.ts'

/**
 * The canonical name of who did it, where the sentence or the one before names it.
 *
 * @param before the sentence before in the same paragraph, if there is one
 */
export function perpetratorOf(reading: Reading, claim: Claim, before: Reading | null): string | null {
  const victims = victimNames(reading, claim)
  const own = agentIn({ reading, before, victims }, claim)
  if (own !== undefined) return own
  if (before === null || isTotal(reading, claim)) return null
  return attackerIn({ reading: before, before: null, victims }) ?? null
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

/** "The number of displaced stands at 350,000": a sum over the crisis is not the work of the attack told before. */
function isTotal(reading: Reading, { effect, predicate, rule }: Claim): boolean {
  const isCrisisWide = effect === 'displaced' || effect === 'refugees' || effect === 'in-need'
  if (
    isCrisisWide &&
    (rule === 'casualty.measured-count' || rule === 'casualty.restated-count' || isPerfect(reading, predicate.from))
  )
    return true
  return reading.dates.some((date) => reading.word(date.from - 1) === 'since')
}

function isPerfect(reading: Reading, verb: number): boolean {
  let at = verb - 1
  while (reading.is('be', at) || reading.is('adverbs', at) || reading.is('links', at)) at--
  return reading.is('have', at)
}

function agentIn(scene: Scene, claim: Claim): Agent {
  const { reading } = scene
  const { predicate } = claim
  if (isHelp(claim)) return attackerIn(scene, predicate.to)
  const by = byAgent(scene, predicate.to)
  if (by !== undefined) return by
  if (hasNaturalCause(reading, Math.max(predicate.to, claim.group.to))) return null
  const verb = causingVerb(reading, claim)
  if (verb >= 0) {
    const subject = subjectOf(scene, verb)
    if (subject !== undefined) return subject
  }
  const attacker = attackerIn(scene)
  if (attacker !== undefined) return attacker
  return isMutual(reading) ? null : undefined
}

/** The verb whose subject did it: "killed 12", "left 12 dead", "took 12 hostage"; -1 where there is none. */
function causingVerb(reading: Reading, { predicate, group }: Claim): number {
  // "The brigade lost 17 soldiers": the subject is who suffered.
  if (predicate.voice === 'active') return reading.plays('losses', predicate.from) ? -1 : predicate.from
  let at = group.quantity.from - 1
  while (reading.is('determiners', at)) at--
  return reading.plays('causers', at) ? at : -1
}

/** "were killed by X", "the killing of 12 people at the hands of X": the first agent behind the predicate, within its clause. */
function byAgent(scene: Scene, from: number): Agent {
  const { reading } = scene
  for (let at = from; at < Math.min(reading.length, from + 22); at++) {
    const word = reading.word(at)
    if (word === ';' || word === '.' || reading.is('relatives', at)) return undefined
    if (at > from && reading.is('clauseOpeners', at)) return undefined
    const accused = reading.hitFrom(reading.lexicon.roles.phrases.accusedBehind, at)
    if (accused !== undefined) return agentBehind(scene, accused.to + (reading.word(accused.to) === 'of' ? 1 : 0))
    if (word === 'by') return isOfOther(reading, from, at) ? undefined : agentBehind(scene, at + 1)
  }
  return undefined
}

/** "trapped in the church, guarded by X": another verb has the agent. */
function isOfOther(reading: Reading, from: number, by: number): boolean {
  return by - 1 > from && reading.isMark(by - 2) && reading.word(by - 1).endsWith('ed') && !isAttack(reading, by)
}

function isAttack(reading: Reading, end: number): boolean {
  return reading.hitTo(reading.lexicon.roles.attacks, end) !== undefined || reading.harmTo(end) !== undefined
}

/** "died of cholera", "killed in a crash": nobody did it. */
function hasNaturalCause(reading: Reading, from: number): boolean {
  for (let at = from; at < from + 8; at++) {
    if (reading.isMark(at)) return false
    if (!reading.plays('causePrepositions', at)) continue
    for (let noun = at + 1; noun < at + 5; noun++) {
      if (reading.plays('naturalCauses', noun)) return true
      if (reading.plays('causePrepositions', noun) || reading.isMark(noun)) break
    }
  }
  return false
}

/**
 * Whoever the sentence says attacked, wherever the count stands: "when a convoy was attacked by X", "an attack by X",
 * "X’s offensive", "X attacks", "accused X of".
 *
 * @param except end of a word that is help, not attack
 */
function attackerIn(scene: Scene, except = -1): Agent {
  const { reading } = scene
  for (const hit of reading.sentence.hits.of(reading.lexicon.roles.attacks)) {
    if (hit.to === except) continue
    if (reading.word(hit.to) === 'between' || isReciprocal(reading, hit.to)) return null
    const by = agentNear(scene, hit.to, reading.plays('attacksOf', hit.to - 1))
    if (by !== undefined) return by
    const before = reading.actorTo(hit.from) ?? ownerBefore(reading, hit.from)
    if (hit.entry === 'noun' && before !== undefined && mayAct(scene, before) && before.fields.type !== 'civilian') {
      return isOneOfTwo(scene, before) ? null : before.fields.name
    }
    if (hit.entry === 'verb') {
      const subject = subjectNear(scene, hit.from)
      if (subject !== undefined) return subject
    }
  }
  return accusedIn(scene)
}

/** "raided each other": both sides, whoever they are. */
function isReciprocal(reading: Reading, from: number): boolean {
  for (let at = from; at < from + 4; at++) {
    if (reading.hitFrom(reading.lexicon.roles.phrases.reciprocal, at) !== undefined) return true
  }
  return false
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

function subjectNear(scene: Scene, verb: number): Agent {
  const { reading } = scene
  if (reading.is('be', verb - 1) || reading.is('relatives', verb - 1)) return undefined
  for (let at = verb; at > verb - 6 && at > 0; at--) {
    const subject = namedSubject(scene, at, verb)
    if (subject !== undefined) return subject
    if (reading.actorTo(at) !== undefined || reading.is('prepositions', at - 1) || reading.is('be', at - 1)) {
      return undefined
    }
    if (reading.isMark(at - 1) && reading.word(at - 1) !== ')') return undefined
  }
  return undefined
}

/** Who attacked, behind a word for the attack: "by X", "blamed on X", and of some also "of X". */
function agentNear(scene: Scene, from: number, hasOf: boolean): Agent {
  const { reading } = scene
  const { attacks, phrases } = reading.lexicon.roles
  for (let at = from; at < Math.min(reading.length, from + 12); at++) {
    const word = reading.word(at)
    const accused = reading.hitFrom(phrases.accusedBehind, at)
    if (accused !== undefined) return agentBehind(scene, accused.to) ?? undefined
    if (word === 'by' || (word === 'of' && hasOf && at === from)) return agentBehind(scene, at + 1) ?? undefined
    const isComma = word === ',' && reading.word(at + 1) === 'by'
    if (reading.isMark(at) && !isComma) return undefined
    if (reading.is('relatives', at) || reading.is('have', at) || word === 'and') return undefined
    if (at > from && reading.hitFrom(attacks, at) !== undefined) return undefined
  }
  return undefined
}

/** "accused X of killing", "blamed on X", "X claimed responsibility": who is accused. */
function accusedIn(scene: Scene): Agent {
  const { reading } = scene
  const { accusers, admissions, phrases } = reading.lexicon.roles
  for (const actor of reading.actors) {
    if (!mayAct(scene, actor)) continue
    let at = actor.from
    while (reading.is('determiners', at - 1)) at--
    const isAccused =
      reading.hitTo(accusers, at) !== undefined || reading.hitTo(phrases.accusedBehind, at) !== undefined
    const isPassive = reading.is('be', actor.to) && reading.hitFrom(accusers, actor.to + 1) !== undefined
    if (isAccused || isPassive || reading.hitFrom(admissions, actor.to) !== undefined) return actor.fields.name
  }
  return undefined
}

/** "fighting between X and Y", "clashes with X": harm of two sides has no one's name. */
function isMutual(reading: Reading): boolean {
  return reading.sentence.hits.of(reading.lexicon.roles.phrases.mutual).length > 0
}
