import { signal } from '@preact/signals'
import type { Span } from '../../../../model/index.ts'
import type { Commands } from '../../keys/commands.ts'
import type { Selected } from './reading.ts'
import { type Move, moved, trimmed, wordBeside } from './spans.ts'

/** What is selected in the text, by mouse, touch or keyboard. */
export const selected = signal<Selected | null>(null)

/** Keeps `selected` in step with the browser's selection. */
export function watchSelection(): () => void {
  const read = () => {
    selected.value = selectedNow()
  }
  document.addEventListener('selectionchange', read)
  return () => {
    document.removeEventListener('selectionchange', read)
    selected.value = null
  }
}

/** What keys do while text is selected. */
export const selectCommands: Commands = {
  selectNextWord: () => moveSelection('later'),
  selectPreviousWord: () => moveSelection('earlier'),
  extendWord: () => resize('word', 'later'),
  shrinkWord: () => resize('word', 'earlier'),
  extendCharacter: () => resize('character', 'later'),
  shrinkCharacter: () => resize('character', 'earlier'),
  close: () => {
    if (selected.peek() === null) return false
    getSelection()?.removeAllRanges()
    return true
  },
}

/** Selects the first word after what is in focus. */
export function beginSelecting(): boolean {
  const mark = [...document.querySelectorAll('.text [data-current]')].at(-1)
  const paragraph = mark === undefined ? paragraphOf(document.querySelector('.text > *')) : paragraphOf(mark)
  if (paragraph === null) return false
  const end = mark === undefined ? 0 : offsetIn(paragraph, mark, mark.childNodes.length)
  return selectWord(paragraph, { start: end, end }, 'later') || selectWord(paragraph, { start: end, end }, 'earlier')
}

function moveSelection(way: Move['way']): boolean {
  const now = selected.peek()
  const paragraph = now && paragraphNumbered(now.paragraph)
  if (now === null || paragraph === null) return false
  if (selectWord(paragraph, now, way)) return true
  const other = paragraphNumbered(now.paragraph + (way === 'later' ? 1 : -1))
  if (other === null) return true
  const edge = way === 'later' ? 0 : (other.textContent ?? '').length
  return selectWord(other, { start: edge, end: edge }, way)
}

function selectWord(paragraph: HTMLElement, from: Span, way: Move['way']): boolean {
  const word = wordBeside(paragraph.textContent ?? '', from, way)
  if (word !== undefined) select(paragraph, word)
  return word !== undefined
}

function resize(by: Move['by'], way: Move['way']): boolean {
  const now = selected.peek()
  const paragraph = now && paragraphNumbered(now.paragraph)
  if (now === null || paragraph === null) return false
  select(paragraph, moved(paragraph.textContent ?? '', now, { edge: 'end', by, way }))
  return true
}

function select(paragraph: HTMLElement, { start, end }: Span): void {
  const [from, to] = [placeAt(paragraph, start), placeAt(paragraph, end)]
  getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  from.node.parentElement?.scrollIntoView({ block: 'nearest' })
  selected.value = selectedNow()
}

/** The text node that holds an offset of a paragraph's text. */
function placeAt(paragraph: HTMLElement, offset: number): { node: Node; offset: number } {
  const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  let before = 0
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const length = node.nodeValue?.length ?? 0
    if (offset <= before + length) return { node, offset: offset - before }
    before += length
  }
  return { node: paragraph, offset: paragraph.childNodes.length }
}

/** The place in the text under the pointer. */
export function placeUnder({ clientX, clientY }: MouseEvent): Selected | null {
  const caret = document.caretPositionFromPoint?.(clientX, clientY) ?? null
  const paragraph = paragraphOf(caret?.offsetNode ?? null)
  if (caret === null || paragraph === null) return null
  const at = offsetIn(paragraph, caret.offsetNode, caret.offset)
  return { paragraph: Number(paragraph.dataset.paragraph), start: at, end: at }
}

function selectedNow(): Selected | null {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const element = paragraphOf(range.startContainer)
  if (element === null) return null
  const text = element.textContent ?? ''
  const start = offsetIn(element, range.startContainer, range.startOffset)
  // A selection that runs on into another paragraph counts up to the end of its first.
  const isInside = element.contains(range.endContainer)
  const end = isInside ? offsetIn(element, range.endContainer, range.endOffset) : text.length
  const span = trimmed(text, { start, end })
  return span === undefined ? null : { paragraph: Number(element.dataset.paragraph), ...span }
}

function paragraphNumbered(paragraph: number): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.text [data-paragraph="${paragraph}"]`)
}

function paragraphOf(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : node?.parentElement
  return element?.closest<HTMLElement>('.text [data-paragraph]') ?? null
}

/** The clean-text offset of a place in a paragraph's element, whose text is the clean text. */
function offsetIn(paragraph: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange()
  range.selectNodeContents(paragraph)
  range.setEnd(node, offset)
  return range.toString().length
}
