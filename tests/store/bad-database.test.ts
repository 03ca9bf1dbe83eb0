import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openStore, StoreError } from '../../src/store/index.ts'
import { Store } from '../../src/store/store.ts'
import { claimOf, decision, extractionOf, inFolder, saveReport } from './builder.ts'

/** The error that an action throws. */
function errorOf(action: () => unknown): StoreError {
  try {
    action()
  } catch (error) {
    if (error instanceof StoreError) return error
    throw error
  }
  throw new Error('it should have thrown')
}

function makeDatabase(path: string): void {
  const store = openStore(path, { mode: 'write' })
  saveReport(store)
  store.close()
}

describe('a file that is no Tocsin database', () => {
  const contents: [string, Buffer | string][] = [
    ['a text file', 'Fourteen farmers were killed.\n'],
    ['a long text file', 'Fourteen farmers were killed.\n'.repeat(1000)],
    ['a file of noise', Buffer.from(Array.from({ length: 9000 }, (_byte, at) => (at * 7919) % 251))],
    ['a file with SQLite’s first words only', `SQLite format 3\0${'x'.repeat(5000)}`],
  ]

  for (const mode of ['read', 'write'] as const) {
    it.each(contents)(`is refused and left as it is, opened to ${mode}: %s`, (_name, content) =>
      inFolder((folder) => {
        const path = join(folder, 'report.db')
        writeFileSync(path, content)
        const error = errorOf(() => openStore(path, { mode }))
        expect(error.kind).toBe('not-a-database')
        expect(error.message).toContain(path)
        expect(error.remedy).toContain('--db')
        expect(readFileSync(path)).toEqual(Buffer.from(content))
      }),
    )

    it(`is refused and left as it is, opened to ${mode}: another program’s database`, () =>
      inFolder((folder) => {
        const path = join(folder, 'bookmarks.db')
        const other = new Database(path)
        other.exec('create table bookmarks (url)')
        other.close()
        const before = readFileSync(path)
        expect(errorOf(() => openStore(path, { mode })).message).toContain('another program')
        expect(readFileSync(path)).toEqual(before)
      }))

    it(`is refused, opened to ${mode}: a folder`, () =>
      inFolder((folder) => {
        const error = errorOf(() => openStore(folder, { mode }))
        expect(error.kind).toBe('not-a-database')
        expect(error.message).toContain('folder')
      }))

    it(`is refused, opened to ${mode}: a file below a file`, () =>
      inFolder((folder) => {
        writeFileSync(join(folder, 'file'), '')
        expect(errorOf(() => openStore(join(folder, 'file', 'test.db'), { mode })).kind).toBe('no-permission')
      }))

    it(`is refused, opened to ${mode}: a database of a newer program`, () =>
      inFolder((folder) => {
        const path = join(folder, 'test.db')
        makeDatabase(path)
        const newer = new Database(path)
        newer.pragma('user_version = 999')
        newer.close()
        const error = errorOf(() => openStore(path, { mode }))
        expect(error.kind).toBe('newer')
        expect(error.message).toContain('schema 999')
      }))
  }

  it('is refused, opened to read: an empty file, which writing makes a database', () =>
    inFolder((folder) => {
      const path = join(folder, 'test.db')
      writeFileSync(path, '')
      expect(errorOf(() => openStore(path, { mode: 'read' })).kind).toBe('not-a-database')
      makeDatabase(path)
      openStore(path, { mode: 'read' }).close()
    }))

  it('is refused, opened to read: a database of an older program, which writing brings up to date', () =>
    inFolder((folder) => {
      const path = join(folder, 'test.db')
      const older = new Database(path)
      older.pragma(`application_id = ${0x546f6373}`)
      older.close()
      expect(errorOf(() => openStore(path, { mode: 'read' })).kind).toBe('older')
      openStore(path, { mode: 'write' }).close()
      openStore(path, { mode: 'read' }).close()
    }))
})

describe('a database that is not there', () => {
  it('is refused to a reader, and not made', () =>
    inFolder((folder) => {
      const path = join(folder, 'none.db')
      expect(errorOf(() => openStore(path, { mode: 'read' })).kind).toBe('missing')
      expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined()
    }))

  it('is made for a writer, with its folders', () =>
    inFolder((folder) => {
      const path = join(folder, 'a', 'b', 'new.db')
      makeDatabase(path)
      expect(openStore(path, { mode: 'read' }).status().documents).toBe(1)
    }))
})

describe('a database in use', () => {
  it('by another process is refused when patience is over, and used when it is free again', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'test.db')
      makeDatabase(path)
      const holder = spawn(process.execPath, [
        '-e',
        `const database = new (require('better-sqlite3'))(process.argv[1])
         database.exec('begin exclusive')
         console.log('locked')
         setInterval(() => {}, 1000)`,
        path,
      ])
      await new Promise((resolve) => holder.stdout.once('data', resolve))
      const store = openStore(path, { mode: 'write', patience: 50 })
      const error = errorOf(() => saveReport(store))
      expect(error.kind).toBe('locked')
      expect(error.message).toContain('in use by another program')
      expect(store.status().runs.done).toBe(1)
      const exit = new Promise((resolve) => holder.once('exit', resolve))
      holder.kill()
      await exit
      saveReport(store)
      expect(store.status().runs.done).toBe(2)
      store.close()
    }))

  it('is waited for', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'test.db')
      makeDatabase(path)
      const holder = spawn(process.execPath, [
        '-e',
        `const database = new (require('better-sqlite3'))(process.argv[1])
         database.exec('begin exclusive')
         console.log('locked')
         setTimeout(() => database.close(), 300)`,
        path,
      ])
      await new Promise((resolve) => holder.stdout.once('data', resolve))
      const store = openStore(path, { mode: 'write' })
      saveReport(store)
      expect(store.status().runs.done).toBe(2)
      store.close()
    }))

  it('is locked as a whole before it has a schema: opening is refused', () =>
    inFolder((folder) => {
      const path = join(folder, 'test.db')
      const holder = new Database(path)
      holder.exec('begin exclusive')
      expect(errorOf(() => openStore(path, { mode: 'write', patience: 50 })).kind).toBe('locked')
      holder.close()
    }))

  it('is read while another writes, as it was before', () =>
    inFolder((folder) => {
      const path = join(folder, 'test.db')
      makeDatabase(path)
      const writer = new Database(path)
      writer.exec("begin immediate; insert into reviewers values ('Ada', '2026-01-01T10:00:00Z')")
      const reader = openStore(path, { mode: 'read', patience: 50 })
      expect(reader.status()).toMatchObject({ documents: 1, reviewers: [] })
      expect(reader.verify()).toEqual([])
      reader.close()
      writer.close()
    }))
})

describe('a database that cannot be written', () => {
  it('answers every writing call of a reader', () =>
    inFolder((folder) => {
      const path = join(folder, 'test.db')
      makeDatabase(path)
      const store = openStore(path, { mode: 'read' })
      const [annotation] = store.annotations()
      const failure = { path: 'a.txt', reason: 'empty', remedy: null, at: '2026-01-01T10:00:00Z' }
      for (const write of [
        () => saveReport(store),
        () => store.recordFailure(failure),
        () => store.decide(decision(annotation?.id ?? '')),
      ]) {
        const error = errorOf(write)
        expect(error.kind).toBe('read-only')
        expect(error.message).toContain(path)
      }
      store.close()
    }))

  // Permission bits do not stop root, under which tests may run; a mount that is read-only stops everybody.
  it('is refused on a read-only disk, where SQLite cannot even read what it wrote', (context) =>
    inFolder((folder) => {
      const path = join(folder, 'disk', 'test.db')
      mkdirSync(join(folder, 'disk'))
      const unmount = mount(join(folder, 'disk'), 'size=4m')
      if (unmount === undefined) return context.skip('mounting a disk needs root')
      try {
        makeDatabase(path)
        execFileSync('mount', ['-o', 'remount,ro', join(folder, 'disk')], { stdio: 'ignore' })
        for (const mode of ['read', 'write'] as const) {
          const error = errorOf(() => openStore(path, { mode }))
          expect(error.kind).toBe('read-only')
          expect(error.remedy).toContain('copy the database to a folder that is')
        }
        expect(errorOf(() => openStore(join(folder, 'disk', 'new', 'a.db'), { mode: 'write' })).kind).toBe(
          'no-permission',
        )
      } finally {
        unmount()
      }
    }))
})

describe('a full disk', () => {
  const large = (at: number) => `${at}: 14 farmers were killed. ${noise(at)}`

  /** Saves documents until the disk is full, then checks that all that was said to be saved is there, whole. */
  function fill(store: Store): number {
    let saved = 0
    const error = errorOf(() => {
      for (; saved < 1000; saved++) {
        const text = large(saved)
        store.saveExtraction(extractionOf(text, [claimOf(text, '14 farmers', 14)], { path: `${saved}.txt` }))
      }
    })
    expect(error.kind).toBe('disk-full')
    expect(error.remedy).toContain('Free some space')
    expect(saved).toBeGreaterThan(0)
    return saved
  }

  it('keeps what was saved, and goes on when there is space', () =>
    inFolder((folder) => {
      const path = join(folder, 'test.db')
      openStore(path, { mode: 'write' }).close()
      const connection = new Database(path)
      connection.pragma('max_page_count = 150')
      const store = new Store(connection, path)
      const saved = fill(store)
      expect(store.status()).toMatchObject({ documents: saved, runs: { done: saved } })
      expect(store.verify()).toEqual([])
      connection.pragma('max_page_count = 100000')
      saveReport(store)
      expect(store.status().documents).toBe(saved + 1)
      expect(store.verify()).toEqual([])
      store.close()
    }))

  it('keeps what was saved on a disk that is really full, and goes on when there is space', (context) =>
    inFolder((folder) => {
      const unmount = mount(folder, 'size=2m')
      if (unmount === undefined) return context.skip('mounting a disk needs root; the case above needs none')
      try {
        const ballast = join(folder, 'ballast')
        writeFileSync(ballast, Buffer.alloc(1_000_000))
        const path = join(folder, 'test.db')
        const full = openStore(path, { mode: 'write' })
        const saved = fill(full)
        expect(full.status().documents).toBe(saved)
        full.close()
        rmSync(ballast)
        const store = openStore(path, { mode: 'write' })
        expect(store.verify()).toEqual([])
        expect(store.status()).toMatchObject({ documents: saved, runs: { done: saved } })
        saveReport(store)
        expect(store.status().documents).toBe(saved + 1)
        store.close()
      } finally {
        unmount()
      }
    }))

  it('that has no space for a fresh database refuses it, and takes it when there is', (context) =>
    inFolder((folder) => {
      const unmount = mount(folder, 'size=400k')
      if (unmount === undefined) return context.skip('mounting a disk needs root')
      try {
        const ballast = join(folder, 'ballast')
        const path = join(folder, 'test.db')
        for (const room of [0, 20_000, 60_000, 100_000]) {
          writeFileSync(ballast, Buffer.alloc(400 * 1024 - room))
          expect(errorOf(() => openStore(path, { mode: 'write' })).kind, `with ${room} bytes free`).toBe('disk-full')
          rmSync(ballast)
        }
        makeDatabase(path)
      } finally {
        unmount()
      }
    }))
})

/** Text that does not compress away, the same every time. */
function noise(seed: number): string {
  let state = seed + 1
  return Array.from({ length: 4000 }, () => {
    state = (state * 48271) % 2147483647
    return state.toString(36)
  }).join(' ')
}

/** Mounts a disk in memory; `undefined` where that is not allowed. */
function mount(folder: string, options: string): (() => void) | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tocsin-test', folder], { stdio: 'ignore' })
    return () => execFileSync('umount', [folder], { stdio: 'ignore' })
  } catch {
    return undefined
  }
}
