import type { Database } from 'better-sqlite3'
import type { z } from 'zod'
import type { Layer, Origin, State } from '../model/index.ts'
import { annotationColumns, annotationRow, decisionOf, type Finding } from './annotations.ts'
import type { Layout, Layouts, Place } from './layouts.ts'

/** Who looks, and whether they are kept from seeing what others decided. */
export interface Sight {
  readonly reviewer: string
  readonly blind: boolean
}

/** What a reviewer is shown of an annotation. */
export interface Reviewed<L extends Layer = Layer> extends Finding<L> {
  readonly id: string
  /** Id of its document. */
  readonly document: string
  readonly layer: L
  readonly origin: Origin
  readonly state: State
  /** Where the span shows in the paragraphs' clean text. */
  readonly places: readonly Place[]
  /** As it was found, where the state is `corrected` and the span and fields above are the reviewer's; else `null`. */
  readonly machine: (Finding<L> & { readonly places: readonly Place[] }) | null
  /** Whether the newest run of its document found it. */
  readonly found: boolean
  /** Rule and its confidence when it was found; `null` where a person made it. */
  readonly rule: string | null
  readonly confidence: number | null
  /** The decision that holds, of those the reviewer sees; `null` while pending. */
  readonly decision: {
    readonly reviewer: string
    readonly note: string | null
    readonly decidedAt: string
  } | null
  /** To be named when deciding: 0, or the number of the newest decision on it that the reviewer sees. */
  readonly version: number
}

/** An annotation of any layer, told apart by `layer`. */
export type AnyReviewed = { [L in Layer]: Reviewed<L> }[Layer]

/**
 * As the view `current_annotations`, for the eyes of `:viewer`: with nobody's decisions but theirs, or with all where it
 * is null.
 */
export const reviewedRows = `
  select
    annotations.id, annotations.document, annotations.layer, annotations.origin,
    annotations.span_start as machine_start, annotations.span_end as machine_end,
    annotations.exact as machine_exact, annotations.fields as machine_fields,
    coalesce(holding.span_start, annotations.span_start) as span_start,
    coalesce(holding.span_end, annotations.span_end) as span_end,
    coalesce(holding.fields, annotations.fields) as fields,
    case holding.verdict
      when 'accept' then 'accepted'
      when 'correct' then 'corrected'
      when 'reject' then 'rejected'
      else 'pending'
    end as state,
    holding.link as decision, holding.reviewer, holding.note, holding.decided_at,
    coalesce(
      (
        select max(link) from decisions
        where decisions.annotation = annotations.id and (:viewer is null or decisions.reviewer = :viewer)
      ),
      0
    ) as version,
    found.annotation is not null as found,
    coalesce(found.rule, latest.rule) as rule,
    coalesce(found.confidence, latest.confidence) as confidence
  from annotations
  left join decisions as holding on holding.link = (
    select max(link) from standing_decisions as standing
    where standing.annotation = annotations.id and (:viewer is null or standing.reviewer = :viewer)
  )
  left join newest_runs on newest_runs.document = annotations.document
  left join run_annotations as found on found.run = newest_runs.run and found.annotation = annotations.number
  left join run_annotations as latest on latest.annotation = annotations.number and latest.run = (
    select max(run) from run_annotations where run_annotations.annotation = annotations.number
  )
  where found.annotation is not null or holding.link is not null or annotations.origin = 'import'`

/** Whose decisions are shown; `null` is everybody's. */
export function viewerOf(sight: Sight): string | null {
  return sight.blind ? sight.reviewer : null
}

/** A document's annotations by start, end, layer and id. */
export function reviewedIn(
  connection: Database,
  layouts: Layouts,
  asked: { readonly sight: Sight; readonly document: string },
): AnyReviewed[] {
  const rows = connection
    .prepare(
      `select ${annotationColumns} from (${reviewedRows}) where document = :document
       order by span_start, span_end, layer, id`,
    )
    .all({ viewer: viewerOf(asked.sight), document: asked.document })
  return reviewedOf(rows, layouts)
}

/** Annotations by their ids, in the order of these; unknown ones are left out. */
export function reviewedByIds(
  connection: Database,
  layouts: Layouts,
  asked: { readonly sight: Sight; readonly ids: readonly string[] },
): AnyReviewed[] {
  const select = connection.prepare(`select ${annotationColumns} from (${reviewedRows}) where id = :id`)
  const rows = asked.ids.map((id) => select.get({ viewer: viewerOf(asked.sight), id }))
  return reviewedOf(
    rows.filter((row) => row !== undefined),
    layouts,
  )
}

/** Rows of `reviewedRows` as a reviewer is shown them. */
export function reviewedOf(rows: readonly unknown[], layouts: Layouts): AnyReviewed[] {
  const byDocument = new Map<string, Layout | undefined>()
  return rows.map((row) => {
    const read = annotationRow.parse(row)
    if (!byDocument.has(read.document)) byDocument.set(read.document, layouts.of(read.document))
    return shown(read, byDocument.get(read.document))
  })
}

function shown(row: z.infer<typeof annotationRow>, layout: Layout | undefined): AnyReviewed {
  const isCorrected = row.state === 'corrected'
  const span = { start: row.span_start, end: row.span_end }
  const machineSpan = { start: row.machine_start, end: row.machine_end }
  const common = {
    id: row.id,
    document: row.document,
    origin: row.origin,
    state: row.state,
    ...span,
    exact: isCorrected ? (layout?.text.slice(span.start, span.end) ?? '') : row.machine_exact,
    places: layout?.placesOf(span) ?? [],
    found: row.found === 1,
    rule: row.rule,
    confidence: row.confidence,
    decision: decisionOf(row),
    version: row.version,
  }
  const asFound = <F>(fields: F) =>
    isCorrected
      ? { ...machineSpan, exact: row.machine_exact, fields, places: layout?.placesOf(machineSpan) ?? [] }
      : null
  // Written out by layer because only so does the type checker see that layer and fields belong together.
  switch (row.layer) {
    case 'date':
      return { ...common, layer: 'date', fields: row.fields, machine: asFound(row.machine_fields) }
    case 'actor':
      return { ...common, layer: 'actor', fields: row.fields, machine: asFound(row.machine_fields) }
    case 'casualty':
      return { ...common, layer: 'casualty', fields: row.fields, machine: asFound(row.machine_fields) }
    case 'warning':
      return { ...common, layer: 'warning', fields: row.fields, machine: asFound(row.machine_fields) }
  }
}
