import { describe, expect, it } from 'vitest'
import {
  type Deed,
  did,
  noDeeds,
  redoing,
  renamed,
  type Step,
  undoing,
  withoutFailed,
} from '../../../src/annotate/page/state/deeds.ts'
import { judgement } from '../../../src/annotate/page/state/judgement.ts'
import { actor } from './annotations.ts'

const step = (annotation: string): Step => ({
  kind: 'decision',
  annotation,
  verdict: 'accept',
  start: null,
  end: null,
  fields: null,
  note: null,
  before: actor(),
  after: null,
})
const deed = (words: string, ...annotations: readonly string[]): Deed => ({
  words,
  steps: annotations.map(step),
  parcels: [`${words}-parcel`],
})

describe('deeds', () => {
  it('are undone from the last, done again from the last undone, and forgotten where another way is taken', () => {
    const two = did(did(noDeeds, deed('one', 'a')), deed('two', 'b'))
    const undone = undoing(two)
    expect(undone?.deed.words).toBe('two')
    const again = undone && redoing(undone.deeds)
    expect(again?.deed.words).toBe('two')
    expect(again?.deeds(deed('two again', 'b')).done.map(({ words }) => words)).toEqual(['one', 'two again'])
    expect(undone && redoing(did(undone.deeds, deed('three', 'c')))).toBeUndefined()
    expect(undoing(noDeeds)).toBeUndefined()
  })

  it('are about the annotation that the server named', () => {
    const deeds = renamed(did(noDeeds, deed('added', 'stand-in')), new Map([['stand-in', 'named']]))
    expect(deeds.done[0]?.steps[0]?.annotation).toBe('named')
  })

  it('what the server did not do cannot be undone: it would take back an older decision', () => {
    const deeds = did(did(noDeeds, deed('old', 'a')), deed('both', 'a', 'b'))
    const left = withoutFailed(deeds, 'both-parcel', new Set(['a']))
    expect(left.done.map(({ words, steps }) => [words, steps.map(({ annotation }) => annotation)])).toEqual([
      ['old', ['a']],
      ['both', ['b']],
    ])
    expect(withoutFailed(deeds, 'both-parcel', new Set(['a', 'b'])).done.map(({ words }) => words)).toEqual(['old'])
  })
})

describe('to accept', () => {
  const by = (reviewer: string) => ({ reviewer, note: null, decidedAt: '2026-01-01T00:00:00Z' })
  it.each([
    ['what is undecided accepts it', actor(), 'accept'],
    ['what another accepted accepts it, too', actor({ state: 'accepted', decision: by('Ben') }), 'accept'],
    ['what one accepted is nothing', actor({ state: 'accepted', decision: by('Ada') }), undefined],
    ['what one rejected accepts it', actor({ state: 'rejected', decision: by('Ada') }), 'accept'],
    ['what another corrected corrects it alike', actor({ state: 'corrected', decision: by('Ben') }), 'correct'],
    ['what one corrected is nothing', actor({ state: 'corrected', decision: by('Ada') }), undefined],
  ])('%s', (_name, annotation, verdict) => {
    expect(judgement(annotation, 'accept', 'Ada')?.verdict).toBe(verdict)
  })
})
