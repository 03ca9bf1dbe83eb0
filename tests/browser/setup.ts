import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { tocsin } from '../cli/tocsin.ts'
import { launchBrowser } from './chromium.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the one browser of all files listens. */
    browser: string
    /** A database of the bundled reports, to be copied. */
    corpusDatabase: string
  }
}

/** One browser and one extraction of the bundled reports for all files. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-browser-'))
  const corpusDatabase = join(folder, 'corpus.db')
  const { code, err } = await tocsin(['extract', 'corpus/*-*.{md,txt}', '--quiet', '--db', corpusDatabase])
  if (code !== 0) throw new Error(`the bundled reports could not be extracted: ${err}`)
  const browser = await launchBrowser()
  project.provide('browser', browser.wsEndpoint())
  project.provide('corpusDatabase', corpusDatabase)
  return async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
