import { describe, expect, it } from 'vitest'
import { newToken } from '../../../src/annotate/server/index.ts'
import { agreementSchema, disagreementsSchema, documentSchema } from '../../../src/annotate/server/schemas.ts'
import type { Store } from '../../../src/store/index.ts'
import { claimOf, report } from '../../store/builder.ts'
import { ask, type Client, serving, signIn } from './client.ts'

/** Two reviewers who don't see each other's decisions, and one who settles. */
async function threeReviewers() {
  const tokens = { Ada: newToken(), Ben: newToken(), Cyd: newToken() }
  const { port, store } = await serving({ reviewers: 'accounts' })
  for (const [reviewer, token] of Object.entries(tokens)) {
    store.addAccount({ reviewer, blind: reviewer !== 'Cyd', addedAt: '2026-01-01T00:00:00Z' }, token)
  }
  const [ada, ben, cyd] = await Promise.all([tokens.Ada, tokens.Ben, tokens.Cyd].map((token) => signIn(port, token)))
  if (ada === undefined || ben === undefined || cyd === undefined) throw new Error('three sign in')
  return { store, port, tokens, ada, ben, cyd }
}

async function annotationsIn(client: Client, store: Store) {
  const { json } = await client.get(`/api/documents/${store.documents()[0]?.id}`)
  return documentSchema.parse(json).annotations
}

const fields = claimOf(report, '14', 14).fields

describe('a reviewer who decides blind', () => {
  it('sees nothing that others decided, nor is in conflict with it', async () => {
    const { store, ada, ben } = await threeReviewers()
    const [actor] = await annotationsIn(ada, store)
    const id = actor?.id ?? ''
    await ada.decide([id, 0, 'reject'])
    expect((await annotationsIn(ben, store))[0]).toMatchObject({ state: 'pending', decision: null, version: 0 })
    expect((await ben.get(`/api/annotations/${id}`)).json).toMatchObject({ history: [] })
    expect((await ben.get('/api/queue')).json).toMatchObject({ total: 2 })
    expect((await ada.get('/api/queue')).json).toMatchObject({ total: 1 })
    expect((await ben.get('/api/overview')).json).toMatchObject({ layers: { actor: { pending: 1, rejected: 0 } } })
    expect(await ben.decide([id, 0, 'accept'])).toMatchObject({
      status: 200,
      json: { results: [{ current: { state: 'accepted', version: 2 } }] },
    })
    expect((await annotationsIn(ada, store))[0]).toMatchObject({ state: 'rejected', version: 1 })
    expect((await ben.decide([id, 0, 'reject'])).status).toBe(409)
  })

  it('sees no annotation that another added', async () => {
    const { store, ada, ben, cyd } = await threeReviewers()
    const document = store.documents()[0]?.id
    const addition = { document, layer: 'casualty', start: 0, end: 3, fields }
    await ada.post('/api/annotations', addition)
    expect(await annotationsIn(ada, store)).toHaveLength(3)
    expect(await annotationsIn(ben, store)).toHaveLength(2)
    expect(await annotationsIn(cyd, store)).toHaveLength(3)
  })

  it('is not shown agreement and disagreements', async () => {
    const { ada } = await threeReviewers()
    for (const path of ['/api/agreement', '/api/disagreements']) {
      expect(await ada.get(path)).toMatchObject({ status: 403, json: { error: { code: 'blind' } } })
    }
  })
})

describe('agreement', () => {
  it('is told in figures, and differences are settled by one who sees both', async () => {
    const { store, ada, ben, cyd } = await threeReviewers()
    const [actor, claim] = (await annotationsIn(ada, store)).map(({ id }) => id)
    const correction = { annotation: claim, seen: 0, verdict: 'correct', start: 28, end: 30 }
    await ada.decide([actor ?? '', 0, 'accept'], [claim ?? '', 0, 'accept'])
    await ben.decide([actor ?? '', 0, 'accept'])
    await ben.post('/api/decisions', { decisions: [{ ...correction, fields: { ...fields, effect: 'injured' } }] })

    const { json } = await cyd.get('/api/agreement')
    const agreement = agreementSchema.parse(json)
    expect(agreement.spans).toEqual([
      { reviewers: ['Ada', 'Ben'], layer: 'actor', both: 1, first: 1, second: 1, f1: 1 },
      { reviewers: ['Ada', 'Ben'], layer: 'casualty', both: 1, first: 1, second: 1, f1: 1 },
    ])
    expect(agreement.fields).toContainEqual({ layer: 'casualty', field: 'effect', units: 1, alpha: 0 })

    const open = disagreementsSchema.parse((await cyd.get('/api/disagreements')).json).disagreements
    expect(open).toMatchObject([
      {
        annotation: { id: claim },
        settled: false,
        decisions: [
          { reviewer: 'Ada', verdict: 'accept', made: { exact: '14', fields } },
          {
            reviewer: 'Ben',
            verdict: 'correct',
            made: { start: 28, end: 30, exact: '14', fields: { effect: 'injured' } },
          },
        ],
      },
    ])
    await cyd.decide([claim ?? '', open[0]?.annotation.version ?? 0, 'accept'])
    expect((await cyd.get('/api/disagreements')).json).toMatchObject({ disagreements: [] })
    expect((await cyd.get('/api/disagreements?settled=yes')).json).toMatchObject({
      disagreements: [{ settled: true, annotation: { state: 'accepted', decision: { reviewer: 'Cyd' } } }],
    })
    // Who saw both is no independent coder.
    expect((await cyd.get('/api/agreement')).json).toMatchObject({ spans: agreement.spans, fields: agreement.fields })
  })
})

describe('an account', () => {
  it('signs its reviewer in, and out when it is taken away', async () => {
    const { store, port, tokens, ada } = await threeReviewers()
    expect((await ada.get('/api/session')).json).toMatchObject({ reviewer: 'Ada', blind: true })
    store.removeAccount('Ada')
    expect((await ada.get('/api/session')).status).toBe(401)
    expect((await ask(port, `/?token=${tokens.Ada}`)).status).toBe(401)
  })

  it('is needed where reviewers come from elsewhere: no link lets anybody in', async () => {
    const { server } = await serving({ reviewers: 'accounts' })
    expect(server.link).toBe(`http://127.0.0.1:${server.port}/`)
  })
})
