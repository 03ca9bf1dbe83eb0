import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokenise } from '../../../src/extract/analyse/tokens.ts'
import { fold, wordOf } from '../../../src/extract/analyse/words.ts'

describe('what is a token', () => {
  test.each<[string, string[]]>([
    ['Goma fell.', ['Goma', 'fell', '.']],
    ['1,000 of 2.7 million', ['1,000', 'of', '2.7', 'million']],
    ['in 2013,2014', ['in', '2013', ',', '2014']],
    ['the U.N. force', ['the', 'U.N.', 'force']],
    ['at 5 a.m. on', ['at', '5', 'a.m.', 'on']],
    ['PK12 in the 1990s', ['PK12', 'in', 'the', '1990s']],
    ['M’Poko camp', ['M’Poko', 'camp']],
    ['they didn’t flee', ['they', 'didn’t', 'flee']],
    ['the army’s men', ['the', 'army', '’s', 'men']],
    ['AU-led', ['AU', '-', 'led']],
    ['and/or', ['and', '/', 'or']],
    ['“Leave,” he said', ['“', 'Leave', ',', '”', 'he', 'said']],
    ['wait ... now', ['wait', '...', 'now']],
    ['100%', ['100', '%']],
    ['Séléka', ['Séléka']],
    ['', []],
    [' \n\t ', []],
  ])('%j', (text, words) => {
    expect(tokenise(text).map(({ word }) => word.text)).toEqual(words)
  })
})

describe('how a word is written', () => {
  test.each([
    ['army', 'lower', 'army'],
    ['Army', 'capitalised', 'army'],
    ['RSF', 'upper', 'rsf'],
    ['McDonald', 'mixed', 'mcdonald'],
    ['1990s', 'numeral', '1990s'],
    ['—', 'mark', '—'],
    ['Séléka', 'capitalised', 'seleka'],
    ['U.N.', 'upper', 'un'],
    ['Mladić', 'capitalised', 'mladic'],
    ['Đinđić', 'capitalised', 'dindic'],
    ['M’Poko', 'mixed', "m'poko"],
  ])('%s is %s and folds to %s', (text, shape, folded) => {
    expect(wordOf(text)).toEqual({ text, shape, folded })
  })
})

const prose = fc
  .array(
    fc.oneof(
      fc.constantFrom('U.N.', '1,000', ' ', '\n', '’s', '-', '...', '“', '”', 'M’Poko', '😀', '\u00ad', '12th'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''))

describe('of any text', () => {
  test('tokens stand in order, never overlap, and hold the words of their place', () => {
    fc.assert(
      fc.property(prose, (text) => {
        let before = 0
        for (const { start, end, word } of tokenise(text)) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(word.text).toBe(text.slice(start, end))
          before = end
        }
      }),
    )
  })

  test('what no token covers is white space', () => {
    fc.assert(
      fc.property(prose, (text) => {
        let rest = ''
        let before = 0
        for (const { start, end } of tokenise(text)) {
          rest += text.slice(before, start)
          before = end
        }
        rest += text.slice(before)
        expect(rest.replace(/[\s\u200B\u00AD\uFEFF]/g, '')).toBe('')
      }),
    )
  })

  test('folding a folded word changes nothing', () => {
    fc.assert(
      fc.property(prose, (text) => {
        for (const { word } of tokenise(text)) expect(fold(word.folded)).toBe(word.folded)
      }),
    )
  })
})
