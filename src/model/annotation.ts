import { z } from 'zod'

/** The layers of the codebook, in the order in which they are extracted. */
export const layers = ['date', 'actor', 'casualty', 'warning'] as const
export type Layer = (typeof layers)[number]

/** A calendar day, ISO 8601. */
export const isoDay = z
  .string()
  .regex(/^-?\d{4,6}-\d{2}-\d{2}$/, 'a day is YYYY-MM-DD')
  .meta({ format: 'date' })

/** First and last calendar day covered, both inclusive. */
export const intervalSchema = z.strictObject({ start: isoDay, end: isoDay })
export type Interval = z.infer<typeof intervalSchema>

export const dateBases = ['explicit', 'context', 'relative', 'document'] as const

export const dateFieldsSchema = z.strictObject({
  start: isoDay,
  end: isoDay,
  /** The same in Extended Date/Time Format where it has a form, else `null`. */
  edtf: z.string().nullable(),
  basis: z.enum(dateBases),
})
export type DateFields = z.infer<typeof dateFieldsSchema>

export const actorTypes = [
  'armed-group',
  'state-force',
  'government',
  'igo',
  'peace-operation',
  'ngo',
  'person',
  'civilian',
  'other',
] as const
export type ActorType = (typeof actorTypes)[number]

export const actorFieldsSchema = z.strictObject({
  /** Canonical name: one for all aliases, spellings and translations of an actor. */
  name: z.string().min(1),
  type: z.enum(actorTypes),
})
export type ActorFields = z.infer<typeof actorFieldsSchema>

export const effects = [
  'killed',
  'injured',
  'displaced',
  'refugees',
  'missing',
  'detained',
  'besieged',
  'evacuated',
  'sexual-violence',
  'in-need',
  'other',
] as const
export type Effect = (typeof effects)[number]

export const casualtyFieldsSchema = z.strictObject({
  low: z.number().nonnegative().nullable(),
  high: z.number().nonnegative().nullable(),
  approx: z.boolean(),
  unit: z.enum(['people', 'percent']),
  effect: z.enum(effects),
  /** The words for who was harmed. */
  victims: z.string().nullable(),
  /** Canonical actor name. */
  perpetrator: z.string().nullable(),
  /** The words for where. */
  place: z.string().nullable(),
  date: intervalSchema.nullable(),
  /** Canonical name of who reports it; `null` is the document itself. */
  source: z.string().nullable(),
})
export type CasualtyFields = z.infer<typeof casualtyFieldsSchema>

/** Kinds of warning, strongest first. */
export const warningKinds = ['incitement', 'explicit', 'risk', 'call'] as const
export type WarningKind = (typeof warningKinds)[number]

export const harms = [
  'genocide',
  'crimes-against-humanity',
  'war-crimes',
  'ethnic-cleansing',
  'mass-atrocity',
  'killing',
  'displacement',
  'conflict',
  'humanitarian',
  'other',
] as const
export type Harm = (typeof harms)[number]

export const warningFieldsSchema = z.strictObject({
  kind: z.enum(warningKinds),
  /** The words that make it a warning. */
  trigger: z.string().min(1),
  /** Canonical actor name, or the words; `null` where the document itself speaks. */
  speaker: z.string().nullable(),
  addressee: z.string().nullable(),
  harm: z.enum(harms),
  date: intervalSchema.nullable(),
})
export type WarningFields = z.infer<typeof warningFieldsSchema>

/** The fields of each layer, as the codebook names them. */
export interface FieldsOf {
  date: DateFields
  actor: ActorFields
  casualty: CasualtyFields
  warning: WarningFields
}

export const fieldSchemas = {
  date: dateFieldsSchema,
  actor: actorFieldsSchema,
  casualty: casualtyFieldsSchema,
  warning: warningFieldsSchema,
} as const

/** What a rule found: a span of the source with the fields of its layer. */
export interface Annotation<L extends Layer = Layer> {
  readonly layer: L
  /** Offsets into `document.text`. */
  readonly start: number
  readonly end: number
  /** `document.text.slice(start, end)`. */
  readonly exact: string
  readonly fields: FieldsOf[L]
  /** Stable id of the rule, `casualty.passive-count`. */
  readonly rule: string
  /** Share of the rule's annotations that were confirmed, 0 to 1. */
  readonly confidence: number
}

/** An annotation of any layer, told apart by `layer`. */
export type AnyAnnotation = { [L in Layer]: Annotation<L> }[Layer]

const rowOf = <L extends Layer>(layer: L) =>
  z.object({
    document: z.string().optional(),
    layer: z.literal(layer),
    start: z.int().nonnegative(),
    end: z.int().positive(),
    exact: z.string().min(1),
    fields: fieldSchemas[layer],
    rule: z.string().optional(),
    confidence: z.number().min(0).max(1).optional(),
  })

/** One line of annotation JSONL; a gold row has no `document`, `rule` or `confidence`. */
export const annotationRowSchema = z.discriminatedUnion('layer', [
  rowOf('date'),
  rowOf('actor'),
  rowOf('casualty'),
  rowOf('warning'),
])
export type AnnotationRow = z.infer<typeof annotationRowSchema>
