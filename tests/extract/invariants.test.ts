import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extract, loadExtractor } from '../../src/extract/index.ts'
import { fieldSchemas, layers, type TextMediaType, textMediaTypes } from '../../src/model/index.ts'
import { ReadError, readText } from '../../src/read/index.ts'

const extractor = loadExtractor()

/** Words of the field, so that random text meets the rules. */
const words = [
  'On 5 March 2014',
  'in December',
  '24 March',
  'the following day',
  'mid-2012',
  'last week',
  'between March and',
  'the United Nations',
  'Séléka',
  'anti-balaka',
  'President',
  'Bozizé',
  'Chad',
  'Muslim civilians',
  'UN',
  'the Front (MLF)',
  'at least',
  '1,000',
  'two hundred and fifty',
  'dozens of',
  'people',
  'were killed',
  'killing',
  'and',
  'wounded',
  '80 percent',
  'warned of',
  'genocide',
  'risk of',
  'called on',
  'must',
  '“kill them all”',
  '“',
  '”',
  '.',
  '. ',
  ', ',
  '\n',
  '\n\n',
  '1960.1 ',
  '-\n',
  '(',
  ')',
  "'s",
  '’',
  '\u00AD',
  '\u200B',
  '𝒜',
  '€',
  '\t',
  '* ',
  '# ',
  '|',
  '`',
  '&amp;',
  '[1]',
  '<b>',
  '\f',
  '\r\n',
]

const fieldText = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(' '))
const anyText = fc.oneof(
  fieldText,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
)

/** The annotations of a text, or none where the reader refuses it with a reason. */
function annotationsOf(text: string, mediaType: TextMediaType) {
  try {
    const document = readText(text, { id: 'any', mediaType, metadata: { published: '2015-09' } })
    return { document, annotations: extract(document, extractor) }
  } catch (error) {
    if (error instanceof ReadError) return { document: null, annotations: [] }
    throw error
  }
}

function expectInvariants(text: string, mediaType: TextMediaType): void {
  const { document, annotations } = annotationsOf(text, mediaType)
  for (const { layer, start, end, exact, fields, rule, confidence } of annotations) {
    expect(document?.text.slice(start, end)).toBe(exact)
    expect(exact).toBe(exact.trim())
    expect(fieldSchemas[layer].safeParse(fields).error).toBeUndefined()
    expect(rule).toMatch(new RegExp(`^${layer}\\.[a-z0-9-]+$`))
    expect(confidence).toBeGreaterThanOrEqual(0)
    expect(confidence).toBeLessThanOrEqual(1)
  }
  for (const layer of layers) {
    const spans = annotations.filter((annotation) => annotation.layer === layer)
    for (const [index, span] of spans.entries()) {
      expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0)
    }
  }
}

describe.each(textMediaTypes)('any text as %s', (mediaType) => {
  test('gives annotations that quote their source, fit their schema and do not overlap in a layer', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expectInvariants(text, mediaType)
      }),
      { numRuns: 400 },
    )
  })

  test('gives the same annotations each time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(annotationsOf(text, mediaType)).toEqual(annotationsOf(text, mediaType))
      }),
      { numRuns: 100 },
    )
  })
})

test('the corpus, too', () => {
  for (const file of readdirSync('corpus').filter((name) => /\.(md|txt)$/.test(name))) {
    expectInvariants(readFileSync(`corpus/${file}`, 'utf8'), file.endsWith('.md') ? 'text/markdown' : 'text/plain')
  }
})
