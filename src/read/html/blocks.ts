import type { Element, Nodes, Root } from 'hast'
import type { PhrasingContent, RootContent, TableCell, TableRow } from 'mdast'
import type { Offset } from '../../model/index.ts'
import { isDigit, isLetter, isSpace } from '../characters.ts'
import { offsetsOnly } from '../tree.ts'
import { align } from './align.ts'
import type { Content } from './content.ts'
import { elementsBelow, headingDepth, isBlock, isUnseen, property, seenText } from './elements.ts'
import type { Notes } from './notes.ts'

/** Where the walk is: what it finds is text of the page or furniture. */
type Place = 'text' | 'furniture'

/** Struck-out words are taken back by whoever published them. */
const struckOut = new Set(['del', 's', 'strike'])

/** Lines of their own that are no text, wherever they stand. */
const boilerplate =
  /^(?:advertisement|skip to (?:main )?content|print(?: this page)?|share(?: this)?(?: article| page)?|back to top|read more|download(?: pdf)?|listen to this article)$/i

/** Writes the elements of a page as mdast, in reading order, with positions. */
export class BlockWriter {
  readonly #source: string
  readonly #content: Content
  readonly #notes: Notes
  readonly #holdsBlocks = new Map<Element, boolean>()
  #nodes: RootContent[] = []
  #run: PhrasingContent[] = []

  constructor(source: string, content: Content, notes: Notes) {
    this.#source = source
    this.#content = content
    this.#notes = notes
  }

  write(tree: Root): RootContent[] {
    const body = [...elementsBelow(tree)].find(({ tagName }) => tagName === 'body' || tagName === 'frameset')
    if (body !== undefined) this.#element(body, this.#content.main === null ? 'text' : 'furniture')
    return this.#nodes
  }

  #element(element: Element, around: Place): void {
    if (isUnseen(element)) return
    const place = this.#placeOf(element, around)
    const { tagName } = element
    const depth = headingDepth(element)
    if (place === 'furniture') this.#children(element, place)
    else if (this.#notes.notes.has(element)) this.#note(element)
    else if (depth !== null) {
      const children = this.#inlineOf(element)
      if (hasText(children)) this.#nodes.push({ type: 'heading', depth, children, position: between(children) })
    } else if (tagName === 'blockquote') {
      const children = this.#inside(element, place) as never[]
      if (children.length > 0) this.#nodes.push({ type: 'blockquote', children, position: between(children) })
    } else if (tagName === 'li') {
      const children = this.#inside(element, place) as never[]
      if (children.length > 0) this.#nodes.push(listOf(children))
    } else if (tagName === 'table' && !isForLayout(element)) this.#table(element)
    else if (tagName === 'dl') this.#terms(element)
    else if (isCaption(element)) {
      const children = this.#inlineOf(element)
      if (hasText(children)) {
        this.#nodes.push({ type: 'paragraph', children, position: between(children), data: { kind: 'caption' } })
      }
    } else this.#children(element, place)
  }

  #placeOf(element: Element, around: Place): Place {
    const { main, furniture, titles } = this.#content
    if (furniture.has(element)) return 'furniture'
    return element === main || titles.has(element) || this.#notes.notes.has(element) ? 'text' : around
  }

  /** The blocks of an element, as the children of another node. */
  #inside(element: Element, place: Place): RootContent[] {
    const outer = this.#nodes
    this.#nodes = []
    this.#children(element, place)
    const inner = this.#nodes
    this.#nodes = outer
    return inner
  }

  /** Blocks one by one; inline content between them as paragraphs. */
  #children(element: Element, place: Place): void {
    for (const child of element.children) {
      if (child.type === 'element' && (isBlock(child) || this.#isContainer(child))) {
        this.#flush(place)
        this.#element(child, place)
        this.#flush(place)
      } else if (child.type === 'element' && this.#content.furniture.has(child)) {
        this.#flush(place)
        this.#inline(child, 'furniture')
        this.#flush('furniture')
      } else this.#inline(child, place)
    }
    if (isBlock(element)) this.#flush(place)
  }

  #isContainer(element: Element): boolean {
    const known = this.#holdsBlocks.get(element)
    if (known !== undefined) return known
    const holds = !isUnseen(element) && [...elementsBelow(element)].some(isBlock)
    this.#holdsBlocks.set(element, holds)
    return holds
  }

  #flush(place: Place): void {
    const children = this.#run
    this.#run = []
    if (!hasText(children)) return
    const isText = place === 'text' && !boilerplate.test(textOf(children).trim())
    this.#nodes.push({
      type: 'paragraph',
      children,
      position: between(children),
      ...(!isText && { data: { kind: 'furniture' as const } }),
    })
  }

  #inline(node: Nodes, place: Place): void {
    if (node.type === 'text') {
      this.#text(node.value, node.position?.start.offset, node.position?.end.offset, place)
      return
    }
    if (node.type !== 'element' || isUnseen(node) || struckOut.has(node.tagName)) return
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (node.tagName === 'br' && start !== undefined && end !== undefined) {
      const last = this.#run.findLast((piece) => !isBlank(piece))
      // Two in a row part paragraphs.
      if (last?.type === 'break') this.#flush(place)
      else this.#run.push({ type: 'break', position: offsetsOnly(start, end) })
      return
    }
    if (start !== undefined && end !== undefined && this.#isMarker(node)) {
      const label = this.#notes.markers.get(node) ?? seenText(node).trim()
      this.#run.push({ type: 'footnoteReference', identifier: label, label, position: offsetsOnly(start, end) })
      return
    }
    for (const child of node.children) this.#inline(child, place)
  }

  #text(value: string, start: Offset | undefined, end: Offset | undefined, place: Place): void {
    if (start === undefined || end === undefined) return
    let at = start
    for (const piece of align(value, this.#source, start, end)) {
      const from = piece.position?.start.offset ?? start
      // Text that the parser has moved out of a table: what stood between is read elsewhere.
      if (this.#source.slice(at, from).includes('<')) this.#flush(place)
      this.#space(from)
      this.#run.push(piece)
      at = piece.position?.end.offset ?? from
    }
  }

  /** A space between "52" and "killed" where only the style of their elements parts them. */
  #space(from: Offset): void {
    const last = this.#run.at(-1)
    const end = last?.position?.end.offset
    if (last?.type !== 'text' || end === undefined || end >= from) return
    if (!/^<\/\w+>\s*<(?:span|b|strong|em)\b/i.test(this.#source.slice(end, Math.min(from, end + 200)))) return
    const before = this.#source.charCodeAt(end - 1)
    const behind = this.#source.charCodeAt(from)
    if ((isDigit(before) && isLetter(behind)) || (isLetter(before) && isDigit(behind))) {
      this.#run.push({ type: 'break', position: offsetsOnly(end, from) })
    }
  }

  /** A footnote's marker: a link to a note, or a superscript number behind a word, which is no power ("m²", "10⁶"). */
  #isMarker(element: Element): boolean {
    if (this.#notes.markers.has(element)) return true
    if (element.tagName === 'a' && /^[#¶§]$/.test(seenText(element).trim())) return true
    if (element.tagName !== 'sup' || !/^\s*\[?\d{1,3}\]?\s*$/.test(seenText(element))) return false
    return !/(?:(?:^|[\s\d])[kcmd]?m|(?:^|[^\d.,])10)$/.test(textOf(this.#run.slice(-2)))
  }

  /** All of an element's text as one run, blocks inside parted by spaces. */
  #inlineOf(element: Element): PhrasingContent[] {
    const outer = this.#run
    const nodes = this.#nodes
    this.#run = []
    this.#nodes = []
    const write = (node: Nodes): void => {
      if (!('children' in node) || node.type !== 'element' || !(isBlock(node) || this.#isContainer(node))) {
        this.#inline(node, 'text')
        return
      }
      if (isUnseen(node)) return
      const start = node.position?.start.offset
      if (this.#run.length > 0 && isBlock(node) && start !== undefined) {
        this.#run.push({ type: 'break', position: offsetsOnly(start, this.#source.indexOf('>', start) + 1) })
      }
      for (const child of node.children) write(child)
    }
    for (const child of element.children) write(child)
    const pieces = [...this.#nodes.flatMap((node) => ('children' in node ? (node.children as PhrasingContent[]) : []))]
    pieces.push(...this.#run)
    this.#run = outer
    this.#nodes = nodes
    // The parser may have moved text out of a table to before it.
    return pieces.sort((a, b) => startOf(a) - startOf(b))
  }

  #note(element: Element): void {
    const children = this.#inside(element, 'text') as never[]
    if (children.length === 0) return
    this.#nodes.push({ type: 'footnoteDefinition', identifier: '', children, position: between(children) })
  }

  #table(element: Element): void {
    const rows: TableRow[] = []
    const close = () => {
      if (rows.length > 0) this.#nodes.push({ type: 'table', children: rows.splice(0), position: onElement(element) })
    }
    for (const part of elementsBelow(element)) {
      if (part.tagName === 'caption') this.#element(part, 'text')
      if (part.tagName !== 'tr' || isUnseen(part)) continue
      const cells = part.children.filter((child) => child.type === 'element' && /^t[dh]$/.test(child.tagName))
      rows.push(this.#row(cells as Element[], part))
    }
    close()
  }

  #row(cells: readonly Element[], row: Element): TableRow {
    const children = cells.map((cell): TableCell => ({ type: 'tableCell', children: this.#inlineOf(cell) }))
    return { type: 'tableRow', children, position: onElement(row) }
  }

  /** Short terms and what they say, one row each ("Killed | 52"); longer ones as blocks. */
  #terms(element: Element): void {
    let row: Element[] = []
    const close = () => {
      const [first] = row
      if (first === undefined) return
      if (row.some((cell) => [...elementsBelow(cell)].some(isBlock))) {
        for (const cell of row) this.#children(cell, 'text')
      } else {
        this.#nodes.push({ type: 'table', children: [this.#row(row, first)], position: onElement(first) })
      }
      row = []
    }
    for (const child of elementsBelow(element)) {
      if (child.tagName === 'dt' && row.some(({ tagName }) => tagName === 'dd')) close()
      if (child.tagName === 'dt' || child.tagName === 'dd') row.push(child)
    }
    close()
  }
}

function isCaption(element: Element): boolean {
  if (element.tagName === 'figcaption' || element.tagName === 'caption') return true
  const isText = element.tagName === 'p' || element.tagName === 'div'
  return isText && /(?:^|[\s_-])caption(?:$|[\s_-])/i.test(property(element, 'className') ?? '')
}

/** A table that only places things on the page: cells hold blocks of their own, or there is one cell. */
function isForLayout(table: Element): boolean {
  const role = property(table, 'role')
  if (role === 'presentation' || role === 'none') return true
  const inner = [...elementsBelow(table)]
  const cells = inner.filter(({ tagName }) => tagName === 'td' || tagName === 'th')
  if (cells.length <= 1 || inner.some(({ tagName }) => tagName === 'table')) return true
  if (cells.some(({ tagName }) => tagName === 'th')) return false
  return cells.some((cell) => {
    const blocks = cell.children.filter((child) => child.type === 'element').filter(isBlock)
    return (
      blocks.some((block) => headingDepth(block) !== null) || blocks.filter(({ tagName }) => tagName === 'p').length > 2
    )
  })
}

function listOf(children: never[]): RootContent {
  const position = between(children)
  return { type: 'list', children: [{ type: 'listItem', children, position }], position }
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'text' && [...node.value].every((character) => isSpace(character.charCodeAt(0)))
}

function hasText(children: readonly PhrasingContent[]): boolean {
  return children.some((child) => child.type === 'text' && !isBlank(child))
}

function textOf(children: readonly PhrasingContent[]): string {
  return children.map((child) => (child.type === 'text' ? child.value : child.type === 'break' ? ' ' : '')).join('')
}

function startOf(node: PhrasingContent): Offset {
  return node.position?.start.offset ?? 0
}

function onElement(element: Element) {
  return offsetsOnly(element.position?.start.offset ?? 0, element.position?.end.offset ?? 0)
}

function between(nodes: readonly Pick<RootContent, 'position'>[]) {
  return offsetsOnly(nodes[0]?.position?.start.offset ?? 0, nodes.at(-1)?.position?.end.offset ?? 0)
}
