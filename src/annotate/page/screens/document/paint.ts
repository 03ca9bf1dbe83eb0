import type { Span } from '../../../../model/index.ts'
import type { ApiAnnotation } from '../../../server/schemas.ts'

/** A stretch of a paragraph with what is painted over it. */
export interface Stroke extends Span {
  readonly name: string
}

/** What is painted over an annotation: the line of its layer, and its tint while it is undecided. */
export function strokesOf({ layer, state }: Pick<ApiAnnotation, 'layer' | 'state'>, { start, end }: Span): Stroke[] {
  const line = { start, end, name: state === 'rejected' ? 'rejected' : layer }
  return state === 'pending' ? [{ start, end, name: `${layer}-open` }, line] : [line]
}

/**
 * Paints over the text of an element by the browser's highlights, which need no element of their own.
 *
 * @param strokes in offsets of the element's text
 * @returns what takes the paint off
 */
export function paint(element: HTMLElement, strokes: readonly Stroke[]): () => void {
  const texts = textsIn(element)
  const painted = strokes.flatMap(({ start, end, name }) => {
    const [from, to] = [placeIn(texts, start), placeIn(texts, end)]
    if (from === undefined || to === undefined) return []
    const range = new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    })
    const highlight = highlightNamed(name)
    highlight.add(range)
    return [{ highlight, range }]
  })
  return () => {
    for (const { highlight, range } of painted) highlight.delete(range)
  }
}

interface TextAt {
  readonly node: Node
  readonly start: number
}

function textsIn(element: HTMLElement): TextAt[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const texts: TextAt[] = []
  let start = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    texts.push({ node, start })
    start += node.nodeValue?.length ?? 0
  }
  return texts
}

function placeIn(texts: readonly TextAt[], offset: number): { node: Node; offset: number } | undefined {
  const text = texts.findLast(({ start }) => start <= offset)
  return text && { node: text.node, offset: offset - text.start }
}

function highlightNamed(name: string): Highlight {
  const known = CSS.highlights.get(name)
  if (known !== undefined) return known
  const made = new Highlight()
  CSS.highlights.set(name, made)
  return made
}
