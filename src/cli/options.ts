import { z } from 'zod'
import { UsageError } from './exit.ts'

/** Options that every command takes. */
export const commonOptions = z.object({
  db: z.string().min(1),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})

/** A list given by repeating an option, or once with commas. */
export const listOption = z
  .array(z.string())
  .default([])
  .transform((values) => values.flatMap((value) => value.split(',')).filter((value) => value !== ''))

/**
 * What the command line gave, checked.
 *
 * @throws UsageError naming the option that does not fit
 */
export function parseOptions<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new UsageError(`--${String(issue?.path[0] ?? '')}: ${issue?.message ?? 'is not understood'}`)
}
