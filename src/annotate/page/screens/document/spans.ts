import { type Offset, type Paragraph, type Span, toSource } from '../../../../model/index.ts'
import type { ApiAnnotation } from '../../../server/schemas.ts'

type Place = ApiAnnotation['places'][number]
type Text = Pick<Paragraph, 'text' | 'map'>

/** How an end of a span is moved. */
export interface Move {
  readonly edge: 'start' | 'end'
  readonly by: 'word' | 'character'
  readonly way: 'earlier' | 'later'
}

const segmenters = {
  word: new Intl.Segmenter('en', { granularity: 'word' }),
  character: new Intl.Segmenter('en', { granularity: 'grapheme' }),
}

/**
 * A span with one end moved. Its start stays on the first and its end behind the last character of a word when it moves
 * by words; it never becomes empty, leaves the paragraph or cuts a character.
 */
export function moved(text: string, span: Span, { edge, by, way }: Move): Span {
  const bounds = boundsIn(text, by, edge)
  const from = span[edge]
  const to = way === 'earlier' ? bounds.findLast((bound) => bound < from) : bounds.find((bound) => bound > from)
  if (to === undefined) return span
  const changed = { ...span, [edge]: to }
  return changed.start < changed.end ? changed : span
}

/** The word next to a span; `undefined` where there is none that way. */
export function wordBeside(text: string, { start, end }: Span, way: Move['way']): Span | undefined {
  const words = [...segmenters.word.segment(text)]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }))
  return way === 'later' ? words.find((word) => word.start >= end) : words.findLast((word) => word.end <= start)
}

/** Where an end of a span may stand. */
function boundsIn(text: string, by: Move['by'], edge: Move['edge']): Offset[] {
  const parts = [...segmenters[by].segment(text)].filter(({ isWordLike }) => by === 'character' || isWordLike === true)
  return parts.map(({ index, segment }) => (edge === 'start' ? index : index + segment.length))
}

/** The places of an annotation with one end moved: the start in its first paragraph, the end in its last. */
export function movedPlaces(
  places: readonly Place[],
  paragraphs: readonly (Text | undefined)[],
  move: Move,
): readonly Place[] {
  const at = move.edge === 'start' ? 0 : places.length - 1
  const place = places[at]
  const text = place && paragraphs[place.paragraph]?.text
  if (place === undefined || text === undefined) return places
  return places.with(at, { ...place, ...moved(text, place, move) })
}

/** The source span of places in paragraphs, and its words. */
export function sourceOf(
  places: readonly Place[],
  paragraphs: readonly (Text | undefined)[],
): (Span & { readonly exact: string }) | undefined {
  const spans = places.flatMap((place) => {
    const paragraph = paragraphs[place.paragraph]
    if (paragraph === undefined || place.end <= place.start) return []
    return [{ ...toSource(paragraph.map, place), exact: paragraph.text.slice(place.start, place.end) }]
  })
  if (spans.length === 0) return undefined
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
    exact: spans.map(({ exact }) => exact).join(' '),
  }
}

/** A selection without the white space and the bracketing quotes at its ends, which are never part of a span. */
export function trimmed(text: string, { start, end }: Span): Span | undefined {
  const selected = text.slice(start, end)
  const before = /^[\s"“”‘«»]*/u.exec(selected)?.[0].length ?? 0
  const after = /[\s"“”’«»,;:]*$/u.exec(selected)?.[0].length ?? 0
  return before + after >= selected.length ? undefined : { start: start + before, end: end - after }
}
