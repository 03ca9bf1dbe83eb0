import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOfIso, isoOf } from '../../../src/extract/dates/calendar.ts'
import { annotationsIn } from '../cases.ts'

const words = (
  'the of in on by since until between and to from - – / , . ( ) may May march March 5 24 31 29 February Feb. 2013 2015 ' +
  "1989 '89 1990s early mid late end beginning first second half quarter week weeks month months year years days day " +
  'that same last next previous following later earlier before after ago Tuesday spring winter Christmas Easter vote ' +
  'attack had will was 12/03/2014 2014-02-30 30.2.2014 31 April two a an Q2 BC century 19th night morning yesterday'
).split(' ')

const texts = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((chosen) => chosen.join(' '))
const published = fc.constantFrom(null, '2014', '2014-03', '2014-03-13')

describe('any run of date words', () => {
  test('gives days that exist, in order, and spans that never overlap', () => {
    fc.assert(
      fc.property(texts, published, (text, day) => {
        let end = 0
        for (const date of annotationsIn(text, { published: day })) {
          if (date.layer !== 'date') continue
          const { start, end: last } = date.fields
          expect(date.start).toBeGreaterThanOrEqual(end)
          expect(date.exact).toBe(text.slice(date.start, date.end))
          for (const iso of [start, last].filter((iso) => !iso.startsWith('-'))) {
            expect(isoOf(daysOfIso(iso).start)).toBe(iso)
          }
          if (!start.startsWith('-')) expect(start <= last).toBe(true)
          end = date.end
        }
      }),
      { numRuns: 300 },
    )
  })
})
