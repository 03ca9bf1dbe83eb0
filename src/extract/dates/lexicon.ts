import { z } from 'zod'
import type { PhraseAutomaton, PhraseSet } from '../analyse/phrases.ts'
import { fold } from '../analyse/words.ts'
import type { LexiconSources } from '../lexicon.ts'

const units = ['day', 'week', 'fortnight', 'weekend', 'month', 'quarter', 'year', 'decade', 'century'] as const
export type Unit = (typeof units)[number]

const relations = ['same', 'present', 'before', 'last', 'after'] as const
export type Relation = (typeof relations)[number]

const directions = ['later', 'earlier', 'ago', 'before', 'after'] as const
export type Direction = (typeof directions)[number]

type WordList =
  | 'foundings'
  | 'datedNouns'
  | 'partsOfDay'
  | 'beforeYears'
  | 'beforeNumbers'
  | 'counted'
  | 'beforeMonths'
  | 'nameBefore'
  | 'totals'

const words = z.array(z.string().min(1))
const wordsSchema = z.strictObject({
  months: z.array(
    z.strictObject({
      month: z.int().min(1).max(12),
      names: words,
      short: words,
      foreign: words,
      doubtful: z.boolean().default(false),
    }),
  ),
  weekdays: z.array(z.strictObject({ weekday: z.int().min(0).max(6), names: words, short: words })),
  seasons: z.record(z.string(), z.strictObject({ from: z.int().min(1).max(14), to: z.int().min(1).max(14) })),
  thirds: z.record(z.string(), z.int().min(0).max(2)),
  units: z.partialRecord(z.enum(units), words),
  partsOfDay: words,
  deictic: z.record(z.string(), z.int()),
  relations: z.partialRecord(z.enum(relations), words),
  directions: z.partialRecord(z.enum(directions), words),
  decades: z.record(z.string(), z.int()),
  eras: z.strictObject({ before: words, after: words }),
  beforeYears: words,
  beforeNumbers: words,
  counted: words,
  foundings: words,
  datedNouns: words,
  beforeMonths: words,
  nameBefore: words,
  totals: words,
  namesBehind: words,
  holidays: z.array(
    z.union([
      z.strictObject({
        names: words,
        year: z.int().optional(),
        month: z.int().min(1).max(12),
        day: z.int().min(1).max(31),
      }),
      z.strictObject({ names: words, fromEaster: z.int() }),
    ]),
  ),
  events: z.record(z.string(), words),
})

export interface MonthWord {
  readonly month: number
  readonly form: 'name' | 'short' | 'foreign'
  readonly doubtful: boolean
}

interface WeekdayWord {
  readonly weekday: number
  readonly short: boolean
}

/** Months of a season, counted on into the next year: winter is 12 to 14. */
export interface Season {
  readonly from: number
  readonly to: number
}

/** A named day of the year: fixed, or counted in days from Easter Sunday. */
export type Holiday =
  | { readonly year?: number | undefined; readonly month: number; readonly day: number }
  | { readonly fromEaster: number }

/** What the words of `words.yaml` mean, by their folded form. */
export interface DateWords {
  readonly months: ReadonlyMap<string, MonthWord>
  readonly weekdays: ReadonlyMap<string, WeekdayWord>
  readonly seasons: ReadonlyMap<string, Season>
  readonly thirds: ReadonlyMap<string, number>
  readonly units: ReadonlyMap<string, Unit>
  readonly partsOfDay: ReadonlySet<string>
  readonly deictic: ReadonlyMap<string, number>
  readonly relations: ReadonlyMap<string, Relation>
  readonly directions: ReadonlyMap<string, Direction>
  readonly decades: ReadonlyMap<string, number>
  readonly eras: ReadonlyMap<string, 'before' | 'after'>
  readonly beforeYears: ReadonlySet<string>
  readonly beforeNumbers: ReadonlySet<string>
  readonly counted: ReadonlySet<string>
  readonly foundings: ReadonlySet<string>
  readonly datedNouns: ReadonlySet<string>
  readonly beforeMonths: ReadonlySet<string>
  readonly nameBefore: ReadonlySet<string>
  readonly totals: ReadonlySet<string>
  /** As they must be written, or with a capital. */
  readonly namesBehind: ReadonlySet<string>
  /** The kind of event that a noun or verb tells of. */
  readonly events: ReadonlyMap<string, string>
  /** Words without one of which a sentence that has no numeral holds no date. */
  readonly gate: ReadonlySet<string>
}

type Words = z.infer<typeof wordsSchema>

/** The date words of all lexicon folders together; a later folder overrides an earlier one. */
export function readDateWords(sources: LexiconSources): DateWords {
  const versions = sources.read('dates/words.yaml', wordsSchema)
  const all = <T>(each: (version: Words) => readonly (readonly [string, T])[]): ReadonlyMap<string, T> =>
    new Map(versions.flatMap((version) => each(version).map(([word, sense]) => [fold(word), sense] as const)))
  const set = (key: WordList) => new Set(versions.flatMap((version) => version[key]).map(fold))
  const under = <K extends string>(groups: Partial<Record<K, string[]>>): (readonly [string, K])[] =>
    (Object.entries(groups) as [K, string[]][]).flatMap(([sense, group]) => group.map((word) => [word, sense] as const))
  const read = {
    months: all<MonthWord>(({ months }) =>
      months.flatMap(({ month, doubtful, ...names }) => [
        ...names.names.map((name) => [name, { month, doubtful, form: 'name' }] as const),
        ...names.short.map((name) => [name, { month, doubtful: true, form: 'short' }] as const),
        ...names.foreign.map((name) => [name, { month, doubtful: true, form: 'foreign' }] as const),
      ]),
    ),
    weekdays: all<WeekdayWord>(({ weekdays }) =>
      weekdays.flatMap(({ weekday, names, short }) => [
        ...names.map((name) => [name, { weekday, short: false }] as const),
        ...short.map((name) => [name, { weekday, short: true }] as const),
      ]),
    ),
    seasons: all<Season>(({ seasons }) => Object.entries(seasons)),
    thirds: all<number>(({ thirds }) => Object.entries(thirds)),
    units: all<Unit>(({ units: groups }) => under(groups)),
    partsOfDay: set('partsOfDay'),
    deictic: all<number>(({ deictic }) => Object.entries(deictic)),
    relations: all<Relation>(({ relations: groups }) => under(groups)),
    directions: all<Direction>(({ directions: groups }) => under(groups)),
    decades: all<number>(({ decades }) => Object.entries(decades)),
    eras: all<'before' | 'after'>(({ eras }) => under(eras)),
    beforeYears: set('beforeYears'),
    beforeNumbers: set('beforeNumbers'),
    counted: set('counted'),
    foundings: set('foundings'),
    datedNouns: set('datedNouns'),
    beforeMonths: set('beforeMonths'),
    nameBefore: set('nameBefore'),
    totals: set('totals'),
    namesBehind: new Set(versions.flatMap(({ namesBehind }) => namesBehind)),
    events: all<string>(({ events }) => under(events)),
  }
  const { months, weekdays, seasons, units: unitWords, partsOfDay, decades, deictic } = read
  const gate = [months, weekdays, seasons, unitWords, decades, deictic].flatMap((sense) => [...sense.keys()])
  return { ...read, gate: new Set([...gate, ...partsOfDay, 'anniversary', 'eve']) }
}

/** Declares the named days and adds their phrases to the automaton. */
export function readHolidays(sources: LexiconSources, automaton: PhraseAutomaton): PhraseSet<Holiday> {
  const set = automaton.declare<Holiday>('holidays')
  for (const { holidays } of sources.read('dates/words.yaml', wordsSchema)) {
    for (const { names, ...when } of holidays) {
      for (const name of names) automaton.add(set, name, when)
    }
  }
  return set
}
