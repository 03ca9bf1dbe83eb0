import type { Node, Root } from 'mdast'
import type { GlossaryEntry, Metadata, Offset, ParagraphKind } from '../model/index.ts'

/** A line that belongs to the page, not to the text: a running head, a page number, a comment. */
export interface Furniture extends Node {
  type: 'furniture'
  value: string
}

/** From `offset` on, the text stands on this page. */
export interface PageStart {
  readonly offset: Offset
  readonly page: number
}

// What our readers add to mdast. Furniture and footnotes may interrupt a paragraph that runs on over a page break.
declare module 'mdast' {
  interface RootContentMap {
    furniture: Furniture
  }
  interface PhrasingContentMap {
    furniture: Furniture
    footnoteDefinition: FootnoteDefinition
  }
  interface RootData {
    /** Where pages begin, in order, for formats that tell. */
    pages?: readonly PageStart[]
    /** Abbreviations that only the layout pairs with their long forms. */
    glossary?: readonly GlossaryEntry[]
    /** What the format itself says of the document: the head of a web page. */
    metadata?: Partial<Metadata>
  }
  interface ParagraphData {
    /** A kind that mdast has no node for. */
    kind?: Extract<ParagraphKind, 'caption' | 'reference' | 'furniture'>
  }
}

/**
 * What every reader gives: an mdast tree in which each node has a position, and each `text` node is either verbatim
 * (its value is its source slice) or one unit that can't be cut (an entity, a line break that reads as a space).
 */
export type Tree = Root

/** Where a node stands; offsets are what counts, lines and columns are not filled in where nobody needs them. */
export type Position = NonNullable<Node['position']>

/** The position of a stretch of source of which only the offsets are known. */
export function offsetsOnly(start: Offset, end: Offset): Position {
  return { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } }
}
