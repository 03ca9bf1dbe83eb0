import type { z } from 'zod'
import type { Verdict } from '../../../model/index.ts'
import type { ApiAnnotation, additionRequestSchema } from '../../server/schemas.ts'

/* What the reviewer did in this page, so that it can be undone and done again. */

/** A decision that was made, with the annotation as it looked before and after. */
export interface DecisionStep {
  readonly kind: 'decision'
  readonly annotation: string
  readonly verdict: Exclude<Verdict, 'withdraw'>
  readonly start: number | null
  readonly end: number | null
  readonly fields: ApiAnnotation['fields'] | null
  readonly note: string | null
  readonly before: ApiAnnotation
  /** Where the verdict alone does not say how it looks. */
  readonly after: ApiAnnotation | null
}

/** An annotation that was added; `annotation` is its stand-in until the server has named it. */
export interface AdditionStep {
  readonly kind: 'addition'
  readonly annotation: string
  readonly addition: z.infer<typeof additionRequestSchema>
  readonly standIn: ApiAnnotation
}

export type Step = DecisionStep | AdditionStep

/** What one key did: a decision, many at once, or a rejection with an addition in its place. */
export interface Deed {
  /** "accepted 14 annotations" */
  readonly words: string
  readonly steps: readonly Step[]
  /** The parcels that took it to the server. */
  readonly parcels: readonly string[]
}

export interface Deeds {
  readonly done: readonly Deed[]
  readonly undone: readonly Deed[]
}

export const noDeeds: Deeds = { done: [], undone: [] }

/** How many deeds can be undone. */
const most = 1000

export function did(deeds: Deeds, deed: Deed): Deeds {
  return { done: [...deeds.done, deed].slice(-most), undone: [] }
}

/** The deed to undo, and what is left when it is. */
export function undoing({ done, undone }: Deeds): { deed: Deed; deeds: Deeds } | undefined {
  const deed = done.at(-1)
  return deed && { deed, deeds: { done: done.slice(0, -1), undone: [...undone, deed] } }
}

/** The deed to do again, and what is left when it is, with the parcels that take it. */
export function redoing({ done, undone }: Deeds): { deed: Deed; deeds: (again: Deed) => Deeds } | undefined {
  const deed = undone.at(-1)
  return deed && { deed, deeds: (again) => ({ done: [...done, again], undone: undone.slice(0, -1) }) }
}

/** Names annotations by the ids that the server gave them. */
export function renamed(deeds: Deeds, ids: ReadonlyMap<string, string>): Deeds {
  if (ids.size === 0) return deeds
  return inEach(deeds, (step) => ({ ...step, annotation: ids.get(step.annotation) ?? step.annotation }))
}

/** Takes out what the server did not do, which cannot be undone. */
export function withoutFailed(deeds: Deeds, parcel: string, failed: ReadonlySet<string>): Deeds {
  if (failed.size === 0) return deeds
  return inEach(deeds, (step, deed) =>
    deed.parcels.includes(parcel) && failed.has(step.annotation) ? undefined : step,
  )
}

function inEach({ done, undone }: Deeds, change: (step: Step, deed: Deed) => Step | undefined): Deeds {
  const changed = (deeds: readonly Deed[]) =>
    deeds
      .map((deed) => ({
        ...deed,
        steps: deed.steps.map((step) => change(step, deed)).filter((step) => step !== undefined),
      }))
      .filter(({ steps }) => steps.length > 0)
  return { done: changed(done), undone: changed(undone) }
}
