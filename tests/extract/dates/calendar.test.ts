import edtf from 'edtf'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  civilOf,
  dayOf,
  daysInMonth,
  daysOfIso,
  easterOf,
  isoOf,
  weekdayOf,
} from '../../../src/extract/dates/calendar.ts'
import { edtfOf } from '../../../src/extract/dates/edtf.ts'

const anyDay = fc.integer({ min: -1_000_000, max: 100_000 })

describe('days', () => {
  test('count and calendar agree with Temporal on every day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: ofMonth } = civilOf(day)
        const known = Temporal.PlainDate.from('1970-01-01').add({ days: day })
        expect([year, month, ofMonth, weekdayOf(day) + 1, daysInMonth(year, month)]).toEqual([
          known.year,
          known.month,
          known.day,
          known.dayOfWeek,
          known.daysInMonth,
        ])
        expect(dayOf({ year, month, day: ofMonth })).toBe(day)
      }),
    )
  })

  test('months are added as Temporal adds them', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (day, count) => {
        const known = Temporal.PlainDate.from('1970-01-01').add({ days: day }).add({ months: count })
        expect(civilOf(addMonths(day, count))).toEqual({ year: known.year, month: known.month, day: known.day })
      }),
    )
  })

  test.each([
    [1961, '1961-04-02'],
    [2008, '2008-03-23'],
    [2013, '2013-03-31'],
    [2038, '2038-04-25'],
  ])('Easter of %i is %s', (year, iso) => expect(isoOf(easterOf(year))).toBe(iso))
})

describe('Extended Date/Time Format', () => {
  const daysOf = (start: string, end: string) => ({ start: daysOfIso(start).start, end: daysOfIso(end).end })

  test.each([
    ['2013-03-24', '2013-03-24', '2013-03-24'],
    ['2012-12', '2012-12', '2012-12'],
    ['2015', '2015', '2015'],
    ['1990', '1999', '199X'],
    ['1900', '1999', '19XX'],
    ['2013-12-05', '2013-12-06', '2013-12-05/2013-12-06'],
    ['2013-09', '2013-12', '2013-09/2013-12'],
    ['2000', '2010', '2000/2010'],
    ['2013-03-21', '2013-09', '2013-03-21/2013-09-30'],
  ])('%s to %s is %s', (start, end, written) => {
    expect(edtfOf(daysOf(start, end))).toBe(written)
  })

  test('every string is valid and covers just the days it was made from', () => {
    const year = fc.integer({ min: 1000, max: 2100 })
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 5000 }), (from, month, length) => {
        const start = dayOf({ year: from, month, day: 1 })
        const days = { start, end: start + length }
        const parsed = edtf(edtfOf(days) ?? '')
        const milliseconds = 86_400_000
        expect([Math.floor(parsed.min / milliseconds), Math.floor(parsed.max / milliseconds)]).toEqual([
          days.start,
          days.end,
        ])
      }),
    )
  })
})
