import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import type { Explainer } from '../../extract/explain.ts'
import {
  type AnyReviewed,
  type PastDecision,
  type QueuePlace,
  queuePlaceSchema,
  type Review,
  type Store,
  type StoredDocument,
} from '../../store/index.ts'
import { ActorDirectory } from './actors.ts'
import { byLayer, byRule, byState } from './counts.ts'
import { agreementOf, disagreementsIn, isSettled } from './double-coding.ts'
import { failure, malformed, Refusal } from './failure.ts'
import type { Feed } from './feed.ts'
import { routes } from './routes.ts'
import {
  actorChangesSchema,
  actorDetailSchema,
  actorsSchema,
  additionSchema,
  agreementSchema,
  annotationDetailSchema,
  decisionsSchema,
  disagreementsSchema,
  documentSchema,
  documentsSchema,
  overviewSchema,
  queueSchema,
  rulesSchema,
  searchSchema,
  sessionSchema,
  timelineSchema,
} from './schemas.ts'
import type { SignedIn } from './sign-in.ts'

/** The largest body that is read, in bytes. */
export const mostBytes = 4 * 1024 * 1024

interface ApiOptions {
  readonly explainer: Promise<Explainer>
  readonly store: Store
  readonly feed: Feed
  /** The program's version. */
  readonly tocsin: string
}

/** Answers the routes; whoever asks is signed in already. Everything that goes out is checked against its schema. */
export function apiOf({ store, feed, explainer, tocsin }: ApiOptions): OpenAPIHono<SignedIn> {
  const api = new OpenAPIHono<SignedIn>({
    defaultHook: (result, context) => (result.success ? undefined : malformed(context, result.error)),
  })
  const version = () => store.standing().version
  const now = () => new Date().toISOString()

  api.use(
    '/api/*',
    bodyLimit({
      maxSize: mostBytes,
      onError: (context) =>
        failure(context, 413, 'too-large', `The body is larger than ${mostBytes} bytes: send it in parts.`),
    }),
  )

  api.openapi(routes.session, (context) => {
    const review = reviewOf(context.get('session'))
    const { reviewer, blind } = review.sight
    return context.json(sessionSchema.parse({ reviewer, blind, tocsin, version: version(), ...review.pace() }), 200)
  })

  api.openapi(routes.overview, (context) => {
    const counts = reviewOf(context.get('session')).counts()
    const documents = store.documents()
    const byDocument = documents.map(({ id, metadata }) => ({
      document: id,
      title: metadata.title,
      counts: byState(counts.filter(({ document }) => document === id)),
    }))
    const overview = {
      documents: documents.length,
      layers: byLayer(counts),
      byDocument,
      byRule: byRule(counts),
      version: version(),
    }
    return context.json(overviewSchema.parse(overview), 200)
  })

  api.openapi(routes.timeline, (context) => {
    const timeline = reviewOf(context.get('session')).timeline()
    const [claims, warnings] = (['casualty', 'warning'] as const).map((layer) =>
      timeline.filter((annotation) => annotation.layer === layer),
    )
    return context.json(timelineSchema.parse({ claims, warnings, version: version() }), 200)
  })

  api.openapi(routes.documents, (context) => {
    const counts = reviewOf(context.get('session')).counts()
    const documents = store.documents().map((document) => ({
      ...summaryOf(document),
      counts: byLayer(counts.filter((count) => count.document === document.id)),
    }))
    return context.json(documentsSchema.parse({ documents, version: version() }), 200)
  })

  api.openapi(routes.document, (context) => {
    const { id } = context.req.valid('param')
    const opened = reviewOf(context.get('session')).document(id)
    if (opened === undefined) throw new Refusal(404, 'no-document', `There is no document ${id}.`)
    const { document, paragraphs, annotations } = opened
    const counts = byLayer(annotations.map((annotation) => ({ ...annotation, count: 1 })))
    const answer = { document: { ...summaryOf(document), counts }, paragraphs, annotations, version: version() }
    return context.json(documentSchema.parse(answer), 200)
  })

  api.openapi(routes.queue, async (context) => {
    const review = reviewOf(context.get('session'))
    const { layer, state, actor, q, order, limit, cursor, ...rest } = context.req.valid('query')
    const after = cursor === undefined ? null : placeOf(cursor)
    if (after === undefined) {
      throw new Refusal(400, 'malformed', 'cursor: use `next` of the page before, as it was given', [
        { field: 'cursor', message: 'is not one that was given' },
      ])
    }
    const names = actor === undefined ? undefined : await namesOf(review, actor)
    const filter = { ...rest, layers: layer, states: state, text: q, actor: names }
    const page = review.queue({ filter, order, after, limit })
    const next = page.next === null ? null : Buffer.from(JSON.stringify(page.next)).toString('base64url')
    return context.json(queueSchema.parse({ ...page, next, version: version() }), 200)
  })

  api.openapi(routes.search, (context) => {
    const { q, limit } = context.req.valid('query')
    return context.json(searchSchema.parse({ paragraphs: store.searchParagraphs(q, limit) }), 200)
  })

  api.openapi(routes.annotation, async (context) => {
    const { id } = context.req.valid('param')
    const review = reviewOf(context.get('session'))
    const [annotation] = review.annotations([id])
    if (annotation === undefined) throw new Refusal(404, 'no-annotation', `There is no annotation ${id}.`)
    const { rule, entry } = await explainer
    const paragraph = review.paragraph(annotation.document, annotation.places[0]?.paragraph)
    const detail = {
      annotation,
      history: review.history(id),
      explanation: annotation.rule === null ? null : rule(annotation.rule),
      lexicon: annotation.rule === null ? null : entry(annotation.machine ?? annotation, paragraph ?? null),
    }
    return context.json(annotationDetailSchema.parse(detail), 200)
  })

  api.openapi(routes.add, (context) => {
    const review = reviewOf(context.get('session'))
    const added = review.add(context.req.valid('json'), now())
    if (added.outcome === 'refused') throw new Refusal(422, 'refused', added.reason)
    if (added.outcome === 'conflict') throw new Refusal(409, 'conflict', 'Somebody decided on it: look again.')
    feed.wake()
    const [annotation] = review.annotations([added.annotation])
    return context.json(additionSchema.parse({ annotation, version: version() }), 200)
  })

  api.openapi(routes.decide, (context) => {
    const review = reviewOf(context.get('session'))
    const { decisions } = context.req.valid('json')
    const decided = review.decide(decisions, now())
    const current = new Map<string, AnyReviewed>(
      review.annotations([...new Set(decisions.map(({ annotation }) => annotation))]).map((one) => [one.id, one]),
    )
    const results = decisions.map(({ annotation }, place) => {
      const result = decided[place]
      return {
        annotation,
        outcome: result?.outcome,
        reason: result?.outcome === 'refused' ? result.reason : null,
        current: current.get(annotation) ?? null,
      }
    })
    const isAny = (outcome: string) => decided.some((result) => result.outcome === outcome)
    if (isAny('decided')) feed.wake()
    const status = isAny('decided') ? 200 : isAny('conflict') ? 409 : 422
    return context.json(decisionsSchema.parse({ results, version: version() }), status)
  })

  api.openapi(routes.actors, async (context) => {
    const directory = await directoryOf(reviewOf(context.get('session')))
    const answer = { actors: directory.all(), duplicates: directory.duplicates(), version: version() }
    return context.json(actorsSchema.parse(answer), 200)
  })

  api.openapi(routes.actor, async (context) => {
    const { id } = context.req.valid('param')
    const { actor: lexiconOf } = await explainer
    const directory = await directoryOf(reviewOf(context.get('session')))
    const actor = directory.find(id)
    if (actor === undefined) throw new Refusal(404, 'no-actor', `There is no actor "${id}".`)
    const merged = directory.mergedInto(actor.id)
    const history = [actor.id, ...merged.map((one) => one.id)]
      .flatMap((one) => store.registerHistory(one).map((change) => ({ ...change, actor: one })))
      .sort((a, b) => a.version - b.version)
    const lexicon = lexiconOf(actor.id)
    const detail = { actor, merged, similar: directory.similarTo(actor), lexicon, history }
    return context.json(actorDetailSchema.parse(detail), 200)
  })

  api.openapi(routes.changeActors, async (context) => {
    const review = reviewOf(context.get('session'))
    const { changes } = context.req.valid('json')
    const by = { reviewer: review.sight.reviewer, decidedAt: now() }
    const results = store.changeRegisterAll(changes.map((change) => ({ ...change, ...by })))
    const last = results.at(-1)
    const outcome = last?.outcome ?? 'refused'
    if (outcome === 'decided') feed.wake()
    const directory = await directoryOf(review)
    const concerned = changes.flatMap(({ actor, change, value }) =>
      change === 'merge' || change === 'split' ? [actor, value] : [actor],
    )
    const actors = new Map(
      concerned.flatMap((name) => {
        const actor = directory.find(name)
        return actor === undefined ? [] : [[actor.id, actor] as const]
      }),
    )
    const answer = {
      outcome,
      reason: last?.outcome === 'refused' ? last.reason : null,
      actors: [...actors.values()],
      version: version(),
    }
    const status = outcome === 'decided' ? 200 : outcome === 'conflict' ? 409 : 422
    return context.json(actorChangesSchema.parse(answer), status)
  })

  api.openapi(routes.rules, async (context) => {
    const { rule: explanationOf } = await explainer
    const review = reviewOf(context.get('session'))
    const counts = new Map(byRule(review.counts()).map((rule) => [rule.rule, rule]))
    const rules = review.trust().map((trust) => ({
      ...trust,
      ...counts.get(trust.rule),
      explanation: explanationOf(trust.rule),
    }))
    return context.json(rulesSchema.parse({ rules, version: version() }), 200)
  })

  api.openapi(routes.agreement, (context) => {
    if (context.get('session').blind) throw new Refusal(403, 'blind', notForTheBlind)
    const decisions = store.independentDecisions(context.req.valid('query').document ?? null)
    return context.json(agreementSchema.parse({ ...agreementOf(decisions), version: version() }), 200)
  })

  api.openapi(routes.disagreements, (context) => {
    if (context.get('session').blind) throw new Refusal(403, 'blind', notForTheBlind)
    const review = reviewOf(context.get('session'))
    const { document, settled } = context.req.valid('query')
    const disagreements = disagreementsIn(store.independentDecisions(document ?? null))
      .filter((decisions) => isSettled(decisions) === (settled === 'yes'))
      .flatMap((decisions) => {
        const links = new Set(decisions.map(({ link }) => link))
        const [annotation] = review.annotations(decisions.slice(0, 1).map((decision) => decision.annotation))
        if (annotation === undefined) return []
        const independent = review.history(annotation.id).filter((past) => links.has(past.version))
        const made = independent.map((past) => ({ ...past, made: madeOf(review, annotation, past) }))
        return [{ annotation, decisions: made, settled: settled === 'yes' }]
      })
    const contexts = review.contexts(disagreements.map(({ annotation }) => annotation))
    return context.json(disagreementsSchema.parse({ disagreements, contexts, version: version() }), 200)
  })

  api.openapi(routes.events, (context) => {
    const review = reviewOf(context.get('session'))
    const newest = feed.place()
    const { since } = context.req.valid('query')
    const last = context.req.valid('header')['last-event-id']?.split('.').map(Number)
    const from = { version: last?.[0] ?? since ?? newest.version, run: last?.[1] ?? newest.run }
    return streamSSE(context, (stream) => feed.stream(stream, review, from))
  })

  api.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Tocsin review', version: tocsin, description: 'What the review page asks of its server.' },
  })

  api.all('/api/*', (context) =>
    failure(context, 404, 'no-route', `There is no ${context.req.method} ${context.req.path}; see /api/openapi.json.`),
  )

  function reviewOf(session: SignedIn['Variables']['session']): Review {
    return store.reviewBy({ reviewer: session.reviewer, blind: session.blind })
  }

  async function directoryOf(review: Review): Promise<ActorDirectory> {
    const { actor } = await explainer
    return new ActorDirectory(store.register(), review.mentions(), (name) => actor(name) !== null)
  }

  /** The names in annotations that mean an actor. */
  async function namesOf(review: Review, name: string): Promise<string[]> {
    const actor = (await directoryOf(review)).find(name)
    return actor === undefined ? [name] : [actor.name, ...actor.names, ...actor.aliases]
  }

  return api
}

const notForTheBlind = 'You decide without sight of what others decide: ask whoever adjudicates.'

/** What a decision would have an annotation be; `null` where it rejects it. */
function madeOf(review: Review, annotation: AnyReviewed, { verdict, start, end, fields }: PastDecision) {
  if (verdict === 'reject') return null
  if (start === null || end === null || fields === null) return annotation.machine ?? annotation
  return { start, end, fields, ...review.excerpt(annotation.document, { start, end }) }
}

function summaryOf({ id, mediaType, metadata, path, length, extractedAt, notices }: StoredDocument) {
  return { id, mediaType, metadata, path, length, extractedAt, notices }
}

function placeOf(cursor: string): QueuePlace | undefined {
  try {
    return queuePlaceSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    return undefined
  }
}
