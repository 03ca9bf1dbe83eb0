import { readFileSync, writeFileSync } from 'node:fs'
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
    for (const name of ['casualty_claims', 'warnings', 'dates', 'actor_mentions']) {
      expect(parse(readFileSync(join(folder, 'out', `${name}.csv`)), { columns: true })).toEqual([])
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
    await tocsin(['export', 'out', '--format', 'jsonl', '--db', db], { cwd: folder })
    const rows = linesOf(readFileSync(join(folder, 'out/casualty_claims.jsonl'), 'utf8'))
    expect(rows).toMatchObject([{ id: claim.id, state: 'accepted', reviewers: 'ana', low: 12, effect: 'killed' }])
  })

  test.each([
    ['--format', 'excel', /--format: .*csv/],
    ['--layer', 'place', /--layer: .*date/],
    ['--from', 'May', /--from: a day is YYYY-MM-DD/],
    ['--document', 'x', /--document: a document is named by its id/],
    ['--convention', 'mine', /--convention: .*acled/],
  ])('refuses %s %s and says what there is', async (option, value, message) => {
    const { folder, db } = await extracted()
    const run = await tocsin(['export', 'out', option, value, '--db', db], { cwd: folder })
    expect(run.code).toBe(2)
    expect(run.err).toMatch(message)
  })

  test('leaves a folder alone that holds anything else', async () => {
    const { folder, db } = await extracted()
    const run = await tocsin(['export', '.', '--db', db], { cwd: folder })
    expect(run.code).toBe(2)
    expect(run.err).toContain('name a new or an empty folder')
  })

  test('gives each claim its sentence and where it stands', async () => {
    const { folder, db } = await extracted()
    await tocsin(['export', 'out', '--include', 'pending', '--format', 'jsonl', '--db', db], { cwd: folder })
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
