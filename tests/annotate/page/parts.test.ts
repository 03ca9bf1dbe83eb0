import { describe, expect, it } from 'vitest'
import { addressOf, routeOf } from '../../../src/annotate/page/addresses.ts'
import { boundsWords, flawsIn, summaryOf, valueWords } from '../../../src/annotate/page/parts/fields.ts'
import { actorsLike } from '../../../src/annotate/page/parts/likeness.ts'
import { differencesOf, mergedChoice } from '../../../src/annotate/page/parts/merge.ts'
import { numberIn } from '../../../src/annotate/page/parts/numbers.ts'
import { durationWords, paceWords, waitingWords } from '../../../src/annotate/page/parts/words.ts'
import { Clock } from '../../../src/annotate/page/state/clock.ts'
import type { Conflict, WaitingDecision } from '../../../src/annotate/page/state/outbox.ts'
import { actor } from './annotations.ts'

describe('addresses', () => {
  it.each([
    ['/queue', { screen: 'queue', query: '' }],
    ['/queue?layer=date', { screen: 'queue', query: 'layer=date' }],
    ['/documents/abc', { screen: 'document', document: 'abc', annotation: null }],
    ['/documents/abc/def', { screen: 'document', document: 'abc', annotation: 'def' }],
    ['/annotations/def', { screen: 'annotation', annotation: 'def' }],
    ['/actors/African%20Union%2FAU', { screen: 'actors', actor: 'African Union/AU' }],
    ['/rules', { screen: 'rules', rule: null }],
    ['/overview', { screen: 'overview' }],
    ['/documents/a/b/c', { screen: 'nowhere', path: '/documents/a/b/c' }],
    ['/nothing', { screen: 'nowhere', path: '/nothing' }],
  ] as const)('%s', (address, route) => {
    expect(routeOf(address)).toEqual(route)
    expect(addressOf(route)).toBe(address)
  })

  it('the page itself is the queue', () => {
    expect(routeOf('/')).toEqual({ screen: 'queue', query: '' })
  })

  it('a broken one leads nowhere, not astray', () => {
    expect(routeOf('/actors/%E0%A4%A')).toEqual({ screen: 'actors', actor: '%E0%A4%A' })
  })
})

describe('fields', () => {
  it.each([
    ['date', { start: '2013-03', end: '2013-03-24', edtf: null, basis: 'explicit' }, ['start']],
    ['actor', { name: '', type: 'igo' }, ['name']],
    [
      'warning',
      { kind: 'risk', trigger: '', speaker: null, addressee: null, harm: 'killing', date: null },
      ['trigger'],
    ],
    [
      'warning',
      {
        kind: 'risk',
        trigger: 'x',
        speaker: null,
        addressee: null,
        harm: 'killing',
        date: { start: '', end: '2013-01-01' },
      },
      ['date'],
    ],
  ] as const)('of a %s that do not fit are named', (layer, values, names) => {
    expect(Object.keys(flawsIn(layer, values))).toEqual(names)
  })

  it.each([
    [{ low: 1000, high: null, approx: false, unit: 'people' }, '1,000 or more'],
    [{ low: null, high: 67, approx: false, unit: 'percent' }, 'up to 67 %'],
    [{ low: 3000, high: 6000, approx: false, unit: 'people' }, '3,000 to 6,000'],
    [{ low: 5, high: 5, approx: true, unit: 'people' }, 'about 5'],
    [{ low: null, high: null, approx: false, unit: 'people' }, 'uncounted'],
  ])('bounds are said: %o', (bounds, words) => {
    expect(boundsWords(bounds)).toBe(words)
  })

  it('values are said', () => {
    expect([null, true, 1200, { start: '2013-01-01', end: '2013-01-02' }, 'x'].map(valueWords)).toEqual([
      '–',
      'yes',
      '1,200',
      '2013-01-01 to 2013-01-02',
      'x',
    ])
    expect(summaryOf(actor())).toBe('African Union, igo')
  })

  it.each([
    ['', null],
    ['1,200', 1200],
    ['1 200', 1200],
    ['2.5', 2.5],
    ['many', 'many'],
  ])('a number that is typed: “%s”', (typed, value) => {
    expect(numberIn(typed)).toBe(value)
  })
})

describe('actors that fit what is typed', () => {
  const actors = ['African Union', 'Union of Farmers', 'Séléka', 'United Nations Mission'].map((name, place) => ({
    id: name,
    name,
    type: null,
    aliases: name === 'Séléka' ? ['Coalition'] : [],
    names: [],
    mentions: 10 - place,
    registered: false,
    known: true,
    version: 0,
  }))
  it.each([
    ['union', ['Union of Farmers', 'African Union', 'United Nations Mission']],
    ['sele', ['Séléka']],
    ['coal', ['Séléka']],
    ['unm', ['United Nations Mission', 'Union of Farmers']],
    ['afun', ['African Union']],
    ['xyz', []],
  ])('%s', (typed, names) => {
    expect(actorsLike(typed, actors, 5).map(({ name }) => name)).toEqual(names)
  })

  it('are the most mentioned where nothing is typed', () => {
    expect(actorsLike(' ', actors, 1).map(({ name }) => name)).toEqual(['African Union'])
  })
})

describe('a conflict', () => {
  const wanted: WaitingDecision = {
    annotation: actor().id,
    seen: 0,
    verdict: 'correct',
    start: 4,
    end: 11,
    fields: { name: 'AU', type: 'igo' },
    note: 'mine',
    milliseconds: null,
    shown: actor({
      start: 4,
      end: 11,
      exact: 'African',
      fields: { name: 'AU', type: 'igo' },
      places: [{ paragraph: 0, start: 4, end: 11 }],
    }),
  }
  const current = actor({ state: 'corrected', fields: { name: 'African Union', type: 'other' }, version: 5 })
  const conflict: Conflict = { mine: wanted, current }

  it('is about what the two made different', () => {
    expect(differencesOf(conflict)).toEqual(['span', 'name', 'type'])
  })

  it('is merged field by field', () => {
    const choice = mergedChoice(conflict, { span: 'mine', name: 'theirs', type: 'theirs' })
    expect(choice).toMatchObject({ verdict: 'correct', note: 'mine', annotation: { version: 5 } })
    expect(choice?.corrected).toMatchObject({ start: 4, end: 11, fields: { name: 'African Union', type: 'other' } })
    expect(mergedChoice(conflict, { name: 'mine' })?.corrected?.fields).toEqual({ name: 'AU', type: 'other' })
  })

  it('ends with theirs where nothing of mine is taken', () => {
    expect(mergedChoice(conflict, {})).toBeNull()
  })

  it('of verdicts is settled by one of them', () => {
    const rejection: Conflict = { mine: { ...wanted, verdict: 'reject', shown: null }, current }
    expect(differencesOf(rejection)).toEqual([])
    expect(mergedChoice(rejection, {})).toMatchObject({ verdict: 'reject', annotation: { version: 5 } })
  })
})

describe('the clock', () => {
  it('counts what is looked at, not while the page is hidden', () => {
    let now = 1000
    const clock = new Clock(() => now)
    expect(clock.looked()).toBeNull()
    clock.lookAt('a')
    now += 400
    clock.lookAt('a')
    clock.pause()
    now += 60_000
    clock.resume()
    now += 100
    expect(clock.looked()).toBe(500)
    clock.lookAt('b')
    expect(clock.looked()).toBe(0)
    now += 3_600_000
    expect(clock.looked()).toBeNull()
  })
})

describe('the status line says', () => {
  it.each([
    [waitingWords('online', 0), 'All saved'],
    [waitingWords('online', 2), 'Saving 2 decisions …'],
    [waitingWords('offline', 1), 'Offline: 1 decision waits and will be sent'],
    [waitingWords('offline', 0), 'Offline'],
    [paceWords(0, null), ''],
    [paceWords(1204, 2100), '1,204 decisions, 2.1 s each'],
    [durationWords(45_000), '45 s'],
    [durationWords(240_000), '4 min'],
  ])('%s', (words, expected) => {
    expect(words).toBe(expected)
  })
})
