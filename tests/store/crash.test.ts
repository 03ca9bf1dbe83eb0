import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { inFolder } from './builder.ts'

const script = fileURLToPath(new URL('writer.ts', import.meta.url))
const documents = 150

// Each case starts many processes, which a busy machine does slowly.
vi.setConfig({ testTimeout: 240_000 })

function startWriter(path: string, count = documents): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', script, path, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Runs a writer, kills it outright some milliseconds after it has said so many things, and gives what it said. */
async function killedAfter(path: string, lines: number, moments: number): Promise<string[]> {
  const writer = startWriter(path)
  const kill = () => setTimeout(() => writer.kill('SIGKILL'), moments)
  if (lines === 0) kill()
  let said = ''
  writer.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk
    if (lines > 0 && said.split('\n').length > lines) kill()
  })
  await once(writer, 'close')
  return said.split('\n').slice(0, -1)
}

// After how many lines, and how many milliseconds later, the writer is killed: before it could write, while it makes the
// schema or the first document, later.
const kills: [number, number][] = [
  [0, 200],
  [0, 350],
  [0, 450],
  [0, 550],
  [1, 0],
  [1, 1],
  [2, 3],
  [3, 0],
  [5, 2],
  [8, 7],
  [13, 0],
  [21, 1],
  [34, 11],
]

it('killed at any moment, the database opens, verifies, holds all that was said to be written, and goes on', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'test.db')
    let saved = 0
    let decided = 0
    for (const [lines, moments] of kills) {
      const said = await killedAfter(path, lines, moments)
      expect(said).not.toContain('finished')
      saved += said.filter((line) => line.startsWith('saved')).length
      decided += said.filter((line) => line.startsWith('decided')).length
      const store = openStore(path, { mode: 'write' })
      expect(store.verify()).toEqual([])
      const status = store.status()
      const held = [status.documents, status.decisions.link] as const
      // A killed writer may have written one thing more than it could say.
      expect(held[0]).toBeGreaterThanOrEqual(saved)
      expect(held[0]).toBeLessThanOrEqual(saved + 1)
      expect(held[1]).toBeGreaterThanOrEqual(decided)
      expect(held[1]).toBeLessThanOrEqual(held[0])
      expect(status.runs.done).toBe(status.documents)
      expect(status.paragraphs.body).toBe(200 * status.documents)
      ;[saved, decided] = held
      store.close()
    }
    const last = startWriter(path)
    await once(last, 'close')
    expect(last.exitCode).toBe(0)
    const store = openStore(path, { mode: 'read' })
    expect(store.status()).toMatchObject({ documents, decisions: { link: documents } })
    expect(store.verify()).toEqual([])
    store.close()
  }))

it('written by three processes from the first moment, the database is whole', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'test.db')
    const writers = [1, 2, 3].map(() => startWriter(path, 30))
    const exits = await Promise.all(writers.map((writer) => once(writer, 'close')))
    expect(exits.map(([code]) => code)).toEqual([0, 0, 0])
    const store = openStore(path, { mode: 'read' })
    expect(store.status()).toMatchObject({ documents: 30, decisions: { link: 30 } })
    expect(store.verify()).toEqual([])
    store.close()
  }))
