import type { ActorType } from '../../model/index.ts'
import type { Mention } from '../mention.ts'
import type { Claim } from './claims.ts'
import type { Reading } from './reading.ts'

const silent: ReadonlySet<ActorType> = new Set(['civilian'])

/**
 * The canonical name of who reports the count; `null` is the document itself.
 *
 * @param before the sentence before in the same paragraph, whose attribution may go on
 */
export function sourceOf(reading: Reading, claim: Claim, before: Reading | null): string | null {
  const own = attributionIn(reading, claim.group.quantity.from)
  if (own !== undefined) return own
  if (before !== null && goesOn(reading)) return attributionIn(before, before.length) ?? null
  return notedSource(reading, claim.group.to)
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
    const isNote = noteOpeners.has(reading.word(start - 1)) && reading.actorTo(start - 1) === undefined
    if (isNote && noteClosers.has(reading.word(to))) return fields.name
  }
  return null
}

/** Who is named as reporting; `null` where someone without a name reports, `undefined` where nobody does. */
function attributionIn(reading: Reading, count: number): string | null | undefined {
  const according = accordingTo(reading)
  if (according !== undefined) return according
  let best: { name: string; distance: number } | undefined
  let isUnnamed = false
  for (const hit of reading.sentence.hits.of(reading.lexicon.reporting)) {
    if (hit.from > count && !isTrailing(reading, hit.to)) continue
    if (reading.is('be', hit.from - 1) && reading.word(hit.from - 1) !== "'s") continue
    const speaker = speakerOf(reading, hit.from, hit.to)
    if (speaker === undefined) continue
    if (speaker === null) {
      isUnnamed = true
      continue
    }
    const distance = Math.abs(count - hit.from)
    if (best === undefined || distance < best.distance) best = { name: speaker.fields.name, distance }
  }
  if (best !== undefined) return best.name
  const figures = figuresOf(reading)
  if (figures !== undefined) return figures
  return isUnnamed ? null : undefined
}

function accordingTo(reading: Reading): string | null | undefined {
  for (let at = 0; at < reading.length - 1; at++) {
    const isAccording = reading.word(at) === 'according' && reading.word(at + 1) === 'to'
    const isPer =
      reading.word(at) === 'as' &&
      /^(?:reported|documented|recorded|stated|estimated)$/.test(reading.word(at + 1)) &&
      reading.word(at + 2) === 'by'
    if (!isAccording && !isPer) continue
    return actorWithin(reading, at + (isAccording ? 2 : 3), 10)?.fields.name ?? null
  }
  return undefined
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

/** The subject of a verb of saying, before or behind it. */
function speakerOf(reading: Reading, from: number, to: number): Mention<'actor'> | null | undefined {
  let isVague = false
  for (let at = from; at > from - 9 && at > 0; at--) {
    const actor = reading.actorTo(at)
    if (actor !== undefined) {
      if (silent.has(actor.fields.type)) return undefined
      return isObject(reading, actor) ? undefined : actor
    }
    const word = reading.word(at - 1)
    if (/^(?:[.;:”"]|and|but)$/.test(word)) break
    if (reading.harmTo(at)?.entries.some((harm) => harm.role === 'harms')) break
    if (reading.sentence.hits.of(reading.lexicon.sources).some((hit) => hit.to === at)) isVague = true
    if (
      /^(?:police|officials|witnesses|authorities|sources|doctors|residents|he|she|they|it|ministry|army|military|government|spokesman|medics|hospital|group)$/.test(
        word,
      )
    )
      isVague = true
  }
  const behind = actorWithin(reading, to, 4)
  if (behind !== undefined && isInverted(reading, from)) return behind
  return isVague ? null : undefined
}

function isInverted(reading: Reading, verb: number): boolean {
  return /^[,”"’']$/.test(reading.word(verb - 1))
}

function isObject(reading: Reading, actor: Mention<'actor'>): boolean {
  let at = actor.from - 1
  while (reading.is('determiners', at)) at--
  const word = reading.word(at)
  if (/^(?:by|of|from|for|with)$/.test(word)) {
    return !reading.sentence.hits.of(reading.lexicon.sources).some((hit) => hit.to === at)
  }
  return /^(?:in|against|on|at|near|to)$/.test(word)
}

/** "Estimates by the UN suggest", "UNHCR figures", "data from X". */
function figuresOf(reading: Reading): string | undefined {
  for (const hit of reading.sentence.hits.of(reading.lexicon.sources)) {
    if (reading.is('sourcePrepositions', hit.to)) {
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

/** "It said", "The report added": the attribution of the sentence before goes on. */
function goesOn(reading: Reading): boolean {
  for (const hit of reading.sentence.hits.of(reading.lexicon.reporting)) {
    for (let at = hit.from - 1; at > hit.from - 4 && at >= 0; at--) {
      const word = reading.word(at)
      if (/^(?:it|they|he|she)$/.test(word)) return true
      if (/^(?:the|this|its|their|same)$/.test(reading.word(at - 1)) && isSourceNoun(reading, at)) return true
    }
  }
  return false
}

function isSourceNoun(reading: Reading, at: number): boolean {
  return (
    reading.sentence.hits.at(reading.lexicon.sources, at) !== undefined ||
    /^(?:organisation|organization|group|agency|ministry|commission|office|mission|monitor|watchdog|ngo|spokesman)$/.test(
      reading.word(at),
    )
  )
}
