import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PhraseAutomaton } from '../../../src/extract/analyse/phrases.ts'
import { tokenise } from '../../../src/extract/analyse/tokens.ts'

describe('phrases of several lexicons', () => {
  const automaton = new PhraseAutomaton()
  const places = automaton.declare<string>('places')
  const forces = automaton.declare<string>('forces')
  automaton.add(places, 'El Fasher', 'town')
  automaton.add(places, 'El', 'article')
  automaton.add(places, 'U.N.', 'organisation')
  automaton.add(forces, 'El Fasher joint force', 'force')
  automaton.add(forces, 'joint force', 'kind')
  automaton.add(forces, 'joint force', 'another kind')
  const scan = (text: string) => automaton.scan(tokenise(text))

  test('the longest phrase of a set wins at its place', () => {
    expect(scan('near El Fasher now').of(places)).toEqual([{ from: 1, to: 3, entry: 'town' }])
  })

  test('a phrase that does not go on leaves the shorter one', () => {
    expect(scan('El Geneina').of(places)).toEqual([{ from: 0, to: 1, entry: 'article' }])
  })

  test('sets do not hide each other, and one phrase may mean several things', () => {
    const hits = scan('El Fasher joint force')
    expect(hits.of(places)).toEqual([{ from: 0, to: 2, entry: 'town' }])
    expect(hits.of(forces)).toEqual([
      { from: 0, to: 4, entry: 'force' },
      { from: 2, to: 4, entry: 'kind' },
      { from: 2, to: 4, entry: 'another kind' },
    ])
  })

  test.each(['EL FASHER', 'él fasher', 'El  Fasher', 'El\nFasher'])('%j is the same phrase', (text) => {
    expect(scan(text).of(places)).toHaveLength(1)
  })

  test('an acronym matches with and without dots', () => {
    expect(scan('the UN').of(places)).toEqual([{ from: 1, to: 2, entry: 'organisation' }])
  })

  test('the phrase that begins at a token can be asked for', () => {
    const hits = scan('the joint force')
    expect(hits.at(forces, 1)).toEqual({ from: 1, to: 3, entry: 'kind' })
    expect(hits.at(forces, 0)).toBeUndefined()
  })

  test('a phrase without a word is refused, and the lexicon is named', () => {
    expect(() => automaton.add(places, '  ', 'nothing')).toThrow(
      'lexicon "places": a phrase must hold a word, got "  "',
    )
  })
})

describe('of any phrases and text', () => {
  const word = fc.constantFrom('a', 'b', 'c')
  const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))

  test('the hits are those that a naive search finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(phrase, { maxLength: 8 }), fc.array(word, { maxLength: 20 }), (phrases, words) => {
        const automaton = new PhraseAutomaton()
        const set = automaton.declare<string>('set')
        for (const text of phrases) automaton.add(set, text, text)
        const expected = words.flatMap((_, from) => {
          const rest = `${words.slice(from).join(' ')} `
          const longest = phrases.filter((text) => rest.startsWith(`${text} `)).sort((a, b) => b.length - a.length)[0]
          return longest === undefined ? [] : [{ from, to: from + longest.split(' ').length, entry: longest }]
        })
        expect(automaton.scan(tokenise(words.join(' '))).of(set)).toEqual(expected)
      }),
    )
  })
})
