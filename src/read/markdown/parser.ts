import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { type Plugin, unified } from 'unified'
import { alignTree } from './align.ts'
import { readFootnotes } from './footnotes.ts'
import { readTables } from './tables.ts'

const commonMark = unified().use(remarkFrontmatter, ['yaml']).use(remarkParse).freeze()

/** Finding emphasis takes time that grows with the square of the marks in a block; a block with more than these has none. */
const mostMarks = 1000

/** Nested blocks take time that grows with the square of their depth. */
const deeplyNested = /(?:^|\n)[ \t>]{400}[ \t>]*[^ \t>\r\n]/

const withoutEmphasis = unified()
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkParse)
  .data('micromarkExtensions', [{ disable: { null: ['attention'] } }])
  .freeze()

/** Unified plugin that parses Markdown with front matter, pipe tables and footnotes to mdast as our readers give it. */
export const markdown: Plugin<[], string, Root> = function () {
  this.parser = parseMarkdown
}

/**
 * Parses Markdown to mdast whose `text` nodes are verbatim or one unit each.
 *
 * @throws RangeError if blocks are nested hundreds deep
 */
function parseMarkdown(text: string): Root {
  if (deeplyNested.test(text)) throw new RangeError('blocks nested too deeply')
  const tree = (hasCrowdedBlock(text) ? withoutEmphasis : commonMark).parse(text)
  alignTree(tree, text)
  readTables(tree)
  readFootnotes(tree)
  return tree
}

function hasCrowdedBlock(text: string): boolean {
  let marks = 0
  for (const [found] of text.matchAll(/[*_]+|\n[ \t\r]*\n/g)) {
    marks = found.startsWith('\n') ? 0 : marks + 1
    if (marks > mostMarks) return true
  }
  return false
}
