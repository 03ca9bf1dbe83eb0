import { describe, expect, it } from 'vitest'
import { actorChangesSchema, actorDetailSchema, actorsSchema } from '../../../src/annotate/server/schemas.ts'
import { actorOf, extractionOf } from '../../store/builder.ts'
import { type Client, serving } from './client.ts'

const text = 'The African Union met.\nAU observers left.\nThe Afrikan Union agreed.\nThe Red Cross stayed.'

function namedActors() {
  return serving({
    fill: (store) => {
      const mentions = ['African Union', 'AU', 'Afrikan Union', 'Red Cross'].map((name) => actorOf(text, name))
      store.saveExtraction(extractionOf(text, mentions))
    },
  })
}

async function actorsOf(client: Client) {
  return actorsSchema.parse((await client.get('/api/actors')).json).actors
}

async function change(client: Client, ...changes: readonly (readonly [string, string, string, number])[]) {
  const answer = await client.post('/api/actors/changes', {
    changes: changes.map(([actor, change, value, seen]) => ({ actor, change, value, seen })),
  })
  return { status: answer.status, ...actorChangesSchema.parse(answer.json) }
}

describe('the register', () => {
  it('lists every actor that annotations name', async () => {
    const { client } = await namedActors()
    expect(await actorsOf(client)).toMatchObject([
      { id: 'AU', mentions: 1, registered: false, version: 0 },
      { id: 'African Union' },
      { id: 'Afrikan Union' },
      { id: 'Red Cross', type: 'igo' },
    ])
  })

  it('suggests likely duplicates, by spelling and abbreviation', async () => {
    const { client } = await namedActors()
    const { json } = await client.get('/api/actors/African%20Union')
    expect(actorDetailSchema.parse(json).similar.map(({ id }) => id)).toEqual(['Afrikan Union', 'AU'])
  })

  it('suggests pairs of them, but none that the lexicon has as two', async () => {
    const { client } = await serving({
      fill: (store) => {
        const names = 'Niger and Nigeria; Zarbu League and Zarbu Leage.'
        const mentions = ['Niger', 'Nigeria', 'Zarbu League', 'Zarbu Leage'].map((name) => actorOf(names, name))
        store.saveExtraction(extractionOf(names, mentions))
      },
    })
    const { actors, duplicates } = actorsSchema.parse((await client.get('/api/actors')).json)
    expect(duplicates.map(({ pair }) => pair.map(({ name }) => name).sort())).toEqual([['Zarbu Leage', 'Zarbu League']])
    expect(actors.filter(({ known }) => known).map(({ name }) => name)).toEqual(['Niger', 'Nigeria'])
    const { json } = await client.get('/api/actors/Niger')
    expect(actorDetailSchema.parse(json)).toMatchObject({ similar: [], lexicon: expect.stringContaining('a state') })
  })

  it('merges, and queue and mentions follow; splits again', async () => {
    const { client } = await namedActors()
    expect(
      await change(client, ['AU', 'merge', 'African Union', 0], ['Afrikan Union', 'merge', 'AU', 0]),
    ).toMatchObject({
      status: 200,
      outcome: 'decided',
      actors: [{ id: 'African Union', mentions: 3, names: ['AU', 'African Union', 'Afrikan Union'] }],
    })
    expect((await actorsOf(client)).map(({ id }) => id)).toEqual(['African Union', 'Red Cross'])
    expect((await client.get('/api/queue?actor=AU')).json).toMatchObject({ total: 3 })
    const { json } = await client.get('/api/actors/AU')
    const { merged, history } = actorDetailSchema.parse(json)
    expect(merged).toMatchObject([{ id: 'AU' }, { id: 'Afrikan Union' }])
    expect(history.map(({ actor, change }) => [actor, change])).toEqual([
      ['AU', 'merge'],
      ['Afrikan Union', 'merge'],
    ])
    expect((await change(client, ['AU', 'split', 'African Union', 1])).status).toBe(200)
    expect(await actorsOf(client)).toMatchObject([
      { id: 'AU', mentions: 2 },
      { id: 'African Union' },
      { id: 'Red Cross' },
    ])
  })

  it('renames, retypes and adds aliases, and takes any of it back', async () => {
    const { client } = await namedActors()
    const made = await change(
      client,
      ['Red Cross', 'name', 'International Committee of the Red Cross', 0],
      ['Red Cross', 'type', 'ngo', 0],
      ['Red Cross', 'alias', 'ICRC', 0],
    )
    const renamed = {
      id: 'Red Cross',
      name: 'International Committee of the Red Cross',
      type: 'ngo',
      aliases: ['ICRC'],
    }
    expect(made).toMatchObject({ status: 200, actors: [{ ...renamed, version: 3 }], version: 3 })
    for (const name of ['Red Cross', 'ICRC', renamed.name]) {
      expect((await client.get(`/api/actors/${encodeURIComponent(name)}`)).json).toMatchObject({ actor: renamed })
    }
    const taken = await change(client, ['Red Cross', 'withdraw', '1', 3], ['Red Cross', 'withdraw', '3', 3])
    expect(taken).toMatchObject({ actors: [{ name: 'Red Cross', type: 'ngo', aliases: [], version: 5 }] })
  })

  it('changes nothing where one of several changes cannot be made', async () => {
    const { client, store } = await namedActors()
    expect(await change(client, ['AU', 'alias', 'A.U.', 0], ['AU', 'type', 'club', 0])).toMatchObject({
      status: 422,
      outcome: 'refused',
      reason: expect.stringContaining('"club" is no type of actor'),
    })
    await change(client, ['AU', 'alias', 'A.U.', 0])
    expect(await change(client, ['AU', 'alias', 'OAU', 0])).toMatchObject({ status: 409, actors: [{ version: 1 }] })
    expect(store.status().decisions.link).toBe(1)
  })
})
