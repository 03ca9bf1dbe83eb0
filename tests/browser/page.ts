import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect, inject, onTestFinished } from 'vitest'
import { type Running, startReview } from '../cli/review.ts'
import { temporaryFolder } from '../cli/tocsin.ts'

const browser = chromium.connect(inject('browser'))

/** The built program at work on a database of its own, for as long as the test takes. */
export class Served {
  readonly database: string
  readonly #args: readonly string[]
  #running: Running

  private constructor(database: string, args: readonly string[], running: Running) {
    this.database = database
    this.#args = args
    this.#running = running
  }

  /**
   * Starts `tocsin review`.
   *
   * @param args what the command is given beside the database and the port
   * @param database to be served as it is; else a copy of the bundled reports as extracted
   */
  static async start(args: readonly string[] = ['--reviewer', 'Ada'], database = copyOfCorpus()): Promise<Served> {
    const running = await startReview([...args, '--db', database, '--port', '0'])
    const served = new Served(database, args, running)
    onTestFinished(() => served.kill())
    return served
  }

  get port(): number {
    return this.#running.port
  }

  /** Signs in whoever opens it, as the program printed it; without a token where there are accounts. */
  get link(): string {
    return this.#running.link.href
  }

  /** An address of the page, of its API too. */
  address(path: string): string {
    return new URL(path, this.#running.link.origin).href
  }

  /** As a power cut does. */
  async kill(): Promise<void> {
    this.#running.child.kill('SIGKILL')
    await this.#running.ended
  }

  /** On the same database and port. */
  async startAgain(): Promise<void> {
    this.#running = await startReview([...this.#args, '--db', this.database, '--port', String(this.port)])
  }
}

export interface Opening extends BrowserContextOptions {
  /** What is opened; the link of the server is the usual. */
  readonly link?: string
  /** What the test makes go wrong: console messages that these fit are no failure. */
  readonly expected?: readonly RegExp[]
}

/**
 * Opens a page in a browser profile of its own, for as long as the test takes. Whatever the console shows as an error,
 * what the content security policy blocks, and what is asked of any other server fails the test.
 */
export async function openPage(served: Served, { link, expected = [], ...options }: Opening = {}): Promise<Page> {
  const context = await (await browser).newContext({ reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  const troubles: string[] = []
  const note = (trouble: string) => {
    if (!expected.some((pattern) => pattern.test(trouble))) troubles.push(trouble)
  }
  context.on('console', (message) => {
    if (message.type() === 'error') note(`${message.text()} ${message.location().url}`)
  })
  context.on('weberror', (error) => note(String(error.error())))
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== served.address('').replace(/\/$/, '')) {
      note(`asked for ${request.url()}`)
    }
  })
  onTestFinished(async () => {
    await context.close()
    expect(troubles).toEqual([])
  })
  await page.goto(link ?? served.link)
  return page
}

function copyOfCorpus(): string {
  const database = join(temporaryFolder(), 'review.db')
  copyFileSync(inject('corpusDatabase'), database)
  return database
}
