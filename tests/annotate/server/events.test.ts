import { request } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type ApiEvent, eventSchema } from '../../../src/annotate/server/schemas.ts'
import { openStore } from '../../../src/store/index.ts'
import { claimOf, extractionOf, report } from '../../store/builder.ts'
import { type Client, serving, signIn, tokenOf } from './client.ts'

/** A page that listens. */
class Listener {
  readonly events: { id: string; event: ApiEvent }[] = []
  /** Whether the stream has ended. */
  ended = false
  #changed = () => {}
  #text = ''

  constructor(client: Client, path = '/api/events', headers: Record<string, string> = {}) {
    const sent = request(
      { host: '127.0.0.1', port: client.port, path, headers: { cookie: client.cookie, ...headers }, agent: false },
      (response) => {
        response.setEncoding('utf8').on('data', (chunk: string) => this.#read(chunk))
        response.on('close', () => {
          this.ended = true
          this.#changed()
        })
      },
    )
    sent.on('error', () => {})
    sent.end()
    onTestFinished(() => {
      sent.destroy()
    })
  }

  /** Waits until it holds. */
  async until(holds: (listener: Listener) => boolean): Promise<void> {
    while (!holds(this)) {
      await new Promise<void>((resolve) => {
        this.#changed = resolve
      })
    }
  }

  /** Connected: the server has sent how soon to connect again. */
  connected(): Promise<void> {
    return this.until(() => this.#greeted)
  }

  #greeted = false

  #read(chunk: string): void {
    this.#text += chunk
    const blocks = this.#text.split('\n\n')
    this.#text = blocks.pop() ?? ''
    for (const block of blocks) {
      if (block.startsWith('retry:')) this.#greeted = true
      const line = (name: string) => block.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1]
      const json = line('data')
      if (json === undefined) continue
      this.events.push({ id: line('id') ?? '', event: eventSchema.parse(JSON.parse(json)) })
    }
    this.#changed()
  }
}

describe('an open page', () => {
  it('learns what another one decided, and so do all', async () => {
    const { client, store, port, server } = await serving()
    const other = await signIn(port, tokenOf(server))
    const listeners = [new Listener(client), new Listener(other)]
    await Promise.all(listeners.map((listener) => listener.connected()))
    const [claim] = store.annotations({ layer: 'casualty' })
    await other.decide([claim?.id ?? '', 0, 'accept'])
    await Promise.all(listeners.map((listener) => listener.until(({ events }) => events.length > 0)))
    for (const { events } of listeners) {
      const annotations = [{ id: claim?.id, state: 'accepted', version: 1 }]
      expect(events).toMatchObject([{ id: '1.1', event: { kind: 'decisions', version: 1, annotations, gone: [] } }])
    }
  })

  it.each([
    ['the last event it got', '/api/events', { 'last-event-id': '1.1' }],
    ['the version that it fetched', '/api/events?since=1', {}],
  ])('that was away goes on from %s', async (_name, path, headers) => {
    const { client, store } = await serving()
    const [actor, claim] = [...store.annotations()].map(({ id }) => id)
    await client.decide([actor ?? '', 0, 'accept'])
    await client.decide([claim ?? '', 0, 'accept'])
    await client.decide([claim ?? '', 2, 'reject'])
    const listener = new Listener(client, path, headers)
    await listener.until(({ events }) => events.length > 0)
    expect(listener.events).toMatchObject([
      { id: '3.1', event: { version: 3, annotations: [{ id: claim, state: 'rejected', version: 3 }] } },
    ])
  })

  it('gets a thousand decisions in few events', async () => {
    const text = Array.from({ length: 1000 }, (_, place) => `${place + 1000} people fled.`).join('\n')
    const claims = Array.from({ length: 1000 }, (_, place) => claimOf(text, `${place + 1000}`, place + 1000))
    const { client, store } = await serving({ fill: (store) => store.saveExtraction(extractionOf(text, claims)) })
    const listener = new Listener(client)
    await listener.connected()
    const all = [...store.annotations()].map(({ id }) => [id, 0, 'accept'] as const)
    expect((await client.decide(...all)).status).toBe(200)
    await listener.until(({ events }) => events.at(-1)?.event.version === 1000)
    expect(listener.events.length).toBeLessThanOrEqual(3)
  })

  it('learns that an addition was withdrawn', async () => {
    const { client, store } = await serving()
    const [document] = store.documents()
    const start = report.indexOf('9')
    const { fields } = claimOf(report, '9', 9)
    await client.post('/api/annotations', { document: document?.id, layer: 'casualty', start, end: start + 1, fields })
    const [own] = [...store.annotations()].filter(({ origin }) => origin === 'reviewer')
    const listener = new Listener(client)
    await listener.connected()
    await client.decide([own?.id ?? '', 1, 'withdraw'])
    await listener.until(({ events }) => events.length > 0)
    expect(listener.events).toMatchObject([{ event: { annotations: [], gone: [own?.id] } }])
  })

  it('learns what another program decided, extracted and changed in the register', async () => {
    const { client, path } = await serving()
    const listener = new Listener(client)
    await listener.connected()
    const elsewhere = openStore(path, { mode: 'write' })
    const { document } = extractionOf(report, [])
    elsewhere.saveExtraction(extractionOf(report, [claimOf(report, '9', 9)], { version: 'rules-2' }))
    await listener.until(({ events }) => events.length > 0)
    expect(listener.events).toMatchObject([{ event: { kind: 'documents', documents: [document.id] } }])
    const change = { actor: 'African Union', change: 'alias' as const, value: 'AU', note: null, seen: 0 }
    elsewhere.changeRegister({ ...change, reviewer: 'Ben', decidedAt: '2026-01-02T09:00:00Z' })
    elsewhere.close()
    await listener.until(({ events }) => events.length > 1)
    expect(listener.events[1]).toMatchObject({ id: '1.2', event: { kind: 'actors', actors: ['African Union'] } })
  })

  it('is let go when the server stops', async () => {
    const { client, server } = await serving()
    const listener = new Listener(client)
    await listener.connected()
    await server.stop()
    await listener.until(({ ended }) => ended)
    expect(listener.ended).toBe(true)
  })
})
