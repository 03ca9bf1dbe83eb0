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
  readonly reading: Reading
}

/** What the text told before a count. */
export interface Told {
  /** The last count. */
  readonly last: Sourced | null
  /** The last count of the section with a named source. */
  readonly named: Sourced | null
  /** The last sentence before the list or table that the count stands in. */
  readonly intro: Reading | null
}

const silent: ReadonlySet<ActorType> = new Set(['civilian'])

/** How many sentences back "it said" may find who speaks. */
const furthestBack = 3

/**
 * The canonical name of who reports the count; `null` is the document itself.
 *
 * @param earlier finds the sentence before, whose attribution may go on
 * @param told what the text told before, which this count may go on from
 */
export function sourceOf(reading: Reading, claim: Claim, earlier: Earlier, told: Told): string | null {
  const own = attributionIn(reading, claim.group.quantity.from, earlier, furthestBack)
  if (own !== undefined) return own
  return notedSource(reading, claim.group.to) ?? carriedSource(reading, claim, earlier, told)
}

/** How many sentences a count may stand behind the one that names its source. */
const furthestCarried = 6

/** Source of the counts before, where this one goes on from them: in its paragraph, list or table, until another speaks. */
function carriedSource(reading: Reading, claim: Claim, earlier: Earlier, told: Told): string | null {
  const { sentence } = reading
  const { last } = told
  const isNear = last !== null && last.reading.sentence.paragraph === sentence.paragraph
  if (isNear && sentence.index - last.reading.sentence.index <= 1 && goesOn(reading, claim, last)) return last.source
  if (isNewScene(reading, claim) || (isNear && isShareOnly(last.claim, claim))) return null
  let before = earlier(reading)
  for (let left = furthestCarried; before !== null && left > 0; before = earlier(before), left--) {
    const spoken = last?.reading === before ? last.source : attributionIn(before, before.length, earlier, 0)
    if (spoken !== undefined) return spoken !== null && carriesCounts(before, spoken) ? spoken : null
  }
  return isNear ? null : introduced(reading, earlier, told)
}

/** "The Muslim population fell by 99 percent. Tens of thousands left": who measures a share has not counted the people. */
function isShareOnly(last: Claim, { group }: Claim): boolean {
  return last.group.quantity.unit === 'percent' && group.quantity.unit === 'people'
}

/** Whether a speaker counts in a sentence. Those who fight speak of their own deeds; what is told behind is the document's. */
function carriesCounts(reading: Reading, name: string): boolean {
  const speaker = reading.actors.find(({ fields }) => fields.name === name)
  const isFighter = speaker !== undefined && !reporters.has(speaker.fields.type) && speaker.fields.type !== 'person'
  const { numbers } = reading.sentence
  return !isFighter && numbers.some(({ kind, from }) => kind !== 'ordinal' && reading.dateAt(from) === undefined)
}

/** "OCHA reports:" before a list, a caption that names who counted, or the text of the section that a table tells more of. */
function introduced({ sentence }: Reading, earlier: Earlier, told: Told): string | null {
  const { intro, named } = told
  const { kind } = sentence.paragraph
  if (kind !== 'list' && kind !== 'table') return null
  if (intro !== null && (kind === 'table' || intro.word(intro.length - 1) === ':')) {
    const source = attributionIn(intro, intro.length, earlier, 0)
    if (source !== undefined) return source
  }
  return kind === 'table' ? (named?.source ?? null) : null
}

/** "On 26 April rebels raided the town, leaving 16 dead": a day of its own begins another story. */
function isNewScene(reading: Reading, { group }: Claim): boolean {
  if (reading.sentence.paragraph.kind === 'table') return false
  return reading.dates.some((date) => date.from < group.quantity.from)
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
const labels: ReadonlySet<ActorType> = new Set(['igo', 'ngo', 'other', 'person'])
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
    const isPassive = reading.word(hit.to) === 'by'
    const isBefore = isPassive || hit.from <= count
    if (!isBefore && !isTrailing(reading, hit.to) && !isInserted(reading, hit.from, hit.to)) continue
    if (!isPassive && !isSaid(reading, hit.from)) continue
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
  best ??= labelled(reading, count)
  // "the UN counted 300; others speak of 600": another clause has its own speaker.
  if (best !== undefined) return best.distance > clauseApart && unnamed < best.distance ? null : best.name
  const figures = figuresOf(reading)
  if (figures !== undefined) return figures
  return unnamed < Number.POSITIVE_INFINITY ? null : undefined
}

/** "Inspector General Ibrahim Musa: 175 dead", "OHCHR: 205 killed". */
function labelled(reading: Reading, count: number): { name: string; distance: number } | undefined {
  const speaker = reading.actors.find(({ to }) => reading.word(to) === ':')
  if (speaker === undefined || speaker.to > count || !labels.has(speaker.fields.type)) return undefined
  return { name: speaker.fields.name, distance: 0 }
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

const longestInsertion = 9

/** "300 were killed, the UN wrote in June, and 600 fled": between two commas, whoever speaks speaks of both sides. */
function isInserted(reading: Reading, from: number, to: number): boolean {
  let start = from
  while (start > from - longestInsertion && !reading.isMark(start - 1)) start--
  if (reading.word(start - 1) !== ',') return false
  for (let at = to; at < to + longestInsertion; at++) {
    if (reading.word(at) === ',') return true
    if (reading.isMark(at) || reading.is('be', at) || reading.is('have', at) || reading.word(at) === 'that')
      return false
  }
  return false
}

/**
 * The subject of a verb of saying, before or behind it: an actor, `null` for someone without a name, or the token of a
 * word that points back, "it said", "the group said".
 */
function speakerOf(reading: Reading, from: number, to: number): Mention<'actor'> | number | null | undefined {
  // "nine deaths recorded by the UN"
  if (reading.word(to) === 'by') return actorWithin(reading, to + 1, 6)
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

const longestApposition = 24

/**
 * Who is named before what stands between commas: "Zeid Ra’ad Al Hussein, the UN High Commissioner for Human Rights,
 * tells", "The FIDH, which had sent experts, reported", "MSF, surveying the camps, found", "X, who believed".
 */
function namedBeforeApposition(reading: Reading, verb: number): Mention<'actor'> | undefined {
  if (reading.is('relatives', verb - 1)) return nameTo(reading, reading.word(verb - 2) === ',' ? verb - 2 : verb - 1)
  if (reading.word(verb - 1) !== ',') return undefined
  let isClause = false
  for (let at = verb - 2; at > Math.max(0, verb - longestApposition); at--) {
    if (reading.word(at) === ';') return undefined
    const named = reading.word(at) === ',' ? nameTo(reading, at) : undefined
    const opensClause = reading.is('relatives', at + 1) || reading.word(at + 1).endsWith('ing')
    const isNamed = named !== undefined && !silent.has(named.fields.type)
    if (
      isNamed &&
      (opensClause || (!isClause && (named.fields.type === 'person' || reading.is('prepositions', at + 1))))
    )
      return isObject(reading, named) ? undefined : named
    isClause ||= reading.is('be', at) || reading.is('have', at) || reading.harmFrom(at) !== undefined
  }
  return undefined
}

/** The actor whose name, or its abbreviation in brackets, ends before a token. */
function nameTo(reading: Reading, end: number): Mention<'actor'> | undefined {
  return reading.actorTo(end) ?? (reading.word(end - 1) === ')' ? reading.actorTo(end - 1) : undefined)
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
  // "its clinics have treated"
  if (reading.plays('possessives', at - 1) && reading.word(at).endsWith('s')) return true
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
  let before = earlier(reading)
  for (let left = depth; before !== null && left > 0; before = earlier(before), left--) {
    const spoken = attributionIn(before, before.length, earlier, left - 1)
    const speaker = before.actors.find((actor) => actor.fields.name === spoken)
    if (speaker !== undefined && fits(speaker)) return speaker.fields.name
    if (speaker === undefined && typeof spoken === 'string' && types === undefined) return spoken
    const subject = before.actors.find((actor) => fits(actor) && !isObject(before ?? reading, actor))
    if (subject !== undefined) return subject.fields.name
    if (spoken === null) return null
  }
  return null
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
