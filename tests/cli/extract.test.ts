import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { linesOf, program, temporaryFolder, tocsin } from './tocsin.ts'

const report = (day: number) =>
  `On ${day} May 2014 fighters killed at least 12 civilians in the market.\n\nThe United Nations warned of further massacres.\n`

/** A folder with reports and the database's path. */
function workplace(files: Record<string, string | Uint8Array>): { folder: string; db: string } {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'reports'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'reports', name), content)
  return { folder, db: join(folder, 'tocsin.db') }
}

describe('a batch', () => {
  test('is extracted, and passed over when nothing has changed', async () => {
    const { folder, db } = workplace({ 'a.txt': report(1), 'b.md': report(2) })
    const first = await tocsin(['extract', 'reports', '--db', db, '--json'], { cwd: folder })
    expect(first.code).toBe(0)
    expect(JSON.parse(first.out)).toMatchObject({ files: 2, extracted: 2, unchanged: 0, failed: 0 })
    const second = await tocsin(['extract', 'reports/a.txt', 'reports/*.md', '--db', db, '--json'], { cwd: folder })
    expect(JSON.parse(second.out)).toMatchObject({ files: 2, extracted: 0, unchanged: 2, failed: 0 })
    expect((await tocsin(['verify', '--db', db], { cwd: folder })).code).toBe(0)
  })

  test('goes on past bad files, names them, and its exit code tells', async () => {
    const { folder, db } = workplace({
      'binary.txt': new Uint8Array([0x25, 0x50, 0, 0, 1, 2, 3, 0xff]),
      'empty.txt': '',
      'frontmatter.md': '---\ntitle: [unclosed\n---\n\nText.\n',
      'good.txt': report(3),
      'sheet.xyz': 'unknown',
    })
    const bad = ['binary.txt', 'empty.txt', 'frontmatter.md', 'sheet.xyz'].map((name) => `reports/${name}`)
    const run = await tocsin(['extract', ...bad, 'reports/good.txt', 'nowhere.txt', '--db', db, '--json'], {
      cwd: folder,
    })
    expect(run.code).toBe(1)
    expect(JSON.parse(run.out)).toMatchObject({ files: 6, extracted: 1, failed: 5 })
    for (const name of [...bad, 'nowhere.txt']) expect(run.err).toContain(name)
    const status = JSON.parse((await tocsin(['status', '--db', db, '--json'], { cwd: folder })).out)
    expect(status.documents).toBe(1)
    expect(status.failures.map((failure: { path: string }) => failure.path).sort()).toEqual(
      [...bad, 'nowhere.txt'].sort(),
    )
    for (const failure of status.failures) expect(failure.remedy).toBeTruthy()
  })

  test('refuses a file of 200 MB at once', async () => {
    const { folder, db } = workplace({ 'good.txt': report(4) })
    const file = openSync(join(folder, 'reports/long.txt'), 'w')
    const chunk = Buffer.alloc(1 << 20, 'word ')
    for (let megabyte = 0; megabyte < 200; megabyte++) writeSync(file, chunk)
    closeSync(file)
    const run = await tocsin(['extract', 'reports', '--db', db, '--json'], { cwd: folder })
    expect(run.code).toBe(1)
    expect(JSON.parse(run.out)).toMatchObject({ extracted: 1, failed: 1 })
    expect(run.err).toMatch(/long\.txt: .*MiB/)
  })

  test('says nothing but errors when quiet', async () => {
    const { folder, db } = workplace({ 'good.txt': report(5), 'empty.txt': '' })
    const run = await tocsin(['extract', 'reports', '--db', db, '--quiet'], { cwd: folder })
    expect(run.out).toBe('')
    expect(run.err.trim().split('\n')).toHaveLength(1)
    expect(run.err).toContain('empty.txt')
  })

  test('clears a failure when the file is put right', async () => {
    const { folder, db } = workplace({ 'a.txt': '' })
    expect((await tocsin(['extract', 'reports', '--db', db], { cwd: folder })).code).toBe(1)
    writeFileSync(join(folder, 'reports/a.txt'), report(6))
    expect((await tocsin(['extract', 'reports', '--db', db], { cwd: folder })).code).toBe(0)
    expect(JSON.parse((await tocsin(['status', '--db', db, '--json'], { cwd: folder })).out).failures).toEqual([])
  })
})

describe('an interrupted batch', () => {
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => [`r${i}.txt`, `${report((i % 28) + 1)}No. ${i}.\n`]),
  )

  test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'by %s leaves a database that verifies and resumes',
    async (signal) => {
      const { folder, db } = workplace(many)
      const child = spawn(process.execPath, [program, 'extract', 'reports', '--db', db], { cwd: folder })
      let lines = 0
      const code = await new Promise<number | null>((resolve) => {
        child.stderr.on('data', (chunk: Buffer) => {
          lines += chunk.toString().split('\n').length - 1
          // Once only: a second interrupt would end the program at once.
          if (lines >= 20 && !child.killed) child.kill(signal)
        })
        child.on('close', resolve)
      })
      expect(code).toBe(signal === 'SIGKILL' ? null : 130)
      expect((await tocsin(['verify', '--db', db], { cwd: folder })).code).toBe(0)
      const resumed = await tocsin(['extract', 'reports', '--db', db, '--json'], { cwd: folder })
      const summary = JSON.parse(resumed.out)
      expect(summary.unchanged).toBeGreaterThanOrEqual(19)
      expect(summary.unchanged).toBeLessThan(300)
      expect(summary.unchanged + summary.extracted).toBe(300)
    },
  )
})

describe('a database that cannot be used', () => {
  test.each([
    ['is not SQLite', 'not a database at all, but long enough to look like a file of some kind'],
    ['is a folder', null],
  ])('%s', async (_, content) => {
    const { folder, db } = workplace({ 'good.txt': report(7) })
    if (content === null) mkdirSync(db)
    else writeFileSync(db, content)
    const run = await tocsin(['extract', 'reports', '--db', db], { cwd: folder })
    expect(run.code).toBe(3)
    expect(run.err).toContain(db)
    expect(run.err).not.toContain('    at ')
  })

  test.each(['status', 'verify'])('is missing for %s', async (command) => {
    const run = await tocsin([command, '--db', 'none.db'], { cwd: temporaryFolder() })
    expect(run.code).toBe(3)
    expect(run.err).toContain('none.db')
  })
})

describe('wrong usage', () => {
  test.each([
    [[]],
    [['extract']],
    [['tag']],
    [['dance']],
    [['extract', 'a.txt', '--colour', 'red']],
    [['export', 'out', '--include', 'everything']],
    [['tag', 'a.txt', '--lexicon', 'no-such-folder']],
  ])('%j exits with 2 and says why', async (args) => {
    const run = await tocsin(args, { cwd: temporaryFolder() })
    expect(run.code).toBe(2)
    expect(run.err).not.toBe('')
    expect(run.err).not.toContain('    at ')
  })
})

describe('tag', () => {
  test('prints rows whose document is the hash of the file', async () => {
    const { folder } = workplace({ 'a.txt': report(8) })
    const run = await tocsin(['tag', 'reports/a.txt'], { cwd: folder })
    expect(run.code).toBe(0)
    const rows = linesOf(run.out)
    expect(new Set(rows.map((row) => row.layer))).toEqual(new Set(['date', 'actor', 'casualty', 'warning']))
    for (const row of rows) {
      expect(row.document).toMatch(/^[0-9a-f]{64}$/)
      expect(report(8).slice(Number(row.start), Number(row.end))).toBe(row.exact)
    }
  })

  test('reads one text from standard input', async () => {
    const run = await tocsin(['tag', '-'], { input: report(9) })
    expect(linesOf(run.out).filter((row) => row.layer === 'date')).toHaveLength(1)
  })

  test('goes on past a file that cannot be read', async () => {
    const { folder } = workplace({ 'a.txt': report(10), 'b.txt': '' })
    const run = await tocsin(['tag', 'reports/b.txt', 'reports/a.txt'], { cwd: folder })
    expect(run.code).toBe(1)
    expect(run.err).toContain('b.txt')
    expect(linesOf(run.out).length).toBeGreaterThan(0)
  })

  test('--stream answers in input order, and bad lines by errors that name them', async () => {
    const input = [
      JSON.stringify({ id: 'one', text: report(11) }),
      '{"id": "broken"',
      JSON.stringify({
        id: 'two',
        text: 'On Tuesday soldiers shot 3 farmers dead.',
        published: '2014-05-08',
        title: 'Wire',
      }),
      JSON.stringify({ text: 'no id' }),
      '',
      JSON.stringify({ id: 'three', text: report(12), mediaType: 'text/markdown' }),
    ].join('\n')
    const run = await tocsin(['tag', '--stream'], { input })
    expect(run.code).toBe(1)
    expect(run.err.trim().split('\n')).toEqual([expect.stringContaining('line 2'), expect.stringContaining('line 4')])
    const documents = linesOf(run.out).map((row) => row.document)
    expect([...new Set(documents)]).toEqual(['one', 'two', 'three'])
  })

  test('ends quietly when nobody reads on', async () => {
    const { folder } = workplace(
      Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`r${i}.txt`, report(1).repeat(20)])),
    )
    const child = spawn(process.execPath, [program, 'tag', 'reports'], { cwd: folder })
    let err = ''
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString()
    })
    child.stdout.once('data', () => child.stdout.destroy())
    await new Promise((resolve) => child.on('close', resolve))
    expect(err).toBe('')
  })
})
