import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cover, segmentsOf } from '../../../src/annotate/page/screens/document/segments.ts'

/** Segments as "text[ids]". */
function written(text: string, covers: readonly Cover[]): string[] {
  return segmentsOf(text.length, covers).map(
    ({ start, end, ids }) => text.slice(start, end) + (ids.length === 0 ? '' : `[${ids.join(' ')}]`),
  )
}

describe('segments', () => {
  const text = 'UN warned of 30 dead'
  it.each<[string, Cover[], string[]]>([
    ['nothing', [], ['UN warned of 30 dead']],
    ['one', [{ id: 'a', start: 0, end: 2 }], ['UN[a]', ' warned of 30 dead']],
    [
      'one inside of another',
      [
        { id: 'w', start: 0, end: 20 },
        { id: 'c', start: 13, end: 15 },
      ],
      ['UN warned of [w]', '30[w c]', ' dead[w]'],
    ],
    [
      'two that cross',
      [
        { id: 'a', start: 0, end: 9 },
        { id: 'b', start: 3, end: 15 },
      ],
      ['UN [a]', 'warned[a b]', ' of 30[b]', ' dead'],
    ],
    [
      'two of the same words',
      [
        { id: 'a', start: 13, end: 15 },
        { id: 'b', start: 13, end: 15 },
      ],
      ['UN warned of ', '30[a b]', ' dead'],
    ],
    [
      'side by side',
      [
        { id: 'a', start: 0, end: 2 },
        { id: 'b', start: 2, end: 9 },
      ],
      ['UN[a]', ' warned[b]', ' of 30 dead'],
    ],
    ['past the end', [{ id: 'a', start: 16, end: 99 }], ['UN warned of 30 ', 'dead[a]']],
    ['of no length', [{ id: 'a', start: 5, end: 5 }], ['UN warned of 30 dead']],
  ])('%s', (_name, covers, expected) => {
    expect(written(text, covers)).toEqual(expected)
  })

  it('cover the text without gap, and each offset by the annotations that cover it', () => {
    const length = 40
    const cover = fc
      .record({ id: fc.uuid(), start: fc.nat(length), size: fc.integer({ min: 1, max: length }) })
      .map(({ id, start, size }) => ({ id, start, end: Math.min(length, start + size) }))
    fc.assert(
      fc.property(fc.array(cover, { maxLength: 12 }), (covers) => {
        const segments = segmentsOf(length, covers)
        expect(segments.map(({ start }) => start)).toEqual([0, ...segments.slice(0, -1).map(({ end }) => end)])
        expect(segments.at(-1)?.end).toBe(length)
        for (const { start, end, ids } of segments) {
          expect(start).toBeLessThan(end)
          for (let at = start; at < end; at++) {
            const here = covers.filter((one) => one.start <= at && at < one.end).map(({ id }) => id)
            expect([...ids].sort()).toEqual(here.sort())
          }
        }
      }),
    )
  })
})
