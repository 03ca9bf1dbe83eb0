import { z } from 'zod'
import { harms, type Interval, isoDay, warningKinds } from '../../model/index.ts'
import type { Snapshot } from '../snapshot.ts'
import { type Claim, claimRows } from './casualty-claims.ts'
import { dataset } from './dataset.ts'
import { dateOf } from './located.ts'
import { type Warning, warningRows } from './warnings.ts'

const matches = ['place and actor', 'place', 'actor', 'situation'] as const

export const leadTimes = dataset({
  name: 'lead_times',
  title: 'Lead times',
  definition:
    'Each dated warning with the first later harm of the kind it foresaw: at a place or by or to an actor that its sentence names, or, where it names none ("the country"), in the situation that its document is about; `match` tells which. The lead time is an interval in days, since both dates may be known to the month only. A warning without such a harm has none: it may have been averted, or the documents may not tell of it.',
  row: z.strictObject({
    id: z.string().describe('The warning'),
    document: z.string().describe('Document of the warning'),
    title: z.string().nullable().describe('Title of that document'),
    kind: z.enum(warningKinds).describe('Kind of warning'),
    speaker: z.string().nullable().describe('Who warned; empty where the document itself does'),
    harm: z.enum(harms).describe('What harm was foreseen'),
    warned_start: isoDay.describe('First day on which the warning may have been given'),
    warned_end: isoDay.describe('Last such day, inclusive'),
    warning: z.string().describe('The sentence of the warning'),
    claim: z.string().nullable().describe('The casualty claim that is the first later harm'),
    claim_document: z.string().nullable().describe('Document of that claim'),
    effect: z.string().nullable().describe('How people were harmed'),
    low: z.number().nullable().describe('Lower bound of that claim'),
    high: z.number().nullable().describe('Upper bound of that claim'),
    harm_start: isoDay.nullable().describe('First day on which the harm may have been done'),
    harm_end: isoDay.nullable().describe('Last such day, inclusive'),
    days_min: z.int().nullable().describe('Least days from the warning to the harm that both dates allow'),
    days_max: z.int().nullable().describe('Most days that both dates allow'),
    match: z.enum(matches).nullable().describe('By what the harm was taken for the one foreseen'),
    note: z.string().describe('The same in words'),
  }),
  references: [
    { column: 'id', dataset: 'warnings' },
    { column: 'document', dataset: 'documents' },
    { column: 'claim', dataset: 'casualty_claims' },
    { column: 'claim_document', dataset: 'documents' },
  ],
  *rows(snapshot) {
    const places = new PlaceNames(claimRows(snapshot))
    const harmsDone = datedClaims(snapshot, places)
    for (const warning of warningRows(snapshot)) {
      const warned = dateOf(warning)
      if (warned === null) continue
      yield leadTime(snapshot, warning, warned, harmsDone, places)
    }
  },
})

interface Harm {
  readonly claim: Claim
  readonly date: Interval
  /** Ids of the actors that did it or suffered it. */
  readonly actors: ReadonlySet<string>
  readonly places: ReadonlySet<string>
}

/** Dated claims, the earliest first. */
function datedClaims(snapshot: Snapshot, places: PlaceNames): Harm[] {
  const harmsDone: Harm[] = []
  for (const claim of claimRows(snapshot)) {
    const date = dateOf(claim)
    if (date === null) continue
    const victims = snapshot
      .beside(claim.document, claim)
      .actors.filter(({ type, name }) => type === 'civilian' && (claim.victims ?? '').includes(name))
    const names = [claim.perpetrator_actor, ...victims.map(({ name }) => snapshot.actors.of(name).id)]
    const where = [claim.place, claim.sentence, claim.headings].filter((words) => words !== null).join('. ')
    harmsDone.push({ claim, date, actors: new Set(names.filter((name) => name !== null)), places: places.in(where) })
  }
  return harmsDone.sort((a, b) => (a.date.start < b.date.start ? -1 : a.date.start > b.date.start ? 1 : 0))
}

function leadTime(
  snapshot: Snapshot,
  warning: Warning,
  warned: Interval,
  harmsDone: readonly Harm[],
  places: PlaceNames,
) {
  const effects = snapshot.derivations.effectsOf(warning.harm)
  const spokenOf = { actors: actorsNamed(snapshot, warning), places: places.in(warning.sentence) }
  for (const harm of harmsDone) {
    const { claim, date } = harm
    const isLater = date.start > warned.start && date.end > warned.end
    const match = isLater && effects.includes(claim.effect) ? matchOf(snapshot, warning, spokenOf, harm) : null
    if (match === null) continue
    return {
      ...about(warning, warned),
      ...{ claim: claim.id, claim_document: claim.document, effect: claim.effect, low: claim.low, high: claim.high },
      ...{ harm_start: date.start, harm_end: date.end },
      days_min: Math.max(0, daysBetween(warned.end, date.start)),
      days_max: daysBetween(warned.start, date.end),
      ...match,
    }
  }
  return {
    ...about(warning, warned),
    ...{ claim: null, claim_document: null, effect: null, low: null, high: null, harm_start: null, harm_end: null },
    ...{ days_min: null, days_max: null, match: null },
    note: 'No later harm of that kind is told of what the warning speaks of.',
  }
}

interface SpokenOf {
  readonly actors: ReadonlySet<string>
  readonly places: ReadonlySet<string>
}

function matchOf(snapshot: Snapshot, warning: Warning, { actors, places }: SpokenOf, harm: Harm): Match | null {
  const place = [...places].find((name) => harm.places.has(name))
  const actor = [...actors].find((id) => harm.actors.has(id))
  if (place === undefined && actor === undefined) {
    // A warning that names a place speaks of that place and no other.
    if (places.size > 0 || harm.claim.document !== warning.document) return null
    return {
      match: 'situation',
      note: 'The warning names no place; the claim is the first later one of its kind in the same document.',
    }
  }
  const by = [place, actor === undefined ? undefined : snapshot.actors.of(actor).name]
  return {
    match: place === undefined ? 'actor' : actor === undefined ? 'place' : 'place and actor',
    note: `Both name ${by.filter((words) => words !== undefined).join(' and ')}; the claim is the first later one of its kind.`,
  }
}

interface Match {
  readonly match: (typeof matches)[number]
  readonly note: string
}

function about({ id, document, title, kind, speaker, harm, sentence }: Warning, warned: Interval) {
  const said = { warned_start: warned.start, warned_end: warned.end, warning: sentence }
  return { id, document, title, kind, speaker, harm, ...said }
}

/** Actors that a warning's sentence speaks of: not who warns, nor who is warned. */
function actorsNamed(snapshot: Snapshot, warning: Warning): Set<string> {
  const named = snapshot.beside(warning.document, warning).actors.map(({ name }) => snapshot.actors.of(name).id)
  return new Set(named.filter((id) => id !== warning.speaker_actor && id !== warning.addressee_actor))
}

/** The proper names in the places of all claims ("Anna" in "the market of Anna"). */
class PlaceNames {
  readonly #names: ReadonlySet<string>

  constructor(claims: Iterable<{ readonly place: string | null }>) {
    this.#names = new Set([...claims].flatMap(({ place }) => properNames(place ?? '')))
  }

  /** Which of them stand in a text. */
  in(text: string): Set<string> {
    const found = new Set<string>()
    for (const name of properNames(text)) {
      // "West Darfur" is in Darfur, "Darfur" not in West Darfur.
      const words = name.split(' ')
      for (let from = 0; from < words.length; from++) {
        for (let to = from + 1; to <= words.length; to++) {
          const part = words.slice(from, to).join(' ')
          if (this.#names.has(part)) found.add(part)
        }
      }
    }
    return found
  }
}

/** Runs of capitalised words; of long ones the first few words, so that the work is bounded. */
function properNames(text: string): string[] {
  return [...text.matchAll(properName)].map(([name]) => name.split(' ').slice(0, 8).join(' '))
}

const properName = /\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)*/gu

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
