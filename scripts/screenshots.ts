import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { openStore, type Store } from '../src/store/index.ts'
import { launchBrowser } from '../tests/browser/chromium.ts'
import { startReview } from '../tests/cli/review.ts'
import { tocsin } from '../tests/cli/tocsin.ts'

/**
 * Takes a picture of every screen of the review page, light and dark, on the bundled reports with some decisions made, and
 * writes them to docs/screenshots/. Names of screens as arguments take only those; `--narrow` takes them as on a
 * telephone, into out/.
 */
const args = process.argv.slice(2)
const isNarrow = args.includes('--narrow')
const wanted = args.filter((arg) => !arg.startsWith('--'))
const target = fileURLToPath(new URL(isNarrow ? '../out/screenshots/' : '../docs/screenshots/', import.meta.url))

interface Screen {
  readonly name: string
  readonly path: (store: Store) => string
  /** What is done before the picture is taken. */
  readonly prepare?: (page: Page) => Promise<void>
}

const screens: readonly Screen[] = [
  { name: 'queue', path: () => '/queue' },
  { name: 'document', path: (store) => `/documents/${reportIn(store)}/${claimIn(store)}` },
  { name: 'keys', path: (store) => `/documents/${reportIn(store)}`, prepare: (page) => page.keyboard.press('?') },
  {
    name: 'overview',
    path: () => '/overview',
    prepare: (page) => page.locator('.timeline-plot').last().waitFor(),
  },
  { name: 'actors', path: () => '/actors/African%20Union' },
  { name: 'rules', path: () => '/rules/casualty.passive-count' },
  { name: 'agreement', path: () => '/agreement' },
]

const folder = mkdtempSync(join(tmpdir(), 'tocsin-screenshots-'))
const database = join(folder, 'demo.db')
const extracted = await tocsin(['demo', '--no-serve', '--quiet', '--db', database, '--out', join(folder, 'datasets')])
if (extracted.code !== 0) throw new Error(extracted.err)
const running = await startReview(['--reviewer', 'Ada', '--db', database, '--port', '0'])
const store = openStore(database, { mode: 'write' })
const server = await launchBrowser()
const browser = await chromium.connect(server.wsEndpoint())
try {
  review(store)
  mkdirSync(target, { recursive: true })
  for (const screen of screens.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    for (const scheme of ['light', 'dark'] as const) await take(browser, screen, scheme)
  }
} finally {
  await browser.close()
  await server.close()
  store.close()
  running.child.kill('SIGTERM')
  await running.ended
  rmSync(folder, { recursive: true, force: true })
}

async function take(browser: Browser, screen: Screen, colorScheme: 'light' | 'dark'): Promise<void> {
  const viewport = isNarrow ? { width: 360, height: 740 } : { width: 1280, height: 800 }
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce', locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(running.link.href)
  await page.goto(new URL(screen.path(store), running.link).href)
  await page.locator('main :is(h1, h2)').first().waitFor()
  await page.locator('main .loading').first().waitFor({ state: 'detached' })
  await screen.prepare?.(page)
  await page.evaluate('document.fonts.ready')
  // What is drawn when the browser is idle.
  await page.waitForTimeout(500)
  await page.screenshot({ path: join(target, `${screen.name}-${colorScheme}.png`) })
  await context.close()
}

/** Decisions as a reviewer's first hour leaves them, and two who coded a report without sight of each other. */
function review(store: Store): void {
  const ada = store.reviewBy({ reviewer: 'Ada', blind: false })
  const decidedAt = '2026-01-15T09:30:00Z'
  const bare = { start: null, end: null, fields: null, note: null, milliseconds: 2400 }
  const all = [...store.annotations()]
  const report = reportIn(store)
  const coded = all.filter(({ document }) => document.id === report)
  const others = all.filter(({ document }) => document.id !== report)
  ada.decide(
    others
      .filter((_, place) => place % 3 !== 0)
      .map(({ id }, place) => ({ ...bare, annotation: id, seen: 0, verdict: place % 9 === 4 ? 'reject' : 'accept' })),
    decidedAt,
  )
  for (const [place, reviewer] of ['Ben', 'Cyd'].entries()) {
    const blind = store.reviewBy({ reviewer, blind: true })
    const decisions = coded.slice(0, 60).map((annotation, index) => {
      const { id, start, end, fields } = annotation
      if (place === 1 && index % 11 === 5) return { ...bare, annotation: id, seen: 0, verdict: 'reject' as const }
      if (place === 1 && 'effect' in fields && index % 2 === 0) {
        const corrected = { ...fields, perpetrator: null, approx: true }
        return { ...bare, annotation: id, seen: 0, verdict: 'correct' as const, start, end, fields: corrected }
      }
      return { ...bare, annotation: id, seen: 0, verdict: 'accept' as const }
    })
    blind.decide(decisions, decidedAt)
  }
}

/** The report that most is found in. */
function reportIn(store: Store): string {
  const counts = new Map<string, number>()
  for (const { document } of store.annotations()) counts.set(document.id, (counts.get(document.id) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}

/** A casualty claim in it that nobody has decided on. */
function claimIn(store: Store): string {
  const claims = [...store.annotations({ layer: 'casualty', document: reportIn(store) })]
  return (claims.find(({ state }) => state === 'pending') ?? claims[0])?.id ?? ''
}
