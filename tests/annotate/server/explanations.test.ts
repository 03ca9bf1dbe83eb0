import { expect, it } from 'vitest'
import { annotationDetailSchema, rulesSchema } from '../../../src/annotate/server/schemas.ts'
import { actorOf, claimOf, extractionOf } from '../../store/builder.ts'
import { serving } from './client.ts'

const text = 'The African Union said that 14 farmers were killed.'

async function explained() {
  const { client, store } = await serving({
    fill: (store) => {
      const actor = { ...actorOf(text, 'African Union'), rule: 'actor.known-name' }
      const claim = claimOf(text, '14', 14, 'casualty.passive-count')
      store.saveExtraction(extractionOf(text, [actor, claim, claimOf(text, '14 farmers', 14, 'casualty.of-the-past')]))
    },
  })
  const detailOf = async (exact: string) => {
    const id = [...store.annotations()].find((annotation) => annotation.exact === exact)?.id
    return annotationDetailSchema.parse((await client.get(`/api/annotations/${id}`)).json)
  }
  return { client, detailOf }
}

it('says in plain words what the rule does and what the lexicon knows', async () => {
  const { detailOf } = await explained()
  expect(await detailOf('African Union')).toMatchObject({
    explanation: expect.stringMatching(/^A name of an actor of the lexicon/),
    lexicon: expect.stringMatching(/^The lexicon has African Union: igo/),
  })
  expect(await detailOf('14')).toMatchObject({
    explanation: expect.stringMatching(/passive/),
    lexicon: 'In the lexicon of harm: “killed” for killed.',
  })
})

it('explains what the rule found, whatever a reviewer made of it', async () => {
  const { client, detailOf } = await explained()
  const { annotation } = await detailOf('14')
  const { id, start, end, fields } = annotation
  const correction = {
    annotation: id,
    seen: 0,
    verdict: 'correct',
    start,
    end,
    fields: { ...fields, effect: 'injured' },
  }
  await client.post('/api/decisions', { decisions: [correction] })
  expect(await detailOf('14')).toMatchObject({ lexicon: 'In the lexicon of harm: “killed” for killed.' })
})

it('makes nothing up for a rule that there no longer is', async () => {
  const { detailOf } = await explained()
  expect(await detailOf('14 farmers')).toMatchObject({ explanation: null })
})

it('lists the rules with their explanations and how far they can be trusted', async () => {
  const { client } = await explained()
  expect(rulesSchema.parse((await client.get('/api/rules')).json).rules).toMatchObject([
    {
      rule: 'actor.known-name',
      layer: 'actor',
      explanation: expect.any(String),
      counts: { pending: 1 },
      confidence: 0.8,
      likelihood: 0.8,
    },
    { rule: 'casualty.of-the-past', layer: 'casualty', explanation: null },
    { rule: 'casualty.passive-count', layer: 'casualty', explanation: expect.any(String) },
  ])
})

it('trusts a rule less when what it found was rejected or corrected', async () => {
  const { client, detailOf } = await explained()
  const { annotation } = await detailOf('14')
  const { id, start, end, fields } = annotation
  const correction = {
    annotation: id,
    seen: 0,
    verdict: 'correct',
    start,
    end,
    fields: { ...fields, effect: 'injured' },
  }
  await client.post('/api/decisions', { decisions: [correction] })
  const { rules } = rulesSchema.parse((await client.get('/api/rules')).json)
  const trust = rules.find(({ rule }) => rule === 'casualty.passive-count')
  expect(trust).toMatchObject({ confidence: 0.9, confirmed: 0 })
  expect(trust?.likelihood).toBeCloseTo((10 * 0.9 + 0) / (10 + 1))
})
