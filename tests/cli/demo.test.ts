import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { startReview } from './review.ts'
import { root, temporaryFolder, tocsin } from './tocsin.ts'

const reports = readdirSync(join(root, 'corpus')).filter((file) => /\.(md|txt)$/.test(file) && file !== 'README.md')

describe('demo', () => {
  test('extracts the bundled corpus and says what it found and where it lies', async () => {
    const folder = temporaryFolder()
    const run = await tocsin(['demo', '--no-serve'], { cwd: folder })
    expect(run.code).toBe(0)
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

  test('keeps what was decided last time', async () => {
    const folder = temporaryFolder()
    const db = join(folder, 'db/demo.db')
    await tocsin(['demo', '--no-serve', '--quiet'], { cwd: folder })
    const store = openStore(db, { mode: 'write' })
    const annotation = [...store.annotations()][0]
    if (annotation === undefined) throw new Error('the demo finds annotations')
    const none = { start: null, end: null, fields: null, note: null }
    const decidedAt = '2024-01-01T00:00:00Z'
    store.decide({ annotation: annotation.id, reviewer: 'ana', verdict: 'reject', ...none, decidedAt, seen: 0 })
    store.close()
    expect((await tocsin(['demo', '--no-serve', '--quiet'], { cwd: folder })).code).toBe(0)
    const after = openStore(db, { mode: 'read' })
    expect([...after.annotations()].filter(({ state }) => state === 'rejected').map(({ id }) => id)).toEqual([
      annotation.id,
    ])
    after.close()
  })

  test('ends with the page open on what it extracted, until Ctrl-C', async () => {
    const folder = temporaryFolder()
    const paths = ['--db', join(folder, 'demo.db'), '--out', join(folder, 'out')]
    const running = await startReview([...paths, '--port', '0'], 'demo')
    onTestFinished(() => {
      running.child.kill('SIGKILL')
    })
    const signedIn = await fetch(running.link, { redirect: 'manual' })
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    const answer = await fetch(new URL('/api/documents', running.link), { headers: { cookie } })
    expect(await answer.json()).toMatchObject({ documents: { length: reports.length } })
    running.child.kill('SIGINT')
    expect(await running.ended).toBe(0)
  })
})
