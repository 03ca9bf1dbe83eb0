import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { problemsOf, relocated, textPathOf } from '../../scripts/gold.ts'
import { readGold } from '../../src/evaluate/gold.ts'
import type { AnnotationRow } from '../../src/model/index.ts'

const texts = readdirSync('corpus').filter((name) => /\.(md|txt)$/.test(name) && name !== 'README.md')
const goldFiles = readdirSync('corpus/gold').map((name) => `corpus/gold/${name}`)

const sourcesSchema = z.array(
  z.strictObject({
    texts: z.array(z.string()).min(1),
    entries: z.array(
      z.strictObject({ figures: z.array(z.string()).min(1), about: z.string().min(1), stated: z.string().min(1) }),
    ),
  }),
)
const sources = sourcesSchema.parse(parse(readFileSync('corpus/sources.yaml', 'utf8')))

/** A figure may begin a sentence, stand in capitals or run over a line. */
function folded(words: string): string {
  return words.replace(/\s+/g, ' ').toLowerCase()
}

test('every text has gold, and every gold file a text', () => {
  expect(goldFiles.map((file) => basename(textPathOf(file))).sort()).toEqual([...texts].sort())
})

describe.each(goldFiles)('%s', (goldFile) => {
  const path = textPathOf(goldFile)
  const text = readFileSync(path, 'utf8')
  const rows = readGold(goldFile, text)

  test('follows the codebook, points at its words, is in order, overlaps nowhere', () => {
    expect(problemsOf(goldFile)).toEqual([])
  })

  test('marks nothing in the front matter', () => {
    const body = text.startsWith('---\n') ? text.indexOf('\n---\n', 4) + 5 : 0
    expect(rows.filter(({ start }) => start < body)).toEqual([])
  })

  test('has every layer, but for peaceful news, which has no harm and no warning of it', () => {
    const harmful = path === 'corpus/peace-2019-newswire.md' ? [] : ['casualty', 'warning']
    expect(new Set(rows.map(({ layer }) => layer))).toEqual(new Set(['date', 'actor', ...harmful]))
  })

  test('stands on a text of 600 to 1,200 words', () => {
    const words = text.match(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu)?.length ?? 0
    expect(words).toBeGreaterThanOrEqual(600)
    expect(words).toBeLessThanOrEqual(1200)
  })

  test('has no figure of people harmed without a public source', () => {
    const stated = sources
      .filter((source) => source.texts.includes(basename(path)))
      .flatMap(({ entries }) => entries.flatMap(({ figures }) => figures.map(folded)))
    const claims = rows.filter(({ layer }) => layer === 'casualty').map(({ exact }) => exact)
    expect(claims.filter((claim) => !stated.includes(folded(claim)))).toEqual([])
  })
})

test('the corpus has all four kinds of warning', () => {
  const kinds = goldFiles.flatMap((file) =>
    readGold(file, readFileSync(textPathOf(file), 'utf8')).flatMap((row) =>
      row.layer === 'warning' ? [row.fields.kind] : [],
    ),
  )
  expect(new Set(kinds)).toEqual(new Set(['incitement', 'explicit', 'risk', 'call']))
})

test('sources name figures that the texts hold', () => {
  const missing = sources.flatMap(({ texts: names, entries }) => {
    const words = folded(names.map((name) => readFileSync(`corpus/${name}`, 'utf8')).join(' '))
    return entries.flatMap(({ figures }) => figures.filter((figure) => !words.includes(folded(figure))))
  })
  expect(missing).toEqual([])
})

describe('relocating gold after an edit', () => {
  const before = 'Two died on 3 May. Two fled on 4 May.'
  const row = (exact: string, nth: number): AnnotationRow => {
    const start = nth === 1 ? before.indexOf(exact) : before.lastIndexOf(exact)
    const fields = { start: '2014-05-01', end: '2014-05-31', edtf: '2014-05', basis: 'context' } as const
    return { layer: 'date', start, end: start + exact.length, exact, fields }
  }
  const cases: [string, string, AnnotationRow[], (number | 'lost')[]][] = [
    ['a word before it', `Then ${before}`, [row('3 May', 1)], [17]],
    ['a sentence between', 'Two died on 3 May. It rained. Two fled on 4 May.', [row('Two', 1), row('Two', 2)], [0, 30]],
    ['sentences swapped', 'Two fled on 4 May. Two died on 3 May.', [row('Two', 1), row('Two', 2)], [19, 0]],
    ['its words gone', 'Two died. Two fled on 4 May.', [row('3 May', 1)], ['lost']],
  ]

  test.each(cases)('%s', (_, after, rows, expected) => {
    for (const [index, annotation] of rows.entries()) {
      const { rows: found, lost } = relocated([annotation], before, after)
      expect(found[0]?.start ?? 'lost').toBe(expected[index])
      expect(lost.length).toBe(expected[index] === 'lost' ? 1 : 0)
      for (const { start, end, exact } of found) expect(after.slice(start, end)).toBe(exact)
    }
  })
})
