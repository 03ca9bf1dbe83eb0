import { describe, expect, test } from 'vitest'
import { inFolder, inStore } from '../store/builder.ts'
import { exportTo, extractText, rowsOf } from './packages.ts'

/** The rows of a dataset of one text. */
function rowsFrom(text: string, dataset: string, options: Parameters<typeof exportTo>[2] = {}) {
  return inFolder((folder) =>
    inStore((store) => {
      extractText(store, text, { published: '2016-01-15' })
      exportTo(store, folder, options)
      return rowsOf(folder, dataset)
    }),
  )
}

describe('what is read from the words around a claim', () => {
  test.each([
    ['who the victims were', 'On 3 May 2014 gunmen killed 12 farmers.', [{ victim_status: 'civilian' }]],
    ['soldiers', 'On 3 May 2014 nine soldiers were killed.', [{ victim_status: 'combatant' }]],
    ['people of whom nothing is said', 'On 3 May 2014 nine people were killed.', [{ victim_status: 'unknown' }]],
    ['a number alone', 'On 3 May 2014 nine people were killed.', [{ low: 9, high: 9, best: 9 }]],
    ['a bound', 'On 3 May 2014 at least nine people were killed.', [{ low: 9, high: null, best: null }]],
    ['a range', 'On 3 May 2014 between 9 and 12 people were killed.', [{ low: 9, high: 12, best: null }]],
    ['a day', 'On 3 May 2014 nine people were killed.', [{ date_precision: 'day', scope: 'incident' }]],
    ['a month', 'In May 2014 nine people were killed.', [{ date_precision: 'month', scope: 'incident' }]],
    ['a year', 'In 2014 nine hundred people were killed.', [{ date_precision: 'year', scope: 'cumulative' }]],
    ['a sum', 'Since 3 May 2014 ninety people have been killed.', [{ scope: 'cumulative' }]],
    ['no date', 'Nine people were killed.', [{ date_precision: null, scope: 'unknown' }]],
    [
      'a perpetrator stated by the text',
      'On 3 May 2014 Boko Haram killed nine people.',
      [{ perpetrator: 'Boko Haram', perpetrator_certainty: 'stated' }],
    ],
    [
      'one that a source names',
      'Amnesty International said that Boko Haram killed nine people on 3 May 2014.',
      [{ perpetrator_certainty: 'reported', source: 'Amnesty International', source_kind: 'ngo' }],
    ],
    [
      'one that is alleged',
      'On 3 May 2014 Boko Haram allegedly killed nine people.',
      [{ perpetrator_certainty: 'alleged' }],
    ],
    ['nobody', 'On 3 May 2014 nine people were killed.', [{ perpetrator: null, perpetrator_certainty: null }]],
  ])('%s', async (_, text, expected) => {
    expect(await rowsFrom(text, 'casualty_claims')).toMatchObject(expected)
  })
})

describe('a part of another claim', () => {
  test.each([
    ['"including"', 'On 3 May 2014 gunmen killed 52 people, including 12 women.', [null, 0]],
    ['two parts', 'On 3 May 2014 gunmen killed 52 people, including 12 women and five children.', [null, 0, 0]],
    ['another harm', 'On 3 May 2014 gunmen killed 52 people and wounded nine.', [null, null]],
    ['another sentence', 'On 3 May 2014 gunmen killed 52 people. On 4 May they killed 12 women.', [null, null]],
  ])('%s', async (_, text, expected) => {
    const rows = await rowsFrom(text, 'casualty_claims')
    expect(rows.map((row) => row.part_of)).toEqual(expected.map((whole) => (whole === null ? null : rows[whole]?.id)))
  })
})

describe('words as numbers', () => {
  const text =
    'On 3 May 2014 dozens of people were killed. On 9 May 2014 hundreds were killed. On 12 May 2014 at least 20 people were killed.'
  test.each([
    [
      'codebook',
      [
        [24, null],
        [200, null],
        [20, null],
      ],
    ],
    [
      'acled',
      [
        [12, 12],
        [100, 100],
        [20, null],
      ],
    ],
    [
      'ucdp',
      [
        [24, 24],
        [200, 200],
        [20, null],
      ],
    ],
  ] as const)('by the convention of %s', async (convention, expected) => {
    const rows = await rowsFrom(text, 'casualty_claims', { convention })
    expect(rows.map(({ low, high }) => [low, high])).toEqual(expected)
  })
})

describe('lead times', () => {
  const warning = 'On 2 May 2014 the United Nations warned of killings in Anna.'
  test.each([
    [
      'to the first later harm at the place',
      `${warning} On 10 May 2014 nine people were killed in Anna. On 20 May 2014 seven people were killed in Anna.`,
      { match: 'place', days_min: 8, days_max: 8, low: 9 },
    ],
    [
      'an interval where a date is known to the month',
      'In May 2014 the United Nations warned of killings in Anna. On 10 June 2014 nine people were killed in Anna.',
      { days_min: 10, days_max: 40 },
    ],
    [
      'not to an earlier harm',
      `On 1 May 2014 nine people were killed in Anna. ${warning}`,
      { claim: null, days_min: null, days_max: null, match: null },
    ],
    [
      'not to a harm of another kind',
      `${warning} On 10 May 2014 nine hundred people were displaced from Anna.`,
      { claim: null },
    ],
    [
      'not to a harm at another place',
      `On 1 May 2014 one man was killed in Anna. ${warning} On 10 May 2014 nine people were killed in Boda.`,
      { claim: null },
    ],
    [
      'within the document where the warning names no place',
      'On 2 May 2014 the United Nations warned of mass killings. On 10 May 2014 nine people were killed in Boda.',
      { match: 'situation', days_min: 8 },
    ],
  ])('%s', async (_, text, expected) => {
    expect(await rowsFrom(text, 'lead_times')).toMatchObject([expected])
  })
})

test('the timeline runs by the calendar and says who and what is in the sentence', async () => {
  const text = 'On 9 May 2014 Boko Haram killed nine people. In 2012 the African Union warned of attacks.'
  expect(await rowsFrom(text, 'timeline')).toMatchObject([
    { date_start: '2012-01-01', precision: 'year', actors: 'African Union', harm: null },
    { date_start: '2014-05-09', precision: 'day', actors: 'Boko Haram', harm: '9 killed' },
  ])
})
