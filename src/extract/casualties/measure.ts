import type { Effect } from '../../model/index.ts'
import type { Group } from './group.ts'
import type { Harm } from './lexicon.ts'
import type { Predicate } from './predicate.ts'
import type { HarmHit, Reading } from './reading.ts'
import { isUnrealBefore } from './unreal.ts'

const reach = 20

/**
 * A noun whose number the count is: "the death toll rose to 52", "displacement exceeded 900,000 people", "the number of
 * people killed stands at 40", "the dead included three children", "Deaths: 52".
 */
export function measureBefore(reading: Reading, group: Group): Predicate | null {
  let at = group.quantity.from - 1
  while (reading.is('adverbs', at) || reading.word(at) === 'the') at--
  if (!reading.is('measures', at)) return null
  let hasGrown = false
  for (let step = 0; step < reach && at >= 0; step++, at--) {
    const word = reading.word(at)
    const hit = reading.harmTo(at + 1)
    const harm = hit === undefined ? undefined : measured(reading, hit, hasGrown)
    if (hit !== undefined && harm !== undefined) {
      return {
        harm,
        from: hit.from,
        to: hit.to,
        voice: 'nominal',
        isEstimate: false,
        isUnreal: false,
        rule: 'casualty.measured-count',
      }
    }
    if (word === '.' || word === ';' || reading.is('relatives', at) || reading.is('clauseOpeners', at)) {
      if (word !== 'as' && word !== 'since' && word !== 'so') return null
    }
    if (reading.is('modals', at) || reading.is('negations', at)) return null
    if (reading.is('growth', at)) hasGrown = true
  }
  return null
}

/** "put the dead at 1,429", "puts the deaths from all causes at over 61,000". */
export function putBefore(reading: Reading, group: Group): Predicate | null {
  const at = group.quantity.from - 1
  if (reading.word(at) !== 'at' || group.kind === 'unknown') return null
  let found: Predicate | null = null
  for (let back = at; back > 0 && back > at - 9; back--) {
    if (found !== null && reading.is('putters', back)) return found
    const hit = reading.harmTo(back)
    const harm = hit?.entries.find((entry) => entry.role !== 'harms' && entry.role !== 'suffers')
    if (hit !== undefined && harm !== undefined) found = own(harm, hit.from, hit.to, 'casualty.measured-count')
    if (reading.isMark(back - 1) || reading.is('be', back - 1) || reading.is('modals', back - 1)) return null
  }
  return null
}

/** "The dead, 12 shepherds and a guard, were buried": those harmed, and behind the comma how many they are. */
export function namedBefore(reading: Reading, group: Group): Predicate | null {
  const comma = group.quantity.from - 1
  if (reading.word(comma) !== ',' || (group.kind !== 'people' && group.kind !== 'unknown')) return null
  const hit = reading.harmTo(comma)
  const harm = hit?.entries.find((entry) => entry.role === 'people' || entry.role === 'state')
  if (hit === undefined || harm === undefined || reading.word(hit.from - 1) !== 'the') return null
  return own(harm, hit.from, hit.to, 'casualty.measured-count')
}

/** "bringing to 212 the number of people killed", "raising to 52 the death toll": the noun stands behind its number. */
export function measureBehind(reading: Reading, group: Group): Predicate | null {
  const to = group.quantity.from - 1
  if (group.kind !== 'elided' || reading.word(to) !== 'to' || !reading.is('growth', to - 1)) return null
  if (reading.word(group.to) !== 'the') return null
  let isCount = false
  for (let at = group.to + 1; at < group.to + 8; at++) {
    const hit = reading.harmFrom(at)
    const harm = hit?.entries.find((entry) => entry.role === 'toll' || (isCount && entry.role !== 'suffers'))
    if (hit !== undefined && harm !== undefined) return own(harm, hit.from, hit.to, 'casualty.measured-count')
    isCount ||= counters.test(reading.word(at))
    if (reading.isMark(at)) return null
  }
  return null
}

function measured(reading: Reading, hit: HarmHit, hasGrown: boolean): Harm | undefined {
  const toll = hit.entries.find((harm) => harm.role === 'toll')
  if (toll !== undefined) return toll
  const label = hit.entries.find((harm) => harm.role === 'state' || harm.role === 'people' || harm.role === 'event')
  if (label !== undefined && isLabel(reading, hit.to)) return label
  if (!hasGrown) return undefined
  const noun = hit.entries.find((harm) => harm.role === 'people' || harm.role === 'event')
  if (noun !== undefined && isSubject(reading, hit.from)) return noun
  const participle = hit.entries.find(
    (harm) => harm.role === 'harms' && harm.form === 'participle' && harm.complement === null,
  )
  return participle !== undefined && isCounted(reading, hit.from) ? participle : undefined
}

/** "deaths: 18; injured: 63": the words between the last mark and the colon or cell border before the number. */
export function labelBefore(reading: Reading, group: Group): Predicate | null {
  const mark = group.quantity.from - 1
  // "Casualties: 14 dead": what stands behind the number says more.
  if (!labelMarks.has(reading.word(mark)) || group.harm !== null || reading.harmFrom(group.to) !== undefined)
    return null
  const hit = reading.harmTo(mark)
  if (hit === undefined || (hit.from > 0 && !reading.isMark(hit.from - 1))) return null
  const harm = hit.entries.find((entry) => entry.role !== 'suffers' && entry.complement === null)
  return harm === undefined ? null : own(harm, hit.from, hit.to, 'casualty.measured-count')
}

const labelMarks = new Set([':', '|', '='])

/** "People in need: 2.7 million": what stands before the colon of a key figure. */
function isLabel(reading: Reading, end: number): boolean {
  return labelMarks.has(reading.word(end)) && end <= 6
}

/** The noun opens its clause, or stands behind "number of" or "among". */
function isSubject(reading: Reading, from: number): boolean {
  if (isCounted(reading, from)) return true
  for (let at = from - 1, step = 0; step < 5; at--, step++) {
    const word = reading.word(at)
    if (word === '' || reading.isMark(at) || word === 'and' || word === 'that' || word === 'among') return true
    if (reading.is('prepositions', at) || reading.is('be', at) || reading.harmTo(at + 1) !== undefined) return false
  }
  return true
}

const counters = /^(?:number|numbers|total|tally|count|figure|figures|those|people|persons|civilians|children|women)$/

function isCounted(reading: Reading, from: number): boolean {
  for (let at = from - 1, step = 0; step < 7 && at >= 0; at--, step++) {
    const word = reading.word(at)
    if (counters.test(word)) return true
    if (reading.isMark(at) || reading.is('be', at)) return false
  }
  return false
}

/** "seven enclaves are home to 30,000 civilians", "the camp hosts 2,000 people": what the place makes of those in it. */
export function hostBefore(reading: Reading, group: Group): Predicate | null {
  let at = group.quantity.from
  while (reading.is('adverbs', at - 1) || reading.is('determiners', at - 1)) at--
  const host = reading.sentence.hits.of(reading.lexicon.phrases.hosts).find((hit) => hit.to === at)
  if (host === undefined) return null
  const place = reading.sentence.hits
    .of(reading.lexicon.hostsOf)
    .findLast((hit) => hit.to <= host.from && hit.from > host.from - 14)
  if (place === undefined) return null
  return own(placeHarm(place.entry), host.from, host.to, 'casualty.host-count')
}

/** "the town’s population was reduced by as much as 90 percent": people driven away or dead. */
export function populationBefore(reading: Reading, group: Group): Predicate | null {
  const by = group.quantity.from - 1
  if (!reading.inCrisis || group.quantity.unit !== 'percent' || group.kind !== 'elided' || reading.word(by) !== 'by')
    return null
  if (!/^(?:reduced|shrunk|shrank|dropped|fell|fallen|declined|decreased|diminished)$/.test(reading.word(by - 1)))
    return null
  for (let at = by - 2; at >= Math.max(0, by - 12); at--) {
    if (reading.lexicon.populations.has(reading.word(at)))
      return own(placeHarm('displaced'), by - 1, by, 'casualty.population-loss')
  }
  return null
}

function placeHarm(effect: Effect): Harm {
  return { effect, role: 'state', form: null, weak: false, complement: null }
}

/** "claimed 40 lives", "claimed 40 victims", "12 lives were lost", "cost the besiegers 9,000 men". */
export function livesTaken(reading: Reading, group: Group): Predicate | null {
  if (group.kind !== 'lives')
    return isPriceInPeople(reading, group)
      ? own(placeHarm('killed'), group.quantity.from - 1, group.quantity.from, 'casualty.lives')
      : null
  const killed: Harm = placeHarm('killed')
  let at = group.quantity.from - 1
  while (reading.is('determiners', at) || reading.is('adverbs', at)) at--
  if (reading.word(at) === 'of' && reading.word(at - 1) === 'loss') return own(killed, at - 1, at, 'casualty.lives')
  if (reading.is('lifeTakers', at)) {
    const taken = own(killed, at, at + 1, 'casualty.lives')
    return { ...taken, voice: 'active', isUnreal: isUnrealBefore(reading, taken) }
  }
  at = group.to
  while (reading.is('be', at) || reading.is('have', at) || reading.is('adverbs', at)) at++
  return reading.word(at) === 'lost' ? own(killed, at, at + 1, 'casualty.lives') : null
}

function isPriceInPeople(reading: Reading, group: Group): boolean {
  if (group.kind !== 'people' && group.kind !== 'pronoun') return false
  const start = group.quantity.from
  if (reading.is('claims', start - 1)) return reading.is('claimedPeople', group.to - 1)
  if (!reading.is('pricePeople', group.to - 1)) return false
  for (let at = start - 1; at > start - 6; at--) {
    if (reading.is('prices', at)) return at < start - 1
    if (reading.isMark(at) || reading.is('prepositions', at)) return false
  }
  return false
}

function own(harm: Harm, from: number, to: number, rule: string): Predicate {
  return { harm, from, to, voice: 'own', isEstimate: false, isUnreal: false, rule }
}
