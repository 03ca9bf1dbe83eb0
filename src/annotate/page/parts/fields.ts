import { actorTypes, dateBases, effects, fieldSchemas, harms, type Layer, warningKinds } from '../../../model/index.ts'
import type { ApiAnnotation } from '../../server/schemas.ts'
import { codeWords, grouped } from './words.ts'

/** How a field is edited. */
export type FieldKind = 'day' | 'text' | 'number' | 'choice' | 'flag' | 'actor' | 'interval'

export interface Field {
  readonly name: string
  readonly words: string
  readonly kind: FieldKind
  /** Whether it may be left open. */
  readonly isOptional: boolean
  readonly options?: readonly string[]
  readonly hint?: string
}

type Fields = ApiAnnotation['fields']
export type FieldValues = Readonly<Record<string, unknown>>

const field = (name: string, words: string, kind: FieldKind, more: Partial<Field> = {}): Field => ({
  name,
  words,
  kind,
  isOptional: false,
  ...more,
})
const open = { isOptional: true }

/** The fields of each layer as the codebook has them, in the order in which a reviewer goes through them. */
export const fieldsOf: Readonly<Record<Layer, readonly Field[]>> = {
  date: [
    field('start', 'First day', 'day'),
    field('end', 'Last day', 'day'),
    field('edtf', 'EDTF', 'text', { ...open, hint: 'such as 2013-12 or 2013-12-05/2013-12-06' }),
    field('basis', 'Year from', 'choice', { options: dateBases }),
  ],
  actor: [
    field('name', 'Name', 'actor', { hint: 'one name for all spellings' }),
    field('type', 'Type', 'choice', { options: actorTypes }),
  ],
  casualty: [
    field('low', 'At least', 'number', open),
    field('high', 'At most', 'number', open),
    field('approx', 'Approximate', 'flag'),
    field('unit', 'Counted in', 'choice', { options: ['people', 'percent'] }),
    field('effect', 'Harm', 'choice', { options: effects }),
    field('victims', 'Of whom', 'text', open),
    field('perpetrator', 'By whom', 'actor', open),
    field('place', 'Where', 'text', open),
    field('date', 'When', 'interval', open),
    field('source', 'Reported by', 'actor', open),
  ],
  warning: [
    field('kind', 'Kind', 'choice', { options: warningKinds }),
    field('trigger', 'Trigger', 'text', { hint: 'the words that make it a warning' }),
    field('speaker', 'Speaker', 'actor', open),
    field('addressee', 'Addressee', 'actor', open),
    field('harm', 'Harm', 'choice', { options: harms }),
    field('date', 'Said when', 'interval', open),
  ],
}

/** What does not fit in the fields of a layer, by field. */
export function flawsIn(layer: Layer, values: FieldValues): Readonly<Record<string, string>> {
  const sound = fieldSchemas[layer].safeParse(values)
  if (sound.success) return {}
  const order = fieldsOf[layer]
  return Object.fromEntries(
    sound.error.issues.map(({ path, message }) => {
      const name = String(path[0])
      const kind = order.find((one) => one.name === name)?.kind
      return [name, path.length > 0 ? plainFlaw(kind, message) : message]
    }),
  )
}

function plainFlaw(kind: FieldKind | undefined, message: string): string {
  if (kind === 'number') return 'a number, or nothing'
  if (kind === 'choice') return 'choose one'
  if (kind === 'actor') return 'name somebody'
  if (kind === 'day' || kind === 'interval') return 'a day is YYYY-MM-DD'
  return message.startsWith('Too small') ? 'must not be empty' : message
}

/** A value of a field as people read it; "–" for what is open. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return grouped(value)
  if (typeof value === 'object' && 'start' in value && 'end' in value) {
    return value.start === value.end ? String(value.start) : `${value.start} to ${value.end}`
  }
  return String(value)
}

/** An annotation in a few words, for lists and screen readers. */
export function summaryOf(annotation: ApiAnnotation): string {
  switch (annotation.layer) {
    case 'date':
      return valueWords({ start: annotation.fields.start, end: annotation.fields.end })
    case 'actor':
      return `${annotation.fields.name}, ${codeWords(annotation.fields.type)}`
    case 'casualty':
      return casualtyWords(annotation.fields)
    case 'warning': {
      const { kind, speaker, harm } = annotation.fields
      return `${codeWords(kind)} of ${codeWords(harm)}${speaker === null ? '' : `, by ${speaker}`}`
    }
  }
}

function casualtyWords(fields: Extract<ApiAnnotation, { layer: 'casualty' }>['fields']): string {
  const { effect, victims, perpetrator, date } = fields
  const of = victims === null ? '' : ` (${victims})`
  const by = perpetrator === null ? '' : ` by ${perpetrator}`
  const when = date === null ? '' : `, ${valueWords(date)}`
  return `${boundsWords(fields)} ${codeWords(effect)}${of}${by}${when}`
}

/** "1,000 or more", "3,000 to 6,000", "up to 67 %". */
export function boundsWords({
  low,
  high,
  approx,
  unit,
}: {
  low: number | null
  high: number | null
  approx: boolean
  unit: string
}): string {
  const sign = unit === 'percent' ? ' %' : ''
  const about = approx ? 'about ' : ''
  if (low === null) return high === null ? 'uncounted' : `${about}up to ${grouped(high)}${sign}`
  if (high === null) return `${about}${grouped(low)}${sign} or more`
  return low === high ? `${about}${grouped(low)}${sign}` : `${about}${grouped(low)} to ${grouped(high)}${sign}`
}

/** Which fields differ between two values. */
export function differing(a: Fields | FieldValues, b: Fields | FieldValues): string[] {
  const [first, second] = [a as FieldValues, b as FieldValues]
  return [...new Set([...Object.keys(first), ...Object.keys(second)])].filter(
    (name) => JSON.stringify(first[name]) !== JSON.stringify(second[name]),
  )
}
