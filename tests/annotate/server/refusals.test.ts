import { mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../cli/tocsin.ts'
import { actorOf, extractionOf } from '../../store/builder.ts'
import { ask, serving, signIn, tokenOf } from './client.ts'

const nobody = 'f'.repeat(64)

/** A built page: an index and an asset. */
function builtPage(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'page/assets'), { recursive: true })
  writeFileSync(join(folder, 'page/index.html'), '<!doctype html><title>Tocsin</title>')
  writeFileSync(join(folder, 'page/assets/page-1f2e.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  return join(folder, 'page')
}

describe('signing in', () => {
  it('turns the token of the link into a cookie and takes it out of the address', async () => {
    const { server, port } = await serving()
    const answer = await ask(port, `/documents/1?token=${tokenOf(server)}&layer=date`)
    expect(answer).toMatchObject({ status: 303, headers: { location: '/documents/1?layer=date' } })
    const [cookie] = [answer.headers['set-cookie'] ?? ''].flat()
    expect(cookie).toMatch(
      new RegExp(`^tocsin-${port}=[\\w-]{43}; Max-Age=2592000; Path=/; HttpOnly; SameSite=Strict$`),
    )
    expect(cookie).not.toContain(tokenOf(server))
  })

  it('leads nowhere else', async () => {
    const { server, port } = await serving()
    const { headers } = await ask(port, `//example.org/?token=${tokenOf(server)}`)
    expect(headers.location).toBe('/example.org/')
  })

  it.each(['/api/session', '/api/documents', '/api/events', '/api/openapi.json', '/api/nothing'])(
    'is needed for %s',
    async (path) => {
      const { port } = await serving()
      expect(await ask(port, path)).toMatchObject({ status: 401, json: { error: { code: 'signed-out' } } })
      const headers = { cookie: `tocsin-${port}=wrong` }
      expect(await ask(port, path, { headers })).toMatchObject({ status: 401 })
    },
  )

  it('is refused with a wrong token, and guessing is slowed down', async () => {
    const { server, port, client } = await serving()
    for (let guess = 0; guess < 10; guess++) expect((await ask(port, `/?token=guess-${guess}`)).status).toBe(401)
    const slowed = { status: 429, headers: { 'retry-after': '60' } }
    expect(await ask(port, '/?token=one-more')).toMatchObject(slowed)
    expect(await ask(port, `/?token=${tokenOf(server)}`)).toMatchObject(slowed)
    expect(await client.get('/api/session')).toMatchObject({ status: 429 })
  })

  it('bears a page that keeps asking with a cookie that is no longer good', async () => {
    const { port, client } = await serving()
    const headers = { cookie: `tocsin-${port}=of-last-month` }
    for (let time = 0; time < 30; time++) expect((await ask(port, '/api/session', { headers })).status).toBe(401)
    expect((await client.get('/api/session')).status).toBe(200)
  })
})

describe('a request that a foreign page could have made', () => {
  it.each([
    ['another name for this address', { host: 'attacker.example:80' }],
    ['this address with another port', { host: '127.0.0.1:1' }],
    ['a name that begins like it', { host: '127.0.0.1.attacker.example' }],
  ])('is refused with %s', async (_name, headers) => {
    const { client } = await serving()
    for (const path of ['/', '/api/session']) {
      const answer = await client.get(path, { headers })
      expect(answer).toMatchObject({ status: 403, json: { error: { code: 'foreign-host' } } })
    }
  })

  it.each([
    ['a foreign origin', { origin: 'https://attacker.example' }],
    ['no origin of its own', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a browser that tells of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a browser that tells of another port', { 'sec-fetch-site': 'same-site' }],
  ])('is refused with %s', async (_name, headers) => {
    const { client, store } = await serving()
    const decision = { decisions: [{ annotation: nobody, seen: 0, verdict: 'accept' }] }
    const refused = { status: 403, json: { error: { code: 'foreign-origin' } } }
    expect(await client.post('/api/decisions', decision, headers)).toMatchObject(refused)
    expect(await client.get('/api/documents', { headers })).toMatchObject(refused)
    expect(store.status().decisions.link).toBe(0)
  })

  it('is refused with a body that a form can send', async () => {
    const { client } = await serving()
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const answer = await client.post('/api/decisions', '{"decisions":[]}', { 'content-type': type })
      expect(answer).toMatchObject({ status: 415, json: { error: { code: 'not-json' } } })
    }
  })

  it('is answered where it comes from the page itself', async () => {
    const { client, port } = await serving()
    for (const name of ['127.0.0.1', 'localhost']) {
      const headers = { host: `${name}:${port}`, origin: `http://${name}:${port}`, 'sec-fetch-site': 'same-origin' }
      expect((await client.get('/api/session', { headers })).status).toBe(200)
    }
  })
})

describe('a body', () => {
  it.each([
    ['is no JSON', '{"decisions":', 400, 'malformed', /JSON/],
    ['is empty', '', 400, 'malformed', /./],
    ['is no object', '[]', 400, 'malformed', /object/],
    ['decides nothing', '{"decisions":[]}', 400, 'malformed', /decisions/],
    [
      'misspells a field',
      `{"decisions":[{"annotation":"${nobody}","seen":0,"verdict":"accept","Note":"x"}]}`,
      400,
      'malformed',
      /Note/,
    ],
    [
      'has no version',
      `{"decisions":[{"annotation":"${nobody}","verdict":"accept"}]}`,
      400,
      'malformed',
      /decisions\.0\.seen/,
    ],
    [
      'has an unknown verdict',
      `{"decisions":[{"annotation":"${nobody}","seen":0,"verdict":"maybe"}]}`,
      400,
      'malformed',
      /decisions\.0\.verdict/,
    ],
    ['is too large', JSON.stringify({ decisions: 'x'.repeat(5_000_000) }), 413, 'too-large', /bytes/],
    ['is nested deeply', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400, 'malformed', /./],
  ])('that %s is refused', async (_name, body, status, code, message) => {
    const { client, store } = await serving()
    const answer = await client.post('/api/decisions', body)
    const error = { code, message: expect.stringMatching(message) }
    expect(answer).toMatchObject({ status, json: { error } })
    expect(store.status().decisions.link).toBe(0)
    expect((await client.get('/api/session')).status).toBe(200)
  })

  it('that does not say its length is still measured', async () => {
    const { client } = await serving()
    const headers = { 'transfer-encoding': 'chunked' }
    const answer = await client.post('/api/decisions', JSON.stringify({ decisions: 'x'.repeat(5_000_000) }), headers)
    expect(answer.status).toBe(413)
  })

  it('that does not come to its end is given up', async () => {
    const { port } = await serving({ patience: 300 })
    const slow = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1')
      let text = ''
      socket.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      socket.on('close', () => resolve(text)).on('error', reject)
      socket.write(`POST /api/decisions HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 10\r\n`)
    })
    expect(slow).toMatch(/^HTTP\/1\.1 408 /)
  })
})

describe('a query', () => {
  it.each([
    ['/api/queue?layer=dates', 'layer'],
    ['/api/queue?limit=0', 'limit'],
    ['/api/queue?limit=many', 'limit'],
    ['/api/queue?colour=red', 'colour'],
    ['/api/queue?document=..%2F..%2Fetc', 'document'],
    ['/api/queue?atLeast=2', 'atLeast'],
    ['/api/queue?cursor=bm9uc2Vuc2U', 'cursor'],
    ['/api/search', 'q'],
    ['/api/events?since=-1', 'since'],
    ['/api/disagreements?settled=perhaps', 'settled'],
  ])('%s is refused, naming %s', async (path, field) => {
    const { client } = await serving()
    const answer = await client.get(path)
    expect(answer).toMatchObject({ status: 400, json: { error: { code: 'malformed' } } })
    expect(answer.text).toContain(field)
  })
})

describe('a path', () => {
  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/assets/%00secret.txt',
    '/%',
  ])('%s leads to no file outside of the page', async (path) => {
    const { port } = await serving({ page: builtPage() })
    const answer = await ask(port, path)
    expect([200, 400, 404]).toContain(answer.status)
    expect(answer.text).not.toContain('secret')
  })

  it.each([
    ['GET', '/api/nothing', 'no-route'],
    ['GET', '/api/', 'no-route'],
    ['DELETE', '/api/documents', 'no-route'],
    ['GET', '/api/documents/../../etc/passwd', 'no-route'],
    ['GET', '/api/documents/nothing', 'no-document'],
    ['GET', `/api/annotations/${nobody}`, 'no-annotation'],
    ['GET', '/api/actors/nobody', 'no-actor'],
  ])('%s %s is answered with 404 in JSON', async (method, path, code) => {
    const { client } = await serving()
    const headers = { 'content-type': 'application/json' }
    const answer = await client.get(path, { method, headers })
    // A path that leads out of the API is the page's, which is not built.
    if (path.includes('..')) return expect(answer.text).not.toContain('root:')
    expect(answer).toMatchObject({ status: 404, json: { error: { code } } })
  })

  it('of the page is served with its caching, one of an application screen by the page itself', async () => {
    const { port } = await serving({ page: builtPage() })
    const index = { status: 200, text: expect.stringContaining('<title>'), headers: { 'cache-control': 'no-cache' } }
    expect(await ask(port, '/')).toMatchObject(index)
    expect(await ask(port, '/documents/1')).toMatchObject(index)
    const immutable = 'public, max-age=31536000, immutable'
    const type = 'text/javascript; charset=utf-8'
    expect(await ask(port, '/assets/page-1f2e.js')).toMatchObject({
      status: 200,
      headers: { 'content-type': type, 'cache-control': immutable },
    })
    expect((await ask(port, '/assets/page-0000.js')).status).toBe(404)
    expect((await ask(port, '/', { method: 'HEAD' })).status).toBe(200)
  })

  it('of a page that is not built says so', async () => {
    const { port } = await serving({ page: join(temporaryFolder(), 'none') })
    expect(await ask(port, '/')).toMatchObject({ status: 503, text: expect.stringContaining('npm run build') })
  })
})

describe('every answer', () => {
  it.each(['/', '/assets/page-1f2e.js', '/api/session', '/api/nothing', '/?token=wrong'])(
    'as of %s tells the browser to run only the page’s own files',
    async (path) => {
      const { client } = await serving({ page: builtPage() })
      const { headers } = await client.get(path)
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self'"),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
      })
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['content-security-policy']).not.toContain('unsafe')
      if (path.startsWith('/api')) expect(headers['cache-control']).toBe('no-store')
    },
  )

  it('gives script in a report as nothing but a JSON string', async () => {
    const script = '<img src=x onerror=alert(1)></script><script>alert(2)</script>'
    const { client, store } = await serving({
      fill: (store) => {
        store.saveExtraction(extractionOf(script, [actorOf(script, '<img', script)], { metadata: { title: script } }))
      },
    })
    const [document] = store.documents()
    const paths = [
      `/api/documents/${document?.id}`,
      '/api/documents',
      '/api/queue',
      '/api/actors',
      '/api/search?q=alert',
    ]
    for (const path of paths) {
      const answer = await client.get(path)
      expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } })
      expect(answer.text).toContain(JSON.stringify(script).slice(1, -1))
    }
    const reflected = await client.get(`/api/actors/${encodeURIComponent(script.replace('img', 'i'))}`)
    expect(reflected).toMatchObject({ status: 404, headers: { 'content-type': 'application/json' } })
  })
})

it('keeps a reviewer signed in with one server out of another’s session', async () => {
  const { server, port, client } = await serving()
  const other = await serving()
  const headers = { cookie: client.cookie.replace(String(port), String(other.port)) }
  expect((await ask(other.port, '/api/session', { headers })).status).toBe(401)
  expect((await (await signIn(port, tokenOf(server))).get('/api/session')).status).toBe(200)
})
