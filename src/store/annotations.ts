import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import {
  type FieldsOf,
  fieldSchemas,
  type Layer,
  layers,
  type Offset,
  type Origin,
  origins,
  type Paragraph,
  type State,
  states,
} from '../model/index.ts'
import { canonicalJson, sha256 } from './canonical.ts'
import { type DocumentText, documentTextOf } from './document-text.ts'
import { documentsIn, type StoredDocument } from './documents.ts'

/** A span with the fields of its layer. */
export interface Finding<L extends Layer = Layer> {
  readonly start: Offset
  readonly end: Offset
  /** The source at the span. */
  readonly exact: string
  readonly fields: FieldsOf[L]
}

/** What is held of an annotation now, beside what the machine found. */
export interface StoredAnnotation<L extends Layer = Layer> extends Finding<L> {
  readonly id: string
  readonly document: StoredDocument
  readonly layer: L
  readonly origin: Origin
  readonly state: State
  /** As it was found; `start`, `end`, `exact` and `fields` above are the reviewer's where the state is `corrected`. */
  readonly machine: Finding<L>
  /** Whether the newest run of its document found it. */
  readonly found: boolean
  /** Rule and confidence of the newest run that found it; `null` where a person made it. */
  readonly rule: string | null
  readonly confidence: number | null
  /** The decision that stands, `null` while pending. */
  readonly decision: { readonly reviewer: string; readonly note: string | null; readonly decidedAt: string } | null
  /** To be named when deciding: 0, or the number of the newest decision on it. */
  readonly version: number
  /** The paragraph in which the span begins, with its clean text, headings and page. */
  readonly paragraph: Paragraph | null
}

/** An annotation of any layer, told apart by `layer`. */
export type AnyStoredAnnotation = { [L in Layer]: StoredAnnotation<L> }[Layer]

/** Which annotations; what is left out is not asked for. */
export interface AnnotationFilter {
  readonly layer?: Layer
  readonly states?: readonly State[]
  /** Id of a document. */
  readonly document?: string
}

/** What makes two annotations one. */
export interface Identity {
  readonly document: string
  readonly layer: Layer
  readonly start: Offset
  readonly end: Offset
  readonly fields: unknown
  readonly origin: Origin
}

/** An annotation's id: a hash of its content, the same in every run, on every machine and in every database. */
export function annotationId({ document, layer, start, end, fields, origin }: Identity): string {
  return sha256(canonicalJson([document, layer, start, end, fields, origin]))
}

const rowOf = <L extends Layer>(layer: L) =>
  z.object({
    id: z.string(),
    document: z.string(),
    layer: z.literal(layer),
    origin: z.enum(origins),
    machine_start: z.int(),
    machine_end: z.int(),
    machine_exact: z.string(),
    machine_fields: jsonOf(layer),
    span_start: z.int(),
    span_end: z.int(),
    fields: jsonOf(layer),
    state: z.enum(states),
    reviewer: z.string().nullable(),
    note: z.string().nullable(),
    decided_at: z.string().nullable(),
    version: z.int(),
    found: z.literal([0, 1]),
    rule: z.string().nullable(),
    confidence: z.number().nullable(),
  })

function jsonOf<L extends Layer>(layer: L) {
  return z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(fieldSchemas[layer])
}

/** The columns that `annotationRow` reads. */
export const annotationColumns = `id, document, layer, origin, machine_start, machine_end, machine_exact, machine_fields,
  span_start, span_end, fields, state, reviewer, note, decided_at, version, found, rule, confidence`

/** A row of `current_annotations`. */
export const annotationRow = z.discriminatedUnion('layer', [
  rowOf('date'),
  rowOf('actor'),
  rowOf('casualty'),
  rowOf('warning'),
])

/**
 * Current annotations by document (title, those without one last; then id), then by start, end, layer and id. One
 * document at a time is held in memory.
 */
export function* annotationsIn(connection: Database, filter: AnnotationFilter): Generator<AnyStoredAnnotation> {
  const select = connection.prepare(
    `select ${annotationColumns}
     from current_annotations
     where document = :document
       and layer in (select value from json_each(:layers))
       and state in (select value from json_each(:states))
     order by span_start, span_end, layer, id`,
  )
  const asked = {
    layers: JSON.stringify(filter.layer === undefined ? layers : [filter.layer]),
    states: JSON.stringify(filter.states ?? states),
  }
  for (const document of documentsIn(connection)) {
    if (filter.document !== undefined && document.id !== filter.document) continue
    const rows = select.all({ ...asked, document: document.id })
    if (rows.length === 0) continue
    const text = documentTextOf(connection, document.id)
    for (const row of rows) yield annotationOf(annotationRow.parse(row), document, text)
  }
}

/** The decision that a row holds; `null` while pending. */
export function decisionOf({ reviewer, note, decided_at: decidedAt }: z.infer<typeof annotationRow>) {
  return reviewer === null || decidedAt === null ? null : { reviewer, note, decidedAt }
}

function annotationOf(
  row: z.infer<typeof annotationRow>,
  document: StoredDocument,
  text: DocumentText,
): AnyStoredAnnotation {
  const common = {
    id: row.id,
    document,
    origin: row.origin,
    state: row.state,
    start: row.span_start,
    end: row.span_end,
    exact: text.text.slice(row.span_start, row.span_end),
    found: row.found === 1,
    rule: row.rule,
    confidence: row.confidence,
    decision: decisionOf(row),
    version: row.version,
    paragraph: text.paragraphAt(row.span_start),
  }
  const machine = { start: row.machine_start, end: row.machine_end, exact: row.machine_exact }
  // Written out by layer because only so does the type checker see that layer and fields belong together.
  switch (row.layer) {
    case 'date':
      return { ...common, layer: 'date', fields: row.fields, machine: { ...machine, fields: row.machine_fields } }
    case 'actor':
      return { ...common, layer: 'actor', fields: row.fields, machine: { ...machine, fields: row.machine_fields } }
    case 'casualty':
      return { ...common, layer: 'casualty', fields: row.fields, machine: { ...machine, fields: row.machine_fields } }
    case 'warning':
      return { ...common, layer: 'warning', fields: row.fields, machine: { ...machine, fields: row.machine_fields } }
  }
}
