import { textOf, tokenAt } from '../analyse/analysis.ts'
import { tagsOf } from '../analyse/tagger.ts'
import { isFunctionWord } from './group.ts'
import { hasObject } from './object.ts'
import type { Groups } from './predicate.ts'
import type { Reading } from './reading.ts'

interface Skip {
  readonly to: number
  /** Whether words were crossed that may hide a verb. */
  readonly isText: boolean
}

/** Where reading goes on behind what may stand between a noun and its predicate; `null` where the clause ends. */
export function skipped(reading: Reading, at: number, groups: Groups, start: number): Skip | null {
  const word = reading.word(at)
  if (word === '(' || word === '[') return skipTo(reading, at + 1, word === '(' ? ')' : ']', 30)
  if (word === 'and' || word === 'or' || word === '&' || word === ',' || isDash(word) || word === 'plus') {
    const next = word === ',' && (reading.word(at + 1) === 'and' || reading.word(at + 1) === 'or') ? at + 2 : at + 1
    const other = groups.from.get(startAfterDeterminers(reading, next, groups))
    // ", one of them a nurse," stands between the noun and its verb; ", three nurses" is the next of a list.
    const isInserted = word === ',' && other !== undefined && reading.endOfPhrase('partAfter', other.quantity.to) > 0
    if (other !== undefined && !isInserted && other.quantity.from > start) return { to: other.to, isText: false }
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

function startAfterDeterminers(reading: Reading, from: number, groups: Groups): number {
  let at = from
  while (at < from + 3 && reading.is('determiners', at) && !groups.from.has(at)) at++
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
    if (word === "'s" || reading.isHyphen(at)) {
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

/** Whether a phrase that was taken for a place or the like holds a verb: "people from the town | attended the burial of". */
export function hasHiddenVerb(reading: Reading, crossed: readonly [number, number][]): boolean {
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
