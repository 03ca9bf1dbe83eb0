import { hasHiddenVerb, skipped } from './between.ts'
import type { Group } from './group.ts'
import type { Harm } from './lexicon.ts'
import { hasObject } from './object.ts'
import { type Groups, type Predicate, reach } from './predicate.ts'
import type { HarmHit, Reading } from './reading.ts'
import { isUnrealModal } from './unreal.ts'

/**
 * The predicate that those counted are the subject of, to the right: "two people were killed", "seven injured",
 * "23 people dead", "people sheltering", "the refugees that fled".
 */
export function predicateBehind(reading: Reading, group: Group, groups: Groups): Predicate | null {
  const first = predicateFrom(reading, group.to, groups)
  if (first === null || first.harm.effect === 'killed') return first
  const main = mainVerb(reading, first)
  const last = main < 0 ? null : predicateFrom(reading, main, groups)
  return last?.harm.effect === 'killed' ? last : first
}

/** "miners trapped by the blast were found dead": the verb of the clause, behind a participle that says more of them. */
function mainVerb(reading: Reading, { from, to, voice }: Predicate): number {
  if (voice === 'active' || reading.is('be', from - 1) || reading.is('have', from - 1)) return -1
  for (let at = to; at < to + 9; at++) {
    if (reading.is('be', at) || reading.is('have', at)) return at
    if (reading.is('relatives', at) || reading.is('conjunctions', at) || reading.numberFrom(at) !== undefined) return -1
    if (reading.isMark(at)) return -1
  }
  return -1
}

/** The predicate of those counted that stands first behind a token. */
function predicateFrom(reading: Reading, start: number, groups: Groups): Predicate | null {
  let at = start
  let isPassive = false
  let isPerfect = false
  let isUnreal = false
  let isEstimate = false
  let isLinked = false
  let hasTo = false
  let modal = ''
  const crossed: [number, number][] = []
  for (let step = 0; step < reach && at < Math.min(reading.length, start + 40); step++) {
    const date = reading.dateAt(at)
    if (date !== undefined) {
      at = date.to
      continue
    }
    const hit = reading.harmFrom(at)
    if (hit !== undefined) {
      const harm = behind(reading, hit, {
        isPassive,
        isPerfect,
        isLinked,
        hasTo,
        isNear: at === start,
        hasModal: modal !== '',
        crossed: crossed.length > 0,
      })
      if (harm !== null) {
        if (hasHiddenVerb(reading, crossed)) return null
        const joined = strongerBehind(reading, hit, harm)
        const unreal = isUnreal || isUnrealModal(modal, isPerfect)
        return {
          harm: joined,
          from: hit.from,
          to: hit.to,
          voice: harm.role === 'harms' ? 'passive' : 'own',
          isEstimate,
          isUnreal: unreal,
          rule: ruleBehind(harm, isPassive),
        }
      }
      if (!reading.is('links', at) && !reading.is('prepositions', at)) return null
    }
    const word = reading.word(at)
    if (reading.is('negations', at)) isUnreal = true
    else if (reading.is('be', at)) isPassive = true
    else if (reading.is('have', at)) isPerfect = true
    else if (reading.is('modals', at)) modal = word
    else if (reading.is('hearsay', at)) {
      if (reading.is('estimates', at)) isEstimate = true
    } else if (reading.is('links', at)) isLinked = true
    else if (word === 'to' && isVerbNext(reading, at + 1)) hasTo = true
    else if (reading.is('relatives', at) || reading.is('do', at)) {
      // goes on
    } else if (reading.endOfPhrase('hypotheses', at) > 0 && at > start && (isPassive || hasTo)) isUnreal = true
    else if (reading.is('adverbs', at)) {
      // goes on
    } else {
      const joint = isPassive ? joinedHarm(reading, at) : -1
      if (joint >= 0) {
        at = joint
        continue
      }
      const next = skipped(reading, at, groups, start)
      if (next === null) return null
      if (next.isText) crossed.push([at, next.to])
      at = next.to
      continue
    }
    at++
  }
  return null
}

/** "were robbed and murdered", "were lined up and shot": where the second verb, which harms, stands; else -1. */
function joinedHarm(reading: Reading, from: number): number {
  if (reading.is('prepositions', from)) return -1
  for (let at = from; at < from + 5; at++) {
    if (reading.word(at) !== 'and') {
      if (reading.isMark(at) || reading.is('be', at) || reading.harmFrom(at) !== undefined) return -1
      continue
    }
    const hit = reading.harmFrom(at + 1)
    const isHarm = hit?.entries.some((harm) => harm.role === 'harms' && harm.form === 'participle') === true
    return hit !== undefined && isHarm && !hasObject(reading, hit.to) ? at + 1 : -1
  }
  return -1
}

function ruleBehind(harm: Harm, isPassive: boolean): string {
  if (harm.role === 'harms') return isPassive ? 'casualty.passive-count' : 'casualty.elliptic-participle'
  if (harm.role === 'suffers') return 'casualty.subject-count'
  return 'casualty.state-count'
}

function isVerbNext(reading: Reading, at: number): boolean {
  for (let next = at; next < at + 3; next++) {
    if (
      reading.is('be', next) ||
      reading.is('have', next) ||
      reading.harmFrom(next) !== undefined ||
      reading.is('links', next)
    )
      return true
    if (!reading.is('adverbs', next)) return false
  }
  return false
}

interface Before {
  readonly isPassive: boolean
  readonly isPerfect: boolean
  readonly isLinked: boolean
  readonly hasTo: boolean
  readonly isNear: boolean
  readonly hasModal: boolean
  readonly crossed: boolean
}

/** The entry of a word for harm that fits behind its subject and auxiliaries. */
function behind(reading: Reading, hit: HarmHit, before: Before): Harm | null {
  const fits = (harm: Harm): boolean => {
    switch (harm.role) {
      case 'harms':
        if (harm.complement !== null) return false
        if (before.isPassive || (before.isLinked && harm.form === 'participle')) return harm.form === 'participle'
        if (before.isPerfect || before.hasTo || before.hasModal) return false
        // "12 killed in Homs" against "12 gunmen killed a guard".
        return harm.form === 'participle' && !hasObject(reading, hit.to)
      case 'suffers':
        if (before.hasTo || before.hasModal) return harm.form === 'base'
        if (before.isPassive) return harm.form === 'gerund' || harm.form === 'participle'
        return true
      case 'state':
        return true
      case 'people':
      case 'event':
        return before.isPassive && !before.crossed
      case 'toll':
        return false
    }
  }
  const order: Harm['role'][] = ['harms', 'state', 'suffers', 'people', 'event']
  for (const role of order) {
    const entry = hit.entries.find((harm) => harm.role === role && fits(harm))
    if (entry !== undefined) return entry
  }
  return null
}

/** "kidnapped and killed": where both happened to them, death is what is counted. */
function strongerBehind(reading: Reading, hit: HarmHit, harm: Harm): Harm {
  const joint = harm.effect === 'killed' ? -1 : jointBehind(reading, hit.to)
  if (joint < 0) return harm
  let at = joint + 1
  while (reading.is('adverbs', at)) at++
  const second = reading.harmFrom(at)
  if (hasObjectAfter(reading, second)) return harm
  const isStronger = (entry: Harm): boolean => entry.effect === 'killed' || harm.effect === 'other'
  return second?.entries.find((entry) => isStronger(entry) && entry.form === 'participle') ?? harm
}

/** Where "and" stands behind a participle and its phrase, "seized without a warrant | and killed"; else -1. */
function jointBehind(reading: Reading, from: number): number {
  for (let at = from; at < from + 7; at++) {
    if (reading.word(at) === 'and') return at
    if (reading.isMark(at) || reading.word(at) === '' || reading.numberFrom(at) !== undefined) return -1
    if (reading.is('be', at) || reading.is('have', at) || reading.is('relatives', at)) return -1
    // "from their homes" is a phrase; another verb of harm is not.
    const isVerb = reading.harmFrom(at)?.entries.some(({ form }) => form !== null) === true
    if (isVerb || reading.is('clauseOpeners', at)) return -1
  }
  return -1
}

function hasObjectAfter(reading: Reading, hit: HarmHit | undefined): boolean {
  return hit !== undefined && hasObject(reading, hit.to)
}
