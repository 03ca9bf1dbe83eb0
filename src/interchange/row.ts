import { z } from 'zod'
import { fieldSchemas, type Layer, origins, type Span, states } from '../model/index.ts'

const known = z.string().nullable().default(null)

const rowOf = <L extends Layer>(layer: L) =>
  z.object({
    /** The annotation's id in the database that it came from. */
    id: known,
    layer: z.literal(layer),
    start: z.int().nonnegative(),
    end: z.int().positive(),
    exact: z.string().min(1),
    fields: fieldSchemas[layer],
    rule: known,
    confidence: z.number().min(0).max(1).nullable().default(null),
    origin: z.enum(origins).default('import'),
    state: z.enum(states).default('pending'),
    /** Who made the decision that holds, why and when. */
    reviewer: known,
    note: known,
    decidedAt: z.iso.datetime().nullable().default(null),
    /** What stands before and behind the span. */
    prefix: known,
    suffix: known,
  })

/** An annotation on its way to another tool or back; offsets are UTF-16 code units, half-open. */
export const rowSchema = z.discriminatedUnion('layer', [
  rowOf('date'),
  rowOf('actor'),
  rowOf('casualty'),
  rowOf('warning'),
])
export type Row = z.infer<typeof rowSchema>

/** What a row says beside its span and layer, for formats that have no words of their own for it. */
export function detailsOf({ id, rule, confidence, origin, state, reviewer, note, decidedAt }: Row) {
  return { id, rule, confidence, origin, state, reviewer, note, decidedAt }
}

/** A sentence with its tokens, as spans of the document's text. */
export interface TokenisedSentence extends Span {
  readonly tokens: readonly Span[]
}

/** A document with its annotations, on its way out. */
export interface AnnotatedDocument {
  /** SHA-256 of its bytes. */
  readonly id: string
  /** For files: unique, without an extension. */
  readonly name: string
  readonly title: string | null
  readonly text: string
  readonly sentences: readonly TokenisedSentence[]
  readonly rows: readonly Row[]
}

/** Something in a file that cannot be used. */
export interface Fault {
  /** From 1; `null` where the format has no lines. */
  readonly line: number | null
  readonly message: string
}

/** Where in a file a row stands. */
export interface ReadRow {
  readonly row: Row
  readonly line: number | null
}

/** Annotations of one document, on their way in. */
export interface ReadDocument {
  /** SHA-256 of the bytes that were annotated, where the file tells. */
  readonly id: string | null
  /** The text that was annotated, where the file holds it. */
  readonly text: string | null
  /** What the offsets count. */
  readonly unit: 'code units' | 'code points'
  readonly rows: readonly ReadRow[]
}

/** What a file holds. */
export interface ReadFile {
  readonly documents: readonly ReadDocument[]
  readonly faults: readonly Fault[]
}

/** A file that was given, with those beside it. */
export interface GivenFile {
  readonly text: string
  /** The content of the file of the same name with another extension, `.txt`; `undefined` if there is none. */
  beside(extension: string): string | undefined
}

/** A document in a format: files by the ending of their names, and what the format could not hold. */
export interface Written {
  readonly files: Readonly<Record<string, string>>
  readonly losses: readonly string[]
}

/** A format of another tool, from our rows and back. */
export interface InterchangeFormat {
  readonly description: string
  /** The ending of the name of the file that is read back; `null` where none is. */
  readonly extension: string | null
  /** Files that the tool needs once. */
  readonly setup: Readonly<Record<string, string>>
  write(document: AnnotatedDocument): Written
  read(file: GivenFile): ReadFile
}

/** A row out of what a file says, or what does not fit and where in it. */
export function readRow(given: unknown, line: number | null, place = ''): ReadRow | Fault {
  const parsed = rowSchema.safeParse(given)
  if (parsed.success) {
    if (parsed.data.end > parsed.data.start) return { row: parsed.data, line }
    return { line, message: `${place}end: is not behind start` }
  }
  const issue = parsed.error.issues[0]
  return { line, message: `${place}${issue?.path.join('.') || 'row'}: ${issue?.message ?? 'does not fit'}` }
}

/** Rows and faults told apart. */
export function sorted(read: readonly (ReadRow | Fault)[]): { rows: ReadRow[]; faults: Fault[] } {
  const isRow = (one: ReadRow | Fault): one is ReadRow => 'row' in one
  return { rows: read.filter(isRow), faults: read.filter((one): one is Fault => !isRow(one)) }
}

/** Groups what was read by the document that each row names. */
export function byDocument(
  read: readonly { readonly id: string | null; readonly row: ReadRow }[],
  unit: ReadDocument['unit'],
): ReadDocument[] {
  const rows = new Map<string | null, ReadRow[]>()
  for (const { id, row } of read) {
    const of = rows.get(id)
    if (of === undefined) rows.set(id, [row])
    else of.push(row)
  }
  return [...rows].map(([id, of]) => ({ id, text: null, unit, rows: of }))
}
