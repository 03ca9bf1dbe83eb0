import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { State, Verdict } from '../../src/model/index.ts'
import type { AnyStoredAnnotation, Store } from '../../src/store/index.ts'
import { actorOf, claimOf, decision, extractionOf, inStore, report, saveReport } from './builder.ts'

function claimIn(store: Store): AnyStoredAnnotation {
  const [claim] = store.annotations({ layer: 'casualty' })
  if (claim === undefined) throw new Error('the report has a casualty claim')
  return claim
}

const corrected = { ...claimOf(report, '14', 14).fields, low: 13 }

describe('deciding', () => {
  it('shows the newest decision that stands, beside what the machine found', () =>
    inStore((store) => {
      saveReport(store)
      const { id, start, fields } = claimIn(store)
      const verdict = { verdict: 'correct' as const, start, end: start + 10, fields: corrected, note: 'read again' }
      expect(store.decide(decision(id, verdict))).toMatchObject({ outcome: 'decided', version: 1 })
      expect(claimIn(store)).toMatchObject({
        state: 'corrected',
        exact: '14 farmers',
        fields: { low: 13 },
        machine: { exact: '14', fields },
        decision: { reviewer: 'Ada', note: 'read again', decidedAt: '2026-01-02T09:00:00Z' },
        version: 1,
      })
    }))

  it('takes back a reviewer’s own last decision, one at a time', () =>
    inStore((store) => {
      saveReport(store)
      const { id } = claimIn(store)
      const verdicts: [Verdict, State][] = [
        ['accept', 'accepted'],
        ['reject', 'rejected'],
        ['withdraw', 'accepted'],
        ['withdraw', 'pending'],
        ['reject', 'rejected'],
      ]
      for (const [verdict, state] of verdicts) {
        store.decide(decision(id, { verdict, seen: claimIn(store).version }))
        expect(claimIn(store).state).toBe(state)
      }
      expect(store.status().decisions.link).toBe(5)
    }))

  it('lets nobody withdraw what another decided', () =>
    inStore((store) => {
      saveReport(store)
      const { id } = claimIn(store)
      store.decide(decision(id, { reviewer: 'Ada' }))
      const withdrawal = decision(id, { reviewer: 'Ben', verdict: 'withdraw', seen: 1 })
      expect(store.decide(withdrawal)).toEqual({
        outcome: 'refused',
        reason: 'Ben has no decision on it to withdraw',
      })
      expect(claimIn(store).state).toBe('accepted')
    }))

  it('answers a decision on a version that has passed with a conflict, and writes nothing', () =>
    inStore((store) => {
      saveReport(store)
      const { id } = claimIn(store)
      store.decide(decision(id, { reviewer: 'Ada' }))
      const late = decision(id, { reviewer: 'Ben', verdict: 'reject', seen: 0 })
      expect(store.decide(late)).toEqual({ outcome: 'conflict', version: 1 })
      expect(store.status()).toMatchObject({ decisions: { link: 1 }, reviewers: ['Ada'] })
      expect(store.decide({ ...late, seen: 1 })).toMatchObject({ outcome: 'decided', version: 2 })
    }))

  it.each([
    ['an annotation that is not there', { annotation: 'f'.repeat(64) }, 'there is no annotation'],
    ['a correction without fields', { verdict: 'correct', start: 0, end: 4 }, 'needs a span and fields'],
    ['an acceptance with fields', { fields: corrected }, 'only a correction has a span and fields'],
    ['a span beyond the text', { verdict: 'correct', start: 0, end: 9999, fields: corrected }, 'is not a span'],
    ['a span that ends before it starts', { verdict: 'correct', start: 9, end: 4, fields: corrected }, 'is not a span'],
    ['fields of another layer', { verdict: 'correct', start: 0, end: 4, fields: { name: 'x' } }, 'name'],
    ['a number of deaths below zero', { verdict: 'correct', start: 0, end: 4, fields: { ...corrected, low: -1 } }, '0'],
    ['nobody', { reviewer: '' }, 'reviewer'],
    ['a time that is none', { decidedAt: 'yesterday' }, 'decidedAt'],
    ['a withdrawal of nothing', { verdict: 'withdraw' }, 'has no decision on it to withdraw'],
  ] as const)('refuses %s', (_name, flaw, reason) =>
    inStore((store) => {
      saveReport(store)
      expect(store.decide(decision(claimIn(store).id, flaw))).toEqual({
        outcome: 'refused',
        reason: expect.stringContaining(reason),
      })
      expect(store.status().decisions.link).toBe(0)
    }),
  )
})

it('refuses a correction that cuts a character in two', () =>
  inStore((store) => {
    const text = `🔔 ${report}`
    store.saveExtraction(extractionOf(text, [claimOf(text, '14', 14)]))
    const { id } = claimIn(store)
    const cut = decision(id, { verdict: 'correct', start: 1, end: 6, fields: corrected })
    expect(store.decide(cut)).toEqual({ outcome: 'refused', reason: '1-6 cuts a character in two' })
    expect(store.decide({ ...cut, start: 0 }).outcome).toBe('decided')
  }))

describe('any text that a person can send', () => {
  // Every UTF-16 code unit, halves of characters and NUL with them.
  const text = fc.string({ unit: fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)), minLength: 1 })

  it('is kept so that the chain holds', () =>
    fc.assert(
      fc.asyncProperty(text, text, text, (reviewer, note, victims) =>
        inStore((store) => {
          saveReport(store)
          const { id, start, end } = claimIn(store)
          const correction = { start, end, fields: { ...corrected, victims } }
          const given = decision(id, { verdict: 'correct', reviewer, note, ...correction })
          expect(store.decide(given).outcome).toBe('decided')
          const withdrawal = decision(id, { verdict: 'withdraw', reviewer, note, seen: 1 })
          expect(store.decide(withdrawal).outcome).toBe('decided')
          const alias = { actor: victims, change: 'alias' as const, value: note, note }
          const { decidedAt } = given
          expect(store.changeRegister({ ...alias, reviewer, decidedAt, seen: 0 }).outcome).toBe('decided')
          store.recordFailure({ path: note, reason: victims, remedy: reviewer, at: decidedAt })
          expect(store.verify()).toEqual([])
        }),
      ),
      {
        numRuns: 50,
        examples: [
          ['\0', '\uD83D', '\uDE00x'],
          ['\uD83D\uDE00', '"', '\\'],
        ],
      },
    ))
})

describe('any sequence of extractions and decisions', () => {
  const findings = [
    actorOf(report, 'African Union'),
    claimOf(report, '14', 14),
    claimOf(report, '14', 40),
    claimOf(report, '9', 9),
  ]
  const places = fc.nat({ max: findings.length - 1 })
  const step = fc.oneof(
    { weight: 1, arbitrary: fc.record({ save: fc.subarray(findings.map((_finding, place) => place)) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        place: places,
        reviewer: fc.constantFrom('Ada', 'Ben'),
        verdict: fc.constantFrom<Verdict>('accept', 'correct', 'reject', 'withdraw'),
        isStale: fc.boolean(),
      }),
    },
  )
  const stateOf: Record<Exclude<Verdict, 'withdraw'>, State> = {
    accept: 'accepted',
    correct: 'corrected',
    reject: 'rejected',
  }

  it('loses no decision, keeps the chain whole, and agrees with a simple model', () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), (steps) =>
        inStore((store) => {
          const all = extractionOf(report, findings)
          store.saveExtraction(all)
          const ids = findings.map(
            (finding) =>
              [...store.annotations()].find(
                ({ exact, fields }) =>
                  exact === finding.exact && JSON.stringify(sorted(fields)) === JSON.stringify(sorted(finding.fields)),
              )?.id ?? '',
          )
          let found = findings.map((_finding, place) => place)
          const standing: { reviewer: string; verdict: Exclude<Verdict, 'withdraw'> }[][] = findings.map(() => [])
          const versions = findings.map(() => 0)
          let links = 0
          for (const step of steps) {
            if ('save' in step) {
              found = step.save
              store.saveExtraction({ ...all, annotations: findings.filter((_finding, place) => found.includes(place)) })
              continue
            }
            const { place, reviewer, verdict, isStale } = step
            const finding = findings[place]
            const decisions = standing[place] ?? []
            const seen = (versions[place] ?? 0) + (isStale ? 1 : 0)
            const correction =
              verdict === 'correct'
                ? { start: finding?.start ?? 0, end: finding?.end ?? 0, fields: { ...finding?.fields } }
                : {}
            const { outcome } = store.decide(decision(ids[place] ?? '', { reviewer, verdict, seen, ...correction }))
            const own = decisions.findLastIndex((earlier) => earlier.reviewer === reviewer)
            const expected = isStale ? 'conflict' : verdict === 'withdraw' && own === -1 ? 'refused' : 'decided'
            expect(outcome).toBe(expected)
            if (expected !== 'decided') continue
            links++
            versions[place] = links
            if (verdict === 'withdraw') decisions.splice(own, 1)
            else decisions.push({ reviewer, verdict })
          }
          const expected = ids
            .map((id, place) => {
              const last = standing[place]?.at(-1)
              return { id, state: last === undefined ? 'pending' : stateOf[last.verdict], found: found.includes(place) }
            })
            .filter(({ state, found }) => found || state !== 'pending')
          const actual = [...store.annotations()].map(({ id, state, found }) => ({ id, state, found }))
          expect(actual.sort(byId)).toEqual(expected.sort(byId))
          expect(store.status().decisions.link).toBe(links)
          expect(store.verify()).toEqual([])
        }),
      ),
      { numRuns: 60 },
    ))
})

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1
}

function sorted(fields: object): unknown {
  return Object.entries(fields).sort()
}
