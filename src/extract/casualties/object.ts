import { type Group, isFunctionWord, isQuote } from './group.ts'
import type { Harm } from './lexicon.ts'
import { type Groups, type Predicate, reach } from './predicate.ts'
import type { HarmHit, Reading } from './reading.ts'
import { isUnrealBefore } from './unreal.ts'

/**
 * The predicate that those counted are the object of, to the left: "killed thirteen soldiers", "killing 23 people",
 * "the death of 14 farmers", also over the members of a list before: "killed a guard and two drivers".
 */
export function predicateBefore(
  reading: Reading,
  group: Group,
  groups: Groups,
): (Predicate & { isDirect: boolean }) | null {
  let at = group.quantity.from - 1
  if (isQuote(reading, at)) at--
  let isDirect = true
  let members = 0
  let crossedGroup = false
  for (let step = 0; step < reach && at >= 0; step++) {
    const hit = reading.harmTo(at + 1)
    if (hit !== undefined) {
      const found = beforeObject(reading, hit, group)
      if (found !== null) return { ...found, isDirect: isDirect && !crossedGroup }
      if (hit.entries.some((harm) => harm.role === 'harms' && harm.form !== null) && !crossedGroup) return null
    }
    const word = reading.word(at)
    const other = groups.to.get(at + 1)
    if (other !== undefined && !isDirect) {
      at = other.quantity.from - 1
      members = 0
      crossedGroup = true
      continue
    }
    if (word === 'of') {
      const nominal = beforeOf(reading, at)
      if (nominal !== null) return { ...nominal, isDirect: isDirect && !crossedGroup }
      const collective = collectiveBefore(reading, at)
      if (collective >= 0) {
        at = collective - 1
        continue
      }
      if (isDirect) return null
    } else if (isCoordinator(reading, at)) {
      isDirect = false
      members = 0
    } else if (reading.is('determiners', at) || (reading.is('adverbs', at) && !reading.is('links', at))) {
      // goes on
    } else if (isDirect) {
      return null
    } else {
      if (
        reading.is('negations', at) ||
        reading.is('be', at) ||
        reading.is('have', at) ||
        reading.is('modals', at) ||
        reading.is('clauseOpeners', at) ||
        reading.is('relatives', at)
      )
        return null
      if (reading.is('prepositions', at) && !hasGroupBefore(groups, at)) return null
      if (++members > 9 || reading.word(at) === '.') return null
    }
    at--
  }
  return null
}

function hasGroupBefore(groups: Groups, at: number): boolean {
  for (let end = at; end > at - 10; end--) if (groups.to.has(end)) return true
  return false
}

function isCoordinator(reading: Reading, at: number): boolean {
  const word = reading.word(at)
  if (word === 'as') return reading.word(at - 1) === 'well' || reading.word(at + 1) === 'well'
  if (word === 'well') return reading.word(at - 1) === 'as' && reading.word(at + 1) === 'as'
  return reading.is('coordinators', at)
}

/**
 * "is shot dead in Ngagara with his wife and two children", "died along with 12 others": the harm that those counted
 * share with the one that is named or described before.
 */
export function sharedHarm(reading: Reading, group: Group): Predicate | null {
  if (group.kind !== 'people' && group.kind !== 'pronoun') return null
  let at = group.quantity.from - 1
  for (let step = 0; step < 10 && !reading.is('companions', at); step++, at--) {
    if (reading.word(at) === '' || reading.harmTo(at + 1) !== undefined || reading.is('be', at)) return null
    if (reading.isMark(at) && reading.word(at) !== ',') return null
  }
  if (!reading.is('companions', at)) return null
  for (let step = 0; step < 12 && at > 0; step++, at--) {
    const hit = reading.harmTo(at)
    const harm = hit?.entries.find((entry) => entry.role === 'suffers' || isPassiveHarm(reading, hit, entry))
    if (hit !== undefined && harm !== undefined) {
      return {
        harm,
        from: hit.from,
        to: hit.to,
        voice: 'passive',
        isEstimate: false,
        isUnreal: isUnrealBefore(reading, hit),
        rule: 'casualty.companion-count',
      }
    }
    // "died in a clash with 12 soldiers": those fought, and nothing is said of their harm.
    if (reading.hitTo(reading.lexicon.roles.phrases.mutual, at) !== undefined) return null
    if (hit !== undefined || reading.is('be', at - 1) || reading.is('clauseOpeners', at - 1)) return null
    if (reading.isMark(at - 1) || reading.is('have', at - 1)) return null
  }
  return null
}

function isPassiveHarm(reading: Reading, hit: HarmHit, { role, form }: Harm): boolean {
  if (role !== 'harms' || form !== 'participle') return false
  let at = hit.from - 1
  while (reading.is('adverbs', at)) at--
  return reading.is('be', at)
}

/** "a group of", "a total of", "an estimated total of": the words that may stand between a verb and its number. */
function collectiveBefore(reading: Reading, of: number): number {
  for (const hit of reading.sentence.hits.of(reading.lexicon.collectives)) {
    if (hit.to === of) return hit.from
  }
  return -1
}

function beforeObject(reading: Reading, hit: HarmHit, group: Group): Predicate | null {
  const entry = hit.entries.find(
    (harm) => harm.role === 'harms' && isActive(reading, hit, harm) && hasComplement(reading, harm, group),
  )
  if (entry === undefined) return null
  let harm = entry
  // "killed or wounded 30", "abducted and killed four".
  const joint = reading.word(hit.from - 1)
  if (joint === 'and' || joint === 'or') {
    const first = reading.harmTo(hit.from - 1)?.entries.find((other) => other.role === 'harms')
    if (first !== undefined && (joint === 'or' || first.effect === 'killed') && harm.effect !== 'killed') harm = first
    if (first !== undefined && joint === 'or') harm = first
  }
  return {
    harm,
    from: hit.from,
    to: hit.to,
    voice: 'active',
    isEstimate: false,
    isUnreal: isUnrealBefore(reading, hit),
    rule: entry.form === 'gerund' ? 'casualty.participle-count' : 'casualty.active-count',
  }
}

function hasComplement(reading: Reading, { complement }: Harm, group: Group): boolean {
  if (complement === null) return true
  const words = complement.split(' ')
  for (let at = group.to; at < group.to + 8 && at < reading.length; at++) {
    if (words.every((word, step) => reading.word(at + step) === word)) return true
    if (reading.isMark(at)) return false
  }
  return false
}

/** A verb form with an object behind it: not "were killed", not "those killed". */
function isActive(reading: Reading, hit: HarmHit, { form }: Harm): boolean {
  if (form === 'gerund' || form === 'base' || form === 'third') return true
  let at = hit.from - 1
  for (let step = 0; step < 4; step++, at--) {
    if (reading.is('be', at) && reading.word(at) !== "'s") return false
    if (!reading.is('adverbs', at) && !reading.is('negations', at)) break
  }
  return (
    !/^(?:those|people|persons|number|all|many|some|most)$/.test(reading.word(hit.from - 1)) ||
    reading.word(hit.from - 1) === 'people'
  )
}

function beforeOf(reading: Reading, of: number): Predicate | null {
  let hit = reading.harmTo(of)
  if (hit === undefined) {
    // "the killing in Acul of 12 farmers": the noun may have its place behind it.
    for (let at = of - 1; at > of - 7 && at > 0; at--) {
      if (reading.is('prepositions', at) && reading.harmTo(at) !== undefined) hit = reading.harmTo(at)
      if (isFunctionWord(reading, at) && !reading.is('determiners', at)) break
      if (reading.isMark(at)) break
    }
  }
  if (hit === undefined) return null
  const gerund = hit.entries.find((harm) => harm.role === 'harms' && harm.form === 'gerund')
  const body = hit.entries.find(
    (entry) => entry.role === 'people' && /^(?:bod|corpse|remains)/.test(reading.word(hit.to - 1)),
  )
  const harm = hit.entries.find((entry) => entry.role === 'event') ?? gerund ?? body
  if (harm === undefined) return null
  return {
    harm,
    from: hit.from,
    to: hit.to,
    voice: 'nominal',
    isEstimate: false,
    isUnreal: isUnrealBefore(reading, hit),
    rule: 'casualty.nominal-count',
  }
}

/** Whether a noun follows that the verb before it acts on. */
export function hasObject(reading: Reading, at: number): boolean {
  const word = reading.word(at)
  if (reading.dateAt(at) !== undefined) return false
  if (word === 'and' || word === 'or') {
    const next = reading.harmFrom(at + 1)
    return next?.entries.some((harm) => harm.role === 'harms') === true && hasObject(reading, next.to)
  }
  if ((reading.numberFrom(at)?.kind ?? 'ordinal') !== 'ordinal') return true
  if (reading.sentence.hits.at(reading.lexicon.modifiersBefore, at) !== undefined && !reading.is('prepositions', at))
    return true
  if (word === 'the' || word === 'a' || word === 'an' || word === 'their' || word === 'his' || word === 'its')
    return true
  if (
    /^(?:at|as|up|more|over|some|nearly)$/.test(word) &&
    reading.sentence.hits.at(reading.lexicon.modifiersBefore, at)
  ) {
    return startsNumberNear(reading, at)
  }
  if (word === 'him' || word === 'her' || word === 'them' || word === 'several' || word === 'many') return true
  if (reading.actorFrom(at) !== undefined) return true
  return reading.peopleFrom(at) !== undefined
}

function startsNumberNear(reading: Reading, at: number): boolean {
  return reading.sentence.numbers.some(({ from }) => from > at && from <= at + 4 && reading.dateAt(from) === undefined)
}
