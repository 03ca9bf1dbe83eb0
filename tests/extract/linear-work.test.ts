import { describe, expect, test } from 'vitest'
import { findActors } from '../../src/extract/actors/index.ts'
import { type Analysis, analyse, type Sentence } from '../../src/extract/analyse/analysis.ts'
import { findCasualties } from '../../src/extract/casualties/index.ts'
import { findDates } from '../../src/extract/dates/index.ts'
import { loadExtractor } from '../../src/extract/index.ts'
import { findWarnings } from '../../src/extract/warnings/index.ts'
import { readText } from '../../src/read/index.ts'

/**
 * No text may make the rules do more than linear work. Time is a poor witness, so what is counted is how often they
 * look at a token, a phrase hit or a number phrase: twice the text may take little more than twice as many looks.
 */
const extractor = loadExtractor()

/** Pieces that, repeated without end, are the worst that each rule can meet. */
const pieces = [
  'killed ',
  '12 ',
  'at least 12 people ',
  'and ',
  ', ',
  'the ',
  'of ',
  'Front ',
  'Movement for the ',
  'President ',
  'President Adam ',
  'Ahmed bin Ali al-',
  'UN ',
  'France and ',
  'Chad, ',
  'Muslim ',
  'May ',
  '5 May ',
  '5-',
  '2013 ',
  'between March and ',
  'from 2012 to ',
  'two weeks later ',
  'the following day ',
  'warned of ',
  'risk of ',
  '“kill ',
  'must ',
  'said that ',
  'called on ',
  '( ',
  '(ABC ',
  ') ',
  'Long Name (LN) ',
  '. ',
  '12 killed. ',
  '5 May. ',
  'A. ',
  '- ',
  'X ',
  'one hundred and ',
  'tens of ',
  'in ',
  'by ',
  'including 3 ',
  'Reported deaths: 12 ',
  'ISIL ',
  '’s ',
  'who ',
]

/** An array that counts how often its places are looked at. */
function counted<T>(items: readonly T[], look: () => void): readonly T[] {
  return new Proxy(items, {
    get(target, key, receiver) {
      if (typeof key === 'string' && key >= '0' && key <= '9~') look()
      return Reflect.get(target, key, receiver)
    },
  })
}

/** How often all layers together look at the parts of a text. */
function looksAt(text: string): number {
  const document = readText(text, {
    id: 'pathological',
    mediaType: 'text/plain',
    metadata: { published: '2015-09-01' },
  })
  let looks = 0
  const look = () => {
    looks++
  }
  const { sentences } = analyse(document, extractor.analysis)
  const watched: Sentence[] = sentences.map((sentence) => ({
    ...sentence,
    tokens: counted(sentence.tokens, look),
    numbers: counted(sentence.numbers, look),
  }))
  const analysis: Analysis = { document, sentences: counted(watched, look) }
  const dates = findDates(analysis, extractor.dates)
  const actors = findActors(analysis, extractor.actors, { dates })
  const casualties = findCasualties(analysis, extractor.casualties, { dates, actors })
  findWarnings(analysis, extractor.warnings, { dates, actors, casualties })
  return looks
}

describe('twice the text takes little more than twice the looks', () => {
  test.each(pieces)('%j', (piece) => {
    const half = looksAt(piece.repeat(1000))
    const whole = looksAt(piece.repeat(2000))
    expect(whole).toBeLessThan(2.3 * half + 1000)
  })
})
