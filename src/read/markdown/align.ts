import type { Nodes, Root, Text } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Offset } from '../../model/index.ts'
import { isLineBreak, isSpace } from '../characters.ts'
import { spanOf } from '../paragraphs.ts'
import { offsetsOnly, type Position } from '../tree.ts'

/**
 * Cuts every text in a Markdown tree into pieces that are verbatim or one unit, so that offsets are never lost over
 * escapes, entities and the beginnings of continued lines; code, alternative texts and the words inside of HTML blocks
 * become such text too, comments furniture.
 */
export function alignTree(tree: Root, source: string): void {
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('children' in node)) continue
    const children: Nodes[] = []
    for (const child of node.children) {
      const aligned = alignNode(
        child,
        source,
        node.type === 'root' || node.type === 'blockquote' || node.type === 'listItem',
      )
      children.push(...aligned)
      for (const kept of aligned) if ('children' in kept) stack.push(kept)
    }
    node.children.splice(0, node.children.length, ...(children as never[]))
  }
}

function alignNode(node: Nodes, source: string, isBlock: boolean): Nodes[] {
  const { start, end } = spanOf(node)
  switch (node.type) {
    case 'text':
      return align(node.value, source, start, end)
    case 'inlineCode':
      return align(node.value, source, locate(node.value, source, start, end), end)
    case 'code':
      return asParagraph(align(node.value, source, locate(node.value, source, start, end), end), node.position)
    case 'image':
    case 'imageReference':
      return node.alt ? align(node.alt, source, locate(node.alt, source, start, end), end) : []
    case 'html':
      return isBlock ? alignHtml(source, start, end) : [node]
    default:
      return [node]
  }
}

function asParagraph(children: Text[], position: Position | undefined): Nodes[] {
  if (children.length === 0 || position === undefined) return []
  return [{ type: 'paragraph', children, position }]
}

/** Where a value begins in its node's source: behind fences, backticks or "![". */
function locate(value: string, source: string, start: Offset, end: Offset): Offset {
  const line = value.split('\n', 1)[0] ?? ''
  const at = line === '' ? -1 : source.indexOf(line.trim(), start)
  if (at >= 0 && at < end) return at - (line.length - line.trimStart().length)
  return start
}

/** Walks a value and its source side by side; what differs becomes units. */
function align(value: string, source: string, from: Offset, to: Offset): Text[] {
  const pieces: Text[] = []
  let at = from
  let piece = from
  let index = 0
  const close = () => {
    if (at > piece) pieces.push(textNode(source.slice(piece, at), piece, at))
    piece = at
  }
  const unit = (read: string, end: Offset) => {
    close()
    if (read !== '' && end > at) pieces.push(textNode(read, at, end))
    at = end
    piece = end
    index += read.length
  }
  while (index < value.length && at < to) {
    const code = source.charCodeAt(at)
    const wanted = value.charCodeAt(index)
    if (code === 0x26) {
      const entity = entityAt(source, at)
      if (entity !== null && value.startsWith(entity.value, index)) {
        unit(entity.value, at + entity.length)
        continue
      }
    }
    if (isLineBreak(wanted) && isSpace(code)) {
      const lineStart = behindBreak(source, at, to)
      unit(
        value.slice(index, index + 1),
        lineStart === null ? at + 1 : behindPrefix(source, lineStart, to, value.charCodeAt(index + 1)),
      )
      continue
    }
    if (code === wanted) {
      at++
      index++
      continue
    }
    // A backslash, or a prefix of a continued line that the value leaves out.
    close()
    at++
    piece = at
  }
  close()
  if (pieces.length === 0 && value.trim() !== '' && to > from) pieces.push(textNode(value, from, to))
  return pieces
}

function textNode(value: string, start: Offset, end: Offset): Text {
  return { type: 'text', value, position: offsetsOnly(start, end) }
}

/** The offset behind the line break that white space at `at` leads to, or `null` if text comes first. */
function behindBreak(source: string, from: Offset, to: Offset): Offset | null {
  let at = from
  while (at < to && isSpace(source.charCodeAt(at)) && !isLineBreak(source.charCodeAt(at))) at++
  if (!isLineBreak(source.charCodeAt(at)) || at >= to) return null
  return source.startsWith('\r\n', at) ? at + 2 : at + 1
}

/** Behind the indentation and quote marks at the beginning of a continued line. */
function behindPrefix(source: string, from: Offset, to: Offset, wanted: number): Offset {
  let at = from
  while (at < to) {
    const code = source.charCodeAt(at)
    if (code !== 0x20 && code !== 0x09 && code !== 0x3e) break
    if (code === wanted && code !== 0x20 && code !== 0x09) break
    at++
  }
  return at
}

const entityPattern = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][\dA-Za-z]{0,31});/y
const parser = unified().use(remarkParse).freeze()
const entities = new Map<string, string>()
const mostEntities = 4096

function entityAt(source: string, at: Offset): { value: string; length: number } | null {
  entityPattern.lastIndex = at
  const written = entityPattern.exec(source)?.[0]
  if (written === undefined) return null
  let value = entities.get(written)
  if (value === undefined) {
    if (entities.size >= mostEntities) entities.clear()
    // Between letters, so that an entity for white space is kept.
    value = textOf(parser.parse(`a${written}a`)).slice(1, -1)
    entities.set(written, value)
  }
  return value === written ? null : { value, length: written.length }
}

/** The words of an HTML block as a paragraph, its tags left out; a block without words is furniture. */
function alignHtml(source: string, start: Offset, end: Offset): Nodes[] {
  const pieces: Text[] = []
  let at = start
  while (at < end) {
    const open = source.indexOf('<', at)
    const textEnd = open < 0 || open > end ? end : open
    if (source.slice(at, textEnd).trim() !== '') pieces.push(...htmlText(source, at, textEnd))
    if (textEnd === end) break
    const isComment = source.startsWith('<!--', textEnd)
    const close = source.indexOf(isComment ? '-->' : '>', textEnd)
    if (close < 0 || close >= end) break
    at = close + (isComment ? 3 : 1)
    if (pieces.length > 0 && !isComment) pieces.push(textNode(' ', textEnd, at))
  }
  const position = offsetsOnly(start, end)
  if (pieces.length === 0) return [{ type: 'furniture', value: source.slice(start, end), position }]
  return [{ type: 'paragraph', children: pieces, position }]
}

function htmlText(source: string, start: Offset, end: Offset): Text[] {
  const pieces: Text[] = []
  let at = start
  let piece = start
  for (let open = source.indexOf('&', at); open >= 0 && open < end; open = source.indexOf('&', at)) {
    const entity = entityAt(source, open)
    at = open + (entity?.length ?? 1)
    if (entity === null || at > end) continue
    if (open > piece) pieces.push(textNode(source.slice(piece, open), piece, open))
    pieces.push(textNode(entity.value, open, at))
    piece = at
  }
  if (end > piece) pieces.push(textNode(source.slice(piece, end), piece, end))
  return pieces
}
