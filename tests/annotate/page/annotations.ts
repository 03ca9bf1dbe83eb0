import type { ApiAnnotation } from '../../../src/annotate/server/schemas.ts'

/** An actor that a rule found, undecided. */
export function actor(given: Partial<Extract<ApiAnnotation, { layer: 'actor' }>> = {}): ApiAnnotation {
  return {
    id: 'a'.repeat(64),
    document: 'd'.repeat(64),
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
    rule: 'actor.test',
    confidence: 0.8,
    decision: null,
    version: 0,
    ...given,
  }
}
