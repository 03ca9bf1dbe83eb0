import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { table } from '../src/cli/output.ts'
import { openStore } from '../src/store/index.ts'
import { launchBrowser } from '../tests/browser/chromium.ts'
import { startReview } from '../tests/cli/review.ts'
import { tocsin } from '../tests/cli/tocsin.ts'
import { longReport } from './long-report.ts'
import { everyHighlightAnElement, watchDecisions } from './page-scripts.ts'

/**
 * The review page in a real browser, with a real server and database: from a key to the next annotation shown and saved,
 * on the bundled corpus and on a report of 500,000 characters with 20,000 annotations; and how that one opens and
 * scrolls, beside a page that renders every highlight as an element.
 *
 *   npm run bench:page
 */
const presses = 60
const rounds = 3
/** How many annotations of the largest document are undecided. */
const countPending = `fetch('/api/overview').then((answer) => answer.json())
  .then((overview) => Math.max(...overview.byDocument.map(({ counts }) => counts.pending)))`

const folder = mkdtempSync(join(tmpdir(), 'tocsin-bench-'))
const server = await launchBrowser()
const browser = await chromium.connect(server.wsEndpoint())
try {
  const demo = join(folder, 'demo.db')
  await tocsin(['extract', 'corpus/*-*.{md,txt}', '--quiet', '--db', demo])
  const long = join(folder, 'long.db')
  const store = openStore(long, { mode: 'write' })
  const report = longReport()
  store.saveExtraction(report)
  store.close()

  const onDemo = await serving(demo, async (page) => {
    await openLargest(page)
    return decisions(page)
  })
  const onLong = await serving(long, async (page) => {
    const opens = []
    for (let round = 0; round < rounds; round++) opens.push(await openLargest(page))
    return { open: middle(opens), frames: await scrolling(page), ...(await decisions(page)) }
  })
  const naive = await serving(long, async (page) => {
    const opens = []
    for (let round = 0; round < rounds; round++) {
      await page.goto(new URL('/nowhere', page.url()).href)
      await page.getByText('There is nothing here').waitFor()
      opens.push(await page.evaluate<number>(everyHighlightAnElement))
    }
    return { open: middle(opens), frames: await scrolling(page), ...(await decisions(page)) }
  })

  const row = (name: string, { shown, saved }: Decisions) => [name, ...spread(shown), ...spread(saved)]
  const machine = `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}`
  process.stdout.write(`Up to ${presses} decisions by one key each, milliseconds; ${machine}\n\n`)
  process.stdout.write(
    `${table([
      ['', 'next shown, median', '95 %', 'saved, median', '95 %'],
      row('bundled corpus', onDemo),
      row('long report', onLong),
      row('long report, every highlight an element', naive),
    ])}\n\n`,
  )
  const { text } = report.document
  process.stdout.write(`A report of ${text.length} characters with ${report.annotations.length} annotations\n\n`)
  const long1 = (name: string, { open, frames }: { open: number; frames: readonly number[] }) => [
    name,
    Math.round(open),
    ...spread(frames),
  ]
  process.stdout.write(
    `${table([
      ['', 'opens in ms', 'frame while scrolling, median', '95 %'],
      long1('as it is', onLong),
      long1('every highlight an element', naive),
    ])}\n`,
  )
} finally {
  await browser.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
}

/** Milliseconds from the key to the next annotation on the screen, and to its decision saved. */
interface Decisions {
  readonly shown: readonly number[]
  readonly saved: readonly number[]
}

/** Opens a page of its own on a database that is served for as long as it takes. */
async function serving<T>(database: string, measure: (page: Page) => Promise<T>): Promise<T> {
  const running = await startReview(['--reviewer', 'Ada', '--db', database, '--port', '0'])
  const context = await (browser as Browser).newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    await page.goto(running.link.href)
    await page.locator('.queue-row').first().waitFor()
    return await measure(page)
  } finally {
    await context.close()
    running.child.kill()
    await running.ended
  }
}

/** Opens the document with the most annotations; the time until the first of them is in focus and painted. */
async function openLargest(page: Page): Promise<number> {
  const id = await page.evaluate<string>(`fetch('/api/overview').then((answer) => answer.json()).then((overview) =>
    overview.byDocument.sort((a, b) => b.counts.pending - a.counts.pending)[0].document)`)
  await page.goto(new URL(`/documents/${id}`, page.url()).href, { waitUntil: 'commit' })
  return page.evaluate<number>(`new Promise((resolve) => {
    const look = () => document.querySelector('.text [data-current]') === null
      ? requestAnimationFrame(look)
      : requestAnimationFrame(() => resolve(performance.now()))
    look()
  })`)
}

/** Accepts one annotation after the other. */
async function decisions(page: Page): Promise<Decisions> {
  await page.waitForTimeout(1000)
  await page.evaluate(watchDecisions)
  const times: { shown: number; saved: number }[] = []
  const pending = await page.evaluate<number>(countPending)
  for (let press = 0; press < Math.min(presses, pending - 1); press++) {
    await page.evaluate('watchNext()')
    await page.keyboard.press('a')
    times.push(await page.evaluate<{ shown: number; saved: number }>('decision'))
  }
  return { shown: times.map(({ shown }) => shown), saved: times.map(({ saved }) => saved) }
}

/** Milliseconds between frames while the document is scrolled by most of a screen a frame. */
function scrolling(page: Page): Promise<number[]> {
  return page.evaluate<number[]>(`new Promise((resolve) => {
    const frames = []
    let before = performance.now()
    const scroll = () => {
      const now = performance.now()
      frames.push(now - before)
      before = now
      if (frames.length > 120) return resolve(frames.slice(1))
      scrollBy({ top: 500, behavior: 'instant' })
      requestAnimationFrame(scroll)
    }
    requestAnimationFrame(scroll)
  })`)
}

/** Median and 95th percentile. */
function spread(times: readonly number[]): [string, string] {
  return [middle(times).toFixed(1), at(times, 0.95).toFixed(1)]
}

function middle(times: readonly number[]): number {
  return at(times, 0.5)
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
