import { expect, test } from 'vitest'
import { analyse } from '../../../src/extract/analyse/analysis.ts'
import { dateOfClause, intervalOf } from '../../../src/extract/dates/anchor.ts'
import { findDates } from '../../../src/extract/dates/index.ts'
import { loadExtractor } from '../../../src/extract/index.ts'
import { documentOf } from '../cases.ts'

const extractor = loadExtractor()

test.each([
  ['On 5 May 2014 raiders killed *twelve farmers.', '2014-05-05'],
  ['On 5 May 2014 they burned the town; on 9 May they killed *twelve farmers.', '2014-05-09'],
  ['On 5 May 2014 they killed *twelve farmers, and on 9 May the priest.', '2014-05-05'],
  ['Raiders came on 5 May 2014. They killed *twelve farmers.', '2014-05-05'],
  ['Raiders came on 5 May 2014.\n\nThey killed *twelve farmers.', null],
])('%s', (marked, day) => {
  const analysis = analyse(documentOf(marked.replace('*', '')), extractor.analysis)
  const dates = findDates(analysis, extractor.dates)
  const where = analysis.sentences.at(-1)
  const from = where?.tokens.findIndex(({ word }) => word.text === 'twelve') ?? -1
  const date = where === undefined ? undefined : dateOfClause(analysis, dates, where, from)
  expect(intervalOf(date)?.start ?? null).toBe(day)
})
