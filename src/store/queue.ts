import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type Layer, layers, type State, states } from '../model/index.ts'
import { annotationColumns } from './annotations.ts'
import { type Context, contextsOf } from './contexts.ts'
import type { Layouts } from './layouts.ts'
import { likelihood, rates } from './likelihood.ts'
import { type AnyReviewed, reviewedOf, reviewedRows, type Sight, viewerOf } from './reviewed.ts'
import { expressionOf } from './search.ts'

/** Which annotations; what is left out is not asked for. */
export interface QueueFilter {
  readonly document?: string | undefined
  readonly layers?: readonly Layer[] | undefined
  readonly rule?: string | undefined
  readonly states?: readonly State[] | undefined
  /** Names of one actor: annotations of it, or that name it in a field. */
  readonly actor?: readonly string[] | undefined
  /** Bounds on how likely it is right, both inclusive. */
  readonly atLeast?: number | undefined
  readonly atMost?: number | undefined
  /** Words that the paragraph in which it was found must hold. */
  readonly text?: string | undefined
}

export type QueueOrder = 'uncertain' | 'reading'

/** Where to go on: the sort key of the last annotation of the page before. */
export const queuePlaceSchema = z.tuple([z.number(), z.string(), z.int(), z.string()])
export type QueuePlace = z.infer<typeof queuePlaceSchema>

export interface QueuePage {
  readonly annotations: readonly AnyReviewed[]
  /** The paragraphs that they stand in, each once. */
  readonly contexts: readonly Context[]
  /** How many the filter lets through, on all pages. */
  readonly total: number
  /** `null` on the last page. */
  readonly next: QueuePlace | null
}

/** A page of the queue: the least certain first, or in the order of reading. */
export function queueIn(
  connection: Database,
  layouts: Layouts,
  asked: {
    readonly sight: Sight
    readonly filter: QueueFilter
    readonly order: QueueOrder
    readonly after: QueuePlace | null
    readonly limit: number
  },
): QueuePage {
  const { sight, filter, order, after, limit } = asked
  const expression = filter.text === undefined ? '' : expressionOf(filter.text)
  const parameters = {
    viewer: viewerOf(sight),
    document: filter.document ?? null,
    layers: JSON.stringify(filter.layers ?? layers),
    rule: filter.rule ?? null,
    states: JSON.stringify(filter.states ?? states),
    actor: filter.actor === undefined ? null : JSON.stringify(filter.actor),
    atLeast: filter.atLeast ?? null,
    atMost: filter.atMost ?? null,
    ...(expression === '' ? {} : { expression }),
  }
  const matching = `
    with ${rates}${expression === '' ? '' : `, ${hits}`},
    matching as (
      select *, ${order === 'uncertain' ? 'likelihood' : '0.0'} as rank
      from (select ${annotationColumns}, ${likelihood} as likelihood from (${reviewedRows}) as annotation) as likely
      where (:document is null or document = :document)
        and layer in (select value from json_each(:layers))
        and (:rule is null or rule = :rule)
        and state in (select value from json_each(:states))
        and (:atLeast is null or likelihood >= :atLeast)
        and (:atMost is null or likelihood <= :atMost)
        and (
          :actor is null
          or exists (
            select 1 from json_each(:actor) as name
            where name.value in (
              fields ->> 'name', fields ->> 'perpetrator', fields ->> 'source', fields ->> 'speaker',
              fields ->> 'addressee'
            )
          )
        )
        ${expression === '' ? '' : inHit}
    )`
  const rows = connection
    .prepare(
      `${matching} select ${annotationColumns}, rank from matching
       where :rank is null or (rank, document, span_start, id) > (:rank, :afterDocument, :afterStart, :afterId)
       order by rank, document, span_start, id limit :limit`,
    )
    .all({
      ...parameters,
      rank: after?.[0] ?? null,
      afterDocument: after?.[1] ?? null,
      afterStart: after?.[2] ?? null,
      afterId: after?.[3] ?? null,
      limit: limit + 1,
    })
  const total = z.int().parse(connection.prepare(`${matching} select count(*) from matching`).pluck().get(parameters))
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const annotations = reviewedOf(page, layouts)
  return {
    annotations,
    contexts: contextsOf(annotations, layouts),
    total,
    next: rows.length > limit && last !== undefined ? placeOf(last) : null,
  }
}

/** Source pieces of the paragraphs that hold the words. */
const hits = `
  hits as materialized (
    select paragraphs.document, piece.value ->> 0 as piece_start, piece.value ->> 1 as piece_end
    from paragraph_search
    join paragraphs on paragraphs.id = paragraph_search.rowid
    join json_each(paragraphs.ranges) as piece
    where paragraph_search match :expression
  )`

const inHit = `
  and id in (
    select annotations.id from hits
    cross join annotations on annotations.document = hits.document
      and annotations.span_start >= piece_start and annotations.span_start < piece_end
  )`

const placeRow = z.object({ rank: z.number(), document: z.string(), span_start: z.int(), id: z.string() })

function placeOf(row: unknown): QueuePlace {
  const { rank, document, span_start: start, id } = placeRow.parse(row)
  return [rank, document, start, id]
}
