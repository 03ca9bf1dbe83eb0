import { describe, expect, it } from 'vitest'
import {
  claimPoints,
  leadWords,
  type TimedClaim,
  type TimedWarning,
  warningPoints,
} from '../../../src/annotate/page/screens/overview/timeline.ts'
import type { Effect, Harm } from '../../../src/model/index.ts'

const report = 'a'.repeat(64)

function claim(effect: Effect, start: string, end = start, more: Partial<TimedClaim['fields']> = {}): TimedClaim {
  const counts = { low: 10, high: 10, approx: false, unit: 'people' as const }
  const open = { victims: null, perpetrator: null, place: null, source: null }
  const fields = { ...counts, ...open, effect, date: { start, end }, ...more }
  return { id: `${effect} ${start}`, document: report, state: 'pending', exact: '10', fields }
}

function warning(harm: Harm, start: string, end = start): TimedWarning {
  const fields = { kind: 'explicit' as const, trigger: 'warned', speaker: null, addressee: null, harm }
  return { id: harm, document: report, state: 'pending', exact: 'warned', fields: { ...fields, date: { start, end } } }
}

describe('claims on the timeline', () => {
  it.each([
    ['a range', { low: 3000, high: 6000 }, [{ low: 3000, high: 6000, isOpen: false }]],
    ['an open end', { low: 1000, high: null }, [{ low: 1000, high: 1000, isOpen: true }]],
    ['an upper bound alone', { low: null, high: 40 }, [{ low: 40, high: 40, isOpen: false }]],
    ['nobody, which no logarithm holds', { low: 0, high: 0 }, []],
    ['no number', { low: null, high: null }, []],
    ['a share', { unit: 'percent' as const }, []],
    ['no date', { date: null }, []],
  ])('%s', (_name, fields, points) => {
    expect(claimPoints([claim('killed', '2014-05-02', '2014-05-02', fields)])).toMatchObject(points)
  })

  it('last to the end of their last day', () => {
    const [point] = claimPoints([claim('killed', '2014-05-02')])
    expect([point?.start.toISOString(), point?.end.toISOString()]).toEqual([
      '2014-05-02T00:00:00.000Z',
      '2014-05-03T00:00:00.000Z',
    ])
  })
})

describe('the next harm that a warning spoke of', () => {
  const nextOf = (one: TimedWarning, claims: readonly TimedClaim[]) => warningPoints([one], claims)[0]?.next

  it('is the first later claim of its kind in the same report', () => {
    const claims = [
      claim('killed', '2014-04-01'),
      claim('displaced', '2014-05-10'),
      { ...claim('killed', '2014-05-11'), document: 'b'.repeat(64) },
      claim('killed', '2014-05-12'),
      claim('killed', '2014-06-01'),
    ]
    expect(nextOf(warning('killing', '2014-05-02'), claims)).toMatchObject({
      claim: { id: 'killed 2014-05-12' },
      least: 10,
      most: 10,
    })
    expect(nextOf(warning('humanitarian', '2014-05-02'), claims)?.claim.id).toBe('displaced 2014-05-10')
    expect(nextOf(warning('other', '2014-05-02'), claims)).toBeNull()
  })

  it('leaves out what began before the warning or had ended with it', () => {
    const claims = [claim('killed', '2014-04-01', '2014-06-30'), claim('killed', '2014-05-20')]
    expect(nextOf(warning('killing', '2014-05-01', '2014-05-31'), claims)).toBeNull()
  })

  it('is none where it came more than a year later', () => {
    expect(nextOf(warning('killing', '2014-05-02'), [claim('killed', '2016-05-02')])).toBeNull()
  })

  it('came after as many days as both dates allow', () => {
    const next = nextOf(warning('genocide', '2014-03-01', '2014-03-31'), [claim('killed', '2014-04-01', '2014-04-30')])
    expect(next).toMatchObject({ least: 1, most: 60 })
    expect(next && leadWords(next)).toBe('1 to 60 days')
  })
})
