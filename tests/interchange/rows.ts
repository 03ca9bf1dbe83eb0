import fc from 'fast-check'
import { type AnnotatedDocument, type Row, rowSchema } from '../../src/interchange/index.ts'
import {
  actorTypes,
  dateBases,
  effects,
  harms,
  layers,
  origins,
  type Span,
  states,
  warningKinds,
} from '../../src/model/index.ts'

/** Characters that formats trip over: their own marks, wide, joined and right-to-left ones, line breaks. */
const pieces = fc.constantFrom(
  ...['a', 'Bb', '7', ' ', '  ', '\n', '\r\n', '\t', '\f', '\u00A0', '.', ',', '"', "'", '\\', '|', '_', '*', '#', ';'],
  ...[
    '[1]',
    '->',
    '&amp;',
    '<b>',
    ']]>',
    '%',
    '\\n',
    'é',
    'e\u0301',
    '🕯',
    '👩🏽‍⚕️',
    '𐤀𐤁',
    'حلب',
    'עזה',
    '\u200F',
    '中',
    '\u2028',
  ],
)

export const texts = fc.array(pieces, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''))

const words = fc.array(pieces, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))
const perhaps = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const days = fc.record({ start: fc.constant('2014-05-03'), end: fc.constantFrom('2014-05-03', '2014-06-30') })

const fieldsBy = {
  date: fc.record({
    start: fc.constantFrom('2014-05-03', '-0044-03-15'),
    end: fc.constant('2014-06-30'),
    edtf: perhaps(words),
    basis: fc.constantFrom(...dateBases),
  }),
  actor: fc.record({ name: words, type: fc.constantFrom(...actorTypes) }),
  casualty: fc.record({
    low: perhaps(fc.integer({ min: 0, max: 1e9 })),
    high: perhaps(fc.constantFrom(0, 7, 12.5, 1e6)),
    approx: fc.boolean(),
    unit: fc.constantFrom('people', 'percent'),
    effect: fc.constantFrom(...effects),
    victims: perhaps(words),
    perpetrator: perhaps(words),
    place: perhaps(words),
    date: perhaps(days),
    source: perhaps(words),
  }),
  warning: fc.record({
    kind: fc.constantFrom(...warningKinds),
    trigger: words,
    speaker: perhaps(words),
    addressee: perhaps(words),
    harm: fc.constantFrom(...harms),
    date: perhaps(days),
  }),
} as const

function rowsOn(text: string): fc.Arbitrary<Row> {
  // Between characters, never inside one.
  const cuts = [0]
  for (const character of text) cuts.push((cuts.at(-1) ?? 0) + character.length)
  const ends = fc.uniqueArray(fc.constantFrom(...cuts), { minLength: 2, maxLength: 2 })
  return fc.constantFrom(...layers).chain((layer) =>
    fc
      .record({
        span: ends.map((two): Span => ({ start: Math.min(...two), end: Math.max(...two) })),
        fields: fieldsBy[layer] as fc.Arbitrary<object>,
        id: perhaps(fc.constantFrom('a'.repeat(64), 'b'.repeat(64))),
        rule: perhaps(fc.constant('casualty.passive-count')),
        confidence: perhaps(fc.constantFrom(0, 0.93, 1)),
        origin: fc.constantFrom(...origins),
        state: fc.constantFrom(...states),
        reviewer: perhaps(words),
        note: perhaps(words),
        decidedAt: perhaps(fc.constant('2026-01-02T09:00:00Z')),
      })
      .map(({ span, ...row }) => rowSchema.parse({ ...row, ...span, layer, exact: text.slice(span.start, span.end) })),
  )
}

/** A document with overlapping, nested, adjacent and equal annotations. */
export const annotatedDocuments = texts.chain((text) =>
  fc.array(rowsOn(text), { maxLength: 8 }).map(
    (rows): AnnotatedDocument => ({
      id: 'f'.repeat(64),
      name: 'report-ffffffff',
      title: 'A report',
      text,
      sentences: sentencesIn(text),
      rows,
    }),
  ),
)

/** Lines as sentences, words and marks as tokens. */
function sentencesIn(text: string): AnnotatedDocument['sentences'] {
  return [...text.matchAll(/[^\n\r\f]+/g)].flatMap((line) => {
    const tokens = [...line[0].matchAll(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu)].map((token) => {
      const start = line.index + token.index
      return { start, end: start + token[0].length }
    })
    const [first, last] = [tokens[0], tokens.at(-1)]
    return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end, tokens }]
  })
}
