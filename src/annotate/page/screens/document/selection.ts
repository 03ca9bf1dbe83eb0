import { signal } from '@preact/signals'
import type { Commands } from '../../keys/commands.ts'
import type { Selected } from './reading.ts'
import { trimmed } from './spans.ts'

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
  selectNextWord: () => moveSelection('forward'),
  selectPreviousWord: () => moveSelection('backward'),
  extendWord: () => extend('forward', 'word'),
  shrinkWord: () => extend('backward', 'word'),
  extendCharacter: () => extend('forward', 'character'),
  shrinkCharacter: () => extend('backward', 'character'),
  close: () => {
    if (selected.peek() === null) return false
    getSelection()?.removeAllRanges()
    return true
  },
}

/** Selects the first word after what is in focus. */
export function beginSelecting(): boolean {
  const marks = document.querySelectorAll('.text [data-current]')
  const from = marks[marks.length - 1] ?? document.querySelector('.text [data-paragraph]')
  const selection = getSelection()
  if (from === null || from === undefined || selection === null) return false
  selection.selectAllChildren(from)
  if (marks.length > 0) return moveSelection('forward')
  selection.collapseToStart()
  return extend('forward', 'word')
}

function moveSelection(way: 'forward' | 'backward'): boolean {
  const selection = getSelection()
  if (selection === null || selection.rangeCount === 0) return false
  if (way === 'forward') {
    selection.collapseToEnd()
    // To the end of the next word and back to its start, so that the space before it stays out.
    selection.modify('move', 'forward', 'word')
    selection.modify('move', 'backward', 'word')
    if (selected.peek() !== null) selection.modify('move', 'forward', 'word')
    selection.modify('move', 'forward', 'word')
    selection.modify('move', 'backward', 'word')
  } else {
    selection.collapseToStart()
    selection.modify('move', 'backward', 'word')
  }
  return extend('forward', 'word')
}

function extend(way: 'forward' | 'backward', by: 'word' | 'character'): boolean {
  getSelection()?.modify('extend', way, by)
  return true
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

function paragraphOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest<HTMLElement>('.text [data-paragraph]') ?? null
}

/** The clean-text offset of a place in a paragraph's element, whose text is the clean text. */
function offsetIn(paragraph: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange()
  range.selectNodeContents(paragraph)
  range.setEnd(node, offset)
  return range.toString().length
}
