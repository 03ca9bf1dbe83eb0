import { describe, expect, it } from 'vitest'
import { firstFields } from '../../../src/annotate/page/screens/document/guesses.ts'
import { binsOf, paragraphAt, startsOf } from '../../../src/annotate/page/screens/document/minimap-bins.ts'
import {
  everything,
  inReadingOrder,
  isSameMention,
  isShown,
  neighbour,
  toggledIn,
} from '../../../src/annotate/page/screens/document/order.ts'
import { excerptOf } from '../../../src/annotate/page/screens/queue/excerpt.ts'
import { askedOf, filterOf, queryOf, toggled } from '../../../src/annotate/page/screens/queue/filter.ts'
import { queueQuerySchema } from '../../../src/annotate/server/schemas.ts'
import { layers } from '../../../src/model/index.ts'
import { actor } from './annotations.ts'

describe('reading order', () => {
  const at = (id: string, paragraph: number, start: number, end: number) =>
    actor({ id, start, end, places: [{ paragraph, start, end }] })

  it('is by place, the longest of those that begin together first', () => {
    const list = [at('d', 1, 0, 2), at('c', 0, 9, 12), at('b', 0, 4, 6), at('a', 0, 4, 17)]
    expect(list.sort(inReadingOrder).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('is stepped through past what does not fit', () => {
    const list = [1, 2, 3, 4]
    const isEven = (one: number) => one % 2 === 0
    expect(neighbour(list, 1, 1, isEven)).toBe(4)
    expect(neighbour(list, 1, -1, isEven)).toBeUndefined()
    expect(neighbour(list, -1, 1)).toBe(1)
    expect(neighbour(list, 4, -1)).toBe(4)
  })
})

describe('what is shown', () => {
  it('is chosen by layer, state and rule', () => {
    expect(isShown(actor(), everything)).toBe(true)
    expect(isShown(actor(), { ...everything, layers: toggledIn(everything.layers, 'actor') })).toBe(false)
    expect(isShown(actor(), { ...everything, states: toggledIn(everything.states, 'pending') })).toBe(false)
    expect(isShown(actor(), { ...everything, rule: 'actor.other' })).toBe(false)
  })
})

describe('the same mention', () => {
  it.each([
    ['in other white space and case', actor({ exact: 'african\nunion' }), true],
    ['of another name', actor({ fields: { name: 'AU', type: 'igo' } }), false],
    ['in other words', actor({ exact: 'AU' }), false],
  ])('%s', (_name, other, isSame) => {
    expect(isSameMention(actor(), other)).toBe(isSame)
  })
})

describe('the map of a document', () => {
  const starts = startsOf([{ text: 'x'.repeat(99) }, { text: 'x'.repeat(99) }])

  it('counts what begins in each stretch, by layer and whether it is decided', () => {
    const second = actor({ places: [{ paragraph: 1, start: 50, end: 60 }], state: 'rejected' })
    expect(binsOf([actor(), second, actor()], starts, 4)).toEqual([
      { layer: 'actor', bin: 0, pending: 2, decided: 0 },
      { layer: 'actor', bin: 3, pending: 0, decided: 1 },
    ])
  })

  it.each([
    [0, 0],
    [0.49, 0],
    [0.51, 1],
    [1, 1],
  ])('leads from %d of its height to paragraph %d', (share, paragraph) => {
    expect(paragraphAt(starts, share)).toBe(paragraph)
  })
})

describe('a new annotation begins with what its words say', () => {
  it.each([
    ['actor', 'AU', { name: 'African Union', type: 'igo' }],
    ['actor', 'Northern Front', { name: 'Northern Front', type: 'other' }],
    ['casualty', '1,200', { low: 1200, high: 1200, unit: 'people' }],
    ['casualty', '30 %', { low: 30, unit: 'percent' }],
    ['casualty', 'dozens', { low: null, high: null }],
    ['date', '2013-03-24', { start: '2013-03-24', end: '2013-03-24' }],
    ['date', 'late March', { start: '', end: '' }],
  ] as const)('%s “%s”', (layer, words, fields) => {
    const union = { id: 'African Union', name: 'African Union', type: 'igo' as const, aliases: ['AU'], names: [] }
    const actors = [{ ...union, mentions: 3, registered: false, known: true, version: 0 }]
    expect(firstFields(layer, words, actors)).toMatchObject(fields)
  })
})

describe('an excerpt', () => {
  const text = 'On that day the mission counted fourteen dead in the old market.'
  it('is cut between words', () => {
    expect(excerptOf(text, { start: 32, end: 40 }, 12)).toEqual({
      before: '… counted ',
      inside: 'fourteen',
      after: ' dead in …',
    })
  })

  it('is the whole text where that is short', () => {
    const { before, inside, after } = excerptOf(text, { start: 32, end: 40 }, 100)
    expect(before + inside + after).toBe(text)
  })
})

describe('the filter of the queue', () => {
  it.each([
    '',
    'layer=casualty%2Cwarning&state=pending%2Crejected&q=camp',
    'document=abc&rule=actor.alias&actor=African+Union&atLeast=0.25&atMost=0.9&order=reading',
  ])('%s is its own address', (query) => {
    const filter = filterOf(query)
    expect(filterOf(queryOf(filter))).toEqual(filter)
  })

  it('asks what the server understands', () => {
    const document = 'd'.repeat(64)
    const filter = filterOf(`document=${document}&layer=date&atLeast=0.25&q=x&state=accepted`)
    const asked = Object.fromEntries(Object.entries(askedOf(filter)).filter(([, value]) => value !== undefined))
    expect(queueQuerySchema.parse(asked)).toMatchObject({
      document,
      layer: ['date'],
      state: ['accepted'],
      atLeast: 0.25,
    })
  })

  it('passes over what makes no sense', () => {
    expect(filterOf('layer=club&state=&atLeast=x&order=odd')).toEqual(filterOf(''))
  })

  it('is never empty', () => {
    expect(toggled(['date'], 'date', layers)).toEqual(['date'])
    expect(toggled(['date'], 'actor', layers)).toEqual(['date', 'actor'])
    expect(toggled(layers, 'date', layers)).toEqual(['actor', 'casualty', 'warning'])
  })
})
