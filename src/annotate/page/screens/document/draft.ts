import type { Layer, Paragraph } from '../../../../model/index.ts'
import type { ApiAnnotation } from '../../../server/schemas.ts'
import type { FieldValues } from '../../parts/fields.ts'
import { type Move, movedPlaces, sourceOf } from './spans.ts'

/** What a reviewer is making of an annotation, or adds, until it is saved. */
export interface Draft {
  /** What is corrected; `null` where it is a new one. */
  readonly subject: ApiAnnotation | null
  /** What the new one stands in the place of: its layer was changed. */
  readonly replaces: ApiAnnotation | null
  readonly layer: Layer
  readonly places: ApiAnnotation['places']
  readonly fields: FieldValues
  readonly note: string
}

/** A draft that changes nothing yet. */
export function draftOf(annotation: ApiAnnotation): Draft {
  const { layer, places, fields, decision } = annotation
  return { subject: annotation, replaces: null, layer, places, fields: { ...fields }, note: decision?.note ?? '' }
}

/** Whether a draft says anything else than the annotation it is of. */
export function isChanged({ subject, places, fields, note }: Draft): boolean {
  if (subject === null) return true
  return (
    JSON.stringify(places) !== JSON.stringify(subject.places) ||
    JSON.stringify(fields) !== JSON.stringify(subject.fields) ||
    note !== (subject.decision?.note ?? '')
  )
}

/** Whether a draft changes span or fields, not only the note. */
export function isCorrection(draft: Draft): boolean {
  const { subject } = draft
  return subject === null || isChanged({ ...draft, note: subject.decision?.note ?? '' })
}

export function withMove(draft: Draft, paragraphs: readonly Paragraph[], move: Move): Draft {
  return { ...draft, places: movedPlaces(draft.places, paragraphs, move) }
}

/** The annotation that a draft makes; `undefined` where it has no text. */
export function annotationFrom(draft: Draft, document: string, paragraphs: readonly Paragraph[]) {
  const { subject, layer, places, fields } = draft
  // A span that was not moved stays to the character what it was, whatever stands between its paragraphs.
  const isSame = subject !== null && JSON.stringify(places) === JSON.stringify(subject.places)
  const source = isSame ? subject : sourceOf(places, paragraphs)
  if (source === undefined) return undefined
  const { start, end, exact } = source
  const base = subject ?? {
    id: '',
    document,
    origin: 'reviewer',
    state: 'accepted',
    machine: null,
    found: false,
    rule: null,
    confidence: null,
    decision: null,
    version: 0,
  }
  return { ...base, layer, start, end, exact, places, fields } as ApiAnnotation
}
