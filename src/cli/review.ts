import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { z } from 'zod'
import { isLoopback, type ReviewServer, serveReview } from '../annotate/server/index.ts'
import type { Explainer } from '../extract/explain.ts'
import { openStore, type Store, StoreError } from '../store/index.ts'
import { type ExitCode, exitCodes, UsageError } from './exit.ts'
import { commonOptions, parseOptions } from './options.ts'
import { Output } from './output.ts'
import { tocsinVersion } from './version.ts'

/** What `tocsin review` takes. */
export const reviewOptions = commonOptions.extend({
  reviewer: z.string().trim().min(1, 'name who reviews').max(100).optional(),
  blind: z.boolean().default(false),
  accounts: z.boolean().default(false),
  port: z.coerce.number('must be a number').int().min(0).max(65_535),
  host: z.string().min(1),
  origin: z.url({ protocol: /^https?$/, error: 'must be an address such as https://review.example.org' }).optional(),
  open: z.boolean().default(true),
})
type ReviewOptions = z.infer<typeof reviewOptions>

/** `tocsin review`: serves the review page until it is stopped. */
export async function reviewCommand(given: unknown): Promise<ExitCode> {
  const options = parseOptions(reviewOptions, given)
  // Opening for writing would make a database, and there would be nothing in it to review.
  if (!existsSync(options.db)) throw new StoreError('missing', options.db)
  const store = openStore(options.db, { mode: 'write' })
  try {
    const output = new Output(options)
    await serveUntilStopped(store, options, ({ link, port }) =>
      output.result(linkWords(link), { link, port, database: options.db }),
    )
    return exitCodes.done
  } finally {
    store.close()
  }
}

/** How a link is shown to whoever started the program. */
export function linkWords(link: string): string {
  return `Review at ${link}\nStop with Ctrl-C; every decision is saved when it is made.`
}

/**
 * Serves the review page for a store until the program is told to stop.
 *
 * @param announce tells the user once it is served; then the browser is opened where somebody sits at a terminal
 * @throws UsageError where the host and port can't be had, or would let in people who can't be told apart
 */
export async function serveUntilStopped(
  store: Store,
  options: ReviewOptions,
  announce: (server: ReviewServer) => void,
): Promise<void> {
  const server = await start(store, options)
  announce(server)
  if (options.open && process.stdout.isTTY) openBrowser(server.link)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve())
  })
  await server.stop()
}

async function start(store: Store, options: ReviewOptions): Promise<ReviewServer> {
  const { host, port, blind, origin = null } = options
  const needsAccounts = options.accounts || origin !== null || !isLoopback(host)
  if (needsAccounts && store.accounts().length === 0) {
    throw new UsageError(
      'Reviewers from elsewhere sign in with accounts, and there are none: add one with "tocsin reviewers add NAME".',
    )
  }
  const reviewers = needsAccounts ? 'accounts' : { reviewer: options.reviewer ?? userInfo().username, blind }
  try {
    return await serveReview({ store, explainer: explainer(), reviewers, host, port, origin, tocsin: tocsinVersion })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const reason = reasons[code]
    if (reason === undefined) throw error
    throw new UsageError(`${host}:${port} ${reason}`)
  }
}

/** Lexicons take longer to load than the page does. */
async function explainer(): Promise<Explainer> {
  return (await import('../extract/explain.ts')).loadExplainer()
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use: name another port with --port, or --port 0 for any that is free.',
  EACCES: 'is not yours to use: name a port from 1024 on with --port.',
  EADDRNOTAVAIL: 'is no address of this machine: name one of its own with --host.',
  ENOTFOUND: 'cannot be found: name an address of this machine with --host.',
}

/** Opens a link in the user's browser where there is a screen; the link was printed, so that a failure does no harm. */
function openBrowser(link: string): void {
  const command = browserCommand(link)
  if (command === undefined) return
  const [program, ...args] = command
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}

function browserCommand(link: string): [string, ...string[]] | undefined {
  if (process.platform === 'darwin') return ['open', link]
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', link]
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return DISPLAY === undefined && WAYLAND_DISPLAY === undefined ? undefined : ['xdg-open', link]
}
