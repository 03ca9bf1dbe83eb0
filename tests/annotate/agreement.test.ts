import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { krippendorffAlpha, nominal, ratio, spanAgreement } from '../../src/annotate/agreement.ts'

/** Coders' values, a row each, as units; a dot is no value. */
function unitsOf(...coders: readonly string[]): number[][] {
  const rows = coders.map((row) => row.split(' '))
  const places = rows[0]?.keys() ?? []
  return [...places].map((place) =>
    rows.flatMap((row) => {
      const value = row[place] ?? '.'
      return value === '.' ? [] : [Number(value)]
    }),
  )
}

describe("Krippendorff's alpha", () => {
  // The worked examples of Krippendorff (2011), parts A and C.
  const binary = unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0')
  const fourCoders = unitsOf(
    '1 2 3 3 2 1 4 1 2 . . .',
    '1 2 3 3 2 2 4 1 2 5 . 3',
    '. 3 3 3 2 3 4 2 2 5 1 .',
    '1 2 3 3 2 4 4 1 2 5 1 .',
  )

  it.each([
    ['two coders, binary', binary, nominal, 0.095],
    ['four coders, nominal, values missing', fourCoders, nominal, 0.743],
    ['four coders, ratio, values missing', fourCoders, ratio, 0.797],
  ] as const)('is as published for %s', (_name, units, difference, alpha) => {
    expect(krippendorffAlpha(units, difference)).toBeCloseTo(alpha, 3)
  })

  it.each([
    ['no unit', [], null],
    ['no unit with two values', [[1], [2]], null],
    [
      'one value only',
      [
        [1, 1],
        [1, 1],
      ],
      null,
    ],
    [
      'perfect agreement',
      [
        [1, 1],
        [2, 2],
      ],
      1,
    ],
  ] as const)('of %s is %s', (_name, units, alpha) => {
    expect(krippendorffAlpha(units, nominal)).toBe(alpha)
  })

  it('does not depend on the order of coders or units, and is at most 1', () => {
    const units = fc.array(fc.array(fc.nat({ max: 4 }), { maxLength: 4 }), { maxLength: 12 })
    fc.assert(
      fc.property(units, (units) => {
        const alpha = krippendorffAlpha(units, nominal)
        const turned = krippendorffAlpha(
          [...units].reverse().map((unit) => [...unit].reverse()),
          nominal,
        )
        expect(turned ?? 9).toBeCloseTo(alpha ?? 9, 9)
        expect(alpha ?? 1).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('the difference of counts of people', () => {
  it.each([
    [10, 10, 0],
    [10, 30, 0.25],
    [1000, 3000, 0.25],
    [0, 0, 0],
    [0, 5, 1],
    [null, 5, 1],
    [null, null, 0],
  ])('between %s and %s is %s', (a, b, difference) => {
    expect(ratio(a, b)).toBe(difference)
    expect(ratio(b, a)).toBe(difference)
  })
})

describe('the F1 of two coders’ spans', () => {
  it.each([
    ['a b c', 'b c d e', 4 / 7],
    ['a b', 'a b', 1],
    ['a', '', 0],
    ['', '', null],
  ])('of "%s" and "%s" is %s', (first, second, f1) => {
    const setOf = (spans: string) => new Set(spans.split(' ').filter((span) => span !== ''))
    expect(spanAgreement(setOf(first), setOf(second)).f1).toBe(f1)
  })
})
