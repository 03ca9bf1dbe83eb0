import { describe, expect, it } from 'vitest'
import { annotationDetailSchema, decisionsSchema, documentSchema } from '../../../src/annotate/server/schemas.ts'
import type { Store } from '../../../src/store/index.ts'
import { openStore } from '../../../src/store/index.ts'
import { claimOf, report } from '../../store/builder.ts'
import { type Client, serving, signIn } from './client.ts'

async function documentIn(client: Client, store: Store) {
  const [document] = store.documents()
  const { json } = await client.get(`/api/documents/${document?.id}`)
  return documentSchema.parse(json)
}

async function claimIn(client: Client, store: Store) {
  const { annotations } = await documentIn(client, store)
  const claim = annotations.find(({ layer }) => layer === 'casualty')
  if (claim === undefined) throw new Error('the report has a casualty claim')
  return claim
}

const fields = claimOf(report, '14', 14).fields

describe('a document', () => {
  it('comes with paragraphs, and annotations placed in their clean text', async () => {
    const { client, store } = await serving()
    const { paragraphs, annotations, version } = await documentIn(client, store)
    expect(version).toBe(0)
    for (const { exact, places } of annotations) {
      const shown = places.map(({ paragraph, start, end }) => paragraphs[paragraph]?.text.slice(start, end))
      expect(shown).toEqual([exact])
    }
  })
})

describe('a decision', () => {
  it('is answered with the annotation as it is now', async () => {
    const { client, store } = await serving()
    const { id } = await claimIn(client, store)
    const answer = await client.decide([id, 0, 'accept'])
    const current = { state: 'accepted', version: 1, decision: { reviewer: 'Ada', note: null } }
    expect(answer).toMatchObject({ status: 200, json: { version: 1, results: [{ outcome: 'decided', current }] } })
    expect(await claimIn(client, store)).toMatchObject(current)
  })

  it('corrects span and fields, and shows both values', async () => {
    const { client, store } = await serving()
    const { id, start } = await claimIn(client, store)
    const decision = {
      annotation: id,
      seen: 0,
      verdict: 'correct',
      start,
      end: start + 10,
      fields: { ...fields, low: 13 },
      note: 'read again',
      milliseconds: 850,
    }
    expect((await client.post('/api/decisions', { decisions: [decision] })).status).toBe(200)
    expect(await claimIn(client, store)).toMatchObject({
      state: 'corrected',
      exact: '14 farmers',
      places: [{ paragraph: 0, start, end: start + 10 }],
      fields: { low: 13 },
      machine: { exact: '14', fields: { low: 14 }, places: [{ paragraph: 0, start, end: start + 2 }] },
      decision: { note: 'read again' },
    })
    const { json } = await client.get(`/api/annotations/${id}`)
    expect(annotationDetailSchema.parse(json).history).toMatchObject([
      { version: 1, verdict: 'correct', fields: { low: 13 }, stands: true, milliseconds: 850 },
    ])
    expect((await client.get('/api/session')).json).toMatchObject({ decisions: 1, medianMilliseconds: 850 })
  })

  it('is undone by a withdrawal', async () => {
    const { client, store } = await serving()
    const { id } = await claimIn(client, store)
    await client.decide([id, 0, 'reject'])
    await client.decide([id, 1, 'withdraw'])
    expect(await claimIn(client, store)).toMatchObject({ state: 'pending', decision: null, version: 2 })
  })

  it('on a version that has passed is answered with 409 and the newer state, and writes nothing', async () => {
    const { client, store, port, server } = await serving()
    const other = await signIn(port, new URL(server.link).searchParams.get('token') ?? '')
    const { id } = await claimIn(client, store)
    await client.decide([id, 0, 'accept'])
    const answer = await other.decide([id, 0, 'reject'])
    expect(answer).toMatchObject({
      status: 409,
      json: { version: 1, results: [{ outcome: 'conflict', current: { state: 'accepted', version: 1 } }] },
    })
    expect(store.status().decisions.link).toBe(1)
    expect((await other.decide([id, 1, 'reject'])).status).toBe(200)
  })

  it('that is sent again, because its answer was lost, is not made twice', async () => {
    const { client, store } = await serving()
    const { id } = await claimIn(client, store)
    const first = await client.decide([id, 0, 'accept'])
    expect(await client.decide([id, 0, 'accept'])).toMatchObject({ status: 200, json: first.json })
    await client.decide([id, 1, 'withdraw'])
    expect((await client.decide([id, 1, 'withdraw'])).status).toBe(200)
    expect((await client.decide([id, 0, 'accept'])).status).toBe(409)
    expect(store.status().decisions.link).toBe(2)
  })

  it.each([
    ['an annotation that is not there', { annotation: 'f'.repeat(64), verdict: 'accept' }, /no annotation/],
    ['a correction without fields', { verdict: 'correct', start: 0, end: 4 }, /needs a span and fields/],
    ['a span outside of the document', { verdict: 'correct', start: 0, end: 9999, fields }, /not a span/],
    ['fields of another layer', { verdict: 'correct', start: 0, end: 4, fields: { name: 'x' } }, /name/],
    ['a withdrawal of nothing', { verdict: 'withdraw' }, /no decision on it to withdraw/],
  ])('that makes no sense is refused with the reason: %s', async (_name, flaw, reason) => {
    const { client, store } = await serving()
    const { id } = await claimIn(client, store)
    const answer = await client.post('/api/decisions', { decisions: [{ annotation: id, seen: 0, ...flaw }] })
    const refused = { outcome: 'refused', reason: expect.stringMatching(reason) }
    expect(answer).toMatchObject({ status: 422, json: { results: [refused] } })
    expect(store.status().decisions.link).toBe(0)
  })
})

describe('several decisions', () => {
  it('are made together, and each is told what became of it', async () => {
    const { client, store } = await serving()
    const { annotations } = await documentIn(client, store)
    const [actor, claim] = annotations.map(({ id }) => id)
    await client.decide([claim ?? '', 0, 'reject'])
    const answer = await client.decide(
      [actor ?? '', 0, 'accept'],
      [claim ?? '', 0, 'accept'],
      ['f'.repeat(64), 0, 'accept'],
    )
    expect(answer.status).toBe(200)
    expect(decisionsSchema.parse(answer.json).results).toMatchObject([
      { annotation: actor, outcome: 'decided', current: { state: 'accepted' } },
      { annotation: claim, outcome: 'conflict', current: { state: 'rejected', version: 1 } },
      { annotation: 'f'.repeat(64), outcome: 'refused', current: null },
    ])
  })
})

describe("a reviewer's own annotation", () => {
  const addition = (document: string, rest: object = {}) => ({
    document,
    layer: 'casualty',
    start: report.indexOf('9'),
    end: report.indexOf('9') + 1,
    fields: { ...fields, low: 9, high: 9, effect: 'displaced' },
    ...rest,
  })

  it('has the life of any other: it is decided on, withdrawn, and made again', async () => {
    const { client, store } = await serving()
    const { document } = await documentIn(client, store)
    const added = await client.post('/api/annotations', addition(document.id))
    expect(added).toMatchObject({
      status: 200,
      json: { annotation: { origin: 'reviewer', state: 'accepted', exact: '9', rule: null, version: 1 } },
    })
    expect((await client.post('/api/annotations', addition(document.id))).json).toEqual(added.json)
    const { annotations } = await documentIn(client, store)
    const id = annotations.find(({ origin }) => origin === 'reviewer')?.id ?? ''
    const withdrawn = await client.decide([id, 1, 'withdraw'])
    expect(withdrawn).toMatchObject({ status: 200, json: { results: [{ outcome: 'decided', current: null }] } })
    expect((await documentIn(client, store)).annotations.map(({ origin }) => origin)).toEqual(['rule', 'rule'])
    await client.post('/api/annotations', addition(document.id))
    expect((await documentIn(client, store)).annotations).toContainEqual(expect.objectContaining({ id, version: 3 }))
    expect(store.verify()).toEqual([])
  })

  it.each([
    ['an unknown document', { document: 'f'.repeat(64) }, 422, /no document/],
    ['a span outside of it', { end: 9999 }, 422, /not a span/],
    ['an empty span', { end: report.indexOf('9') }, 422, /not a span/],
    ['fields of another layer', { layer: 'actor' }, 422, /name/],
    ['an unknown layer', { layer: 'place' }, 400, /layer/],
  ])('is refused with %s', async (_name, flaw, status, message) => {
    const { client, store } = await serving()
    const { document } = await documentIn(client, store)
    const answer = await client.post('/api/annotations', addition(document.id, flaw))
    expect(answer).toMatchObject({ status, json: { error: { message: expect.stringMatching(message) } } })
    expect(store.status().decisions.link).toBe(0)
  })
})

it('loses no decision of twenty reviewers who write at once, over two servers', async () => {
  const first = await serving()
  const second = await serving({ store: openStore(first.path, { mode: 'write' }), fill: () => {} })
  const { id } = await claimIn(first.client, first.store)
  const rounds = 5
  const write = async (client: Client, reviewer: number) => {
    let seen = 0
    for (let round = 0; round < rounds; ) {
      const verdict = (reviewer + round) % 2 === 0 ? 'accept' : 'reject'
      const note = `${reviewer}.${round}`
      const answer = await client.post('/api/decisions', { decisions: [{ annotation: id, seen, verdict, note }] })
      const [result] = decisionsSchema.parse(answer.json).results
      seen = result?.current?.version ?? 0
      if (result?.outcome === 'decided') round++
      else expect(answer.status).toBe(409)
    }
  }
  const writers = Array.from({ length: 20 }, (_, place) => place)
  await Promise.all(writers.map((place) => write(place % 2 === 0 ? first.client : second.client, place)))
  const { json } = await first.client.get(`/api/annotations/${id}`)
  const notes = annotationDetailSchema.parse(json).history.map(({ note }) => note)
  const expected = writers.flatMap((place) => Array.from({ length: rounds }, (_, round) => `${place}.${round}`))
  expect(notes.sort()).toEqual(expected.sort())
  expect(first.store.verify()).toEqual([])
})
