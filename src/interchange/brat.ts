import { z } from 'zod'
import { actorTypes, dateBases, effects, harms, type Layer, layers, type Span, warningKinds } from '../model/index.ts'
import { CodePoints } from './code-points.ts'
import { contextOf, shown } from './context.ts'
import { detailsOf, type Fault, type InterchangeFormat, type Row, readRow, sorted } from './row.ts'

/** Fields with a closed list of values, which brat shows as attributes. */
const attributes: { readonly [L in Layer]: Readonly<Record<string, readonly string[]>> } = {
  date: { basis: dateBases },
  actor: { type: actorTypes },
  casualty: { unit: ['people', 'percent'], effect: effects, approx: ['true', 'false'] },
  warning: { kind: warningKinds, harm: harms },
}

/**
 * brat standoff: the text in `.txt`, annotations in `.ann`. A layer is a text-bound type, a field with a closed list of
 * values an attribute, and all else is JSON in an annotator's note. Offsets count code points.
 *
 * @see https://brat.nlplab.org/standoff.html
 */
export const brat: InterchangeFormat = {
  description: 'brat standoff',
  extension: '.ann',
  setup: { 'annotation.conf': configuration() },
  write({ id, text, rows }) {
    const points = new CodePoints(text)
    const losses: string[] = []
    const lines: string[] = []
    for (const row of rows) {
      const fragments = fragmentsOf(text, row)
      if (fragments === undefined) {
        losses.push(`${row.layer} ${shown(row.exact)}: brat holds no span that begins or ends with a line break`)
        continue
      }
      lines.push(...linesOf(row, { number: lines.length + 1, fragments, points, text, document: id }))
    }
    return { files: { '.txt': text, '.ann': lines.map((line) => `${line}\n`).join('') }, losses }
  },
  read({ text: annotations, beside }) {
    const text = beside('.txt')
    if (text === undefined) {
      return { documents: [], faults: [{ line: null, message: 'has no .txt beside it, which its offsets point into' }] }
    }
    const { bound, faults } = boundOf(annotations)
    const points = new CodePoints(text)
    const read = bound.map((one) => rowOf(one, text, points))
    const { rows, faults: unfit } = sorted(read)
    const id = bound.map(({ note }) => note.document).find((one) => one !== undefined) ?? null
    return { documents: [{ id, text, unit: 'code units', rows }], faults: [...faults, ...unfit] }
  },
}

function configuration(): string {
  const lines = layers.flatMap((layer) =>
    Object.entries(attributes[layer]).map(
      ([name, values]) => `${layer}-${name}\tArg:${layer}, Value:${values.join('|')}`,
    ),
  )
  return ['[entities]', ...layers, '[relations]', '[events]', '[attributes]', ...lines, ''].join('\n')
}

/** Pieces between line breaks, which no text-bound annotation may hold; `undefined` if one is at an end of the span. */
function fragmentsOf(text: string, { start, end }: Span): Span[] | undefined {
  const pieces: Span[] = []
  for (const match of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    pieces.push({ start: start + match.index, end: start + match.index + match[0].length })
  }
  return pieces[0]?.start === start && pieces.at(-1)?.end === end ? pieces : undefined
}

interface Writing {
  readonly number: number
  readonly fragments: readonly Span[]
  readonly points: CodePoints
  readonly text: string
  readonly document: string
}

function linesOf(row: Row, { number, fragments, points, text, document }: Writing): string[] {
  const spans = fragments.map((fragment) => points.of(fragment)).map(({ start, end }) => `${start} ${end}`)
  const exact = fragments.map(({ start, end }) => text.slice(start, end)).join(' ')
  const closed = Object.entries(row.fields).filter(([name]) => name in attributes[row.layer])
  const open = Object.entries(row.fields).filter(([name]) => !(name in attributes[row.layer]))
  const note = { document, ...detailsOf(row), fields: Object.fromEntries(open) }
  return [
    `T${number}\t${row.layer} ${spans.join(';')}\t${exact}`,
    ...closed.map(([name, value], index) => `A${number + index}\t${row.layer}-${name} T${number} ${value}`),
    `#${number}\tAnnotatorNotes T${number}\t${JSON.stringify(note)}`,
  ]
}

const noteSchema = z.looseObject({
  document: z.string().optional(),
  fields: z.record(z.string(), z.unknown()).default({}),
})

/** A text-bound annotation with what refers to it. */
interface Bound {
  readonly line: number
  readonly layer: string
  readonly spans: readonly Span[]
  note: z.infer<typeof noteSchema>
  readonly attributes: Record<string, unknown>
}

function boundOf(annotations: string): { bound: Bound[]; faults: Fault[] } {
  const bound = new Map<string, Bound>()
  const faults: Fault[] = []
  const lines = annotations.split('\n').map((text, index) => ({ text: text.replace(/\r$/, ''), line: index + 1 }))
  for (const { text, line } of lines) {
    const parts = /^(T\S*)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t/.exec(text)
    if (parts !== null) bound.set(parts[1] ?? '', boundIn(parts, line))
    else if (text.startsWith('T'))
      faults.push({ line, message: 'is no text-bound annotation: T1<tab>layer start end<tab>words' })
    else if (/^[RE*]/.test(text)) faults.push({ line, message: 'relations and events are not among our layers' })
  }
  for (const { text, line } of lines) {
    const attribute = /^[AM]\S*\t\S+?-(\S+) (\S+) (\S+)$/.exec(text)
    const note = /^#\S*\tAnnotatorNotes (\S+)\t(.*)$/s.exec(text)
    const target = bound.get(attribute?.[2] ?? note?.[1] ?? '')
    if (target === undefined) continue
    if (attribute !== null) target.attributes[attribute[1] ?? ''] = valueIn(attribute[3] ?? '')
    if (note !== null) {
      const read = noteIn(note[2] ?? '')
      if (read === undefined) faults.push({ line, message: 'the note is not the JSON that it went out with' })
      else target.note = read
    }
  }
  return { bound: [...bound.values()], faults }
}

function boundIn(parts: RegExpExecArray, line: number): Bound {
  const spans = (parts[3] ?? '').split(';').map((span) => {
    const [start = 0, end = 0] = span.split(' ').map(Number)
    return { start, end }
  })
  return { line, layer: parts[2] ?? '', spans, note: { fields: {} }, attributes: {} }
}

function valueIn(written: string): unknown {
  return written === 'true' ? true : written === 'false' ? false : written
}

function noteIn(json: string): z.infer<typeof noteSchema> | undefined {
  try {
    return noteSchema.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}

function rowOf({ line, layer, spans, note, attributes }: Bound, text: string, points: CodePoints) {
  const units = spans.map((span) => points.toUtf16(span))
  const [start, end] = [units[0]?.start ?? 0, units.at(-1)?.end ?? 0]
  const isWhole = units.every((unit, index) => text.slice(units[index - 1]?.end ?? start, unit.start).trim() === '')
  if (!isWhole) return { line, message: 'is in pieces with words between them, and an annotation of ours is one piece' }
  const { document: _document, fields, ...details } = note
  const span = { start, end }
  return readRow(
    {
      ...details,
      layer,
      ...span,
      exact: text.slice(start, end),
      fields: { ...fields, ...attributes },
      ...contextOf(text, span),
    },
    line,
  )
}
