import { z } from 'zod'
import { layers, type Span } from '../model/index.ts'
import { CodePoints } from './code-points.ts'
import { contextOf } from './context.ts'
import { detailsOf, type Fault, type InterchangeFormat, type ReadRow, type Row, readRow, sorted } from './row.ts'

/**
 * Label Studio tasks: what nobody decided on as predictions, the rest as annotations. Offsets count code points, as its
 * editor has done since 1.4; what an older one wrote is told by the words, which every result has, too.
 *
 * @see https://labelstud.io/guide/export#Label-Studio-JSON-format-of-annotated-tasks
 */
export const labelStudio: InterchangeFormat = {
  description: 'Label Studio tasks',
  extension: '.json',
  setup: { 'labeling-config.xml': configuration() },
  write({ id, title, text, rows }) {
    const points = new CodePoints(text)
    const resultOf = (row: Row, index: number) => ({
      id: `${index}`,
      from_name: 'layer',
      to_name: 'text',
      type: 'labels',
      ...(row.confidence === null ? {} : { score: row.confidence }),
      value: { ...points.of(row), text: row.exact, labels: [row.layer] },
      meta: { tocsin: { ...detailsOf(row), fields: row.fields } },
    })
    const results = rows.map((row, index) => ({ row, result: resultOf(row, index) }))
    const of = (isPending: boolean) =>
      results.filter(({ row }) => (row.state === 'pending') === isPending).map(({ result }) => result)
    const task = {
      data: { text, document: id, title },
      predictions: [{ model_version: 'tocsin', result: of(true) }],
      annotations: [{ result: of(false) }],
    }
    return { files: { '.json': `${JSON.stringify([task], null, 1)}\n` }, losses: [] }
  },
  read({ text }) {
    let given: unknown
    try {
      given = JSON.parse(text)
    } catch (error) {
      return { documents: [], faults: [{ line: null, message: `is not JSON: ${String(error)}` }] }
    }
    const tasks = tasksSchema.safeParse(given)
    if (!tasks.success) {
      const issue = tasks.error.issues[0]
      return { documents: [], faults: [{ line: null, message: `${issue?.path.join('.')}: ${issue?.message}` }] }
    }
    const read = tasks.data.map((task, index) => ({ task, ...sorted(rowsOf(task, index)) }))
    return {
      documents: read.map(({ task: { data }, rows }) => ({
        id: data.document ?? null,
        text: data.text,
        unit: 'code units',
        rows,
      })),
      faults: read.flatMap(({ faults }) => faults),
    }
  },
}

function configuration(): string {
  const labels = layers.map((layer) => `    <Label value="${layer}"/>\n`).join('')
  return `<View>\n  <Labels name="layer" toName="text">\n${labels}  </Labels>\n  <Text name="text" value="$text"/>\n</View>\n`
}

const workSchema = z.looseObject({ result: z.array(z.unknown()).default([]) })

const tasksSchema = z.array(
  z.looseObject({
    data: z.looseObject({ text: z.string(), document: z.string().optional() }),
    predictions: z.array(workSchema).default([]),
    annotations: z.array(workSchema).default([]),
  }),
)
type Task = z.infer<typeof tasksSchema>[number]

const resultSchema = z.looseObject({
  value: z.looseObject({
    start: z.int().nonnegative(),
    end: z.int().positive(),
    text: z.string(),
    labels: z.array(z.string()).min(1),
  }),
  meta: z.looseObject({ tocsin: z.looseObject({ fields: z.unknown() }).optional() }).optional(),
})

function rowsOf(task: Task, index: number): (ReadRow | Fault)[] {
  const points = new CodePoints(task.data.text)
  return (['predictions', 'annotations'] as const).flatMap((kind) =>
    task[kind].flatMap(({ result }, work) =>
      result.map((one, number) => rowOf(one, `${index}.${kind}.${work}.result.${number}.`, task.data.text, points)),
    ),
  )
}

function rowOf(given: unknown, place: string, text: string, points: CodePoints): ReadRow | Fault {
  const result = resultSchema.safeParse(given)
  if (!result.success) {
    const issue = result.error.issues[0]
    return { line: null, message: `${place}${issue?.path.join('.')}: ${issue?.message}` }
  }
  const { value, meta } = result.data
  const span = spanOf(value, text, points)
  const { fields, ...details } = meta?.tocsin ?? { fields: {} }
  return readRow(
    {
      ...details,
      layer: value.labels[0],
      ...span,
      exact: text.slice(span.start, span.end),
      fields,
      ...contextOf(text, span),
    },
    null,
    place,
  )
}

function spanOf(value: Span & { readonly text: string }, text: string, points: CodePoints): Span {
  const span = points.toUtf16(value)
  const isInUnits = text.slice(span.start, span.end) !== value.text && text.slice(value.start, value.end) === value.text
  return isInUnits ? { start: value.start, end: value.end } : span
}
