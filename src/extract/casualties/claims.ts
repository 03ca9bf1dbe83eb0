import type { Effect } from '../../model/index.ts'
import { columnOf } from './column.ts'
import { type Group, groupOf } from './group.ts'
import {
  hostBefore,
  labelBefore,
  livesTaken,
  measureBefore,
  measureBehind,
  namedBefore,
  populationBefore,
  putBefore,
} from './measure.ts'
import { predicateBefore, sharedHarm } from './object.ts'
import type { Groups, Predicate } from './predicate.ts'
import { type Quantity, quantitiesOf } from './quantity.ts'
import type { Reading } from './reading.ts'
import { predicateBehind } from './subject.ts'

/** A count with what happened to those counted, before its roles are resolved. */
export interface Claim {
  readonly group: Group
  readonly effect: Effect
  readonly predicate: Predicate
  readonly approx: boolean
  /** The claim that this one is a part or a continuation of. */
  readonly whole: Claim | null
  readonly rule: string
}

/**
 * The claims of a sentence, left to right.
 *
 * @param header the first row of the table that the sentence is a row of
 * @param before the last claim of the sentence before, which "three of them" may be a part of
 */
export function claimsOf(reading: Reading, before: Claim | null, header: Reading | null): Claim[] {
  const quantities = quantitiesOf(reading)
  const starts = new Set(quantities.map((quantity) => quantity.from))
  const list = quantities.map((quantity) => groupOf(reading, quantity, (at) => starts.has(at)))
  const groups: Groups = {
    from: new Map(list.map((group) => [group.quantity.from, group])),
    to: new Map(list.map((group) => [group.to, group])),
  }
  const claims: Claim[] = []
  const parts = new Set<Group>()
  for (const [index, group] of list.entries()) {
    if (group.kind === 'other' || isAge(reading, group)) continue
    if (isPart(reading, group, list[index - 1], parts)) parts.add(group)
    const column = header === null ? null : columnOf(reading, group, header)
    if (column !== null) {
      claims.push({ ...claim(group, column, null), effect: column.harm.effect })
      continue
    }
    const found = claimOf(reading, group, groups, claims.at(-1) ?? null, before, parts.has(group))
    if (found !== null) claims.push(found)
  }
  return claims
}

/** "Petty Officer Scott, 42, died": a number alone between commas behind a name is an age, and so is "children under five". */
function isAge(reading: Reading, { kind, quantity }: Group): boolean {
  const { from } = quantity
  if (kind === 'elided' && isAgeOf(reading, from) && (quantity.low ?? 0) <= 110) return true
  if (kind === 'elided' && reading.word(from) === 'under' && reading.plays('minors', from - 1)) return true
  return (
    kind === 'elided' &&
    quantity.kind === 'cardinal' &&
    quantity.to === quantity.from + 1 &&
    reading.word(quantity.from - 1) === ',' &&
    reading.word(quantity.to) === ',' &&
    (reading.isCapitalised(quantity.from - 2) || reading.actorTo(quantity.from - 1) !== undefined) &&
    (quantity.low ?? 0) <= 110
  )
}

/** "a student of 19", "under the age of twelve". */
function isAgeOf(reading: Reading, from: number): boolean {
  if (reading.word(from - 1) === 'of' && reading.word(from - 2) === 'age') return true
  if (reading.word(from - 1) !== 'of' || !/^an?$/.test(reading.word(from - 3))) return false
  return reading.peopleFrom(from - 2)?.to === from - 1
}

function claimOf(
  reading: Reading,
  group: Group,
  groups: Groups,
  last: Claim | null,
  before: Claim | null,
  part: boolean,
): Claim | null {
  const lives = livesTaken(reading, group)
  if (lives !== null) return claimed(reading, group, lives, null)
  if (group.kind === 'lives') return null
  const label = labelBefore(reading, group)
  if (label !== null) return claimed(reading, group, label, null)
  const object = predicateBefore(reading, group, groups)
  // "The camp held 300,000 displaced people": the words counted say more than an ordinary verb.
  const isOutdone = object?.harm.weak === true && group.harm !== null && group.kind === 'people'
  if (object?.isDirect && !isOutdone && fits(reading, group, object)) return claimed(reading, group, object, null)
  if (group.harm?.entry.effect !== 'killed' && isRelieved(reading, group)) return null
  const subject = isWholeOfParts(reading, group) ? null : predicateBehind(reading, group, groups)
  const topic = topicOf(reading, group)
  if (topic !== null && (subject === null || subject.harm.effect === topic.harm.effect))
    return claimed(reading, group, topic, null)
  const whole = part ? (last ?? before) : null
  // "87 were killed, eight of them soldiers, and 45 attackers captured": the next count has the next verb.
  const isOfNext = whole !== null && subject !== null && hasGroupBetween(groups, group.to, subject.from)
  if (subject !== null && !isOfNext && fits(reading, group, subject)) return claimed(reading, group, subject, whole)
  if (whole !== null) return inherited(reading, group, whole, 'casualty.part-count')
  const named = part ? partOfNamed(reading, group) : null
  if (named !== null) return claimed(reading, group, named, null)
  if (object !== null && !isOutdone && fits(reading, group, object)) return claimed(reading, group, object, null)
  const shared = sharedHarm(reading, group)
  if (shared !== null) return claimed(reading, group, shared, null)
  const measure =
    putBefore(reading, group) ??
    measureBefore(reading, group) ??
    measureBehind(reading, group) ??
    namedBefore(reading, group)
  if (measure !== null) return claimed(reading, group, measure, null)
  const emptied = populationBefore(reading, group)
  if (emptied !== null) return claimed(reading, group, emptied, null)
  const host = group.kind === 'people' ? hostBefore(reading, group) : null
  if (host !== null) return claimed(reading, group, host, null)
  if (group.harm !== null && group.kind !== 'unknown') {
    const { entry, from, to } = group.harm
    const own: Predicate = {
      harm: entry,
      from,
      to,
      voice: 'own',
      isEstimate: false,
      isUnreal: false,
      rule: 'casualty.harmed-noun',
    }
    return claimed(reading, group, own, null)
  }
  if (last !== null && isInBracketsOf(reading, group, last))
    return inherited(reading, group, last, 'casualty.part-count')
  if (last !== null && isNextShare(reading, group, last)) return inherited(reading, group, last, 'casualty.share-count')
  if (last !== null && isShareOf(reading, group, last)) return inherited(reading, group, last, 'casualty.share-count')
  const said = last ?? before
  if (said !== null && isRestated(reading, group, last))
    return inherited(reading, group, said, 'casualty.restated-count')
  if (last !== null && isGraded(reading, group, last)) return inherited(reading, group, last, 'casualty.part-count')
  if (last !== null && isElliptic(reading, group, last))
    return inherited(reading, group, last, 'casualty.elliptic-count')
  return null
}

function hasGroupBetween(groups: Groups, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (groups.from.has(at)) return true
  return false
}

/** "Of 3,000 prisoners, half died": what is said is said of the half. */
function isWholeOfParts(reading: Reading, { quantity, to }: Group): boolean {
  let of = quantity.from - 1
  while (reading.is('determiners', of)) of--
  const opensClause = reading.word(of - 1) === '' || reading.isMark(of - 1)
  return reading.word(of) === 'of' && opensClause && reading.word(to) === ','
}

/** "nine of the dead": the whole is named, but not counted. */
function partOfNamed(reading: Reading, group: Group): Predicate | null {
  for (const start of [group.quantity.to, group.to]) {
    const end = reading.endOfPhrase('partAfter', start)
    const hit = end > 0 ? reading.harmTo(end) : undefined
    const harm = hit?.entries.find((entry) => entry.role === 'people')
    if (hit !== undefined && harm !== undefined) {
      return {
        harm,
        from: hit.from,
        to: hit.to,
        voice: 'own',
        isEstimate: false,
        isUnreal: false,
        rule: 'casualty.part-count',
      }
    }
  }
  return null
}

function claimed(reading: Reading, group: Group, predicate: Predicate, whole: Claim | null): Claim | null {
  if (predicate.isUnreal) return null
  return { ...claim(group, predicate, whole), effect: effectOf(reading, group, predicate) }
}

function claim(group: Group, predicate: Predicate, whole: Claim | null): Claim {
  return {
    group,
    predicate,
    whole,
    effect: predicate.harm.effect,
    approx: group.quantity.approx || predicate.isEstimate,
    rule: predicate.rule,
  }
}

function inherited(reading: Reading, group: Group, whole: Claim, rule: string): Claim {
  const effect = whole.effect === 'displaced' && reachesCountry(reading, group) ? 'refugees' : whole.effect
  return { group, predicate: whole.predicate, whole, effect, approx: group.quantity.approx, rule }
}

/** "some 150,000 of them reached Mexico". */
function reachesCountry(reading: Reading, group: Group): boolean {
  for (let at = group.quantity.to; at < group.to + 4; at++) {
    if (/^(?:reach|reached|enter|entered)$/.test(reading.word(at))) return reading.isCountry(at + 1)
  }
  return false
}

/** Whether the words counted may be what this predicate speaks of. */
function fits(reading: Reading, group: Group, { harm }: Predicate): boolean {
  if (group.kind === 'unknown') {
    return (
      !harm.weak &&
      (harm.effect === 'killed' || harm.effect === 'injured' || harm.effect === 'detained') &&
      harm.role !== 'people'
    )
  }
  if (harm.weak && harm.effect === 'displaced' && reading.is('unfleeing', group.to - 1)) return false
  // "the 276 who were seized": only people are "who".
  if (group.kind === 'elided' && harm.weak && group.quantity.kind === 'cardinal' && reading.word(group.to) !== 'who')
    return harm.role === 'state' || harm.role === 'people'
  if (group.kind === 'elided' && isYear(group.quantity)) return reading.word(group.quantity.from).includes(',')
  return true
}

function isYear({ kind, low, from, to }: Quantity): boolean {
  return kind === 'cardinal' && to - from === 1 && low !== null && low >= 1900 && low <= 2100
}

/** What the predicate and the noun say together: refugees who flee stay refugees, people who flee abroad become so. */
function effectOf(reading: Reading, group: Group, { harm, to }: Predicate): Effect {
  const noun = group.harm?.entry
  if (harm.effect === 'displaced') {
    if (noun?.effect === 'refugees') return 'refugees'
    if (isAbroad(reading, to)) return 'refugees'
  }
  if (harm.weak && harm.effect === 'displaced' && isEncircled(reading, group)) return 'besieged'
  if (noun !== undefined && noun.role === 'event') return noun.effect
  return harm.effect
}

/** "encircled the school, where thousands were sheltering": the shelter is under siege. */
function isEncircled(reading: Reading, group: Group): boolean {
  for (const hit of reading.harms) {
    if (hit.to > group.quantity.from) continue
    if (hit.entries.some((harm) => harm.effect === 'besieged' && harm.role === 'harms')) return true
  }
  return false
}

function isAbroad(reading: Reading, from: number): boolean {
  for (let at = from - 1; at < Math.min(reading.length, from + 14); at++) {
    if (reading.endOfPhrase('abroad', at) > 0) return true
    if (at >= from && (reading.word(at) === ';' || reading.word(at) === '.' || reading.numberFrom(at) !== undefined))
      return false
    if (/^(?:to|into|for)$/.test(reading.word(at)) && reading.isCountry(at + 1)) return true
  }
  return false
}

/** A part of a total: "including 8,000 Muslim civilians", "three of them", and the next member of such a list. */
function isPart(reading: Reading, group: Group, previous: Group | undefined, parts: ReadonlySet<Group>): boolean {
  const { phrases } = reading.lexicon
  // "5,668 weapons, of which 1,359 have come back": a part of things.
  if (previous?.kind === 'other' && group.kind === 'elided' && reading.word(group.quantity.from - 1) === 'which')
    return false
  if (reading.endOfPhrase('partAfter', group.quantity.to) > 0 || reading.endOfPhrase('partAfter', group.to) > 0)
    return true
  let at = group.quantity.from
  while (reading.is('determiners', at - 1) || reading.word(at - 1) === ',' || reading.is('be', at - 1)) at--
  if (reading.sentence.hits.of(phrases.partBefore).some((hit) => hit.to === at || hit.to === group.quantity.from))
    return true
  if (previous !== undefined && parts.has(previous)) {
    for (let between = previous.to; between < group.quantity.from; between++) {
      const isPassed = reading.is('be', between) || reading.peopleFrom(between) !== undefined
      if (!isPassed && !reading.is('coordinators', between) && !reading.is('determiners', between)) return false
    }
    return true
  }
  return uncountedPart(reading, group)
}

/** "including a priest and two nuns": the marker stands before a member that is not counted. */
function uncountedPart(reading: Reading, group: Group): boolean {
  const joint = reading.word(group.quantity.from - 1)
  if (joint !== 'and' && joint !== ',') return false
  for (let at = group.quantity.from - 1, step = 0; step < 8 && at > 0; at--, step++) {
    if (reading.hitTo(reading.lexicon.phrases.partBefore, at) !== undefined) return true
    if (reading.harmFrom(at) !== undefined || reading.is('be', at) || reading.is('prepositions', at)) return false
  }
  return false
}

/** "Of those killed, 31 were men and 12 women", "Of the dead, nine have no name": the harm of all whom the clause counts. */
function topicOf(reading: Reading, group: Group): Predicate | null {
  if (reading.word(0) !== 'of' && reading.word(0) !== 'among') return null
  if (group.kind !== 'people' && group.kind !== 'elided') return null
  for (let at = 1; at < 5; at++) {
    const hit = reading.harmFrom(at)
    const harm = hit?.entries.find((entry) => entry.role === 'people' || entry.form === 'participle')
    if (hit !== undefined && harm !== undefined) {
      if (reading.word(hit.to) !== ',' || hit.to > group.quantity.from) return null
      return endsBetween(reading, hit.to, group.quantity.from)
        ? null
        : {
            harm,
            from: hit.from,
            to: hit.to,
            voice: 'own',
            isEstimate: false,
            isUnreal: false,
            rule: 'casualty.topic-count',
          }
    }
    if (!reading.is('determiners', at)) return null
  }
  return null
}

function endsBetween(reading: Reading, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + topicReach); at++) {
    if (reading.word(at) === ';' || reading.word(at) === ':') return true
  }
  return to > from + topicReach
}

const topicReach = 40

/** "441 civilians (341 men, 72 women and 28 children)": those in the brackets are the count before them. */
function isInBracketsOf(reading: Reading, group: Group, last: Claim): boolean {
  if (group.kind !== 'people') return false
  const open = (last.whole ?? last).group.to
  if (reading.word(open) !== '(' || group.quantity.from - open > 30) return false
  for (let at = open; at < group.quantity.from; at++) {
    if (reading.word(at) === ')' || reading.harmFrom(at) !== undefined || reading.is('be', at)) return false
  }
  return true
}

/** "83 per cent of the dead were women and 17 per cent men": the next share of the same. */
function isNextShare(reading: Reading, group: Group, last: Claim): boolean {
  if (group.quantity.unit !== 'percent' || last.group.quantity.unit !== 'percent') return false
  const { from, to } = group.quantity
  if (!/^(?:and|,)$/.test(reading.word(from - 1)) || from - last.group.to > 14) return false
  for (let at = last.group.to; at < from; at++) {
    if (reading.harmFrom(at) !== undefined && at > last.predicate.to) return false
  }
  const isNamed = reading.isCapitalised(to) || reading.peopleFrom(to) !== undefined
  return isNamed && (reading.isMark(to + 1) || reading.word(to + 1) === '')
}

/** "40,000 people, or a third of the town": a share beside the count that it explains. */
function isShareOf(reading: Reading, group: Group, last: Claim): boolean {
  if (group.quantity.unit !== 'percent' || last.group.quantity.unit === 'percent') return false
  if (group.kind !== 'people') return false
  const start = group.quantity.from
  const mark = reading.word(start - 1)
  return start - last.group.to <= 6 && (/^[–—,(‒-]$/.test(mark) || (mark === 'or' && start - last.group.to <= 2))
}

/** "300,000 were displaced; others speak of over 600,000": another figure for the same. */
function isRestated(reading: Reading, group: Group, last: Claim | null): boolean {
  const { from } = group.quantity
  if (group.kind !== 'elided' || (!reading.isMark(group.to) && reading.word(group.to) !== '')) return false
  const start = last === null ? from - 4 : Math.max(last.group.to, last.predicate.to)
  if (from - start > 14) return false
  let isReported = false
  for (let at = Math.max(0, start); at < from; at++) {
    if (reading.harmFrom(at) !== undefined) return false
    const hit = reading.hitFrom(reading.lexicon.roles.reporting, at)
    isReported ||= hit !== undefined && from - hit.to <= 2
  }
  return isReported
}

/** "Eighty were injured, six critically". */
function isGraded(reading: Reading, group: Group, last: Claim): boolean {
  return last.effect === 'injured' && group.kind === 'elided' && reading.is('grades', group.to)
}

/** "five people were killed in Aleppo, seven in Homs and two in Idlib". */
function isElliptic(reading: Reading, group: Group, last: Claim): boolean {
  if (group.kind !== 'elided' && group.kind !== 'pronoun') return false
  const joint = reading.word(group.quantity.from - 1)
  if (joint !== ',' && joint !== 'and' && joint !== ';' && joint !== 'to' && joint !== 'another') return false
  const previous = last.group.to
  if (group.quantity.from - previous > 14) return false
  for (let at = previous; at < group.quantity.from; at++) {
    if (reading.harmFrom(at) !== undefined && at > last.predicate.to) return false
  }
  const next = reading.word(group.to)
  return (
    /^(?:in|at|near|on|outside)$/.test(next) &&
    (reading.dateAt(group.to + 1) !== undefined ||
      reading.isCapitalised(group.to + 1) ||
      reading.word(group.to + 1) === 'the' ||
      reading.sentence.isAllCapitals)
  )
}

function isNoOne(reading: Reading, at: number): boolean {
  return reading.word(at) === 'one' && reading.word(at - 1) === 'no'
}

/** Those who came back, were let go or survived: "20 hostages were released", "freed 12 detainees". */
function isRelieved(reading: Reading, group: Group): boolean {
  let at = group.to
  for (let step = 0; step < 5; step++, at++) {
    if (reading.is('reliefs', at)) return true
    if (!reading.is('be', at) && !reading.is('have', at) && !reading.is('adverbs', at) && !reading.is('relatives', at))
      break
  }
  at = group.quantity.from - 1
  while (reading.is('determiners', at) || reading.is('adverbs', at)) at--
  if (reading.is('prepositions', at) && (reading.is('noOne', at - 1) || isNoOne(reading, at - 1))) return true
  if (
    reading.word(at) === 'of' &&
    /^(?:release|return|rescue|repatriation|liberation|freeing)$/.test(reading.word(at - 1))
  )
    return true
  return (
    reading.is('reliefs', at) ||
    /^(?:releasing|freeing|rescuing|release|free|rescue|convicted|sentenced|interviewed|acquitted|saved|saving|save)$/.test(
      reading.word(at),
    )
  )
}
