import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import {
  actorChangesRequestSchema,
  actorChangesSchema,
  actorDetailSchema,
  actorsSchema,
  additionRequestSchema,
  additionSchema,
  agreementQuerySchema,
  agreementSchema,
  annotationDetailSchema,
  decisionsRequestSchema,
  decisionsSchema,
  disagreementsQuerySchema,
  disagreementsSchema,
  documentSchema,
  documentsSchema,
  eventSchema,
  failureSchema,
  overviewSchema,
  queueQuerySchema,
  queueSchema,
  rulesSchema,
  searchQuerySchema,
  searchSchema,
  sessionSchema,
  timelineSchema,
} from './schemas.ts'

/* What can be asked of the server: the one table from which both the routing and the OpenAPI document are made. */

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const failures = {
  400: json(failureSchema, 'the request does not fit; `fields` names what'),
  401: json(failureSchema, 'not signed in'),
  403: json(failureSchema, 'a foreign host or origin, or not for a reviewer who decides blind'),
  404: json(failureSchema, 'there is no such thing'),
  429: json(failureSchema, 'too many wrong tokens'),
  503: json(failureSchema, 'the database cannot be used'),
} as const

const body = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
})

const params = z.object({ id: z.string() })

export const routes = {
  session: createRoute({
    method: 'get',
    path: '/api/session',
    summary: 'Who is signed in',
    responses: { 200: json(sessionSchema, 'the reviewer'), ...failures },
  }),
  overview: createRoute({
    method: 'get',
    path: '/api/overview',
    summary: 'Counts by layer, state, document and rule',
    responses: { 200: json(overviewSchema, 'counts as they are now'), ...failures },
  }),
  timeline: createRoute({
    method: 'get',
    path: '/api/timeline',
    summary: 'Casualty claims and warnings that have a date and are not rejected, the earliest first',
    responses: { 200: json(timelineSchema, 'claims and warnings'), ...failures },
  }),
  documents: createRoute({
    method: 'get',
    path: '/api/documents',
    summary: 'All documents with their progress, by title',
    responses: { 200: json(documentsSchema, 'the documents'), ...failures },
  }),
  document: createRoute({
    method: 'get',
    path: '/api/documents/{id}',
    summary: 'A document with its paragraphs and annotations',
    request: { params },
    responses: { 200: json(documentSchema, 'the document'), ...failures },
  }),
  queue: createRoute({
    method: 'get',
    path: '/api/queue',
    summary: 'What to decide next, the least certain first, by filters',
    request: { query: queueQuerySchema },
    responses: { 200: json(queueSchema, 'a page of annotations'), ...failures },
  }),
  search: createRoute({
    method: 'get',
    path: '/api/search',
    summary: 'Paragraphs that hold words',
    request: { query: searchQuerySchema },
    responses: { 200: json(searchSchema, 'the closest first'), ...failures },
  }),
  annotation: createRoute({
    method: 'get',
    path: '/api/annotations/{id}',
    summary: 'An annotation with its history',
    request: { params },
    responses: { 200: json(annotationDetailSchema, 'the annotation'), ...failures },
  }),
  add: createRoute({
    method: 'post',
    path: '/api/annotations',
    summary: "Add a reviewer's own annotation, accepted by them; to undo, withdraw that decision",
    request: { body: body(additionRequestSchema) },
    responses: {
      200: json(additionSchema, 'the annotation; the same where it was added before'),
      ...failures,
      409: json(failureSchema, 'somebody decided on the same annotation meanwhile'),
      422: json(failureSchema, 'the span or the fields make no sense'),
    },
  }),
  decide: createRoute({
    method: 'post',
    path: '/api/decisions',
    summary: 'Decide on annotations, each if it is still as it was seen',
    description:
      'All that can be decided is, in one transaction. A decision that is sent again, because its answer was lost, is ' +
      'answered as before and not made twice. To undo, send the verdict `withdraw`.',
    request: { body: body(decisionsRequestSchema) },
    responses: {
      200: json(decisionsSchema, 'at least one was decided; `results` says which'),
      ...failures,
      409: json(
        decisionsSchema,
        'none was decided, at least one because it is not as it was seen; `current` is how it is',
      ),
      422: json(decisionsSchema, 'none was decided: they make no sense, for the reasons given'),
    },
  }),
  actors: createRoute({
    method: 'get',
    path: '/api/actors',
    summary: 'All actors, as the register says which of them are one, the most mentioned first',
    responses: { 200: json(actorsSchema, 'the actors'), ...failures },
  }),
  actor: createRoute({
    method: 'get',
    path: '/api/actors/{id}',
    summary: 'An actor by id, name or alias, with its changes and those that may be the same',
    request: { params },
    responses: { 200: json(actorDetailSchema, 'the actor'), ...failures },
  }),
  changeActors: createRoute({
    method: 'post',
    path: '/api/actors/changes',
    summary: 'Change the register: name, type, alias, not-alias, merge, split; withdraw to undo',
    request: { body: body(actorChangesRequestSchema) },
    responses: {
      200: json(actorChangesSchema, 'all were made'),
      ...failures,
      409: json(actorChangesSchema, 'none was made: an actor is not as it was seen'),
      422: json(actorChangesSchema, 'none was made: one makes no sense'),
    },
  }),
  rules: createRoute({
    method: 'get',
    path: '/api/rules',
    summary: 'What each rule found and how much of it was confirmed',
    responses: { 200: json(rulesSchema, 'the rules'), ...failures },
  }),
  agreement: createRoute({
    method: 'get',
    path: '/api/agreement',
    summary: 'How far reviewers agree who decided without sight of each other',
    request: { query: agreementQuerySchema },
    responses: { 200: json(agreementSchema, 'the figures'), ...failures },
  }),
  disagreements: createRoute({
    method: 'get',
    path: '/api/disagreements',
    summary: 'Annotations on which such decisions differ, for adjudication',
    request: { query: disagreementsQuerySchema },
    responses: { 200: json(disagreementsSchema, 'the annotations'), ...failures },
  }),
  events: createRoute({
    method: 'get',
    path: '/api/events',
    summary: 'What is decided and extracted from now on, as server-sent events',
    description:
      'The id of an event is `VERSION.RUN`; the browser names the last one when it connects again. `since` is the ' +
      '`version` of what the page fetched, where it connects for the first time.',
    request: {
      query: z.strictObject({ since: z.coerce.number().int().nonnegative().optional() }),
      headers: z.object({
        'last-event-id': z
          .string()
          .regex(/^\d{1,15}\.\d{1,15}$/, 'the id of an event is VERSION.RUN')
          .optional(),
      }),
    },
    responses: {
      200: { description: 'a stream', content: { 'text/event-stream': { schema: eventSchema } } },
      ...failures,
    },
  }),
} as const
