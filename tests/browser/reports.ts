import { join } from 'node:path'
import type { AnyAnnotation, Layer } from '../../src/model/index.ts'
import { openStore } from '../../src/store/index.ts'
import { temporaryFolder } from '../cli/tocsin.ts'
import { claimOf, extractionOf } from '../store/builder.ts'

/** A report with all four layers, a warning over an actor and a claim, and one actor named three times. */
export const report = [
  'The Northern Front took the town of Séré on 24 March 2013.',
  'The African Union warned that the Northern Front had killed at least 30 people near the river.',
  'In late 2013 the Northern Front was gone. A text may say <img src=x onerror="document.title=1"> and stay a text.',
].join('\n')

const words: readonly (readonly [Layer, string, Record<string, unknown>])[] = [
  ['actor', 'Northern Front', { name: 'Northern Front', type: 'armed-group' }],
  ['date', '24 March 2013', { start: '2013-03-24', end: '2013-03-24', edtf: '2013-03-24', basis: 'explicit' }],
  [
    'warning',
    'The African Union warned that the Northern Front had killed at least 30 people near the river.',
    { kind: 'explicit', trigger: 'warned', speaker: 'African Union', addressee: null, harm: 'killing', date: null },
  ],
  ['actor', 'African Union', { name: 'African Union', type: 'igo' }],
  ['casualty', '30', claimOf('30', '30', 30).fields as unknown as Record<string, unknown>],
  ['date', '2013 the', { start: '2013-01-01', end: '2013-12-31', edtf: '2013', basis: 'explicit' }],
]

/** A database with the report, to be served. */
export function reportDatabase(): string {
  const database = join(temporaryFolder(), 'report.db')
  const store = openStore(database, { mode: 'write' })
  const front = [...report.matchAll(/Northern Front/g)].slice(1).map(({ index }) => index)
  const found = words.map(([layer, exact, fields]) => annotation(layer, exact, fields, report.indexOf(exact)))
  const again = front.map((start) => annotation(...(words[0] ?? unreachable()), start))
  store.saveExtraction(extractionOf(report, [...found, ...again], { metadata: { title: 'Séré, 2013' } }))
  store.close()
  return database
}

function annotation(layer: Layer, exact: string, fields: Record<string, unknown>, start: number): AnyAnnotation {
  const end = start + exact.length
  return { layer, start, end, exact, fields, rule: `${layer}.test`, confidence: 0.8 } as unknown as AnyAnnotation
}

function unreachable(): never {
  throw new Error('the list of words is empty')
}

/** A table of so many figures in one paragraph that they are painted and have no elements of their own. */
export function crowdedDatabase(): string {
  const database = join(temporaryFolder(), 'crowded.db')
  const store = openStore(database, { mode: 'write' })
  const numbers = Array.from({ length: 150 }, (_, place) => String(1000 + place))
  const text = numbers.join(' and ')
  store.saveExtraction(
    extractionOf(
      text,
      numbers.map((number) => claimOf(text, number, Number(number))),
    ),
  )
  store.close()
  return database
}
