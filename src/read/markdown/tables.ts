import type { Nodes, PhrasingContent, Root, Table, TableCell, TableRow } from 'mdast'
import { spanOf } from '../paragraphs.ts'
import { offsetsOnly, type Position } from '../tree.ts'

const delimiterRow = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/

/** Turns paragraphs that are pipe tables (a second line of dashes and bars) into tables. */
export function readTables(tree: Root): void {
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('children' in node)) continue
    for (const [index, child] of node.children.entries()) {
      const table = child.type === 'paragraph' ? tableOf(child.children) : null
      if (table !== null) node.children[index] = table
      else stack.push(child)
    }
  }
}

function tableOf(children: readonly PhrasingContent[]): Table | null {
  const [header, delimiter, ...body] = linesOf(children)
  if (header === undefined || delimiter === undefined) return null
  const dashes = delimiter.map((piece) => (piece.type === 'text' ? piece.value : '?')).join('')
  if (!dashes.includes('|') || dashes.length > 1000 || !delimiterRow.test(dashes.trim())) return null
  const rows = [header, ...body].map(rowOf).filter((row) => row !== null)
  const position = between(rows)
  return position === null ? null : { type: 'table', children: rows, position }
}

/** Pieces of a paragraph by source line. */
function linesOf(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]]
  for (const child of children) {
    if ((child.type === 'text' && child.value === '\n') || child.type === 'break') lines.push([])
    else lines.at(-1)?.push(child)
  }
  return lines
}

function rowOf(pieces: readonly PhrasingContent[]): TableRow | null {
  const cells: PhrasingContent[][] = [[]]
  for (const piece of pieces) {
    if (piece.type !== 'text' || !piece.value.includes('|')) {
      cells.at(-1)?.push(piece)
      continue
    }
    const { start, end } = spanOf(piece)
    // An escaped bar is a unit of its own length, never cut.
    if (piece.value.length !== end - start || piece.value === '|') {
      if (piece.value === '|' && isBare(piece)) cells.push([])
      else cells.at(-1)?.push(piece)
      continue
    }
    let at = 0
    for (const part of piece.value.split('|')) {
      if (at > 0) cells.push([])
      const lead = part.length - part.trimStart().length
      const trimmed = part.trim()
      if (trimmed !== '') {
        const from = start + at + lead
        cells.at(-1)?.push({ type: 'text', value: trimmed, position: offsetsOnly(from, from + trimmed.length) })
      }
      at += part.length + 1
    }
  }
  const nodes: TableCell[] = []
  for (const [index, children] of cells.entries()) {
    const position = between(children)
    if (position !== null) nodes.push({ type: 'tableCell', children, position })
    else if (index > 0 && index < cells.length - 1) {
      const before = nodes.at(-1)?.position?.end
      if (before !== undefined)
        nodes.push({ type: 'tableCell', children: [], position: { start: before, end: before } })
    }
  }
  const position = between(nodes)
  return position === null ? null : { type: 'tableRow', children: nodes, position }
}

function isBare(piece: PhrasingContent): boolean {
  const { start, end } = spanOf(piece)
  return end - start === 1
}

function between(nodes: readonly { position?: Position | undefined }[]): Position | null {
  const start = nodes[0]?.position?.start
  const end = nodes.at(-1)?.position?.end
  return start === undefined || end === undefined ? null : { start, end }
}
