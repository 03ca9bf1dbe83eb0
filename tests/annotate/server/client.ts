import { request } from 'node:http'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type ReviewServer, serveReview } from '../../../src/annotate/server/index.ts'
import { loadExplainer } from '../../../src/extract/explain.ts'
import { openStore, type Store } from '../../../src/store/index.ts'
import { temporaryFolder } from '../../cli/tocsin.ts'
import { saveReport } from '../../store/builder.ts'

const explainer = Promise.resolve(loadExplainer())

/** What came back. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  /** The body where it is JSON. */
  readonly json: unknown
}

export interface Asking {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Asks over the wire, with whatever headers, which `fetch` would not let through. */
export function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => {
        const isJson = response.headers['content-type']?.startsWith('application/json') ?? false
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
          json: isJson ? JSON.parse(text) : undefined,
        })
      })
    })
    // A server that refuses a body may close while it is still being sent.
    sent.on('socket', (socket) => socket.on('error', reject))
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Somebody who is signed in. */
export class Client {
  readonly port: number
  readonly cookie: string

  constructor(port: number, cookie: string) {
    this.port = port
    this.cookie = cookie
  }

  get(path: string, asking: Asking = {}): Promise<Answer> {
    return ask(this.port, path, { ...asking, headers: { cookie: this.cookie, ...asking.headers } })
  }

  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return ask(this.port, path, {
      method: 'POST',
      headers: { cookie: this.cookie, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  }

  /** Decides on annotations: `[id, seen, verdict]`. */
  decide(...decisions: readonly (readonly [string, number, string])[]): Promise<Answer> {
    return this.post('/api/decisions', {
      decisions: decisions.map(([annotation, seen, verdict]) => ({ annotation, seen, verdict })),
    })
  }
}

/** Signs in by a link's token, as a browser does. */
export async function signIn(port: number, token: string): Promise<Client> {
  const { headers } = await ask(port, `/?token=${token}`)
  const cookie = [headers['set-cookie'] ?? ''].flat()[0]?.split(';')[0] ?? ''
  return new Client(port, cookie)
}

export function tokenOf({ link }: ReviewServer): string {
  return new URL(link).searchParams.get('token') ?? ''
}

export interface Serving {
  readonly server: ReviewServer
  readonly store: Store
  readonly path: string
  readonly port: number
  /** The reviewer who sits at this machine; where there are accounts, nobody. */
  readonly client: Client
}

/** A server over a database with the usual report, both gone after the test. */
export async function serving(
  options: Partial<Parameters<typeof serveReview>[0]> & { fill?: (store: Store) => void } = {},
): Promise<Serving> {
  const { fill = saveReport, ...rest } = options
  const path = join(temporaryFolder(), 'review.db')
  const store = openStore(path, { mode: 'write' })
  fill(store)
  const server = await serveReview({
    store,
    explainer,
    reviewers: { reviewer: 'Ada', blind: false },
    host: '127.0.0.1',
    port: 0,
    origin: null,
    tocsin: '0.1.0',
    ...rest,
  })
  onTestFinished(async () => {
    await server.stop()
    store.close()
  })
  return { server, store, path, port: server.port, client: await signIn(server.port, tokenOf(server)) }
}
