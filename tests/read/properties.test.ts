import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type TextMediaType, textMediaTypes } from '../../src/model/index.ts'
import { ReadError, readText } from '../../src/read/index.ts'
import { breachesOf } from './invariants.ts'

/** Pieces that layouts are made of, so that random texts hit the rules and not only their edges. */
const pieces = [
  'Two villages were burnt on 3 May 2012.',
  'the rebels left',
  'HEADING',
  'A HISTORY OF',
  'govern-',
  'long-',
  'ment',
  'anti-',
  'Balaka',
  'end.1',
  'said.”2',
  'town3',
  'UN,4 but',
  '1',
  '2',
  '3',
  'Page 4',
  '| HEAD',
  'HEAD | 7',
  '- item',
  '• item',
  '1. first',
  '(a) one',
  'AU\tAfrican Union',
  'Glossary of Abbreviations',
  'Notes',
  'References',
  'of the',
  'Syria,',
  'as follows:',
  'x'.repeat(70),
  'y '.repeat(35),
  '52 killed',
  'a   b   c',
  'a\tb',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\f',
  '\t',
  ' ',
  '    ',
  '\u00A0',
  '\u00AD',
  '\u200B',
  '\uFFFD',
  '\uFEFF',
  'ﬁ',
  '&amp;',
  '&nbsp;',
  '&#x41;',
  '\\*',
  '*',
  '**',
  '_',
  '`',
  '[a](b)',
  '![alt](c)',
  '> ',
  '>',
  '# ',
  '## ',
  '---',
  '```',
  '| a | b |',
  '|---|---|',
  '[^1]',
  '[^1]: note',
  '<!-- c -->',
  '<br>',
  '<p>',
  '[x]: /y',
  '\\',
  '|',
  '\\|',
  '😀',
]

const layout = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))
const anyText = fc.oneof(
  layout,
  fc.array(layout, { maxLength: 12 }).map((lines) => lines.join('\n')),
  fc.string({ unit: 'binary', maxLength: 300 }),
)

function readOrRefuse(text: string, mediaType: TextMediaType) {
  try {
    return readText(text, { id: 'x', mediaType })
  } catch (error) {
    if (error instanceof ReadError) return error
    throw error
  }
}

describe.each(textMediaTypes)('any text as %s', (mediaType) => {
  test('is read with a sound map, or refused with a reason', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readOrRefuse(text, mediaType)
        if (read instanceof ReadError) {
          const hasNoWords = mediaType === 'text/html' && read.reason.includes('no text')
          expect(hasNoWords || text.trim() === '' || text.includes('\0') || text.startsWith('---')).toBe(true)
        } else expect(breachesOf(read)).toEqual([])
      }),
      { numRuns: 1500 },
    )
  })

  test('reads the same twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readOrRefuse(text, mediaType)).toEqual(readOrRefuse(text, mediaType))
      }),
      { numRuns: 200 },
    )
  })
})
