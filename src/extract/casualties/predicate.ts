import { textOf, tokenAt } from '../analyse/analysis.ts'
import { tagsOf } from '../analyse/tagger.ts'
import { type Group, isFunctionWord } from './group.ts'
import type { Harm } from './lexicon.ts'
import type { HarmHit, Reading } from './reading.ts'

/** The word that says what happened to those counted, and how it says it. */
export interface Predicate {
  readonly harm: Harm
  readonly from: number
  readonly to: number
  /** `active`: the count is the object, and the subject did it. */
  readonly voice: 'active' | 'passive' | 'nominal' | 'own'
  /** "are estimated to have been displaced". */
  readonly isEstimate: boolean
  /** "no", "could", "threatened to": no claim. */
  readonly isUnreal: boolean
  readonly rule: string
}

/** The groups of a sentence by the tokens that they begin and end at. */
export interface Groups {
  readonly from: ReadonlyMap<number, Group>
  readonly to: ReadonlyMap<number, Group>
}

const reach = 26

/**
 * The predicate that those counted are the subject of, to the right: "two people were killed", "seven injured",
 * "23 people dead", "people sheltering", "the refugees that fled".
 */
export function predicateBehind(reading: Reading, group: Group, groups: Groups): Predicate | null {
  const start = group.to
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

function ruleBehind(harm: Harm, isPassive: boolean): string {
  if (harm.role === 'harms') return isPassive ? 'casualty.passive-count' : 'casualty.elliptic-participle'
  if (harm.role === 'suffers') return 'casualty.subject-count'
  return 'casualty.state-count'
}

function isUnrealModal(modal: string, isPerfect: boolean): boolean {
  if (modal === '') return false
  return !((modal === 'may' || modal === 'might' || modal === 'must') && isPerfect)
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

/** Whether a noun follows that the verb before it acts on. */
function hasObject(reading: Reading, at: number): boolean {
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
  return reading.sentence.numbers.some((number) => number.from > at && number.from <= at + 4)
}

/** "kidnapped and killed": where both happened to them, death is what is counted. */
function strongerBehind(reading: Reading, hit: HarmHit, harm: Harm): Harm {
  if (harm.effect === 'killed' || reading.word(hit.to) !== 'and') return harm
  let at = hit.to + 1
  while (reading.is('adverbs', at)) at++
  const second = reading.harmFrom(at)
  if (hasObjectAfter(reading, second)) return harm
  return second?.entries.find((entry) => entry.effect === 'killed' && entry.form === 'participle') ?? harm
}

function hasObjectAfter(reading: Reading, hit: HarmHit | undefined): boolean {
  return hit !== undefined && hasObject(reading, hit.to)
}

interface Skip {
  readonly to: number
  /** Whether words were crossed that may hide a verb. */
  readonly isText: boolean
}

/** Where reading goes on behind what may stand between a noun and its predicate; `null` where the clause ends. */
function skipped(reading: Reading, at: number, groups: Groups, start: number): Skip | null {
  const word = reading.word(at)
  if (word === '(' || word === '[') return skipTo(reading, at + 1, word === '(' ? ')' : ']', 30)
  if (word === 'and' || word === 'or' || word === '&' || word === ',' || isDash(word) || word === 'plus') {
    const next = word === ',' && (reading.word(at + 1) === 'and' || reading.word(at + 1) === 'or') ? at + 2 : at + 1
    const other = groups.from.get(startAfterDeterminers(reading, next))
    if (other !== undefined && other.quantity.from > start) return { to: other.to, isText: false }
    if (word === ',' || isDash(word)) return insertion(reading, at, word)
    if (word === 'and' || word === 'or') return coordinatedNoun(reading, next)
    return null
  }
  if (word === 'by' || word === 'than') return null
  const part = reading.endOfPhrase('partAfter', at)
  if (part > 0) return { to: part, isText: false }
  if (reading.is('prepositions', at) && (!reading.is('clauseOpeners', at) || isNounGroup(reading, at + 1))) {
    return phraseOf(reading, at)
  }
  if (word === 'aged') return { to: at + 1, isText: false }
  if (reading.numberFrom(at) !== undefined) return { to: at + 1, isText: false }
  return null
}

const isDash = (word: string): boolean => word === '–' || word === '—' || word === '-' || word === '‒'

function startAfterDeterminers(reading: Reading, from: number): number {
  let at = from
  while (at < from + 3 && reading.is('determiners', at) && !startsGroup(reading, at)) at++
  return at
}

function startsGroup(reading: Reading, at: number): boolean {
  return reading.numberFrom(at) !== undefined
}

function isNounGroup(reading: Reading, at: number): boolean {
  return reading.is('determiners', at) || reading.isCapitalised(at) || reading.actorFrom(at) !== undefined
}

function skipTo(reading: Reading, from: number, close: string, limit: number): Skip | null {
  for (let at = from; at < Math.min(reading.length, from + limit); at++) {
    if (reading.word(at) === close) return { to: at + 1, isText: false }
  }
  return null
}

/** ", mainly civilians," or "– most of them women –": from comma to comma, where a predicate follows. */
function insertion(reading: Reading, from: number, mark: string): Skip | null {
  const next = reading.word(from + 1)
  const opens =
    reading.is('insertions', from + 1) || startsGroup(reading, from + 1) || reading.peopleFrom(from + 1) !== undefined
  if (isFollowedByPredicate(reading, from + 1) && mark !== ',') return { to: from + 1, isText: false }
  if (mark === ',' && (reading.is('be', from + 1) || reading.is('have', from + 1)))
    return { to: from + 1, isText: false }
  if (!opens && !reading.isCapitalised(from + 1)) return null
  for (let at = from + 1; at < Math.min(reading.length, from + 18); at++) {
    const word = reading.word(at)
    if (word !== ',' && !isDash(word)) continue
    if (isFollowedByPredicate(reading, at + 1)) return { to: at + 1, isText: false }
    if (word !== ',') return null
  }
  return next === '' ? null : null
}

function isFollowedByPredicate(reading: Reading, from: number): boolean {
  for (let at = from; at < from + 4; at++) {
    if (reading.is('be', at) || reading.is('have', at) || reading.is('modals', at)) return true
    const hit = reading.harmFrom(at)
    if (hit !== undefined) {
      return hit.entries.some(
        (harm) =>
          harm.role === 'state' ||
          (harm.role === 'suffers' && harm.form !== 'gerund') ||
          (harm.role === 'harms' && harm.form === 'participle' && !hasObject(reading, hit.to)),
      )
    }
    if (!reading.is('adverbs', at) && !reading.is('relatives', at)) return false
  }
  return false
}

/** "12 soldiers and a child were killed": the other, uncounted member. */
function coordinatedNoun(reading: Reading, from: number): Skip | null {
  for (let at = from; at < from + 6 && at < reading.length; at++) {
    if (isFollowedByPredicate(reading, at) && at > from) return { to: at, isText: false }
    if (reading.isMark(at) || reading.harmFrom(at) !== undefined) return null
    if (isFunctionWord(reading, at) && !reading.is('determiners', at)) return null
  }
  return null
}

/** A prepositional phrase: the preposition with the words behind it, up to what may not belong to it. */
function phraseOf(reading: Reading, from: number): Skip {
  let at = from + 1
  const limit = Math.min(reading.length, from + 9)
  while (at < limit) {
    const word = reading.word(at)
    if (word === "'s" || isHyphenMark(reading, at)) {
      at++
      continue
    }
    const actor = reading.actorFrom(at)
    if (actor !== undefined) {
      at = actor.to
      continue
    }
    if (reading.isMark(at)) break
    if (reading.is('determiners', at) && !reading.is('relatives', at)) {
      at++
      continue
    }
    if (isFunctionWord(reading, at) && word !== 'and' && word !== '&') break
    if (word === 'and' && !reading.isCapitalised(at + 1) && reading.peopleFrom(at + 1) === undefined) break
    if (reading.harmFrom(at) !== undefined && endsPhrase(reading, at)) break
    at++
  }
  return { to: at, isText: true }
}

function endsPhrase(reading: Reading, at: number): boolean {
  const hit = reading.harmFrom(at)
  return hit?.entries.some((harm) => harm.role !== 'people' && harm.role !== 'event' && harm.role !== 'toll') ?? false
}

function isHyphenMark(reading: Reading, at: number): boolean {
  return /^[-‐‑]$/.test(reading.word(at)) && !tokenAt(reading.sentence, at).spaced
}

/** Whether a phrase that was taken for a place or the like holds a verb: "people from the town | attended the burial of". */
function hasHiddenVerb(reading: Reading, crossed: readonly [number, number][]): boolean {
  return crossed.some(([from, to]) => {
    if (to - from < 3) return false
    let isPlain = true
    for (let at = from + 1; at < to; at++) {
      const { shape } = tokenAt(reading.sentence, at).word
      isPlain &&=
        reading.is('determiners', at) ||
        (shape !== 'lower' && !reading.sentence.isAllCapitals) ||
        reading.peopleFrom(at) !== undefined
    }
    if (isPlain) return false
    const text = textOf(reading.sentence, from, to)
    const words = tagsOf(reading.sentence.isAllCapitals ? text.toLowerCase() : text)
    return words.some(
      ({ tags }, place) => place > 1 && tags.has('PastTense') && !tags.has('Adjective') && place < words.length - 1,
    )
  })
}

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
  const body = hit.entries.find((entry) => entry.role === 'people' && /^(?:bod|corpse)/.test(reading.word(hit.to - 1)))
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

/** Whether the harm is denied, threatened, planned or only possible, by the words before it in its clause. */
export function isUnrealBefore(reading: Reading, hit: { readonly from: number }): boolean {
  let sawTo = false
  for (let at = hit.from - 1, step = 0; at >= 0 && step < 10; at--, step++) {
    const word = reading.word(at)
    if (reading.is('negations', at)) return step < 4
    if (reading.is('modals', at)) return !((word === 'may' || word === 'might') && reading.is('have', at + 1))
    if (word === 'to' || word === 'of' || word === 'from' || word === 'for') sawTo = true
    const isVerbal = step < 3 || sawTo
    if (isVerbal && reading.dateAt(at) === undefined && hypothesisTo(reading, at + 1)) return true
    if (
      word === ',' ||
      word === ';' ||
      word === ':' ||
      word === 'that' ||
      word === 'who' ||
      word === 'which' ||
      word === 'and'
    )
      return false
    if (reading.isMark(at) && !isHyphenMark(reading, at)) return false
    if (word === 'if' || word === 'unless') return true
  }
  return false
}

function hypothesisTo(reading: Reading, end: number): boolean {
  return reading.sentence.hits.of(reading.lexicon.phrases.hypotheses).some((hit) => hit.to === end)
}
