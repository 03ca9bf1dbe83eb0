import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { type Plugin, unified } from 'unified'
import { alignTree } from './align.ts'
import { readFootnotes } from './footnotes.ts'
import { readTables } from './tables.ts'

const commonMark = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze()

/** Unified plugin that parses Markdown with front matter, pipe tables and footnotes to mdast as our readers give it. */
export const markdown: Plugin<[], string, Root> = function () {
  this.parser = parseMarkdown
}

/** Parses Markdown to mdast whose `text` nodes are verbatim or one unit each. */
export function parseMarkdown(text: string): Root {
  const tree = commonMark.parse(text)
  alignTree(tree, text)
  readTables(tree)
  readFootnotes(tree)
  return tree
}
