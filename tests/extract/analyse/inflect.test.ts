import { describe, expect, test } from 'vitest'
import { pluralOf, verbForms } from '../../../src/extract/analyse/inflect.ts'

describe('forms of verbs', () => {
  test.each([
    ['kill', 'kills', 'killed', 'killed', 'killing'],
    ['flee', 'flees', 'fled', 'fled', 'fleeing'],
    ['die', 'dies', 'died', 'died', 'dying'],
    ['drive out', 'drives out', 'drove out', 'driven out', 'driving out'],
    ['give', 'gives', 'gave', 'given', 'giving'],
    ['foretell', 'foretells', 'foretold', 'foretold', 'foretelling'],
    ['foresee', 'foresees', 'foresaw', 'foreseen', 'foreseeing'],
    ['shoot dead', 'shoots dead', 'shot dead', 'shot dead', 'shooting dead'],
    ['carry out', 'carries out', 'carried out', 'carried out', 'carrying out'],
  ])('%s', (base, third, past, participle, gerund) => {
    expect(verbForms(base)).toEqual({ base, third, past, participle, gerund })
  })

  test('given forms replace those that are worked out', () => {
    expect(verbForms('hang', { past: 'hanged', participle: 'hanged' })).toMatchObject({
      past: 'hanged',
      participle: 'hanged',
      gerund: 'hanging',
    })
  })
})

describe('plurals', () => {
  test.each([
    ['aid worker', 'aid workers'],
    ['woman', 'women'],
    ['militia', 'militias'],
    ['body', 'bodies'],
    ['child', 'children'],
  ])('%s, %s', (noun, plural) => {
    expect(pluralOf(noun)).toBe(plural)
  })
})
