import { expect, it } from 'vitest'
import { timelineSchema } from '../../../src/annotate/server/schemas.ts'
import type { AnyAnnotation } from '../../../src/model/index.ts'
import { claimOf, extractionOf } from '../../store/builder.ts'
import { serving } from './client.ts'

const text =
  'The envoy warned of killings. In May 14 farmers were killed, in April 9, and 3 at some time. 250 were not.'

function dated(exact: string, low: number, start: string, end = start): AnyAnnotation {
  const claim = claimOf(text, exact, low)
  if (claim.layer !== 'casualty') throw new Error('a claim is a casualty')
  return { ...claim, fields: { ...claim.fields, date: { start, end } } }
}

const warning: AnyAnnotation = {
  layer: 'warning',
  start: 0,
  end: 29,
  exact: text.slice(0, 29),
  fields: {
    kind: 'explicit',
    trigger: 'warned',
    speaker: 'envoy',
    addressee: null,
    harm: 'killing',
    date: { start: '2014-03-01', end: '2014-03-31' },
  },
  rule: 'warning.test',
  confidence: 0.5,
}

it('tells claims and warnings that have a date and are not rejected, the earliest first', async () => {
  const { client } = await serving({
    fill: (store) => {
      const claims = [dated('14', 14, '2014-05-02'), dated('9', 9, '2014-04-01', '2014-04-30'), claimOf(text, '3', 3)]
      store.saveExtraction(extractionOf(text, [...claims, dated('250', 250, '2014-01-01'), warning]))
    },
  })
  const { json } = await client.get('/api/timeline')
  const { claims, warnings } = timelineSchema.parse(json)
  expect(claims.map(({ exact }) => exact)).toEqual(['250', '9', '14'])
  expect(warnings).toMatchObject([{ exact: warning.exact, fields: { kind: 'explicit' }, state: 'pending' }])
  await client.decide([claims[0]?.id ?? '', 0, 'reject'])
  const after = timelineSchema.parse((await client.get('/api/timeline')).json)
  expect(after.claims.map(({ exact }) => exact)).toEqual(['9', '14'])
})
