import type { Root as HtmlRoot } from 'hast'
import type { Root } from 'mdast'
import rehypeParse from 'rehype-parse'
import { type Plugin, unified } from 'unified'
import { ReadError } from '../error.ts'
import { BlockWriter } from './blocks.ts'
import { contentOf } from './content.ts'
import { metadataOfHead } from './head.ts'
import { notesOf } from './notes.ts'

/** Unified plugin that parses a web page to mdast with positions: its main content, the rest as furniture. */
export const html: Plugin<[], string, Root> = function () {
  this.parser = parseHtml
}

const parser = unified().use(rehypeParse).freeze()

/** Tags more than this times the tags of formatting that are left open, and the tree would not fit into memory. */
const mostReopened = 20_000_000

const formatting = /<(\/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])/gi

/**
 * Parses HTML to mdast; the head's metadata goes into the root's data. Nothing is fetched or run.
 *
 * @throws ReadError if the tags left open would multiply the page beyond measure
 */
function parseHtml(source: string): Root {
  refuseOpenTags(source)
  const tree: HtmlRoot = parser.parse(source)
  const notes = notesOf(tree)
  return rootOf(source, tree, new BlockWriter(source, contentOf(tree, notes), notes))
}

/** Parses HTML that is nothing but the text, as converters write it: nothing in it is furniture. */
export function parseConverted(source: string): Root {
  const tree: HtmlRoot = parser.parse(source)
  const content = { main: null, furniture: new Set<never>(), titles: new Set<never>() }
  return rootOf(source, tree, new BlockWriter(source, content, notesOf(tree)))
}

function rootOf(source: string, tree: HtmlRoot, writer: BlockWriter): Root {
  const children = writer.write(tree)
  const position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: 1, offset: source.length },
  }
  return { type: 'root', children, position, data: { metadata: metadataOfHead(tree) } }
}

/** Each open tag of formatting is opened again in each block behind it, by the HTML standard. */
function refuseOpenTags(source: string): void {
  let open = 0
  let mostOpen = 0
  let tags = 0
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) tags++
  for (const [, slash] of source.matchAll(formatting)) {
    open = slash === '/' ? Math.max(0, open - 1) : open + 1
    mostOpen = Math.max(mostOpen, open)
  }
  if (mostOpen * tags <= mostReopened) return
  throw new ReadError({
    reason: `it leaves ${mostOpen.toLocaleString('en')} tags of formatting open among ${tags.toLocaleString('en')} tags`,
    remedy: 'Save the page anew from a browser, or save its text as .txt.',
  })
}
