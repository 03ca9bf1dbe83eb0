import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { linesOf, temporaryFolder, tocsin } from './tocsin.ts'

const text =
  'On 3 May 2014 fighters killed at least 12 civilians near "the bridge", and wounded 30.\n\nThe United Nations warned of genocide.\n'

/** A folder with a report that was extracted. */
async function extracted(): Promise<{ folder: string; db: string }> {
  const folder = temporaryFolder()
  const db = join(folder, 'tocsin.db')
  writeFileSync(join(folder, 'report.txt'), text)
  expect((await tocsin(['extract', 'report.txt', '--db', db], { cwd: folder })).code).toBe(0)
  return { folder, db }
}

describe('export', () => {
  test('leaves out what no reviewer decided on, and says so', async () => {
    const { folder, db } = await extracted()
    const run = await tocsin(['export', 'out', '--db', db], { cwd: folder })
    expect(run.code).toBe(0)
    expect(run.err).toMatch(/\d+ annotations that no reviewer decided on/)
    for (const file of readdirSync(join(folder, 'out'))) {
      expect(
        readFileSync(join(folder, 'out', file), 'utf8')
          .trim()
          .split('\n').length,
      ).toBe(1)
    }
  })

  test('writes what a reviewer confirmed', async () => {
    const { folder, db } = await extracted()
    const store = openStore(db, { mode: 'write' })
    const [claim] = [...store.annotations({ layer: 'casualty' })]
    if (claim === undefined) throw new Error('the report has a casualty claim')
    store.decide({
      annotation: claim.id,
      reviewer: 'ana',
      verdict: 'accept',
      start: null,
      end: null,
      fields: null,
      note: null,
      decidedAt: '2024-01-01T00:00:00Z',
      seen: claim.version,
    })
    store.close()
    await tocsin(['export', 'out', '--db', db], { cwd: folder })
    const rows = linesOf(readFileSync(join(folder, 'out/casualty_claims.jsonl'), 'utf8'))
    expect(rows).toMatchObject([{ id: claim.id, state: 'accepted', reviewer: 'ana', low: 12, effect: 'killed' }])
  })

  test('gives the same rows as CSV and as JSONL, and the same bytes each time', async () => {
    const { folder, db } = await extracted()
    await tocsin(['export', 'one', '--include', 'pending', '--db', db], { cwd: folder })
    await tocsin(['export', 'two', '--include', 'pending', '--db', db], { cwd: folder })
    const files = readdirSync(join(folder, 'one')).sort()
    expect(files).toEqual(
      ['actor_mentions', 'casualty_claims', 'dates', 'warnings'].flatMap((name) => [`${name}.csv`, `${name}.jsonl`]),
    )
    for (const file of files) {
      expect(readFileSync(join(folder, 'one', file))).toEqual(readFileSync(join(folder, 'two', file)))
    }
    for (const name of ['casualty_claims', 'warnings', 'dates', 'actor_mentions']) {
      const csv = parse(readFileSync(join(folder, 'one', `${name}.csv`)), { columns: true }) as Record<string, string>[]
      const jsonl = linesOf(readFileSync(join(folder, 'one', `${name}.jsonl`), 'utf8'))
      expect(csv.length).toBe(jsonl.length)
      expect(jsonl.length).toBeGreaterThan(0)
      const asText = (cell: unknown) => (cell === null ? '' : String(cell))
      expect(csv).toEqual(jsonl.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, asText(v)]))))
    }
  })

  test('gives each claim its sentence and where it stands', async () => {
    const { folder, db } = await extracted()
    await tocsin(['export', 'out', '--include', 'pending', '--db', db], { cwd: folder })
    const [claim] = linesOf(readFileSync(join(folder, 'out/casualty_claims.jsonl'), 'utf8'))
    expect(claim).toMatchObject({
      quote: 'at least 12',
      sentence: 'On 3 May 2014 fighters killed at least 12 civilians near "the bridge", and wounded 30.',
      start: text.indexOf('at least 12'),
      date_start: '2014-05-03',
      state: 'pending',
    })
  })
})
