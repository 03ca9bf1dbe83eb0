import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumberWords } from '../../../src/extract/analyse/lexicon.ts'
import { numbersOf } from '../../../src/extract/analyse/numbers.ts'
import { tokenise } from '../../../src/extract/analyse/tokens.ts'
import { LexiconSources } from '../../../src/extract/lexicon.ts'

const words = readNumberWords(new LexiconSources())

function numbersIn(text: string) {
  const tokens = tokenise(text)
  return numbersOf(tokens, words).map(({ from, to, kind, low, high }) => [
    text.slice(tokens[from]?.start, tokens[to - 1]?.end),
    kind,
    low,
    high,
  ])
}

describe('numbers as they are written', () => {
  test.each<[string, ReturnType<typeof numbersIn>]>([
    ['42 villagers', [['42', 'cardinal', 42, 42]]],
    ['1,000 people', [['1,000', 'cardinal', 1000, 1000]]],
    ['10 000 people', [['10 000', 'cardinal', 10000, 10000]]],
    ['8.000 people', [['8.000', 'cardinal', 8000, 8000]]],
    ['1.2 million people', [['1.2 million', 'cardinal', 1200000, 1200000]]],
    ['three men', [['three', 'cardinal', 3, 3]]],
    ['twenty-five men', [['twenty-five', 'cardinal', 25, 25]]],
    ['two hundred and fifty men', [['two hundred and fifty', 'cardinal', 250, 250]]],
    ['two hundred and fifty thousand', [['two hundred and fifty thousand', 'cardinal', 250000, 250000]]],
    ['one thousand two hundred', [['one thousand two hundred', 'cardinal', 1200, 1200]]],
    ['a dozen men', [['a dozen', 'cardinal', 12, 12]]],
    ['two and a half million', [['two and a half million', 'cardinal', 2500000, 2500000]]],
    ['half a million people', [['half a million', 'cardinal', 500000, 500000]]],
    ['dozens of people', [['dozens', 'vague', 24, null]]],
    ['tens of thousands fled', [['tens of thousands', 'vague', 20000, null]]],
    ['hundreds died', [['hundreds', 'vague', 200, null]]],
    ['80 percent of homes', [['80 percent', 'percent', 80, 80]]],
    ['80 per cent of homes', [['80 per cent', 'percent', 80, 80]]],
    ['80% of homes', [['80%', 'percent', 80, 80]]],
    ['one-fifth of the people', [['one-fifth', 'fraction', 20, 20]]],
    ['two thirds of the people', [['two thirds', 'fraction', 67, 67]]],
    ['half of the people', [['half', 'fraction', 50, 50]]],
    ['one in five children', [['one in five', 'fraction', 20, 20]]],
    ['three out of every four', [['three out of every four', 'fraction', 75, 75]]],
    ['the 5th brigade', [['5th', 'ordinal', 5, 5]]],
    ['the fifth day', [['fifth', 'ordinal', 5, 5]]],
    ['the twenty-first day', [['twenty-first', 'ordinal', 21, 21]]],
    [
      '12 men and 3 women',
      [
        ['12', 'cardinal', 12, 12],
        ['3', 'cardinal', 3, 3],
      ],
    ],
    ['no number here', []],
  ])('%s', (text, expected) => {
    expect(numbersIn(text)).toEqual(expected)
  })
})

describe('of any words', () => {
  const vocabulary = [
    ...words.units.keys(),
    ...words.multipliers.keys(),
    ...words.vague.keys(),
    ...words.several.keys(),
  ]
  const text = fc
    .array(fc.constantFrom(...vocabulary, 'and', 'a', 'half', 'in', 'of', '-', '%', '1,000', '7', '000', 'men'), {
      maxLength: 25,
    })
    .map((pieces) => pieces.join(' '))

  test('number phrases never overlap and their bounds are in order', () => {
    fc.assert(
      fc.property(text, (written) => {
        let before = 0
        for (const { from, to, low, high } of numbersOf(tokenise(written), words)) {
          expect(from).toBeGreaterThanOrEqual(before)
          expect(to).toBeGreaterThan(from)
          expect(low).toBeGreaterThanOrEqual(0)
          if (high !== null) expect(high).toBeGreaterThanOrEqual(low)
          before = to
        }
      }),
    )
  })

  test('a whole number with commas is read as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        const [found] = numbersOf(tokenise(value.toLocaleString('en')), words)
        expect(found).toMatchObject({ kind: 'cardinal', low: value, high: value })
      }),
    )
  })
})
