import { z } from 'zod'
import {
  type actorChangesRequestSchema,
  actorChangesSchema,
  actorDetailSchema,
  actorsSchema,
  type additionRequestSchema,
  additionSchema,
  agreementSchema,
  annotationDetailSchema,
  type decisionsRequestSchema,
  decisionsSchema,
  disagreementsSchema,
  documentSchema,
  documentsSchema,
  failureSchema,
  overviewSchema,
  type queueQuerySchema,
  queueSchema,
  rulesSchema,
  searchSchema,
  sessionSchema,
  timelineSchema,
} from '../../server/schemas.ts'

// The policy of the page allows no code made from text, which is how zod would otherwise make its checks faster.
z.config({ jitless: true })

/** The server answered, and said no. */
export class ApiFailure extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** The server did not answer: it is down, or the way to it is. */
export class Unreachable extends Error {}

type Query = Readonly<Record<string, string | undefined>>
/** What the queue may be asked for, as it stands in an address. */
export type QueueQuery = Partial<Record<keyof z.input<typeof queueQuerySchema>, string>>

/** What the server can be asked. Every call throws `Unreachable` or `ApiFailure` where it is not answered. */
export const api = {
  session: () => get('/api/session', sessionSchema),
  overview: () => get('/api/overview', overviewSchema),
  timeline: () => get('/api/timeline', timelineSchema),
  documents: () => get('/api/documents', documentsSchema),
  document: (id: string) => get(`/api/documents/${encodeURIComponent(id)}`, documentSchema),
  queue: (query: QueueQuery) => get('/api/queue', queueSchema, query),
  search: (q: string) => get('/api/search', searchSchema, { q }),
  annotation: (id: string) => get(`/api/annotations/${encodeURIComponent(id)}`, annotationDetailSchema),
  actors: () => get('/api/actors', actorsSchema),
  actor: (id: string) => get(`/api/actors/${encodeURIComponent(id)}`, actorDetailSchema),
  rules: () => get('/api/rules', rulesSchema),
  agreement: (document?: string) => get('/api/agreement', agreementSchema, { document }),
  disagreements: (query: { document?: string; settled?: 'yes' | 'no' }) =>
    get('/api/disagreements', disagreementsSchema, query),
  /** What became of each decision; also where none could be made. */
  decide: (body: z.input<typeof decisionsRequestSchema>) => post('/api/decisions', body, decisionsSchema, [409, 422]),
  add: (body: z.input<typeof additionRequestSchema>) => post('/api/annotations', body, additionSchema),
  changeActors: (body: z.input<typeof actorChangesRequestSchema>) =>
    post('/api/actors/changes', body, actorChangesSchema, [409, 422]),
}

function get<T extends z.ZodType>(path: string, schema: T, query: Query = {}): Promise<z.output<T>> {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const search = new URLSearchParams(given).toString()
  return ask(search === '' ? path : `${path}?${search}`, {}, schema)
}

function post<T extends z.ZodType>(
  path: string,
  body: unknown,
  schema: T,
  alsoAnswers: readonly number[] = [],
): Promise<z.output<T>> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return ask(path, init, schema, alsoAnswers)
}

/** How long an answer is waited for, in milliseconds. */
const patience = 30_000

async function ask<T extends z.ZodType>(
  path: string,
  init: RequestInit,
  schema: T,
  alsoAnswers: readonly number[] = [],
): Promise<z.output<T>> {
  let response: Response
  let body: unknown
  try {
    response = await fetch(path, { ...init, signal: AbortSignal.timeout(patience) })
    body = await response.json()
  } catch (error) {
    throw new Unreachable('The server does not answer.', { cause: error })
  }
  if (!response.ok && !alsoAnswers.includes(response.status)) {
    const failure = failureSchema.safeParse(body)
    const { code, message } = failure.success
      ? failure.data.error
      : { code: 'failed', message: `The server answered ${response.status} to ${path}.` }
    throw new ApiFailure(response.status, code, message)
  }
  const answer = schema.safeParse(body)
  if (answer.success) return answer.data
  throw new ApiFailure(response.status, 'misfit', `The server's answer to ${path} does not fit: reload the page.`)
}
