import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annotationsIn } from '../cases.ts'

const given = fc.constantFrom('Joseph', 'Maria', 'Samuel', 'Elisabeth', 'Ahmed')
const syllables = fc.constantFrom('ka', 'ndo', 'mbe', 'lu', 'wi', 'sso', 'ta', 'ro')
const surname = fc
  .array(syllables, { minLength: 3, maxLength: 4 })
  .map((parts) => parts.join(''))
  .map((word) => word.charAt(0).toUpperCase() + word.slice(1))

test('a person named in full once is the same person by the surname afterwards', () => {
  fc.assert(
    fc.property(given, surname, (first, last) => {
      const found = annotationsIn(`Colonel ${first} ${last} led the raid. ${last} denied it.`)
      const persons = found.flatMap((annotation) =>
        annotation.layer === 'actor' && annotation.fields.type === 'person' ? [annotation.fields.name] : [],
      )
      expect(persons).toEqual([`${first} ${last}`, `${first} ${last}`])
    }),
    { numRuns: 50 },
  )
})

test('spans of actors never overlap, begin with an article or end with a possessive', () => {
  const piece = fc.constantFrom(
    'the',
    'The',
    'UN',
    'Security',
    'Council',
    'of',
    'and',
    'France',
    'General',
    'Joseph',
    'Okello',
    ',',
    'said',
    "'s",
    'Muslim',
    'civilians',
    'Front',
    'for',
    'Unity',
    '(PFU)',
    'Army',
    'government',
    'in',
    'Chad',
    '.',
    'ex-',
    'Séléka',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const text = pieces.join(' ')
      const actors = annotationsIn(text).filter(({ layer }) => layer === 'actor')
      let end = 0
      for (const actor of actors) {
        const span = text.slice(actor.start, actor.end)
        expect(actor.start).toBeGreaterThanOrEqual(end)
        expect(span).not.toMatch(/^the |^\s|\s$|'s$|\($/i)
        end = actor.end
      }
    }),
    { numRuns: 100 },
  )
})
