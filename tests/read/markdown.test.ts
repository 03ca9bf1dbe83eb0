import { describe, expect, test } from 'vitest'
import { toSource } from '../../src/model/index.ts'
import { readText } from '../../src/read/index.ts'
import { breachesOf } from './invariants.ts'

function read(text: string) {
  const document = readText(text, { id: 'x', mediaType: 'text/markdown' })
  expect(breachesOf(document)).toEqual([])
  return document
}

describe('Markdown', () => {
  test.each<[string, string, string[]]>([
    ['entities', 'Kesh &amp; sons &#8212; caf&eacute;', ['body: Kesh & sons — café']],
    ['an entity of an entity', 'AT&amp;amp;T', ['body: AT&amp;T']],
    ['escapes', '3 \\* 4 \\_ 5', ['body: 3 * 4 _ 5']],
    ['emphasis', '**Nine** people *died* in ***Kesh***.', ['body: Nine people died in Kesh.']],
    [
      'links and images',
      'See [the report](http://a.b "t") ![a burnt house](h.png).',
      ['body: See the report a burnt house.'],
    ],
    ['inline code', 'The file `a*b` is kept.', ['body: The file a*b is kept.']],
    ['soft and hard line breaks', 'one\ntwo  \nthree\\\nfour', ['body: one two three four']],
    ['quotations over lines', '> Nobody came\n> when we called.', ['quote: Nobody came when we called.']],
    ['lists', '- one\n  goes on\n- two\n\n1. three', ['list: one goes on', 'list: two', 'list: three']],
    ['code blocks', '```\nfirst\nsecond\n```', ['body: first second']],
    [
      'tables',
      '| Area | Killed |\n|---|---|\n| Kesh | **11** |\n| Anna | |',
      ['table: Area | Killed', 'table: Kesh | 11', 'table: Anna'],
    ],
    [
      'footnotes',
      'It was so.[^1] It was.[^a]\n\n[^1]: Elder, interview.\n\n[^a]: Council minutes.',
      ['body: It was so. It was.', 'note: Elder, interview.', 'note: Council minutes.'],
    ],
    ['brackets that are no footnotes', 'It was [^so].', ['body: It was [^so].']],
    ['comments', '<!-- draft -->\n\nText.', ['furniture: <!-- draft -->', 'body: Text.']],
    ['words in HTML', '<p>Nine &lt; ten</p>', ['body: Nine < ten']],
    ['front matter', '---\ntitle: A\n---\n\nText.', ['body: Text.']],
  ])('%s', (_, text, expected) => {
    expect(read(text).paragraphs.map((paragraph) => `${paragraph.kind}: ${paragraph.text}`)).toEqual(expected)
  })

  test('headings make a path', () => {
    const { paragraphs } = read('# One\n\n## Two *now*\n\nText.\n\n## Three\n\nMore.')
    expect(paragraphs.filter(({ kind }) => kind === 'body').map(({ headings }) => headings)).toEqual([
      ['One', 'Two now'],
      ['One', 'Three'],
    ])
  })

  test.each([
    ['Kesh &amp; *sons* said', 'Kesh & sons', 'Kesh &amp; *sons'],
    ['the \\*first\\* of\n  May', '* of May', '* of\n  May'],
    ['> on 3\n> May they left', '3 May', '3\n> May'],
  ])('%j: %j stands at %j', (text, words, expected) => {
    const [paragraph] = read(text).paragraphs
    const at = paragraph?.text.indexOf(words) ?? -1
    const { start, end } = toSource(paragraph?.map ?? [], { start: at, end: at + words.length })
    expect(text.slice(start, end)).toBe(expected)
  })

  test('of a glossary table pairs abbreviations', () => {
    const text =
      '# Acronyms\n\n| Short | Long |\n|---|---|\n| AU | African Union |\n| ICC | International Criminal Court |'
    expect(read(text).glossary).toEqual([
      { abbreviation: 'AU', longForm: 'African Union' },
      { abbreviation: 'ICC', longForm: 'International Criminal Court' },
    ])
  })

  test('crowded with emphasis marks or nested deep does not take for ever', () => {
    expect(read('*a_'.repeat(20_000)).paragraphs).toHaveLength(1)
    expect(() => read(`${'> '.repeat(20_000)}deep`)).toThrow(/nested too deeply/)
  })
})
