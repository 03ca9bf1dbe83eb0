import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import { StoreError } from '../../store/index.ts'
import { failureSchema } from './schemas.ts'

type Fields = z.infer<typeof failureSchema>['error']['fields']

/** A request that is understood and not answered, with the reason for programs and for people. */
export class Refusal extends Error {
  readonly status: 400 | 403 | 404 | 409 | 422
  readonly code: string
  readonly fields: Fields

  constructor(status: Refusal['status'], code: string, message: string, fields?: Fields) {
    super(message)
    this.status = status
    this.code = code
    this.fields = fields
  }
}

/** An answer that says what was wrong, for programs and for people. */
export function failure<S extends ContentfulStatusCode>(
  context: Context,
  status: S,
  code: string,
  message: string,
  fields?: Fields,
) {
  const error = fields === undefined ? { code, message } : { code, message, fields }
  return context.json(failureSchema.parse({ error }), status)
}

/** Names the fields of a request that do not fit. */
export function malformed(context: Context, error: z.ZodError) {
  const fields = error.issues.map(({ path, message }) => ({ field: path.map(String).join('.'), message }))
  const words = fields.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`))
  return failure(context, 400, 'malformed', `The request does not fit: ${words.join('; ')}`, fields)
}

/** The answer to a request that ended in an error. */
export function failureOf(error: Error, context: Context): Response {
  if (error instanceof Refusal) return failure(context, error.status, error.code, error.message, error.fields)
  if (error instanceof HTTPException) {
    const code = error.status === 413 ? 'too-large' : error.status === 400 ? 'malformed' : 'failed'
    return failure(context, error.status === 413 ? 413 : error.status === 400 ? 400 : 500, code, error.message)
  }
  if (error instanceof StoreError) {
    return failure(context, 503, `database-${error.kind}`, `${error.message}. ${error.remedy}`)
  }
  process.stderr.write(`${context.req.method} ${context.req.path}: ${error.stack ?? error.message}\n`)
  return failure(context, 500, 'fault', 'This is a fault of Tocsin: please report what its terminal shows.')
}
