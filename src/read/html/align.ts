import type { Text } from 'mdast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { Offset } from '../../model/index.ts'
import { isInvisible } from '../characters.ts'
import { offsetsOnly } from '../tree.ts'

/**
 * Cuts a text of a page into pieces that are verbatim or one unit (a character reference), with where they stand in
 * the source. What the source holds besides (a tag that the parser has moved text out of) is passed over.
 */
export function align(value: string, source: string, from: Offset, to: Offset): Text[] {
  const pieces: Text[] = []
  let piece = from
  let at = from
  let index = 0
  const close = () => {
    if (at > piece) pieces.push(textNode(source.slice(piece, at), piece, at))
  }
  while (index < value.length && at < to) {
    const reference = source.charCodeAt(at) === 0x26 ? referenceAt(source, at, value, index) : null
    if (reference !== null) {
      close()
      if (!isInvisible(reference.value.charCodeAt(0))) pieces.push(textNode(reference.value, at, at + reference.length))
      index += reference.value.length
      at += reference.length
      piece = at
    } else if (source.charCodeAt(at) === value.charCodeAt(index) || isReturn(source, at, value, index)) {
      // The parser reads "\r\n" as "\n".
      if (source.charCodeAt(at) === 0x0d && source.charCodeAt(at + 1) === 0x0a) at++
      at++
      index++
    } else {
      close()
      at = source[at] === '<' ? behindTag(source, at, to) : at + 1
      piece = at
    }
  }
  close()
  return pieces
}

function isReturn(source: string, at: Offset, value: string, index: number): boolean {
  return source.charCodeAt(at) === 0x0d && value.charCodeAt(index) === 0x0a
}

function behindTag(source: string, at: Offset, to: Offset): Offset {
  const close = source.indexOf('>', at)
  return close < 0 || close >= to ? to : close + 1
}

function textNode(value: string, start: Offset, end: Offset): Text {
  return { type: 'text', value, position: offsetsOnly(start, end) }
}

const referencePattern = /&(?:#\d{1,9}|#[xX][\da-fA-F]{1,8}|[A-Za-z][\dA-Za-z]{0,31});?/y
const parser = unified().use(rehypeParse, { fragment: true }).freeze()
const references = new Map<string, string>()
const mostReferences = 4096

/** The character reference at an offset that reads as the value's next characters. */
function referenceAt(
  source: string,
  at: Offset,
  value: string,
  index: number,
): { value: string; length: number } | null {
  referencePattern.lastIndex = at
  const written = referencePattern.exec(source)?.[0]
  if (written === undefined) return null
  const whole = decode(written)
  // "&copy2012": a reference without its semicolon that letters follow reads to where the parser stopped.
  const tail = whole.length > 1 ? commonTail(written, whole) : 0
  const read = whole.slice(0, whole.length - tail)
  if (read === '' || written === whole || !value.startsWith(read, index)) return null
  return { value: read, length: written.length - tail }
}

function decode(written: string): string {
  const known = references.get(written)
  if (known !== undefined) return known
  if (references.size >= mostReferences) references.clear()
  const [node] = parser.parse(written).children
  const value = node?.type === 'text' ? node.value : ''
  references.set(written, value)
  return value
}

function commonTail(a: string, b: string): number {
  let length = 0
  while (length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++
  return length
}
