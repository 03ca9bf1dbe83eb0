import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import type { Explainer } from '../../extract/explain.ts'
import type { Sight, Store } from '../../store/index.ts'
import { apiOf } from './api.ts'
import { failureOf } from './failure.ts'
import { Feed } from './feed.ts'
import { type Address, addressOf, nameOf, refuseForeign, setSecurityHeaders } from './guard.ts'
import { builtPage, servePage } from './page.ts'
import { type Admission, newToken, type SignedIn, SignIn } from './sign-in.ts'

export interface ServeOptions {
  readonly store: Store
  /** Says why annotations were made; may come while the server is answering already. */
  readonly explainer: Promise<Explainer>
  /** The reviewer who sits at this machine, or `accounts`: each reviewer comes by the link of their account. */
  readonly reviewers: Sight | 'accounts'
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  /** What a proxy before it is asked for, `https://review.example.org`. */
  readonly origin: string | null
  /** The program's version. */
  readonly tocsin: string
  /** Where the built page is, unless in its usual place. */
  readonly page?: string
  /** How long a request may take to arrive, in milliseconds. */
  readonly patience?: number
}

/** A server that answers. */
export interface ReviewServer {
  /** What to open: with the token where the reviewer sits at this machine. */
  readonly link: string
  readonly port: number
  /** Finishes the requests at hand, closes the streams, and is then gone. The store stays open. */
  stop(): Promise<void>
}

/** How long requests at hand may take to finish when the server stops, in milliseconds. */
const grace = 5000

/**
 * Serves the review page and its API.
 *
 * @throws Error with the code of the system where the host and port can't be had (EADDRINUSE)
 */
export async function serveReview(options: ServeOptions): Promise<ReviewServer> {
  const { store, explainer, host, origin, tocsin, page = builtPage, patience = 30_000 } = options
  const token = newToken()
  const admission: Admission =
    options.reviewers === 'accounts' ? { kind: 'account' } : { kind: 'local', sight: options.reviewers, token }
  let address: Address = { hosts: new Set(), origins: new Set() }
  let cookie = ''
  const secure = origin?.startsWith('https:') ?? false
  const signIn = new SignIn({ store, admission, cookie: () => cookie, secure })
  const feed = new Feed(store)

  const app = new Hono<SignedIn>()
  app.onError(failureOf)
  app.use(setSecurityHeaders)
  app.use(refuseForeign(() => address))
  app.use(signIn.byLink)
  app.use('/api/*', signIn.required)
  app.route('/', apiOf({ store, feed, explainer, tocsin }))
  app.all('*', servePage(page))

  const server = createAdaptorServer({
    fetch: app.fetch,
    createServer,
    serverOptions: {
      requestTimeout: patience,
      headersTimeout: Math.min(patience, 10_000),
      connectionsCheckingInterval: Math.min(patience, 1000),
    },
  })
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(options.port, host, () => resolve())
    })
  } catch (error) {
    feed.close()
    throw error
  }
  const { port } = server.address() as AddressInfo
  address = addressOf(host, port, origin)
  cookie = `tocsin-${port}`
  const base = origin ?? `http://${nameOf(host)}:${port}`
  return {
    link: admission.kind === 'local' ? `${base}/?token=${token}` : `${base}/`,
    port,
    stop: () => {
      feed.close()
      return new Promise((resolve) => {
        const end = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), grace)
        server.close(() => {
          clearTimeout(end)
          resolve()
        })
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      })
    },
  }
}
