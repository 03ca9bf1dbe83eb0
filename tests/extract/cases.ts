import { expect, test } from 'vitest'
import { extract, loadExtractor } from '../../src/extract/index.ts'
import {
  type AnyAnnotation,
  type Document,
  type FieldsOf,
  type Layer,
  type Metadata,
  type Paragraph,
  unknownMetadata,
} from '../../src/model/index.ts'

/** The fields that must hold of one annotation; fields not named are not looked at. */
export type Expected<L extends Layer> = Partial<FieldsOf[L]> & { readonly rule?: string }

/**
 * A text, with the span of every annotation of the layer in [brackets], and what must hold of each, left to right.
 * A text without brackets has none. Blank lines part paragraphs; a paragraph that begins with "# " is a heading.
 */
export type Case<L extends Layer> = readonly [text: string, expected: readonly Expected<L>[]]

/** One test a case: spans and fields of a layer, extracted by the built-in rules and lexicons. */
export function casesOf<L extends Layer>(layer: L, cases: readonly Case<L>[], metadata: Partial<Metadata> = {}): void {
  test.each(cases)('%s', (marked, expected) => {
    const { text, spans } = unmarked(marked)
    const found = annotationsIn(text, metadata).filter((annotation) => annotation.layer === layer)
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(
      spans.map(({ start, end }) => text.slice(start, end)),
    )
    expect(found.map(({ start }) => start)).toEqual(spans.map(({ start }) => start))
    expect(found.map((annotation, at) => named(annotation, expected[at] ?? {}))).toEqual(expected)
  })
}

const extractor = loadExtractor()

/** All annotations of a text written as in `Case`, without the brackets. */
export function annotationsIn(text: string, metadata: Partial<Metadata> = {}): AnyAnnotation[] {
  return extract(documentOf(text, metadata), extractor)
}

/** A document whose clean text is its source: paragraphs between blank lines, headings after "# ". */
export function documentOf(text: string, metadata: Partial<Metadata> = {}): Document {
  const paragraphs: Paragraph[] = []
  let headings: readonly string[] = []
  let at = 0
  for (const piece of text.split('\n\n')) {
    const skipped = piece.startsWith('# ') ? 2 : 0
    const words = piece.slice(skipped)
    const start = at + skipped
    at += piece.length + 2
    if (words.trim() === '') continue
    paragraphs.push({
      index: paragraphs.length,
      kind: skipped > 0 ? 'heading' : 'body',
      headings: skipped > 0 ? [] : headings,
      page: null,
      ranges: [{ start, end: start + words.length }],
      text: words,
      map: [{ clean: 0, cleanLength: words.length, source: start, sourceLength: words.length }],
    })
    if (skipped > 0) headings = [words]
  }
  return {
    id: '0'.repeat(64),
    mediaType: 'text/plain',
    metadata: { ...unknownMetadata, ...metadata },
    text,
    paragraphs,
    glossary: [],
    notices: [],
  }
}

function unmarked(marked: string): { text: string; spans: { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = []
  let text = ''
  let start = 0
  for (const character of marked) {
    if (character === '[') start = text.length
    else if (character === ']') spans.push({ start, end: text.length })
    else text += character
  }
  return { text, spans }
}

function named<L extends Layer>(annotation: AnyAnnotation, expected: Expected<L>): Record<string, unknown> {
  const values = new Map<string, unknown>([...Object.entries(annotation.fields), ['rule', annotation.rule]])
  return Object.fromEntries(Object.keys(expected).map((field) => [field, values.get(field)]))
}
