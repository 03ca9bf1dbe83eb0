import { z } from 'zod'
import { LexiconSources } from '../extract/lexicon.ts'
import { type Effect, effects, type Harm, harms, type Interval } from '../model/index.ts'

const words = z.array(z.string().regex(/^[\p{L} -]+$/u, 'words are letters, spaces and hyphens')).min(1)

const claimsSchema = z.strictObject({
  victims: z.strictObject({ civilian: words, combatant: words }),
  perpetrator: z.strictObject({ alleged: words, reported: words }),
  cumulative: words,
  part: words,
})

const conventionSchema = z.strictObject({
  id: z.enum(['codebook', 'acled', 'ucdp']),
  title: z.string(),
  source: z.string(),
  rule: z.string(),
  words: z.record(z.string(), z.number().positive()),
})

/** By which rule words became numbers. */
export type Convention = z.infer<typeof conventionSchema>
export type ConventionId = Convention['id']
export const conventionIds = conventionSchema.shape.id.options

export const victimStatuses = ['civilian', 'combatant', 'unknown'] as const
export const certainties = ['stated', 'reported', 'alleged'] as const
export const scopes = ['incident', 'cumulative', 'unknown'] as const
export const precisions = ['day', 'week', 'month', 'year', 'longer'] as const

/** What is read from the words around a claim, beyond what its fields say. */
export interface Derivations {
  readonly convention: Convention
  /** Who the words for the victims say they were. */
  victimStatus(victims: string | null): (typeof victimStatuses)[number]
  /** How surely a sentence names who did it. */
  certainty(sentence: string, hasSource: boolean): (typeof certainties)[number]
  /** Whether a count is of one incident or a sum over many. */
  scope(sentence: string, date: Interval | null): (typeof scopes)[number]
  /** Whether words between two counts say that the second is a part of the first. */
  joinsPart(between: string): boolean
  /** The number that the convention gives to a quantity of words alone; `null` where the quantity has figures. */
  numberOf(quantity: string): number | null
  /** The effects that fulfil a harm that was foreseen. */
  effectsOf(harm: Harm): readonly Effect[]
}

/**
 * Reads the lexicons beside this file.
 *
 * @throws LexiconError naming file, line and field of what does not fit
 */
export function loadDerivations(convention: ConventionId): Derivations {
  const sources = new LexiconSources([], `${import.meta.dirname}/lexicon`)
  const claims = only(sources.read('claims.yaml', claimsSchema))
  const foreseen = only(sources.read('harms.yaml', z.record(z.enum(harms), z.array(z.enum(effects)).min(1))))
  const conventions = only(sources.read('conventions.yaml', z.array(conventionSchema)))
  const chosen = only(conventions.filter(({ id }) => id === convention))
  const matchers = {
    civilian: anyOf(claims.victims.civilian),
    combatant: anyOf(claims.victims.combatant),
    alleged: anyOf(claims.perpetrator.alleged),
    reported: anyOf(claims.perpetrator.reported),
    cumulative: anyOf(claims.cumulative),
    part: anyOf(claims.part),
  }
  const numbers = new Map(Object.entries(chosen.words))
  return {
    convention: chosen,
    victimStatus: (victims) => {
      const [isCivilian, isCombatant] = [matchers.civilian.test(victims ?? ''), matchers.combatant.test(victims ?? '')]
      if (isCivilian === isCombatant) return 'unknown'
      return isCivilian ? 'civilian' : 'combatant'
    },
    certainty: (sentence, hasSource) => {
      if (matchers.alleged.test(sentence)) return 'alleged'
      return hasSource || matchers.reported.test(sentence) ? 'reported' : 'stated'
    },
    scope: (sentence, date) => {
      if (matchers.cumulative.test(sentence) || (date !== null && daysIn(date) > longestIncident)) return 'cumulative'
      return date === null ? 'unknown' : 'incident'
    },
    joinsPart: (between) => matchers.part.test(between),
    numberOf: (quantity) => numbers.get(bare(quantity)) ?? null,
    effectsOf: (harm) => foreseen[harm],
  }
}

/** Days that one incident may take; a longer one is a campaign, and its count a sum. */
const longestIncident = 31

/** Number of days from the first to the last, both counted. */
export function daysIn({ start, end }: Interval): number {
  return Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000) + 1
}

/** How exactly a date is known. */
export function precisionOf(date: Interval): (typeof precisions)[number] {
  const days = daysIn(date)
  if (days === 1) return 'day'
  if (days <= 7) return 'week'
  if (days <= 31) return 'month'
  return days <= 366 ? 'year' : 'longer'
}

function bare(quantity: string): string {
  return quantity
    .toLowerCase()
    .replace(/^(?:many|several|some|literally) /, '')
    .replace(/\s+/g, ' ')
}

/** A pattern for any of some words, none inside of another word. */
function anyOf(phrases: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
}

function only<T>(all: readonly T[]): T {
  const [first] = all
  if (first === undefined) throw new Error('a lexicon of the export is empty')
  return first
}
