import { z } from 'zod'
import { CodePoints } from './code-points.ts'
import { contextOf } from './context.ts'
import {
  type AnnotatedDocument,
  byDocument,
  detailsOf,
  type Fault,
  type InterchangeFormat,
  type ReadRow,
  type Row,
  readRow,
} from './row.ts'

/**
 * The Web Annotation Data Model as JSON-LD: a page of annotations, each with the fields of its layer as a body and its
 * span as two selectors. A TextPositionSelector counts Unicode code points, not code units, and so do we here.
 *
 * @see https://www.w3.org/TR/annotation-model/#text-position-selector
 */
export const w3c: InterchangeFormat = {
  description: 'W3C Web Annotations, JSON-LD',
  extension: '.jsonld',
  setup: {},
  write(document) {
    const points = new CodePoints(document.text)
    const page = {
      '@context': ['http://www.w3.org/ns/anno.jsonld', { tocsin: 'urn:tocsin:' }],
      type: 'AnnotationPage',
      items: document.rows.map((row) => annotationOf(row, document, points)),
    }
    return { files: { '.jsonld': `${JSON.stringify(page, null, 1)}\n` }, losses: [] }
  },
  read({ text }) {
    const page = pageOf(text)
    if ('message' in page) return { documents: [], faults: [page] }
    const faults: Fault[] = []
    const rows: { id: string | null; row: ReadRow }[] = []
    for (const [index, given] of page.items.entries()) {
      const read = rowOf(given, index)
      if ('message' in read) faults.push(read)
      else rows.push(read)
    }
    return { documents: byDocument(rows, 'code points'), faults }
  },
}

const sourceStart = 'urn:sha256:'
const idStart = 'urn:tocsin:annotation:'

function annotationOf(row: Row, { id: document, text }: AnnotatedDocument, points: CodePoints) {
  const { id, note, reviewer, decidedAt, ...details } = detailsOf(row)
  return {
    ...(id === null ? {} : { id: idStart + id }),
    type: 'Annotation',
    motivation: 'classifying',
    ...(reviewer === null ? {} : { creator: { type: 'Person', name: reviewer } }),
    ...(decidedAt === null ? {} : { modified: decidedAt }),
    body: [
      { type: 'TextualBody', purpose: 'classifying', value: row.layer },
      { type: 'tocsin:Fields', value: row.fields, ...details },
      ...(note === null ? [] : [{ type: 'TextualBody', purpose: 'commenting', value: note }]),
    ],
    target: {
      source: sourceStart + document,
      selector: [
        { type: 'TextPositionSelector', ...points.of(row) },
        { type: 'TextQuoteSelector', exact: row.exact, ...contextOf(text, row) },
      ],
    },
  }
}

const oneOrMore = z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])])

const pageSchema = z.looseObject({ items: z.array(z.unknown()) })

const annotationSchema = z.looseObject({
  id: z.string().optional(),
  creator: z.looseObject({ name: z.string().optional() }).optional(),
  modified: z.string().optional(),
  body: oneOrMore,
  target: z.looseObject({ source: z.string(), selector: oneOrMore }),
})

const bodySchema = z.looseObject({ type: z.string().optional(), purpose: z.string().optional(), value: z.unknown() })
const positionSchema = z.looseObject({
  type: z.literal('TextPositionSelector'),
  start: z.int().nonnegative(),
  end: z.int().positive(),
})
const quoteSchema = z.looseObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
})

function pageOf(text: string): { readonly items: readonly unknown[] } | Fault {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (error) {
    return { line: null, message: `is not JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
  const page = pageSchema.safeParse(given)
  if (page.success) return { items: page.data.items }
  return Array.isArray(given) ? { items: given } : { items: [given] }
}

function rowOf(given: unknown, index: number): { id: string | null; row: ReadRow } | Fault {
  const place = `items.${index}.`
  const annotation = annotationSchema.safeParse(given)
  if (!annotation.success) {
    const issue = annotation.error.issues[0]
    return { line: null, message: `${place}${issue?.path.join('.')}: ${issue?.message}` }
  }
  const { id, creator, modified, body, target } = annotation.data
  const position = firstOf(target.selector, positionSchema)
  const quote = firstOf(target.selector, quoteSchema)
  if (quote === undefined) return { line: null, message: `${place}target.selector: has no TextQuoteSelector` }
  const bodies = body.map((one) => bodySchema.safeParse(one).data).filter((one) => one !== undefined)
  const fields = bodies.find(({ type }) => type === 'tocsin:Fields')
  if (fields === undefined) return { line: null, message: `${place}body: has no tocsin:Fields` }
  const { type: _type, value, ...details } = fields
  const read = readRow(
    {
      ...details,
      id: id?.startsWith(idStart) ? id.slice(idStart.length) : null,
      layer: bodies.find(({ purpose }) => purpose === 'classifying')?.value,
      // Code points become code units where the text is known; until then the span is a hint, and the quote decides.
      start: position?.start ?? 0,
      end: position?.end ?? quote.exact.length,
      exact: quote.exact,
      fields: value,
      reviewer: creator?.name ?? null,
      note: bodies.find(({ purpose }) => purpose === 'commenting')?.value ?? null,
      decidedAt: modified ?? null,
      prefix: quote.prefix ?? null,
      suffix: quote.suffix ?? null,
    },
    null,
    place,
  )
  if ('message' in read) return read
  return { id: target.source.startsWith(sourceStart) ? target.source.slice(sourceStart.length) : null, row: read }
}

function firstOf<T>(selectors: readonly unknown[], schema: z.ZodType<T>): T | undefined {
  return selectors.map((selector) => schema.safeParse(selector).data).find((selector) => selector !== undefined)
}
