import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { annotationsIn, casesOf } from '../cases.ts'

describe('bounds of a count', () => {
  casesOf('casualty', [
    ['[More than 40] people were killed.', [{ low: 40, high: null, approx: false, unit: 'people' }]],
    ['[At least a dozen] people were killed.', [{ low: 12, high: null, approx: false }]],
    ['[Nearly 200] people were killed.', [{ low: null, high: 200, approx: true }]],
    ['[Almost 200] people were killed.', [{ low: null, high: 200, approx: false }]],
    ['[As many as 40] people were killed.', [{ low: null, high: 40, approx: false }]],
    ['[Fewer than 30] people were killed.', [{ low: null, high: 30, approx: false }]],
    ['[Just over 300] people were killed.', [{ low: 300, high: null, approx: false }]],
    ['[Some 70] people were killed.', [{ low: 70, high: 70, approx: true }]],
    ['[An estimated 2,500] people were killed.', [{ low: 2500, high: 2500, approx: true }]],
    ['[Between 40 and 50] people were killed.', [{ low: 40, high: 50, approx: false }]],
    ['[Scores] of people were killed.', [{ low: 40, high: null }]],
    ['[Two thirds] of the residents were displaced.', [{ low: 67, high: 67, unit: 'percent' }]],
    ['[200 or more] people were killed.', [{ low: 200, high: null }]],
  ])
})

describe('victims, perpetrator and source', () => {
  casesOf('casualty', [
    [
      '[Hundreds] fled after Boko Haram fighters killed [12] farmers.',
      [{}, { victims: 'farmers', perpetrator: 'Boko Haram' }],
    ],
    ['[Nine] villagers were killed by Boko Haram.', [{ victims: 'villagers', perpetrator: 'Boko Haram' }]],
    ['[Nine] villagers were killed by armed men.', [{ perpetrator: null }]],
    ['[Nine] villagers were killed in fighting between Boko Haram and the army.', [{ perpetrator: null }]],
    ['According to Human Rights Watch, [30] detainees were executed.', [{ source: 'Human Rights Watch' }]],
    ['[Four] nurses were abducted, Amnesty International said.', [{ source: 'Amnesty International' }]],
    ['In that battle the Nigerian army lost [50] soldiers.', [{ perpetrator: null }]],
    ['Sergeant John Miller, 42, of Dayton, died in the attack.', []],
    ['[Four] nurses were abducted, police said.', [{ source: null }]],
    ['[1,200] people displaced in Ituri (UNHCR, May 2019).', [{ source: 'UN High Commissioner for Refugees' }]],
    ['[Nine] farmers were shot dead by the Rapid Support Forces (RSF) in May.', [{ source: null }]],
    ['[Two] nurses were killed at the clinic of Save the Children (SCI).', [{ source: null }]],
  ])
})

describe('the date that a count belongs to', () => {
  casesOf('casualty', [
    ['On 3 May 2019 shells killed [six] people.', [{ date: { start: '2019-05-03', end: '2019-05-03' } }]],
    [
      'The number of refugees rose from [2,000] in March 2015 to [5,000] in June 2015.',
      [{ date: { start: '2015-03-01', end: '2015-03-31' } }, { date: { start: '2015-06-01', end: '2015-06-30' } }],
    ],
    [
      'The town fell on 3 May 2019. [Six] people were shot dead.',
      [{ date: { start: '2019-05-03', end: '2019-05-03' } }],
    ],
    ['The town fell on 3 May 2019. [4,000] people are still displaced.', [{ date: null }]],
    [
      '26 April 2015. Police open fire on the march. [Two] students are shot dead.',
      [{ date: { start: '2015-04-26', end: '2015-04-26' } }],
    ],
  ])
})

test('any text gives claims with ordered bounds and without throwing', () => {
  const words =
    'killed killing were wounded 12 3,000 at least between and to of the people soldiers by in from including , : – ( ) dead toll 80 percent one fled death who'.split(
      ' ',
    )
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
      const text = parts.join(' ')
      for (const annotation of annotationsIn(text)) {
        expect(text.slice(annotation.start, annotation.end)).toBe(annotation.exact)
        if (annotation.layer !== 'casualty') continue
        const { low, high } = annotation.fields
        expect(low !== null || high !== null).toBe(true)
        if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high)
      }
    }),
    { numRuns: 300 },
  )
})
