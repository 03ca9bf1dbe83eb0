import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Paragraph } from '../../../../model/index.ts'
import { annotationOf } from '../../state/annotations.ts'
import { nearness } from './nearness.ts'
import { isShown } from './order.ts'
import { paint, strokesOf } from './paint.ts'
import type { Reading } from './reading.ts'
import { SegmentPart } from './segment-part.tsx'
import { type Cover, segmentsOf } from './segments.ts'

interface ParagraphPartProps {
  readonly paragraph: Paragraph
  readonly reading: Reading
}

/** A paragraph of the report: in pieces that can take focus where it is near, else as plain text. */
export function ParagraphPart({ paragraph, reading }: ParagraphPartProps) {
  const element = useRef<HTMLParagraphElement>(null)
  const { index, kind, text, page } = paragraph
  const focus = reading.focusIn(index).value
  const isNear = focus !== null || nearness.of(index).value
  useLayoutEffect(() => {
    if (focus !== null) bringIntoView(element.current)
  }, [focus])
  const Element = elementOf(paragraph)
  return (
    <Element
      ref={element}
      class={`paragraph ${kind}`}
      data-paragraph={index}
      data-page={page ?? undefined}
      style={{ '--characters': text.length }}
    >
      {isNear ? <Segments paragraph={paragraph} reading={reading} focus={focus} element={element} /> : text}
    </Element>
  )
}

/** From so many annotations on, those that are not in focus are painted and have no elements. */
const crowd = 80

interface SegmentsProps extends ParagraphPartProps {
  readonly focus: string | null
  readonly element: RefObject<HTMLElement | null>
}

function Segments({ paragraph, reading, focus, element }: SegmentsProps) {
  const { index, text } = paragraph
  const draft = focus === null ? null : reading.draft.value
  const shown = reading.shown.value
  const annotations = reading
    .idsIn(index)
    .value.map((id) => annotationOf(id).value)
    .filter((annotation) => annotation !== null)
    .filter((annotation) => annotation.id === focus || isShown(annotation, shown))
  const isCrowded = annotations.length > crowd && 'highlights' in CSS
  const covers: Cover[] = annotations
    .filter(({ id }) => !isCrowded || id === focus)
    .flatMap(({ id, places }) =>
      (draft !== null && id === focus ? draft.places : places)
        .filter((place) => place.paragraph === index)
        .map((place) => ({ id, ...place })),
    )
  if (draft?.subject === null) {
    covers.push(...draft.places.filter((place) => place.paragraph === index).map((place) => ({ id: '', ...place })))
  }
  useLayoutEffect(() => {
    if (focus !== null) takeKeyboard(index)
    if (!isCrowded || element.current === null) return undefined
    const others = annotations.filter(({ id }) => id !== focus)
    const strokes = others.flatMap((annotation) =>
      annotation.places.filter((place) => place.paragraph === index).flatMap((place) => strokesOf(annotation, place)),
    )
    return paint(element.current, strokes)
  })
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]))
  return (
    <>
      {segmentsOf(text.length, covers).map(({ start, end, ids }) =>
        ids.length === 0 ? (
          text.slice(start, end)
        ) : (
          <SegmentPart
            key={start}
            words={text.slice(start, end)}
            ids={ids}
            annotations={ids.map((id) => byId.get(id)).filter((one) => one !== undefined)}
            isStart={(id) => covers.some((cover) => cover.id === id && cover.start === start)}
            focus={focus}
            draftLayer={draft?.subject === null ? draft.layer : null}
          />
        ),
      )}
    </>
  )
}

function bringIntoView(paragraph: HTMLElement | null): void {
  paragraph?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' })
}

/** Puts the keyboard on what is in focus, unless the reviewer is in a field or dialog. */
function takeKeyboard(paragraph: number): void {
  const mark = document.querySelector<HTMLElement>(`.text [data-paragraph="${paragraph}"] [data-current][tabindex="0"]`)
  const active = document.activeElement
  const isElsewhere =
    active !== null && active.closest('.focus-panel form, dialog, .page-head, .document-head') !== null
  if (!isElsewhere && active !== mark) mark?.focus({ preventScroll: true })
}

/** The element of a paragraph's kind; all of them take what `p` takes. */
function elementOf({ kind, headings }: Paragraph): 'p' {
  const level = Math.min(6, headings.length + 2)
  return (kind === 'heading' ? `h${level}` : kind === 'quote' ? 'blockquote' : 'p') as 'p'
}
