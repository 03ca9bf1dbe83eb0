import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asDecided,
  countOf,
  isStandIn,
  isWaiting,
  newStandIn,
  type Outbox,
  type Parcel,
  posted,
  recalled,
  refusedParcel,
  settledAddition,
  settledDecisions,
  tried,
  type WaitingDecision,
} from '../../../src/annotate/page/state/outbox.ts'
import { parcelsIn } from '../../../src/annotate/page/state/outbox-storage.ts'
import { actor } from './annotations.ts'

const decision = (annotation: string, given: Partial<WaitingDecision> = {}): WaitingDecision => ({
  annotation,
  seen: 0,
  verdict: 'accept',
  start: null,
  end: null,
  fields: null,
  note: null,
  milliseconds: null,
  shown: null,
  ...given,
})

const parcel = (id: string, ...decisions: readonly WaitingDecision[]): Parcel => ({
  id,
  at: 0,
  tried: false,
  kind: 'decisions',
  decisions: [...decisions],
})

const one = actor()
const two = actor({ id: 'b'.repeat(64) })

const standIn = newStandIn()

const addition = (id: string): Parcel => ({
  id,
  at: 0,
  tried: false,
  kind: 'addition',
  addition: {
    document: one.document,
    layer: 'actor',
    start: 0,
    end: 3,
    fields: { name: 'UN', type: 'igo' },
    note: null,
    milliseconds: null,
  },
  standIn: actor({ id: standIn, origin: 'reviewer', state: 'accepted' }),
})

const outboxOf = (...parcels: readonly Parcel[]): Outbox => parcels.reduce(posted, [] as Outbox)

const seenIn = (outbox: Outbox) =>
  outbox.map((parcel) => (parcel.kind === 'decisions' ? parcel.decisions.map(({ seen }) => seen) : parcel.kind))

describe('what waits is shown as decided', () => {
  it.each([
    ['accept', 'accepted'],
    ['reject', 'rejected'],
  ] as const)('%s', (verdict, state) => {
    const outbox = outboxOf(parcel('1', decision(one.id, { verdict, note: 'why' })))
    expect(asDecided(one, outbox, 'Ada')).toMatchObject({ state, decision: { reviewer: 'Ada', note: 'why' } })
    expect(isWaiting(outbox, one.id)).toBe(true)
    expect(isWaiting(outbox, two.id)).toBe(false)
  })

  it('a correction as it was made, and the last of several', () => {
    const corrected = actor({ state: 'corrected', fields: { name: 'AU', type: 'igo' } })
    const outbox = outboxOf(
      parcel('1', decision(one.id, { verdict: 'reject' })),
      parcel('2', decision(one.id, { verdict: 'correct', shown: corrected })),
    )
    expect(asDecided(one, outbox, 'Ada')).toEqual(corrected)
  })

  it('accepting what was corrected accepts what was found', () => {
    const found = { start: 0, end: 5, exact: 'Union', fields: { name: 'EU', type: 'igo' as const }, places: [] }
    const corrected = actor({ state: 'corrected', machine: found })
    expect(asDecided(corrected, outboxOf(parcel('1', decision(one.id))), 'Ada')).toMatchObject({
      ...found,
      machine: null,
    })
  })

  it('an addition that is taken back is gone', () => {
    const outbox = outboxOf(parcel('1', decision(one.id, { verdict: 'withdraw' })))
    expect(asDecided(one, outbox, 'Ada')).toBeNull()
  })
})

describe('decisions on the same annotation', () => {
  it('each meets the version that the one before it leaves', () => {
    const outbox = outboxOf(
      parcel('1', decision(one.id), decision(two.id)),
      parcel('2', decision(one.id, { verdict: 'withdraw' })),
      parcel('3', decision(one.id, { verdict: 'reject' })),
    )
    expect(seenIn(outbox)).toEqual([[0, 0], [null], [null]])
    const answers = [one, two].map(({ id }) => ({
      annotation: id,
      outcome: 'decided' as const,
      reason: null,
      current: actor({ id, version: 7 }),
    }))
    const { outbox: rest, conflicts, refused } = settledDecisions(outbox, '1', answers)
    expect(seenIn(rest)).toEqual([[7], [null]])
    expect([conflicts, refused]).toEqual([[], []])
  })

  it('lose their ground together where the first meets another’s', () => {
    const outbox = outboxOf(
      parcel('1', decision(one.id)),
      parcel('2', decision(two.id)),
      parcel('3', decision(one.id, { verdict: 'reject' })),
    )
    const current = actor({ state: 'rejected', version: 9 })
    const answer = { annotation: one.id, outcome: 'conflict' as const, reason: null, current }
    const { outbox: rest, conflicts } = settledDecisions(outbox, '1', [answer])
    expect(rest.map(({ id }) => id)).toEqual(['2'])
    expect(conflicts).toMatchObject([{ mine: { verdict: 'reject' }, current: { version: 9 } }])
  })

  it('are told where the server refuses them, and nothing else is lost', () => {
    const outbox = outboxOf(parcel('1', decision(one.id), decision(two.id)), parcel('2', decision(two.id)))
    const answers = [
      { annotation: one.id, outcome: 'refused' as const, reason: 'no sense', current: one },
      { annotation: two.id, outcome: 'decided' as const, reason: null, current: { ...two, version: 3 } },
    ]
    const { outbox: rest, refused } = settledDecisions(outbox, '1', answers)
    expect(refused).toEqual([{ annotation: one.id, reason: 'no sense' }])
    expect(seenIn(rest)).toEqual([[3]])
    expect(refusedParcel(rest, '2', 'gone').refused).toEqual([{ annotation: two.id, reason: 'gone' }])
  })
})

describe('an addition', () => {
  it('is called as no annotation is', () => {
    expect(isStandIn(newStandIn())).toBe(true)
    expect(isStandIn(one.id)).toBe(false)
  })

  it('is decided on under its stand-in until the server has named it', () => {
    const outbox = outboxOf(
      addition('1'),
      parcel('2', decision(standIn, { verdict: 'reject' })),
      parcel('3', decision(standIn, { verdict: 'withdraw' })),
    )
    const added = actor({ id: 'c'.repeat(64), version: 4 })
    const rest = settledAddition(outbox, '1', added)
    expect(seenIn(rest)).toEqual([[4], [null]])
    expect(rest.flatMap((one) => (one.kind === 'decisions' ? one.decisions : []))).toMatchObject([
      { annotation: added.id },
      { annotation: added.id },
    ])
  })
})

describe('a parcel is taken back', () => {
  it('only if it was never sent and nothing was decided on top of it', () => {
    const outbox = outboxOf(parcel('1', decision(one.id)), parcel('2', decision(two.id)))
    expect(recalled(outbox, '1')?.map(({ id }) => id)).toEqual(['2'])
    expect(recalled(tried(outbox, '1'), '1')).toBeUndefined()
    expect(recalled(posted(outbox, parcel('3', decision(one.id))), '1')).toBeUndefined()
    expect(recalled(outbox, '9')).toBeUndefined()
  })
})

it('nothing that waits is lost, whatever the server answers', () => {
  const ids = ['a', 'b', 'c'].map((letter) => letter.repeat(64))
  const outcomes = fc.constantFrom('decided' as const, 'conflict' as const, 'refused' as const)
  const parcels = fc.array(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(parcels, fc.func(outcomes), (all, outcomeOf) => {
      let outbox = outboxOf(...all.map((ids, place) => parcel(String(place), ...ids.map((id) => decision(id)))))
      let told = 0
      let version = 0
      for (let [first] = outbox; first !== undefined; [first] = outbox) {
        const before = countOf(outbox)
        const decisions = first.kind === 'decisions' ? first.decisions : []
        // Whatever is sent knows the version that it meets.
        expect(decisions.every(({ seen }) => seen !== null)).toBe(true)
        const results = decisions.map(({ annotation }) => {
          version += 1
          const outcome = outcomeOf(annotation, version)
          return { annotation, outcome, reason: null, current: actor({ id: annotation, version }) }
        })
        const settled = settledDecisions(outbox, first.id, results)
        const decided = results.filter(({ outcome }) => outcome === 'decided').length
        told += decided + settled.conflicts.length + settled.refused.length
        // What goes was decided, or its annotation is told of.
        const failed = new Set(results.filter(({ outcome }) => outcome !== 'decided').map((one) => one.annotation))
        const dropped = before - countOf(settled.outbox) - decisions.length
        const onFailed = outbox
          .slice(1)
          .flatMap((one) => (one.kind === 'decisions' ? one.decisions : []))
          .filter(({ annotation }) => failed.has(annotation)).length
        expect(dropped).toBe(onFailed)
        outbox = settled.outbox
      }
      expect(told).toBeGreaterThan(0)
    }),
  )
})

describe('parcels outlive the page', () => {
  it('by reviewer, in the order in which they were made; what is no parcel is passed over', () => {
    const storage = memory()
    const mine = parcelsIn(storage, 'Ada B.')
    expect(mine.keep({ ...parcel('x', decision(one.id)), at: 2 })).toBe(true)
    mine.keep({ ...addition('y'), at: 1 })
    mine.keep({ ...parcel('x', decision(one.id)), at: 2, tried: true })
    parcelsIn(storage, 'Ben').keep(parcel('z', decision(one.id)))
    storage.setItem('tocsin.waiting.Ada%20B..broken', '{')
    expect(mine.all().map(({ id, tried }) => [id, tried])).toEqual([
      ['y', false],
      ['x', true],
    ])
    mine.drop('y')
    expect(mine.all().map(({ id }) => id)).toEqual(['x'])
  })

  it('or says that there is no room', () => {
    const full = memory()
    full.setItem = () => {
      throw new Error('QuotaExceededError')
    }
    expect(parcelsIn(full, 'Ada').keep(parcel('x', decision(one.id)))).toBe(false)
  })
})

/** What works as `localStorage` does. */
function memory(): Storage {
  const entries = new Map<string, string>()
  return {
    get length() {
      return entries.size
    },
    key: (place) => [...entries.keys()][place] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  }
}
