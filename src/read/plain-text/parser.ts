import type { FootnoteDefinition, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast'
import type { Plugin } from 'unified'
import type { Offset } from '../../model/index.ts'
import type { Furniture, Position } from '../tree.ts'
import { type Block, blocksOf } from './blocks.ts'
import { flowOf } from './flow.ts'
import { footnoteMarkers, type Marker } from './footnotes.ts'
import { furnitureOf } from './furniture.ts'
import { Hyphenation } from './hyphenation.ts'
import { layoutOf } from './layout.ts'
import { type Line, linesOf } from './lines.ts'
import { type FootNote, footNotesOf } from './notes.ts'
import { cellsOf } from './rows.ts'

/** Unified plugin that parses plain text, page dumps included, to mdast with positions. */
export const plainText: Plugin<[], string, Root> = function () {
  this.parser = (text) => parsePlainText(text)
}

/** What a page showed of lines that their words alone don't tell; lines by where their text starts. */
export interface KnownLines {
  /** Depth of headings. */
  readonly headings: ReadonlyMap<Offset, number>
  /** Running heads and feet. */
  readonly furniture: ReadonlySet<Offset>
}

/** Parses plain text to mdast; every string has a tree. */
export function parsePlainText(text: string, known: KnownLines = { headings: new Map(), furniture: new Set() }): Root {
  const lines = linesOf(text)
  const layout = { ...layoutOf(lines), headings: known.headings }
  const markers = footnoteMarkers(text)
  const found = furnitureOf(text, lines)
  const running = lines.flatMap((line, index) => (known.furniture.has(line.start) ? [index] : []))
  const furniture = { pages: found.pages, lines: new Set([...found.lines, ...running].sort((a, b) => a - b)) }
  const notes = footNotesOf(text, lines, markers, furniture.lines)
  const aside = asidesOf(lines, furniture.lines, notes)
  const flow = flowOf(lines, new Set(aside.flatMap(({ indexes }) => indexes)), layout)
  const writer = new TreeWriter(text, markers, new Hyphenation(text, lines), aside)
  return { type: 'root', children: writer.write(blocksOf(text, flow, layout)), data: { pages: furniture.pages } }
}

/** Lines that stand aside from the flow of the text: one of furniture, or those of a footnote. */
interface Aside {
  readonly indexes: readonly number[]
  readonly lines: readonly Line[]
  readonly note: FootNote | null
}

function asidesOf(lines: readonly Line[], furniture: ReadonlySet<number>, notes: readonly FootNote[]): Aside[] {
  const asides: Aside[] = []
  for (const index of furniture) {
    const line = lines[index]
    if (line !== undefined) asides.push({ indexes: [index], lines: [line], note: null })
  }
  for (const note of notes) {
    const indexes = Array.from({ length: note.to - note.from }, (_, step) => note.from + step)
    asides.push({ indexes, lines: lines.slice(note.from, note.to), note })
  }
  return asides.sort((a, b) => (a.indexes[0] ?? 0) - (b.indexes[0] ?? 0))
}

/** Writes blocks as mdast, in order, with the furniture where it stands. */
class TreeWriter {
  readonly #text: string
  readonly #markers: readonly Marker[]
  readonly #hyphenation: Hyphenation
  readonly #asides: readonly Aside[]
  #nextMarker = 0
  #nextAside = 0

  constructor(text: string, markers: readonly Marker[], hyphenation: Hyphenation, asides: readonly Aside[]) {
    this.#text = text
    this.#markers = markers
    this.#hyphenation = hyphenation
    this.#asides = asides
  }

  write(blocks: readonly Block[]): RootContent[] {
    const nodes: RootContent[] = []
    for (const block of blocks) {
      const [first] = block.lines
      if (first === undefined) continue
      for (const aside of this.#asidesBefore(first.start)) nodes.push(aside)
      nodes.push(this.#node(block))
    }
    for (const aside of this.#asidesBefore(Number.POSITIVE_INFINITY)) nodes.push(aside)
    return nodes
  }

  #node(block: Block): RootContent {
    if (block.kind === 'table') return this.#table(block)
    const children = this.#inline(block)
    const position = between(children)
    const paragraph: Paragraph = { type: 'paragraph', children, position }
    switch (block.kind) {
      case 'heading':
        return { type: 'heading', depth: depthOf(block.depth), children, position }
      case 'quote':
        return { type: 'blockquote', children: [paragraph], position }
      case 'list':
        return { type: 'list', children: [{ type: 'listItem', children: [paragraph], position }], position }
      case 'note':
        return { type: 'footnoteDefinition', identifier: '', children: [paragraph], position }
      case 'caption':
      case 'reference':
        return { ...paragraph, data: { kind: block.kind } }
      default:
        return paragraph
    }
  }

  #table(block: Block): RootContent {
    const rows = block.lines.map((line) => {
      const cells = cellsOf(this.#text, line).map(({ start, end }) => {
        const children: PhrasingContent[] = []
        this.#pieces(children, line, start, end)
        return { type: 'tableCell' as const, children, position: between(children) }
      })
      return { type: 'tableRow' as const, children: cells, position: between(cells) }
    })
    return { type: 'table', children: rows, position: between(rows) }
  }

  #inline(block: Pick<Block, 'lines' | 'marker'>): PhrasingContent[] {
    const children: PhrasingContent[] = []
    for (const [index, line] of block.lines.entries()) {
      const start = index === 0 ? line.start + block.marker : line.start
      children.push(...this.#asidesBefore(start))
      const next = block.lines[index + 1]
      if (next === undefined) {
        this.#pieces(children, line, start, line.end)
        continue
      }
      if (line.ending === 'hyphen') {
        const keeps = this.#hyphenation.keeps(line.end - 1, next.start)
        this.#pieces(children, line, start, keeps ? line.end : line.end - 1)
        continue
      }
      this.#pieces(children, line, start, line.end)
      if (!joinsWithoutSpace(this.#text, line)) children.push(this.#space(line))
    }
    return children
  }

  /** Adds the text of a line between two offsets, its footnote markers taken out. */
  #pieces(pieces: PhrasingContent[], line: Line, start: Offset, end: Offset): void {
    let at = start
    for (;;) {
      const marker = this.#markers[this.#nextMarker]
      if (marker === undefined || marker.start >= end) break
      this.#nextMarker++
      if (marker.start < at || marker.end > end) continue
      if (marker.start > at) pieces.push(this.#verbatim(line, at, marker.start))
      const label = String(marker.first)
      pieces.push({ type: 'footnoteReference', identifier: label, label, position: on(line, marker.start, marker.end) })
      at = marker.end
    }
    if (at < end) pieces.push(this.#verbatim(line, at, end))
  }

  #verbatim(line: Line, start: Offset, end: Offset): Text {
    return { type: 'text', value: this.#text.slice(start, end), position: on(line, start, end) }
  }

  /** A line break that reads as a space. */
  #space(line: Line): Text {
    return {
      type: 'text',
      value: ' ',
      position: {
        start: { line: line.number, column: line.end - line.lineStart + 1, offset: line.end },
        end: { line: line.number + 1, column: 1, offset: line.next },
      },
    }
  }

  #asidesBefore(offset: Offset): (Furniture | FootnoteDefinition)[] {
    const nodes: (Furniture | FootnoteDefinition)[] = []
    for (;;) {
      const aside = this.#asides[this.#nextAside]
      const line = aside?.lines[0]
      if (aside === undefined || line === undefined || line.start >= offset) return nodes
      this.#nextAside++
      nodes.push(aside.note === null ? this.#furniture(line) : this.#note(aside.lines, aside.note))
    }
  }

  #furniture(line: Line): Furniture {
    const position = on(line, line.start, line.end)
    return { type: 'furniture', value: this.#text.slice(line.start, line.end), position }
  }

  #note(lines: readonly Line[], { label, marker }: FootNote): FootnoteDefinition {
    const children = this.#inline({ lines, marker })
    const position = between(children)
    return {
      type: 'footnoteDefinition',
      identifier: label,
      label,
      children: [{ type: 'paragraph', children, position }],
      position,
    }
  }
}

/** "war—␤and", "http://…/␤page": nothing stands between. */
function joinsWithoutSpace(text: string, line: Line): boolean {
  const last = text[line.end - 1]
  if (last === '—') return text[line.end - 2] !== ' '
  return last === '/' && text.lastIndexOf('://', line.end) >= line.start
}

function depthOf(depth: number): 1 | 2 | 3 | 4 | 5 | 6 {
  const depths = [1, 2, 3, 4, 5, 6] as const
  return depths[depth - 1] ?? 6
}

function on(line: Line, start: Offset, end: Offset): Position {
  return {
    start: { line: line.number, column: start - line.lineStart + 1, offset: start },
    end: { line: line.number, column: end - line.lineStart + 1, offset: end },
  }
}

function between(nodes: readonly { position?: Position | undefined }[]): Position {
  const start = nodes[0]?.position?.start
  const end = nodes.at(-1)?.position?.end
  if (start === undefined || end === undefined) throw new RangeError('a block holds no text')
  return { start, end }
}
