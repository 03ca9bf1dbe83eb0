import type { Element, Nodes, Root } from 'hast'
import { elementsBelow, headingDepth, isBlock, property, seenText } from './elements.ts'

/** The footnotes of a page. */
export interface Notes {
  /** Links, or what holds them, that point from the text to a note, or back, with the number that they show. */
  readonly markers: ReadonlyMap<Element, string>
  /** Blocks that hold one note each. */
  readonly notes: ReadonlySet<Element>
}

const marker = /^[[(]?\s*(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§^↑↩]\uFE0E?|note \d{1,3})\s*[\])]?\.?$/i
const noteRoles = new Set(['doc-footnote', 'doc-endnote'])

/**
 * Footnotes by the links between a marker and its note: a short link ("[1]", "†") to a place further down, and the
 * block that it leads to; the links that lead back are markers, too. Word's, Wikipedia's and Markdown's pages all have
 * them so. Where a superscript holds the link, the superscript is the marker.
 */
export function notesOf(tree: Root): Notes {
  const parents = new Map<Nodes, Element>()
  const order = new Map<Element, number>()
  const places = new Map<string, Element>()
  for (const element of elementsBelow(tree)) {
    order.set(element, order.size)
    for (const child of element.children) if (child.type === 'element') parents.set(child, element)
    for (const name of [property(element, 'id'), property(element, 'name')]) {
      if (name !== null && !places.has(name)) places.set(name, element)
    }
  }
  const markers = new Map<Element, string>()
  const notes = new Set<Element>()
  for (const element of order.keys()) {
    if (noteRoles.has(property(element, 'role') ?? '')) notes.add(element)
    if (element.tagName !== 'a') continue
    const href = property(element, 'href')
    const place = href?.startsWith('#') ? places.get(decoded(href.slice(1))) : undefined
    if (place === undefined) continue
    const label = seenText(element).trim()
    if (!marker.test(label)) continue
    const isForward = (order.get(place) ?? 0) > (order.get(element) ?? 0)
    if (!isForward) {
      markers.set(outermost(element, parents), label)
      continue
    }
    const note = blockAround(place, parents)
    if (note === undefined || headingDepth(note) !== null || contains(note, element, parents)) continue
    markers.set(outermost(element, parents), label)
    notes.add(note)
  }
  return { markers, notes }
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** The superscript around a link that holds nothing else. */
function outermost(link: Element, parents: ReadonlyMap<Nodes, Element>): Element {
  let outer = link
  for (let parent = parents.get(outer); parent !== undefined && !isBlock(parent); parent = parents.get(parent)) {
    if (seenText(parent).trim() !== seenText(link).trim()) break
    outer = parent
  }
  return outer
}

/** The item, cell or paragraph that a place belongs to; a whole section is no note. */
function blockAround(place: Element, parents: ReadonlyMap<Nodes, Element>): Element | undefined {
  let block: Element | undefined = place
  while (block !== undefined && !isBlock(block)) block = parents.get(block)
  if (block?.tagName === 'p') {
    const parent = parents.get(block)
    if (parent?.tagName === 'li') return parent
  }
  const isWhole = block === undefined || ['body', 'main', 'article', 'section'].includes(block.tagName)
  return isWhole ? undefined : block
}

function contains(outer: Element, inner: Element, parents: ReadonlyMap<Nodes, Element>): boolean {
  for (let parent: Element | undefined = inner; parent !== undefined; parent = parents.get(parent)) {
    if (parent === outer) return true
  }
  return false
}
