import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Move,
  moved,
  movedPlaces,
  sourceOf,
  trimmed,
  wordBeside,
} from '../../../src/annotate/page/screens/document/spans.ts'

/** A text whose span stands in brackets, as text and span. */
function read(bracketed: string) {
  const start = bracketed.indexOf('[')
  const end = bracketed.indexOf(']') - 1
  return { text: bracketed.replace(/[[\]]/g, ''), span: { start, end } }
}

function written(text: string, { start, end }: { start: number; end: number }): string {
  return `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`
}

const move = (words: string): Move => {
  const [edge, by, way] = words.split(' ')
  return { edge, by, way } as Move
}

describe('an end of a span moves', () => {
  it.each([
    ['start word earlier', 'the UN [Council] met', 'the [UN Council] met'],
    ['start word later', 'the [UN Council] met', 'the UN [Council] met'],
    ['end word later', 'the [UN] Council met', 'the [UN Council] met'],
    ['end word earlier', 'the [UN Council] met', 'the [UN] Council met'],
    ['end word later', 'killed [14] (all men)', 'killed [14 (all] men)'],
    ['start character earlier', 'ex-[Séléka]', 'ex[-Séléka]'],
    ['end character earlier', '[2013.]', '[2013].'],
    ['end word earlier', 'the [UN] met', 'the [UN] met'],
    ['start word later', 'the [UN] met', 'the [UN] met'],
    ['start word earlier', '[UN] met', '[UN] met'],
    ['end word later', 'met [UN]', 'met [UN]'],
    ['end character later', 'a[b]👩‍🚀c', 'a[b👩‍🚀]c'],
    ['end word later', '[“now] or never”', '[“now or] never”'],
  ])('%s: %s', (words, before, after) => {
    const { text, span } = read(before)
    expect(written(text, moved(text, span, move(words)))).toBe(after)
  })

  it('stays in the text, never empty, and cuts no character', () => {
    const edges = fc.constantFrom<Move['edge']>('start', 'end')
    const bys = fc.constantFrom<Move['by']>('word', 'character')
    const ways = fc.constantFrom<Move['way']>('earlier', 'later')
    const moves = fc.array(fc.record({ edge: edges, by: bys, way: ways }), { maxLength: 12 })
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), moves, (text, moves) => {
        let span = { start: 0, end: text.length }
        for (const one of moves) {
          span = moved(text, span, one)
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeLessThanOrEqual(text.length)
          expect(span.start).toBeLessThan(span.end)
          expect(text.slice(span.start, span.end)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
        }
      }),
    )
  })

  it('in the first or the last of its paragraphs', () => {
    const paragraphs = [paragraph('They warned of', 0), paragraph('more deaths', 20)]
    const places = [
      { paragraph: 0, start: 5, end: 14 },
      { paragraph: 1, start: 0, end: 4 },
    ]
    expect(movedPlaces(places, paragraphs, move('start word earlier'))[0]).toMatchObject({ start: 0, end: 14 })
    expect(movedPlaces(places, paragraphs, move('end word later'))[1]).toMatchObject({ start: 0, end: 11 })
  })
})

/** A paragraph whose clean text stands verbatim in the source from an offset on. */
function paragraph(text: string, source: number) {
  return { text, map: [{ clean: 0, cleanLength: text.length, source, sourceLength: text.length }] }
}

describe('places lead back to the source', () => {
  it('over a line break that became a space', () => {
    const text = 'African Union'
    const map = [
      { clean: 0, cleanLength: 7, source: 100, sourceLength: 7 },
      { clean: 7, cleanLength: 1, source: 107, sourceLength: 3 },
      { clean: 8, cleanLength: 5, source: 110, sourceLength: 5 },
    ]
    expect(sourceOf([{ paragraph: 0, start: 0, end: 13 }], [{ text, map }])).toEqual({
      start: 100,
      end: 115,
      exact: text,
    })
  })

  it('over two paragraphs', () => {
    const places = [
      { paragraph: 0, start: 5, end: 14 },
      { paragraph: 1, start: 0, end: 4 },
    ]
    const paragraphs = [paragraph('They warned of', 0), paragraph('more deaths', 20)]
    expect(sourceOf(places, paragraphs)).toEqual({ start: 5, end: 24, exact: 'warned of more' })
  })

  it('and nowhere where there is no text', () => {
    expect(sourceOf([], [])).toBeUndefined()
    expect(sourceOf([{ paragraph: 3, start: 0, end: 4 }], [])).toBeUndefined()
  })
})

describe('the word beside a span', () => {
  it.each([
    ['later', 'the [UN] “Council” met', 'the UN “[Council]” met'],
    ['earlier', 'the (UN) [Council] met', 'the ([UN]) Council met'],
    ['later', 'the []UN met', 'the [UN] met'],
  ] as const)('%s: %s', (way, before, after) => {
    const { text, span } = read(before)
    const word = wordBeside(text, span, way)
    expect(word && written(text, word)).toBe(after)
  })

  it('is none at the end of the paragraph', () => {
    expect(wordBeside('met.', { start: 0, end: 3 }, 'later')).toBeUndefined()
  })
})

describe('a selection is trimmed', () => {
  it.each([
    ['in [ March 2013, ]he', 'in  [March 2013], he'],
    ['said [“now or never”] and', 'said “[now or never]” and'],
    ['[UN]', '[UN]'],
  ])('%s', (selected, expected) => {
    const { text, span } = read(selected)
    const result = trimmed(text, span)
    expect(result && written(text, result)).toBe(expected)
  })

  it('to nothing where only white space is selected', () => {
    expect(trimmed('a   b', { start: 1, end: 4 })).toBeUndefined()
  })
})
