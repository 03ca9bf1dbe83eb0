import { expect, test } from 'vitest'
import { extract, loadExtractor } from '../../../src/extract/index.ts'
import { documentOf } from '../cases.ts'

const extractor = loadExtractor()

/** What is counted in a table whose rows are paragraphs of their own, as every reader gives them. */
function countedIn(...rows: string[]): (readonly [exact: string, effect: string])[] {
  const document = documentOf(rows.join('\n\n'))
  const paragraphs = document.paragraphs.map((row) => ({ ...row, kind: 'table' as const }))
  return extract({ ...document, paragraphs }, extractor).flatMap((annotation) =>
    annotation.layer === 'casualty' ? [[annotation.exact, annotation.fields.effect] as const] : [],
  )
}

test('a number alone in its cell counts what its column names', () => {
  expect(countedIn('Month | Killed | Injured', 'May | 205 | 617', 'June | 198 | 539')).toEqual([
    ['205', 'killed'],
    ['617', 'injured'],
    ['198', 'killed'],
    ['539', 'injured'],
  ])
})

test('a column that names no harm counts nobody', () => {
  expect(countedIn('Month | Trucks | Deaths', 'May | 40 | 12')).toEqual([['12', 'killed']])
})

test('a column of totals sums the harms before it', () => {
  expect(countedIn('Month | Killed | Injured | Total', 'May | 205 | 617 | 822').at(-1)).toEqual(['822', 'other'])
  expect(countedIn('Group | Women killed | Men killed | Total', 'North | 5 | 17 | 22').at(-1)).toEqual(['22', 'killed'])
  expect(countedIn('Month | Trucks | Total', 'May | 40 | 52')).toEqual([])
})
