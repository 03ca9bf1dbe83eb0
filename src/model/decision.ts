import { z } from 'zod'

/** Where an annotation came from. */
export const origins = ['rule', 'reviewer', 'import'] as const
export type Origin = (typeof origins)[number]

/** What a reviewer says of an annotation; `withdraw` takes the reviewer's own last decision back. */
export const verdicts = ['accept', 'correct', 'reject', 'withdraw'] as const
export type Verdict = (typeof verdicts)[number]

/** What holds of an annotation now. */
export const states = ['pending', 'accepted', 'corrected', 'rejected'] as const
export type State = (typeof states)[number]

/**
 * What a reviewer says of an actor of the register; `merge` is that it is another one, `split` that it is not after all,
 * and `withdraw` takes a change back.
 */
export const registerChanges = ['name', 'type', 'alias', 'not-alias', 'merge', 'split', 'withdraw'] as const

export const decisionSchema = z.strictObject({
  annotation: z.string(),
  reviewer: z.string().min(1),
  verdict: z.enum(verdicts),
  /** The reviewer's span and fields where the verdict is `correct`, else `null`. */
  start: z.int().nonnegative().nullable(),
  end: z.int().positive().nullable(),
  fields: z.record(z.string(), z.unknown()).nullable(),
  note: z.string().nullable(),
  /** ISO 8601 instant, UTC. */
  decidedAt: z.iso.datetime(),
})
export type Decision = z.infer<typeof decisionSchema>
