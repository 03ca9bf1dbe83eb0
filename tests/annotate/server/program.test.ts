import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openStore } from '../../../src/store/index.ts'
import { type Running, startReview } from '../../cli/review.ts'
import { temporaryFolder, tocsin } from '../../cli/tocsin.ts'
import { claimOf, extractionOf, saveReport } from '../../store/builder.ts'
import { ask, Client, signIn } from './client.ts'

/** A database file with a report in which a thousand people are counted one by one. */
function manyClaims(): string {
  const path = join(temporaryFolder(), 'review.db')
  const text = Array.from({ length: 1000 }, (_, place) => `${place + 1000} people fled.`).join('\n')
  const claims = Array.from({ length: 1000 }, (_, place) => claimOf(text, `${place + 1000}`, place + 1000))
  const store = openStore(path, { mode: 'write' })
  store.saveExtraction(extractionOf(text, claims))
  store.close()
  return path
}

/** Runs `tocsin review` as a user does, for as long as the test takes. */
async function review(...args: readonly string[]): Promise<Running> {
  const running = await startReview(args)
  onTestFinished(() => {
    running.child.kill('SIGKILL')
  })
  return running
}

const clientOf = ({ port, link }: Running) => signIn(port, link.searchParams.get('token') ?? '')

describe('tocsin review', () => {
  it('that is killed in the middle has kept every decision it acknowledged, and its reviewer signed in', async () => {
    const path = manyClaims()
    const running = await review('--db', path, '--port', '0', '--reviewer', 'Ada')
    const client = await clientOf(running)
    const { json } = await client.get('/api/queue?limit=500')
    const ids = (json as { annotations: { id: string }[] }).annotations.map(({ id }) => id)
    const acknowledged: string[] = []
    const write = async (start: number) => {
      for (let place = start; place < ids.length; place += 4) {
        const id = ids[place] ?? ''
        const { status } = await client.decide([id, 0, 'accept'])
        if (status === 200) acknowledged.push(id)
        if (acknowledged.length === 40) running.child.kill('SIGKILL')
      }
    }
    await Promise.allSettled([0, 1, 2, 3].map(write))
    await running.ended
    expect(acknowledged.length).toBeGreaterThanOrEqual(40)
    expect(acknowledged.length).toBeLessThan(ids.length)

    const again = await review('--db', path, '--port', String(running.port), '--reviewer', 'Ada')
    const back = new Client(again.port, client.cookie)
    const accepted = await back.get('/api/queue?state=accepted&limit=500')
    expect(accepted.status).toBe(200)
    const kept = (accepted.json as { annotations: { id: string }[] }).annotations.map(({ id }) => id)
    expect(kept).toEqual(expect.arrayContaining(acknowledged))
    const store = openStore(path, { mode: 'read' })
    onTestFinished(() => store.close())
    expect(store.verify()).toEqual([])
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('ends well on %s, with a page still open', async (signal) => {
    const running = await review('--db', manyClaims(), '--port', '0')
    const client = await clientOf(running)
    const stream = client.get('/api/events')
    await client.get('/api/session')
    running.child.kill(signal)
    expect(await running.ended).toBe(0)
    expect((await stream).status).toBe(200)
  })

  it('names the reviewer, by default as the system does', async () => {
    const path = manyClaims()
    const named = await review('--db', path, '--port', '0', '--reviewer', 'Ada Lovelace')
    expect((await (await clientOf(named)).get('/api/session')).json).toMatchObject({ reviewer: 'Ada Lovelace' })
    const unnamed = await review('--db', path, '--port', '0')
    const { json } = await (await clientOf(unnamed)).get('/api/session')
    expect((json as { reviewer: string }).reviewer).not.toBe('')
  })

  it('says so where the port is in use', async () => {
    const taken = createServer()
    onTestFinished(() => {
      taken.close()
    })
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const run = await tocsin(['review', '--no-open', '--db', manyClaims(), '--port', port])
    expect(run).toMatchObject({ code: 2, err: expect.stringContaining('is in use: name another port') })
  })

  it('makes no database', async () => {
    const path = join(temporaryFolder(), 'none.db')
    expect(await tocsin(['review', '--no-open', '--db', path])).toMatchObject({ code: 3 })
    expect(existsSync(path)).toBe(false)
  })

  it.each([['--host', '0.0.0.0'], ['--origin', 'https://review.example.org'], ['--accounts']])(
    'lets nobody in from elsewhere without accounts: %s %s',
    async (...args) => {
      const run = await tocsin(['review', '--no-open', '--port', '0', '--db', manyClaims(), ...args])
      expect(run).toMatchObject({ code: 2, err: expect.stringContaining('tocsin reviewers add NAME') })
    },
  )

  it.each([
    [['--port', 'many'], '--port'],
    [['--port', '70000'], '--port'],
    [['--reviewer', ' '], '--reviewer'],
    [['--origin', 'review.example.org'], '--origin'],
  ])('refuses %j', async (args, option) => {
    const run = await tocsin(['review', '--no-open', '--db', manyClaims(), ...args])
    expect(run).toMatchObject({ code: 2, err: expect.stringContaining(option) })
  })
})

describe('tocsin reviewers', () => {
  function report(): string {
    const path = join(temporaryFolder(), 'review.db')
    const store = openStore(path, { mode: 'write' })
    saveReport(store)
    store.close()
    return path
  }

  const tokenIn = (out: string) => (JSON.parse(out) as { token: string }).token

  it('adds an account whose token is shown once and not stored, and takes it away again', async () => {
    const path = report()
    const { out } = await tocsin(['reviewers', 'add', 'Ada', '--blind', '--json', '--db', path])
    const token = tokenIn(out)
    expect(token).toMatch(/^[\w-]{43}$/)
    const files = [path, `${path}-wal`].filter((file) => existsSync(file))
    for (const file of files) expect(readFileSync(file).includes(token)).toBe(false)
    const listed = await tocsin(['reviewers', 'list', '--json', '--db', path])
    expect(JSON.parse(listed.out)).toMatchObject({ accounts: [{ reviewer: 'Ada', blind: true }] })

    const running = await review('--db', path, '--port', '0', '--accounts')
    expect(running.link.search).toBe('')
    const client = await signIn(running.port, token)
    expect((await client.get('/api/session')).json).toMatchObject({ reviewer: 'Ada', blind: true })
    expect((await tocsin(['reviewers', 'remove', 'Ada', '--db', path])).code).toBe(0)
    expect((await client.get('/api/session')).status).toBe(401)
    expect((await ask(running.port, `/?token=${token}`)).status).toBe(401)
  })

  it.each([
    ['a name that has an account', ['add', 'Ada'], 'remove it and add it again'],
    ['no name', ['add', ' '], 'needs a name'],
    ['a name with control characters', ['add', 'A\tB'], 'control characters'],
    ['removing who has none', ['remove', 'Ben'], 'no account for Ben'],
  ])('refuses %s', async (_name, args, message) => {
    const path = report()
    await tocsin(['reviewers', 'add', 'Ada', '--db', path])
    const run = await tocsin(['reviewers', ...args, '--db', path])
    expect(run).toMatchObject({ code: 2, err: expect.stringContaining(message) })
  })
})
