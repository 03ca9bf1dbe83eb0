import { z } from 'zod'
import {
  actorTypes,
  fieldSchemas,
  type Layer,
  layers,
  mediaTypes,
  metadataSchema,
  origins,
  paragraphKinds,
  registerChanges,
  states,
  verdicts,
} from '../../model/index.ts'

/*
 * Everything that goes over the wire, either way. The server checks what comes in and what goes out against these, the
 * OpenAPI document is made from them, and the page imports them.
 */

/** Whether any unknown key is an error: in what comes in, a misspelt field must not be passed over in silence. */
const request = z.strictObject
const answer = z.object

const documentId = z.string().regex(/^[0-9a-f]{64}$/, 'an id is 64 hexadecimal digits')
const annotationId = documentId
const version = z.int().nonnegative()
const instant = z.string().meta({ description: 'ISO 8601 instant, UTC' })
const offset = z.int().nonnegative()

export const failureSchema = answer({
  error: answer({
    code: z.string().meta({ description: 'what kind of failure, for programs' }),
    message: z.string().meta({ description: 'what was wrong and what to do, for people' }),
    fields: z
      .array(answer({ field: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'which fields of the request do not fit' }),
  }),
}).meta({ id: 'Failure' })

export const placeSchema = answer({ paragraph: z.int(), start: offset, end: offset }).meta({
  id: 'Place',
  description: "a stretch of a paragraph's clean text, in UTF-16 code units, half-open",
})

const span = { start: offset, end: offset }

const findingOf = <L extends Layer>(layer: L) => ({
  ...span,
  exact: z.string(),
  fields: fieldSchemas[layer],
  places: z.array(placeSchema).readonly(),
})

const annotationOf = <L extends Layer>(layer: L) =>
  answer({
    id: annotationId,
    document: documentId,
    layer: z.literal(layer),
    origin: z.enum(origins),
    state: z.enum(states),
    ...findingOf(layer),
    machine: answer(findingOf(layer))
      .nullable()
      .meta({ description: 'as it was found, where a reviewer corrected it; else `null`' }),
    found: z.boolean().meta({ description: 'whether the newest run of its document found it' }),
    rule: z.string().nullable(),
    confidence: z.number().nullable(),
    decision: answer({ reviewer: z.string(), note: z.string().nullable(), decidedAt: instant })
      .nullable()
      .meta({ description: 'the decision that holds' }),
    version: version.meta({ description: 'to be named as `seen` when deciding' }),
  })

export const annotationSchema = z
  .discriminatedUnion('layer', [
    annotationOf('date'),
    annotationOf('actor'),
    annotationOf('casualty'),
    annotationOf('warning'),
  ])
  .meta({ id: 'Annotation' })
export type ApiAnnotation = z.infer<typeof annotationSchema>

export const sessionSchema = answer({
  reviewer: z.string(),
  blind: z.boolean().meta({ description: 'whether the reviewer is kept from what others decide' }),
  version: version.meta({ description: 'number of the newest decision in the database' }),
  tocsin: z.string(),
  decisions: z.int().meta({ description: 'how many this reviewer made' }),
  medianMilliseconds: z.number().nullable().meta({ description: 'their own median time a decision' }),
}).meta({ id: 'Session' })

const stateCounts = answer({ pending: z.int(), accepted: z.int(), corrected: z.int(), rejected: z.int() }).meta({
  id: 'StateCounts',
})
const layerCounts = answer({ date: stateCounts, actor: stateCounts, casualty: stateCounts, warning: stateCounts })

const documentSummary = answer({
  id: documentId,
  mediaType: z.enum(mediaTypes),
  metadata: metadataSchema,
  path: z.string(),
  length: z.int().meta({ description: 'of the source, in UTF-16 code units' }),
  extractedAt: instant,
  notices: z.array(z.string()).readonly(),
  counts: layerCounts,
}).meta({ id: 'DocumentSummary' })

export const documentsSchema = answer({ documents: z.array(documentSummary), version }).meta({ id: 'Documents' })

const textRun = answer({ clean: offset, cleanLength: z.int(), source: offset, sourceLength: z.int() })

export const paragraphSchema = answer({
  index: z.int(),
  kind: z.enum(paragraphKinds),
  headings: z.array(z.string()).readonly(),
  page: z.int().nullable(),
  ranges: z.array(answer(span)).readonly(),
  text: z.string().meta({ description: 'clean text: what is shown, and what `places` point into' }),
  map: z.array(textRun).readonly().meta({ description: 'from `text` back to the source' }),
}).meta({ id: 'Paragraph' })

export const documentSchema = answer({
  document: documentSummary,
  paragraphs: z.array(paragraphSchema).readonly(),
  annotations: z.array(annotationSchema).readonly(),
  version,
}).meta({ id: 'Document' })

const rule = answer({
  rule: z.string(),
  counts: stateCounts,
  confirmed: z
    .number()
    .nullable()
    .meta({ description: 'share of the decided that were accepted as found; `null` where none is decided' }),
}).meta({ id: 'Rule' })

export const rulesSchema = answer({
  rules: z.array(
    rule.extend({
      layer: z.enum(layers),
      confidence: z.number().meta({ description: 'that it came with: its share of right annotations on gold' }),
      likelihood: z.number().meta({ description: 'the same, moved by what was decided: what orders the queue' }),
      explanation: z.string().nullable().meta({ description: 'what it does, in plain words' }),
    }),
  ),
  version,
}).meta({ id: 'Rules' })

export const overviewSchema = answer({
  documents: z.int(),
  layers: layerCounts,
  byDocument: z.array(answer({ document: documentId, title: z.string().nullable(), counts: stateCounts })),
  byRule: z.array(rule),
  version,
}).meta({ id: 'Overview' })

const timed = { id: true, document: true, state: true, exact: true, fields: true } as const

export const timelineSchema = answer({
  claims: z.array(annotationOf('casualty').pick(timed)),
  warnings: z.array(annotationOf('warning').pick(timed)),
  version,
}).meta({ id: 'Timeline' })

/** A list in a query: given once with commas. */
const listOf = <T extends z.ZodType<unknown, string>>(one: T) =>
  z
    .string()
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(one))

const share = z.coerce.number().min(0).max(1)

export const queueQuerySchema = request({
  document: documentId.optional(),
  layer: listOf(z.enum(layers)).optional().meta({ description: 'one or several, with commas' }),
  rule: z.string().optional(),
  state: listOf(z.enum(states)).default(['pending']).meta({ description: 'one or several, with commas' }),
  actor: z.string().optional().meta({ description: 'id or name: annotations of it, or that name it in a field' }),
  atLeast: share.optional().meta({ description: 'lower bound on how likely it is right' }),
  atMost: share.optional(),
  q: z.string().max(500).optional().meta({ description: 'words that the paragraph must hold' }),
  order: z.enum(['uncertain', 'reading']).default('uncertain'),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(1000).optional().meta({ description: '`next` of the page before' }),
})

const contexts = z
  .array(
    answer({
      document: documentId,
      index: z.int(),
      headings: z.array(z.string()).readonly(),
      page: z.int().nullable(),
      text: z.string(),
    }),
  )
  .readonly()
  .meta({ description: 'the paragraphs that they stand in, each once' })

export const queueSchema = answer({
  annotations: z.array(annotationSchema).readonly(),
  contexts,
  total: z.int().meta({ description: 'how many the filter lets through, on all pages' }),
  next: z.string().nullable().meta({ description: 'cursor of the next page' }),
  version,
}).meta({ id: 'Queue' })

export const searchQuerySchema = request({
  q: z.string().min(1).max(500),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const searchSchema = answer({
  paragraphs: z.array(
    answer({
      document: documentId,
      title: z.string().nullable(),
      index: z.int(),
      kind: z.enum(paragraphKinds),
      page: z.int().nullable(),
      text: z.string(),
    }),
  ),
}).meta({ id: 'SearchHits' })

const fieldsSchema = z.record(z.string(), z.unknown())

const pastDecision = answer({
  version,
  reviewer: z.string(),
  verdict: z.enum(verdicts),
  start: offset.nullable(),
  end: offset.nullable(),
  fields: fieldsSchema.nullable(),
  note: z.string().nullable(),
  decidedAt: instant,
  withdrawn: version.nullable().meta({ description: 'the decision that a withdrawal took back' }),
  stands: z.boolean(),
  milliseconds: z.int().nullable(),
}).meta({ id: 'PastDecision' })

export const annotationDetailSchema = answer({
  annotation: annotationSchema,
  history: z.array(pastDecision).meta({ description: 'oldest first' }),
  explanation: z.string().nullable().meta({ description: 'what the rule does, in plain words' }),
  lexicon: z.string().nullable().meta({ description: 'what the lexicon knows of the words that were found' }),
}).meta({ id: 'AnnotationDetail' })

const note = z.string().max(10_000).nullable().default(null)
const milliseconds = z.int().nonnegative().max(86_400_000).nullable().default(null)

export const decisionRequestSchema = request({
  annotation: annotationId,
  seen: version.meta({ description: '`version` of the annotation as it was shown' }),
  verdict: z.enum(verdicts),
  start: offset.nullable().default(null).meta({ description: 'of the source; only where the verdict is `correct`' }),
  end: z.int().positive().nullable().default(null),
  fields: fieldsSchema.nullable().default(null),
  note,
  milliseconds: milliseconds.meta({ description: 'how long the reviewer looked at it' }),
}).meta({ id: 'DecisionRequest' })

/** How many decisions one request may carry. */
export const mostDecisions = 5000

export const decisionsRequestSchema = request({
  decisions: z.array(decisionRequestSchema).min(1).max(mostDecisions),
}).meta({ id: 'DecisionsRequest' })

export const outcomes = ['decided', 'conflict', 'refused'] as const

export const decisionsSchema = answer({
  results: z
    .array(
      answer({
        annotation: z.string(),
        outcome: z.enum(outcomes),
        reason: z.string().nullable().meta({ description: 'why it was refused' }),
        current: annotationSchema.nullable().meta({ description: 'as it is now; `null` where it is gone' }),
      }),
    )
    .meta({ description: 'what became of each decision, in the order of the request' }),
  version,
}).meta({ id: 'Decisions' })

export const additionRequestSchema = request({
  document: documentId,
  layer: z.enum(layers),
  start: offset.meta({ description: 'of the source' }),
  end: z.int().positive(),
  fields: fieldsSchema,
  note,
  milliseconds,
}).meta({ id: 'AdditionRequest' })

export const additionSchema = answer({ annotation: annotationSchema, version }).meta({ id: 'Addition' })

const actorSummary = answer({
  id: z.string().meta({ description: 'the name it was first found by, which stays' }),
  name: z.string(),
  type: z.enum(actorTypes).nullable(),
  aliases: z.array(z.string()),
  names: z.array(z.string()).meta({ description: 'canonical names in the annotations that mean it' }),
  mentions: z.int(),
  registered: z.boolean().meta({ description: 'whether a reviewer changed anything of it' }),
  known: z
    .boolean()
    .meta({ description: 'whether the lexicon or a reviewer has it; else it is only a name that was found' }),
  version: version.meta({ description: 'to be named as `seen` when changing it' }),
}).meta({ id: 'Actor' })
export type ApiActor = z.infer<typeof actorSummary>

const similarActor = answer({ id: z.string(), name: z.string(), likeness: z.number() })

export const actorsSchema = answer({
  actors: z.array(actorSummary),
  duplicates: z
    .array(
      answer({
        pair: z.tuple([similarActor.omit({ likeness: true }), similarActor.omit({ likeness: true })]),
        likeness: z.number(),
      }),
    )
    .meta({ description: 'pairs that are likely one actor, the likeliest first' }),
  version,
}).meta({ id: 'Actors' })

export const actorDetailSchema = answer({
  actor: actorSummary,
  merged: z.array(answer({ id: z.string(), name: z.string(), version })).meta({ description: 'merged into it' }),
  similar: z.array(similarActor).meta({ description: 'likely the same actor, the likeliest first' }),
  lexicon: z.string().nullable().meta({ description: 'what the lexicon knows of it' }),
  history: z.array(
    answer({
      actor: z.string().meta({ description: 'id of this actor or of one merged into it' }),
      version,
      change: z.enum(registerChanges),
      value: z.string(),
      reviewer: z.string(),
      note: z.string().nullable(),
      decidedAt: instant,
      stands: z.boolean(),
    }),
  ),
}).meta({ id: 'ActorDetail' })

export const actorChangeSchema = request({
  actor: z.string().min(1).max(500),
  change: z.enum(registerChanges),
  value: z
    .string()
    .min(1)
    .max(500)
    .meta({ description: 'name, type, alias, id of the other actor, or number of the change to withdraw' }),
  seen: version,
  note,
}).meta({ id: 'ActorChange' })

export const actorChangesRequestSchema = request({ changes: z.array(actorChangeSchema).min(1).max(500) }).meta({
  id: 'ActorChangesRequest',
  description: 'all are made or none; a later change of the same actor names the same `seen`',
})

export const actorChangesSchema = answer({
  outcome: z.enum(outcomes),
  reason: z.string().nullable(),
  actors: z.array(actorSummary).meta({ description: 'those concerned, as they are now' }),
  version,
}).meta({ id: 'ActorChanges' })

export const agreementQuerySchema = request({ document: documentId.optional() })

export const agreementSchema = answer({
  spans: z
    .array(
      answer({
        reviewers: z.tuple([z.string(), z.string()]),
        layer: z.enum(layers),
        both: z.int().meta({ description: 'spans that both hold' }),
        first: z.int(),
        second: z.int(),
        f1: z.number().nullable(),
      }),
    )
    .meta({ description: 'pairwise F1 of the spans that reviewers hold' }),
  fields: z
    .array(
      answer({
        layer: z.enum(layers),
        field: z.string().meta({ description: '`verdict` is whether it was accepted, corrected or rejected' }),
        units: z.int().meta({ description: 'annotations that at least two reviewers gave a value' }),
        alpha: z.number().nullable(),
      }),
    )
    .meta({ description: "Krippendorff's alpha a field" }),
  version,
}).meta({ id: 'Agreement' })

export const disagreementsQuerySchema = request({
  document: documentId.optional(),
  settled: z.enum(['yes', 'no']).default('no'),
})

export const disagreementsSchema = answer({
  disagreements: z.array(
    answer({
      annotation: annotationSchema,
      decisions: z
        .array(
          pastDecision.extend({
            made: answer({ ...span, exact: z.string(), fields: fieldsSchema, places: z.array(placeSchema).readonly() })
              .nullable()
              .meta({ description: 'what the reviewer would have it be; `null` where they reject it' }),
          }),
        )
        .meta({ description: 'the decision of each reviewer' }),
      settled: z.boolean().meta({ description: 'whether somebody who saw them decided since' }),
    }),
  ),
  contexts,
  version,
}).meta({ id: 'Disagreements' })

/** What the server tells every open page. */
export const eventSchema = z
  .discriminatedUnion('kind', [
    answer({
      kind: z.literal('decisions'),
      version,
      annotations: z.array(annotationSchema),
      gone: z.array(annotationId).meta({ description: 'no longer there: additions that were withdrawn' }),
    }),
    answer({ kind: z.literal('actors'), version, actors: z.array(z.string()) }),
    answer({ kind: z.literal('documents'), version, documents: z.array(documentId) }),
  ])
  .meta({
    id: 'Event',
    description:
      '`decisions`: annotations as they are now; `actors`: ids of actors that were changed; `documents`: documents ' +
      'that were extracted anew and are to be fetched again',
  })
export type ApiEvent = z.infer<typeof eventSchema>
