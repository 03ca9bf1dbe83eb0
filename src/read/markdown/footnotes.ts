import type { Nodes, Paragraph, PhrasingContent, Root, Text } from 'mdast'
import { spanOf } from '../paragraphs.ts'
import { offsetsOnly } from '../tree.ts'

const definition = /^\[\^([^\]\s]{1,64})\]:[ \t]*/
const reference = /\[\^([^\]\s]{1,64})\]/g

/** Reads "[^1]: …" paragraphs as footnotes and takes the markers "[^1]" that point to them out of the text. */
export function readFootnotes(tree: Root): void {
  const labels = new Set<string>()
  for (const [index, child] of tree.children.entries()) {
    if (child.type === 'definition' && child.label?.startsWith('^')) labels.add(child.label.slice(1))
    if (child.type !== 'paragraph') continue
    const label = definedBy(child)
    if (label === null) continue
    labels.add(label)
    const { start, end } = spanOf(child)
    const position = offsetsOnly(start, end)
    tree.children[index] = {
      type: 'footnoteDefinition',
      identifier: label,
      label,
      children: [withoutLabel(child)],
      position,
    }
  }
  if (labels.size > 0) takeOut(tree, labels)
}

function definedBy(paragraph: Paragraph): string | null {
  const [first] = paragraph.children
  return first?.type === 'text' ? (definition.exec(first.value)?.[1] ?? null) : null
}

function withoutLabel(paragraph: Paragraph): Paragraph {
  const [first, ...rest] = paragraph.children
  if (first?.type !== 'text') return paragraph
  const length = definition.exec(first.value)?.[0].length ?? 0
  const { start, end } = spanOf(first)
  return {
    ...paragraph,
    children:
      length === first.value.length ? rest : [verbatim(first.value.slice(length), start + length, end), ...rest],
  }
}

function takeOut(tree: Root, labels: ReadonlySet<string>): void {
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('children' in node)) continue
    const children: Nodes[] = []
    for (const child of node.children) {
      if (child.type === 'text') children.push(...cut(child, labels))
      else if (child.type === 'linkReference' && child.label?.startsWith('^'))
        children.push(referenceNode(child.label.slice(1), child))
      else {
        children.push(child)
        stack.push(child)
      }
    }
    node.children.splice(0, node.children.length, ...(children as never[]))
  }
}

function cut(text: Text, labels: ReadonlySet<string>): PhrasingContent[] {
  const { start, end } = spanOf(text)
  if (!text.value.includes('[^') || text.value.length !== end - start) return [text]
  const pieces: PhrasingContent[] = []
  let at = 0
  for (const match of text.value.matchAll(reference)) {
    const [found, label = ''] = match
    if (!labels.has(label)) continue
    if (match.index > at) pieces.push(verbatim(text.value.slice(at, match.index), start + at, start + match.index))
    at = match.index + found.length
    pieces.push(referenceNode(label, verbatim(found, start + match.index, start + at)))
  }
  if (at < text.value.length) pieces.push(verbatim(text.value.slice(at), start + at, end))
  return pieces
}

function referenceNode(label: string, at: Nodes): PhrasingContent {
  const { start, end } = spanOf(at)
  return { ...verbatim('', start, end), type: 'footnoteReference', identifier: label, label }
}

function verbatim(value: string, start: number, end: number): Text {
  return { type: 'text', value, position: offsetsOnly(start, end) }
}
