import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAbbreviations } from '../../../src/extract/analyse/lexicon.ts'
import { sentencesOf } from '../../../src/extract/analyse/sentences.ts'
import { tokenise } from '../../../src/extract/analyse/tokens.ts'
import { LexiconSources } from '../../../src/extract/lexicon.ts'

const abbreviations = readAbbreviations(new LexiconSources())

function sentencesIn(text: string): string[] {
  const tokens = tokenise(text)
  return sentencesOf(tokens, abbreviations).map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end))
}

describe('where sentences end: at |', () => {
  test.each([
    'The camp burned.|Nobody came.',
    'Who gave the order?|Nobody knows!|The inquiry is closed.',
    'Gen. Mladić entered the town.|He filmed it.',
    'Mr. Annan flew to Nairobi on 22 Jan. 2008.',
    'The convoy left St. Pierre at 5 a.m. and came back empty.',
    'The U.S. envoy spoke.|The talks failed.',
    'It was told to the U.S. The envoy was silent.'.replace('S. The', 'S.|The'),
    'J. Smith wrote the report.|D. Jones signed it.',
    '“Leave now.”|The men left.',
    'They said “go.” and left.',
    'At least 2.5 million fled.|Most walked.',
    'The prices rose (by a third.)|Then came hunger.',
    'They waited ... and waited.',
    'They waited...|Help never came.',
    'THE ARMY ENTERED THE TOWN.|TEN PEASANTS DIED.',
    'Ten were injured.[3]|On Monday the army came.',
    'Ten were injured.[^3]|On Monday the army came.',
    'Ten were injured.|[The figure is disputed.]|On Monday the army came.',
    'No end',
  ])('%s', (marked) => {
    const expected = marked.split('|')
    expect(sentencesIn(expected.join(' '))).toEqual(expected)
  })

  test('no text has no sentence', () => {
    expect(sentencesIn('')).toEqual([])
  })
})

describe('a sentence without end', () => {
  test.each([
    ['is cut behind a mark', 'Carnot and Boda; ', ';'],
    ['is cut where it must be', 'Carnot ', 'Carnot'],
  ])('%s', (_, piece, last) => {
    const tokens = tokenise(piece.repeat(500))
    const ranges = sentencesOf(tokens, abbreviations)
    expect(ranges.length).toBeGreaterThan(1)
    for (const { from, to } of ranges) {
      expect(to - from).toBeLessThanOrEqual(250)
      expect(tokens[to - 1]?.word.text).toBe(last)
    }
  })
})

describe('of any text', () => {
  const text = fc
    .array(
      fc.constantFrom('Gen', 'U.N.', 'the', 'Goma', '.', '. ', '?', '”', '“', ' ', '...', '1.5', 'a.m.', ')', 'X'),
      {
        maxLength: 40,
      },
    )
    .map((pieces) => pieces.join(''))

  test('sentences part the tokens among them: none is lost, none is in two', () => {
    fc.assert(
      fc.property(text, (written) => {
        const tokens = tokenise(written)
        let before = 0
        for (const { from, to } of sentencesOf(tokens, abbreviations)) {
          expect(from).toBe(before)
          expect(to).toBeGreaterThan(from)
          before = to
        }
        expect(before).toBe(tokens.length)
      }),
    )
  })
})
