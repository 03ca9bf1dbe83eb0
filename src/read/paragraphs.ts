import type { Nodes, PhrasingContent, RootContent, Table, TableRow } from 'mdast'
import type { Offset, Paragraph, ParagraphKind, Span } from '../model/index.ts'
import { CleanText } from './clean-text.ts'
import type { Furniture, PageStart, Tree } from './tree.ts'

interface Heading {
  readonly depth: number
  readonly text: string
}

/** Something that stands in the middle of a paragraph's source and is read after it. */
type Interruption = Extract<PhrasingContent, { type: 'furniture' | 'footnoteDefinition' }>

/**
 * Turns the tree that a reader gave into paragraphs, in reading order.
 *
 * @param tree mdast with positions into `source`
 * @param source the document's text
 * @throws RangeError if a node has no position
 */
export function paragraphsOf(tree: Tree, source: string): Paragraph[] {
  return new Collector(source, tree.data?.pages ?? []).collect(tree)
}

class Collector {
  readonly #source: string
  readonly #pages: readonly PageStart[]
  readonly #paragraphs: Paragraph[] = []
  #headings: Heading[] = []

  constructor(source: string, pages: readonly PageStart[]) {
    this.#source = source
    this.#pages = pages
  }

  collect(tree: Tree): Paragraph[] {
    for (const node of tree.children) this.#block(node, 'body')
    return this.#paragraphs
  }

  #block(node: RootContent, kind: ParagraphKind): void {
    switch (node.type) {
      case 'heading':
        this.#headings = this.#headings.filter((heading) => heading.depth < node.depth)
        this.#inline(node.children, 'heading')
        this.#headings.push({ depth: node.depth, text: this.#paragraphs.at(-1)?.text ?? '' })
        return
      case 'paragraph':
        this.#inline(node.children, node.data?.kind ?? kind)
        return
      case 'blockquote':
        for (const child of node.children) this.#block(child, kind === 'body' ? 'quote' : kind)
        return
      case 'list':
        for (const child of node.children) this.#block(child, kind)
        return
      case 'listItem':
        for (const child of node.children) this.#block(child, kind === 'body' ? 'list' : kind)
        return
      case 'footnoteDefinition':
        for (const child of node.children) this.#block(child, 'note')
        return
      case 'table':
        for (const row of node.children) this.#row(row)
        return
      case 'definition':
        this.#whole(spanOf(node), 'reference')
        return
      case 'furniture':
        this.#whole(spanOf(node), 'furniture')
        return
      case 'text':
      case 'code':
        this.#inline([{ ...node, type: 'text' }], kind)
        return
    }
  }

  #row(row: TableRow): void {
    const clean = new CleanText()
    const interruptions: Interruption[] = []
    for (const [index, cell] of row.children.entries()) {
      if (index > 0) clean.bar()
      append(clean, cell.children, this.#source, interruptions)
    }
    this.#add(clean, 'table', spanOf(row).start)
  }

  #inline(children: readonly PhrasingContent[], kind: ParagraphKind): void {
    const [first] = children
    if (first === undefined) return
    const clean = new CleanText()
    const interruptions: Interruption[] = []
    append(clean, children, this.#source, interruptions)
    this.#add(clean, kind, spanOf(first).start)
    for (const interruption of interruptions) this.#block(interruption, kind)
  }

  #whole(span: Span, kind: ParagraphKind): void {
    const clean = new CleanText()
    clean.verbatim(this.#source, span.start, span.end)
    this.#add(clean, kind, span.start)
  }

  #add(clean: CleanText, kind: ParagraphKind, start: Offset): void {
    const finished = clean.finish()
    if (finished === null) return
    const headings = this.#headings.map((heading) => heading.text)
    this.#paragraphs.push({ index: this.#paragraphs.length, kind, headings, page: this.#pageAt(start), ...finished })
  }

  #pageAt(offset: Offset): number | null {
    let low = 0
    let high = this.#pages.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#pages[middle]?.offset ?? Number.POSITIVE_INFINITY) <= offset) low = middle + 1
      else high = middle
    }
    return this.#pages[low - 1]?.page ?? null
  }
}

function append(
  clean: CleanText,
  children: readonly PhrasingContent[],
  source: string,
  interruptions: Interruption[],
): void {
  for (const node of children) {
    const { start, end } = spanOf(node)
    switch (node.type) {
      case 'text':
        if (node.value.length === end - start) clean.verbatim(source, start, end)
        else clean.unit(node.value, start, end)
        break
      case 'break':
        clean.space(start, end)
        break
      case 'furniture':
      case 'footnoteDefinition':
        clean.interrupt()
        interruptions.push(node)
        break
      case 'html':
        if (/^<br\b/i.test(node.value)) clean.space(start, end)
        break
      default:
        if ('children' in node) append(clean, node.children, source, interruptions)
    }
  }
}

/** Where a node stands in the source. */
export function spanOf(node: Nodes | Furniture | Table): Span {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) throw new RangeError(`a ${node.type} has no position`)
  return { start, end }
}
