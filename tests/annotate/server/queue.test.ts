import { describe, expect, it } from 'vitest'
import { type ApiAnnotation, queueSchema } from '../../../src/annotate/server/schemas.ts'
import { actorOf, claimOf, extractionOf } from '../../store/builder.ts'
import { type Client, serving } from './client.ts'

const first = 'The African Union said that 14 farmers were killed.\nAnother 30 died in Séguéla.'
const second = 'Observers of the African Union counted 250 dead.\nIn May 77 more were missing.'

/** Two reports with claims of two rules, one surer than the other. */
function twoReports() {
  return serving({
    fill: (store) => {
      const sure = (text: string, exact: string) => claimOf(text, exact, Number(exact), 'casualty.sure')
      const unsure = (text: string, exact: string) => ({
        ...claimOf(text, exact, Number(exact), 'casualty.unsure'),
        confidence: 0.3,
      })
      const title = (title: string) => ({ metadata: { title }, path: `${title}.txt` })
      store.saveExtraction(
        extractionOf(first, [actorOf(first, 'African Union'), sure(first, '14'), unsure(first, '30')], title('First')),
      )
      store.saveExtraction(
        extractionOf(
          second,
          [actorOf(second, 'African Union'), sure(second, '250'), unsure(second, '77')],
          title('Second'),
        ),
      )
    },
  })
}

async function queueOf(client: Client, query = '') {
  const { json } = await client.get(`/api/queue${query}`)
  return queueSchema.parse(json)
}

const quotes = (annotations: readonly ApiAnnotation[]) => annotations.map(({ exact }) => exact)

describe('the queue', () => {
  it('shows the least certain first', async () => {
    const { client } = await twoReports()
    const { annotations, total } = await queueOf(client)
    expect(annotations.map(({ confidence }) => confidence)).toEqual([0.3, 0.3, 0.8, 0.8, 0.9, 0.9])
    expect(total).toBe(6)
  })

  it('gives the paragraphs in which they stand, each once', async () => {
    const { client } = await twoReports()
    const { annotations, contexts } = await queueOf(client)
    expect(contexts.map(({ text }) => text).sort()).toEqual([...first.split('\n'), ...second.split('\n')].sort())
    for (const { document, exact, places } of annotations) {
      const [place] = places
      const context = contexts.find((one) => one.document === document && one.index === place?.paragraph)
      expect(context?.text.slice(place?.start, place?.end)).toBe(exact)
    }
  })

  it('learns from decisions which rules to doubt', async () => {
    const { client, store } = await twoReports()
    const sure = [...store.annotations()].filter(({ rule }) => rule === 'casualty.sure')
    await client.decide([sure[0]?.id ?? '', 0, 'reject'])
    const { annotations } = await queueOf(client, '?layer=casualty,actor')
    // (10 × 0.9 + 0) / (10 + 1) is more than 0.8 still, and no more 0.9.
    expect(annotations.at(-1)?.rule).toBe('casualty.sure')
    expect((await queueOf(client, '?atLeast=0.82')).annotations).toEqual([])
    expect((await queueOf(client, '?atLeast=0.81')).total).toBe(1)
  })

  it.each([
    ['?layer=actor', ['African Union', 'African Union']],
    ['?layer=date', []],
    ['?rule=casualty.unsure', ['30', '77']],
    ['?atMost=0.5', ['30', '77']],
    ['?actor=African+Union', ['African Union', 'African Union']],
    ['?q=seguela', ['30']],
    ['?q=%22in+may%22', ['77']],
    ['?q=africa', []],
    ['?q=AND+%22+NOT', []],
    ['?state=accepted', []],
    ['?state=pending,accepted&layer=casualty&q=union', ['14', '250']],
  ])('filtered by %s is %j', async (query, expected) => {
    const { client } = await twoReports()
    const { annotations, total } = await queueOf(client, query)
    expect(quotes(annotations).sort()).toEqual(expected)
    expect(total).toBe(expected.length)
  })

  it('of one document in reading order is as it is read', async () => {
    const { client, store } = await twoReports()
    const document = store.documents()[1]?.id
    expect(quotes((await queueOf(client, `?document=${document}&order=reading`)).annotations)).toEqual([
      'African Union',
      '250',
      '77',
    ])
  })

  it.each(['uncertain', 'reading'])('comes in pages, each annotation once, %s first', async (order) => {
    const { client } = await twoReports()
    const seen: string[] = []
    let cursor = ''
    for (;;) {
      const page = await queueOf(client, `?limit=2&order=${order}${cursor}`)
      seen.push(...page.annotations.map(({ id }) => id))
      expect(page.total).toBe(6)
      if (page.next === null) break
      cursor = `&cursor=${page.next}`
    }
    expect(seen).toHaveLength(6)
    expect(new Set(seen).size).toBe(6)
  })

  it('is shorter by what was decided', async () => {
    const { client } = await twoReports()
    const { annotations } = await queueOf(client)
    await client.decide([annotations[0]?.id ?? '', 0, 'accept'])
    expect((await queueOf(client)).total).toBe(5)
    expect((await queueOf(client, '?state=accepted')).annotations).toMatchObject([{ id: annotations[0]?.id }])
  })
})

describe('counts', () => {
  it('agree wherever they are shown', async () => {
    const { client, store } = await twoReports()
    const { annotations } = await queueOf(client)
    await client.decide([annotations[0]?.id ?? '', 0, 'accept'], [annotations[1]?.id ?? '', 0, 'reject'])
    const layers = store.status().annotations
    expect((await client.get('/api/overview')).json).toMatchObject({
      documents: 2,
      layers,
      byRule: [
        { rule: 'actor.test', confirmed: null },
        { rule: 'casualty.sure', confirmed: null },
        { rule: 'casualty.unsure', counts: { pending: 0, accepted: 1, rejected: 1 }, confirmed: 0.5 },
      ],
    })
    expect((await client.get('/api/documents')).json).toMatchObject({
      documents: [
        { metadata: { title: 'First' }, counts: { actor: { pending: 1 } } },
        { metadata: { title: 'Second' }, counts: { actor: { pending: 1 } } },
      ],
    })
  })
})
