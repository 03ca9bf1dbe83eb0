import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { root, temporaryFolder, tocsin } from './tocsin.ts'

describe('demo', () => {
  test('extracts the bundled corpus and says what it found and where it lies', async () => {
    const folder = temporaryFolder()
    const run = await tocsin(['demo'], { cwd: folder })
    expect(run.code).toBe(0)
    const reports = readdirSync(join(root, 'corpus')).filter((file) => /\.(md|txt)$/.test(file) && file !== 'README.md')
    expect(run.out).toContain(`${reports.length} reports`)
    expect(run.out).toMatch(/Some casualty claims:\n {2}\S/)
    expect(run.out).toMatch(/Some warnings:\n {2}\S/)
    expect(run.out).toContain(join('db', 'demo.db'))
    expect(existsSync(join(folder, 'db/demo.db'))).toBe(true)
    expect(existsSync(join(folder, 'out/demo/casualty_claims.csv'))).toBe(true)
    const store = openStore(join(folder, 'db/demo.db'), { mode: 'read' })
    expect(store.documents()).toHaveLength(reports.length)
    store.close()
  })

  test('begins afresh, but never over decisions', async () => {
    const folder = temporaryFolder()
    const db = join(folder, 'db/demo.db')
    for (const _ of ['first', 'second']) expect((await tocsin(['demo', '--quiet'], { cwd: folder })).code).toBe(0)
    const store = openStore(db, { mode: 'write' })
    const annotation = [...store.annotations()][0]
    if (annotation === undefined) throw new Error('the demo finds annotations')
    const none = { start: null, end: null, fields: null, note: null }
    const decidedAt = '2024-01-01T00:00:00Z'
    store.decide({ annotation: annotation.id, reviewer: 'ana', verdict: 'reject', ...none, decidedAt, seen: 0 })
    store.close()
    const run = await tocsin(['demo'], { cwd: folder })
    expect(run.code).toBe(2)
    expect(run.err).toContain('1 decisions')
    expect(openStore(db, { mode: 'read' }).status().decisions.link).toBe(1)
  })
})
