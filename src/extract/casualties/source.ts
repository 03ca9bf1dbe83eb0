import type { ActorType } from '../../model/index.ts'
import type { Mention } from '../mention.ts'
import type { Claim } from './claims.ts'
import type { Reading } from './reading.ts'

/** Who is named as reporting; `null` where someone without a name reports, `undefined` where nobody does. */
type Source = string | null | undefined

/** The sentence before another in its paragraph, if there is one. */
export type Earlier = (reading: Reading) => Reading | null

/** A count with who reports it. */
export interface Sourced {
  readonly claim: Claim
  readonly source: string | null
}

const silent: ReadonlySet<ActorType> = new Set(['civilian'])

/** How many sentences back "it said" may find who speaks. */
const furthestBack = 3

/**
 * The canonical name of who reports the count; `null` is the document itself.
 *
 * @param earlier finds the sentence before, whose attribution may go on
 * @param last the last count of the sentence before with its source, which "another 40" goes on from
 */
export function sourceOf(reading: Reading, claim: Claim, earlier: Earlier, last: Sourced | null): string | null {
  const own = attributionIn(reading, claim.group.quantity.from, earlier, furthestBack)
  if (own !== undefined) return own
  return notedSource(reading, claim.group.to) ?? (last !== null && goesOn(reading, claim, last) ? last.source : null)
}

/** "Another 40", "the rest", "four of them", "405 of the deaths": a part or a continuation of the count before. */
function goesOn(reading: Reading, { group, whole }: Claim, last: Sourced): boolean {
  if (whole !== null) return whole === last.claim || goesOn(reading, whole, last)
  const { quantity } = group
  if (reading.plays('continuing', quantity.from - 1)) return true
  for (let at = quantity.to; at <= group.to; at++) {
    if (at < group.to && reading.plays('continuing', at)) return true
    if (reading.hitFrom(reading.lexicon.roles.phrases.continuingSets, at) !== undefined) return true
    if (reading.endOfPhrase('partAfter', at) > 0) return true
  }
  return false
}

const reporters: ReadonlySet<ActorType> = new Set(['igo', 'ngo', 'government', 'other'])
const noteOpeners = new Set(['(', '['])
const noteClosers = new Set([')', ']', ',', ';'])

/** "1,200 displaced (IOM, July 2024)", or the last cell of a table's row: a source that is noted, not told. */
function notedSource(reading: Reading, from: number): string | null {
  const isRow = reading.sentence.paragraph.kind === 'table'
  for (const { from: start, to, fields } of reading.actors) {
    if (start < from || !reporters.has(fields.type)) continue
    if (isRow && to === reading.length && reading.word(start - 1) === '|') return fields.name
    // Right behind a name the bracket holds its abbreviation.
    const isLabelled = reading.word(start - 1) === ':' && reading.plays('sourceLabels', start - 2)
    const opener = isLabelled ? start - 3 : start - 1
    const isNote = noteOpeners.has(reading.word(opener)) && reading.actorTo(opener) === undefined
    if (isNote && noteClosers.has(reading.word(to))) return fields.name
  }
  return null
}

function attributionIn(reading: Reading, count: number, earlier: Earlier, depth: number): Source {
  const according = accordingTo(reading)
  if (according !== undefined) return according
  let best: { name: string; distance: number } | undefined
  let unnamed = Number.POSITIVE_INFINITY
  for (const hit of reading.sentence.hits.of(reading.lexicon.roles.reporting)) {
    if (hit.from > count && !isTrailing(reading, hit.to)) continue
    if (!isSaid(reading, hit.from)) continue
    const speaker = speakerOf(reading, hit.from, hit.to)
    if (speaker === undefined) continue
    const name =
      typeof speaker === 'number' ? spokenBack(reading, speaker, earlier, depth) : (speaker?.fields.name ?? null)
    const distance = Math.abs(count - hit.from) + (isApart(reading, hit.to, count) ? clauseApart : 0)
    if (name === null) {
      unnamed = Math.min(unnamed, distance)
      continue
    }
    if (best === undefined || distance < best.distance) best = { name, distance }
  }
  // "the UN counted 300; others speak of 600": another clause has its own speaker.
  if (best !== undefined) return best.distance > clauseApart && unnamed < best.distance ? null : best.name
  const figures = figuresOf(reading)
  if (figures !== undefined) return figures
  return unnamed < Number.POSITIVE_INFINITY ? null : undefined
}

const clauseApart = 100

function isApart(reading: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (reading.word(at) === ';') return true
  return false
}

/** Whether a word for saying is a verb with its speaker before it: not "was told", "an estimated 300", "the state radio". */
export function isSaid(reading: Reading, at: number): boolean {
  if (/^(?:an?|of)$/.test(reading.word(at - 1)) || reading.plays('definiteArticles', at - 1)) return false
  return !reading.is('be', at - 1) || reading.word(at - 1) === "'s"
}

function accordingTo(reading: Reading): Source {
  const [hit] = reading.sentence.hits.of(reading.lexicon.roles.phrases.accordingTo)
  return hit === undefined ? undefined : (actorWithin(reading, hit.to, 10)?.fields.name ?? null)
}

function actorWithin(reading: Reading, from: number, length: number): Mention<'actor'> | undefined {
  for (let at = from; at < Math.min(reading.length, from + length); at++) {
    const actor = reading.actorFrom(at)
    if (actor !== undefined && !silent.has(actor.fields.type)) return actor
    if (reading.word(at) === ',' && at > from + 1) return undefined
    if (reading.is('be', at)) return undefined
  }
  return undefined
}

/** ", the ministry said." and "said X on Tuesday.": an attribution behind the count has nothing reported behind it. */
function isTrailing(reading: Reading, from: number): boolean {
  for (let at = from; at < from + 14; at++) {
    const word = reading.word(at)
    if (word === '' || word === '.' || word === ';' || word === ')') return true
    if (word === 'that' || reading.is('relatives', at)) return false
    const date = reading.dateAt(at)
    if (date !== undefined) at = date.to - 1
    else if (reading.is('be', at) || reading.is('modals', at)) return false
  }
  return true
}

/**
 * The subject of a verb of saying, before or behind it: an actor, `null` for someone without a name, or the token of a
 * word that points back, "it said", "the group said".
 */
function speakerOf(reading: Reading, from: number, to: number): Mention<'actor'> | number | null | undefined {
  let isUnnamed = false
  const apposed = namedBeforeApposition(reading, from)
  if (apposed !== undefined) return apposed
  for (let at = from; at > from - 9 && at > 0; at--) {
    const actor = reading.actorTo(at)
    if (actor !== undefined) {
      if (silent.has(actor.fields.type)) return isUnnamed ? null : undefined
      return isObject(reading, actor) ? undefined : actor
    }
    const word = reading.word(at - 1)
    if (isClauseBreak(reading, at - 1)) break
    if (reading.harmTo(at)?.entries.some((harm) => harm.role === 'harms')) break
    if (pointsBack(reading, at - 1)) return at - 1
    isUnnamed ||=
      reading.plays('unnamedSpeakers', at - 1) || reading.hitTo(reading.lexicon.roles.sources, at) !== undefined
    // "Paul Biyo, a doctor, said" against "after the raid by X, police said".
    if (isUnnamed && word === ',' && reading.word(from - 1) !== ',') break
  }
  const behind = actorWithin(reading, to, 4)
  if (behind !== undefined && isInverted(reading, from)) return behind
  return isUnnamed ? null : undefined
}

const longestApposition = 16

/** "Zeid Ra’ad Al Hussein, the UN High Commissioner for Human Rights, tells": the person, not the office behind the comma. */
function namedBeforeApposition(reading: Reading, verb: number): Mention<'actor'> | undefined {
  if (reading.word(verb - 1) !== ',') return undefined
  for (let at = verb - 2; at > Math.max(0, verb - longestApposition); at--) {
    if (reading.is('be', at) || reading.is('have', at) || reading.harmFrom(at) !== undefined) return undefined
    const person = reading.word(at) === ',' ? reading.actorTo(at) : undefined
    // "The European Parliament, in a resolution that India rejects, counts"
    const isInserted = reading.is('prepositions', at + 1) && person !== undefined && !silent.has(person.fields.type)
    if (person?.fields.type === 'person' || isInserted) return isObject(reading, person) ? undefined : person
  }
  return undefined
}

function isClauseBreak(reading: Reading, at: number): boolean {
  const word = reading.word(at)
  return (
    word === '.' || word === ';' || word === ':' || word === '"' || word === '”' || word === 'and' || word === 'but'
  )
}

/** "it", "she", "the organisation", "the report": a speaker whom the text has named before. */
function pointsBack(reading: Reading, at: number): boolean {
  if (reading.plays('backPronouns', at) || reading.plays('personPronouns', at)) return true
  const isDefinite = reading.plays('definiteArticles', at - 1)
  return isDefinite && (reading.plays('documents', at) || reading.lexicon.roles.speakers.has(reading.word(at)))
}

/** Whom "it said" or "the group said" means: who is named before in the sentence, or spoke or acted in the one before. */
function spokenBack(reading: Reading, at: number, earlier: Earlier, depth: number): string | null {
  const types = reading.lexicon.roles.speakers.get(reading.word(at))
  const fits = (actor: Mention<'actor'>): boolean =>
    !silent.has(actor.fields.type) &&
    (types === undefined ? actor.fields.type !== 'person' : types.has(actor.fields.type))
  const own = reading.actors.findLast((actor) => actor.to <= at && fits(actor) && reporters.has(actor.fields.type))
  if (own !== undefined) return own.fields.name
  const before = depth > 0 ? earlier(reading) : null
  if (before === null) return null
  const spoken = attributionIn(before, before.length, earlier, depth - 1)
  const speaker = before.actors.find((actor) => actor.fields.name === spoken)
  if (speaker !== undefined && fits(speaker)) return speaker.fields.name
  if (speaker === undefined && typeof spoken === 'string' && types === undefined) return spoken
  const subject = before.actors.find((actor) => fits(actor) && !isObject(before, actor))
  return subject?.fields.name ?? null
}

function isInverted(reading: Reading, verb: number): boolean {
  return /^[,”"’']$/.test(reading.word(verb - 1))
}

function isObject(reading: Reading, actor: Mention<'actor'>): boolean {
  let at = actor.from - 1
  while (reading.is('determiners', at)) at--
  if (!reading.plays('objectPrepositions', at)) return false
  // "experts of the UN say", "a spokesman for the army said"
  return reading.hitTo(reading.lexicon.roles.sources, at) === undefined && !reading.plays('unnamedSpeakers', at - 1)
}

/** "Estimates by the UN suggest", "UNHCR figures", "data from X". */
function figuresOf(reading: Reading): string | undefined {
  for (const hit of reading.sentence.hits.of(reading.lexicon.roles.sources)) {
    if (!reading.plays('figures', hit.to - 1)) continue
    if (reading.plays('sourcePrepositions', hit.to)) {
      const actor = actorWithin(reading, hit.to + 1, 5)
      if (actor !== undefined) return actor.fields.name
    }
    for (let at = hit.from; at > hit.from - 3; at--) {
      const actor = reading.actorTo(at)
      if (actor !== undefined && !silent.has(actor.fields.type) && actor.fields.type !== 'armed-group')
        return actor.fields.name
      if (reading.word(at - 1) !== "'s" && !/^\p{L}+$/u.test(reading.word(at - 1))) break
    }
  }
  return undefined
}
