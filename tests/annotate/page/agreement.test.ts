import { describe, expect, it } from 'vitest'
import { figureWords, strengthOf } from '../../../src/annotate/page/screens/agreement/figures.ts'
import { choiceOf, type Disagreement, differencesIn } from '../../../src/annotate/page/screens/agreement/sides.ts'
import type { ApiAnnotation } from '../../../src/annotate/server/schemas.ts'

const annotation: ApiAnnotation = {
  id: 'a'.repeat(64),
  document: 'b'.repeat(64),
  layer: 'actor',
  origin: 'rule',
  state: 'pending',
  start: 4,
  end: 17,
  exact: 'African Union',
  fields: { name: 'African Union', type: 'igo' },
  places: [{ paragraph: 0, start: 4, end: 17 }],
  machine: null,
  found: true,
  rule: 'actor.known-name',
  confidence: 0.9,
  decision: null,
  version: 7,
}
const { start, end, exact, places } = annotation
const past = { start: null, end: null, fields: null, note: null, withdrawn: null, stands: true, milliseconds: null }
const common = { ...past, decidedAt: '2026-01-02T09:00:00Z' }
const found = { start, end, exact, places, fields: annotation.fields }
const ngo = { ...found, end: 11, exact: 'African', fields: { name: 'African Union', type: 'ngo' } }
const ada = { ...common, version: 5, reviewer: 'Ada', verdict: 'accept' as const, made: found }
const ben = { ...common, version: 6, reviewer: 'Ben', verdict: 'correct' as const, made: ngo, note: 'see page 3' }
const cyd = { ...common, version: 7, reviewer: 'Cyd', verdict: 'reject' as const, made: null }
const disagreement: Disagreement = { annotation, decisions: [ada, ben, cyd], settled: false }

describe('a disagreement', () => {
  it('shows side by side only what differs', () => {
    expect(differencesIn(disagreement)).toEqual([
      { words: 'Verdict', found: 'found', said: ['accepted', 'corrected', 'rejected'] },
      { words: 'Text', found: 'African Union', said: ['African Union', 'African', '–'] },
      { words: 'Type', found: 'igo', said: ['igo', 'ngo', '–'] },
    ])
  })

  it('is about what was found, whatever holds by now', () => {
    const corrected: ApiAnnotation = { ...annotation, machine: found as never, fields: { name: 'AU', type: 'igo' } }
    expect(differencesIn({ ...disagreement, annotation: corrected }).map(({ words }) => words)).not.toContain('Name')
  })

  it('is settled as one of them would have it', () => {
    expect(choiceOf(annotation, ada)).toMatchObject({ verdict: 'accept' })
    expect(choiceOf(annotation, cyd)).toMatchObject({ verdict: 'reject' })
    expect(choiceOf(annotation, ben)).toMatchObject({
      verdict: 'correct',
      note: 'see page 3',
      corrected: { id: annotation.id, end: 11, exact: 'African', fields: { type: 'ngo' } },
    })
  })
})

it.each([
  [1, 'good', '1.00'],
  [0.8, 'good', '0.80'],
  [0.667, 'fair', '0.67'],
  [0.6, 'poor', '0.60'],
  [-0.2, 'poor', '-0.20'],
  [null, 'unknown', '–'],
])('an alpha of %s is %s', (alpha, strength, words) => {
  expect([strengthOf(alpha), figureWords(alpha)]).toEqual([strength, words])
})
