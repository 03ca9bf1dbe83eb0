import type { z } from 'zod'
import type { Effect, Harm } from '../../../../model/index.ts'
import type { timelineSchema } from '../../../server/schemas.ts'

type Timeline = z.infer<typeof timelineSchema>
export type TimedClaim = Timeline['claims'][number]
export type TimedWarning = Timeline['warnings'][number]

/** A claim of how many people came to harm, on the timeline. */
export interface ClaimPoint {
  readonly claim: TimedClaim
  readonly start: Date
  /** The end of the last day. */
  readonly end: Date
  /** At least one, since the scale is logarithmic. */
  readonly low: number
  readonly high: number
  /** Whether the words leave the upper bound open. */
  readonly isOpen: boolean
}

/** A warning on the timeline, with the next harm that it spoke of. */
export interface WarningPoint {
  readonly warning: TimedWarning
  readonly start: Date
  readonly end: Date
  readonly next: Lead | null
}

/** The time from a warning to the next harm of its kind. */
export interface Lead {
  readonly claim: TimedClaim
  /** When that harm began. */
  readonly at: Date
  /** Fewest and most days that both dates allow. */
  readonly least: number
  readonly most: number
}

/** Claims that count people and not nobody. */
export function claimPoints(claims: readonly TimedClaim[]): ClaimPoint[] {
  return claims.flatMap((claim) => {
    const { unit, low, high, date } = claim.fields
    const least = low ?? high
    if (unit !== 'people' || date === null || least === null || least < 1) return []
    return [{ claim, ...boundsOf(date), low: least, high: high ?? least, isOpen: high === null }]
  })
}

export function warningPoints(warnings: readonly TimedWarning[], claims: readonly TimedClaim[]): WarningPoint[] {
  return warnings.flatMap((warning) => {
    const { date } = warning.fields
    return date === null ? [] : [{ warning, ...boundsOf(date), next: leadOf(warning, claims) }]
  })
}

/** What a kind of harm that was warned of may have come to. */
const effectsOf: Readonly<Record<Harm, readonly Effect[]>> = (() => {
  const violence: readonly Effect[] = ['killed', 'injured', 'missing', 'detained', 'sexual-violence']
  const flight: readonly Effect[] = ['displaced', 'refugees', 'evacuated', 'besieged']
  const atrocity = [...violence, ...flight]
  return {
    genocide: atrocity,
    'crimes-against-humanity': atrocity,
    'war-crimes': atrocity,
    'ethnic-cleansing': atrocity,
    'mass-atrocity': atrocity,
    killing: ['killed', 'injured'],
    displacement: flight,
    conflict: atrocity,
    humanitarian: ['in-need', ...flight],
    other: [],
  }
})()

/** How many days on a harm is still taken for the one that was warned of. */
const horizon = 366

/**
 * The first claim of the same report that a warning may have meant: of its kind, begun and ended after it, within a year.
 *
 * @param claims the earliest first
 */
function leadOf({ document, fields }: TimedWarning, claims: readonly TimedClaim[]): Lead | null {
  const warned = fields.date
  if (warned === null) return null
  const effects = effectsOf[fields.harm]
  for (const claim of claims) {
    const { date, effect } = claim.fields
    if (date === null || claim.document !== document || !effects.includes(effect)) continue
    if (date.start <= warned.start || date.end <= warned.end) continue
    const least = Math.max(0, daysBetween(warned.end, date.start))
    if (least > horizon) return null
    return { claim, at: dayOf(date.start), least, most: daysBetween(warned.start, date.end) }
  }
  return null
}

/** "12 days", "30 to 61 days". */
export function leadWords({ least, most }: Lead): string {
  if (least === most) return least === 1 ? '1 day' : `${least} days`
  return `${least} to ${most} days`
}

function boundsOf({ start, end }: { readonly start: string; readonly end: string }): { start: Date; end: Date } {
  return { start: dayOf(start), end: new Date(dayOf(end).getTime() + day) }
}

const day = 86_400_000

function dayOf(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`)
}

function daysBetween(from: string, to: string): number {
  return Math.round((dayOf(to).getTime() - dayOf(from).getTime()) / day)
}
