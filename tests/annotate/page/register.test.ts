import { describe, expect, it } from 'vitest'
import {
  changeWords,
  newestOf,
  type PastChange,
  standingIn,
  withdrawalOf,
} from '../../../src/annotate/page/screens/actors/changes.ts'
import { listed } from '../../../src/annotate/page/screens/actors/listing.ts'
import { byLayer, type Rule, trustWords } from '../../../src/annotate/page/screens/rules/rules.ts'
import type { ApiActor } from '../../../src/annotate/server/schemas.ts'

function past(version: number, change: PastChange['change'], value: string, stands = true): PastChange {
  const about = { reviewer: 'Ada', note: null, decidedAt: '2026-01-02T09:00:00Z' }
  return { actor: 'AU', version, change, value, stands, ...about }
}

const history = [past(3, 'alias', 'A.U.', false), past(5, 'merge', 'African Union'), past(9, 'alias', 'A.U.')]

describe('a change of the register', () => {
  it('is undone by taking back the last that stands and says the same', () => {
    const standing = standingIn(history, { actor: 'AU', change: 'alias', value: 'A.U.' })
    expect(standing?.version).toBe(9)
    expect(standing && withdrawalOf(history, standing)).toEqual({
      actor: 'AU',
      change: 'withdraw',
      value: '9',
      seen: 9,
    })
    expect(standingIn(history, { actor: 'AU', change: 'name', value: 'A.U.' })).toBeUndefined()
  })

  it('names what was seen last of that actor, 0 for one that nobody changed', () => {
    expect([newestOf(history, 'AU'), newestOf(history, 'Red Cross')]).toEqual([9, 0])
  })

  it.each([
    ['name', 'African Union', 'AU is called African Union'],
    ['type', 'armed-group', 'AU is of type armed group'],
    ['merge', 'African Union', 'AU is African Union'],
    ['split', 'African Union', 'AU is not African Union'],
  ] as const)('%s is told in words', (change, value, words) => {
    expect(changeWords({ actor: 'AU', change, value })).toBe(words)
  })
})

it('lists all actors, those that nobody knows, and those that fit what is typed', () => {
  const actor = (name: string, known: boolean): ApiActor => {
    const count = { mentions: 1, registered: false, version: 0 }
    return { id: name, name, type: 'other', aliases: [], names: [name], known, ...count }
  }
  const actors = [actor('African Union', true), actor('Zarbu League', false), actor('Red Cross', true)]
  const names = (...[listing, typed]: [Parameters<typeof listed>[1], string]) =>
    listed(actors, listing, typed).map(({ name }) => name)
  expect(names('all', '')).toHaveLength(3)
  expect(names('unknown', ' ')).toEqual(['Zarbu League'])
  expect(names('all', 'league')).toEqual(['Zarbu League'])
  expect(names('unknown', 'red cross')).toEqual([])
})

describe('rules', () => {
  const rule = (rule: string, likelihood: number, accepted: number, rejected: number): Rule => {
    const counts = { pending: 2, accepted, corrected: 0, rejected }
    const decided = accepted + rejected
    const confirmed = decided === 0 ? null : accepted / decided
    return { rule, layer: 'date', confidence: 0.8, likelihood, counts, confirmed, explanation: null }
  }
  const rules = [rule('date.b', 0.9, 9, 0), rule('date.a', 0.5, 0, 4), rule('date.c', 0.8, 0, 0)]

  it.each([
    ['doubtful', ['date.a', 'date.c', 'date.b']],
    ['busy', ['date.b', 'date.a', 'date.c']],
    ['name', ['date.a', 'date.b', 'date.c']],
  ] as const)('ordered as %s', (order, names) => {
    expect(byLayer(rules, order)).toMatchObject([{ layer: 'date', rules: names.map((rule) => ({ rule })) }])
  })

  it('tell how far they are trusted and why', () => {
    expect(rules.map(trustWords)).toEqual([
      expect.stringContaining('Reviewers confirmed 100 % of 9, so it is trusted more now: 90 %.'),
      expect.stringContaining('Reviewers confirmed 0 % of 4, so it is trusted less now: 50 %.'),
      expect.stringContaining('no reviewer has decided on any of it yet'),
    ])
  })
})
