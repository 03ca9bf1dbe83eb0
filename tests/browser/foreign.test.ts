import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { openPage, Served } from './page.ts'

/** A page of somebody else's, which the reviewer has open in the same browser. */
async function foreignPage(): Promise<string> {
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end('<title>Cats</title>'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

it('a foreign page in the same browser can read nothing and decide nothing', async () => {
  const served = await Served.start()
  const page = await openPage(served, { expected: [/asked for/, /CORS/, /net::ERR_/, /status of (403|404|415)/] })
  await page.goto(await foreignPage())
  const api = served.address('/api/session')
  const ask = (init: string) =>
    page.evaluate(`fetch('${api}', ${init}).then((answer) => answer.type, (error) => error.name)`)
  expect(await ask("{ credentials: 'include' }")).toBe('TypeError')
  const decisions = served.address('/api/decisions')
  const decide = (type: string, mode: string) =>
    page.evaluate(
      `fetch('${decisions}', { method: 'POST', mode: '${mode}', credentials: 'include', body: '{}',
         headers: { 'content-type': '${type}' } }).then((answer) => answer.type, (error) => error.name)`,
    )
  expect(await decide('application/json', 'cors')).toBe('TypeError')
  // A form's content type needs no leave of the server to be sent; the answer is kept from the page all the same.
  expect(await decide('text/plain', 'no-cors')).toBe('TypeError')
  await page.goto(served.address('/overview'))
  await page.getByText(/^0 of/).first().waitFor()
})

it.each(['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json', '//example.org/x.js'])(
  'the path %s leads to nothing outside of the page',
  async (path) => {
    const served = await Served.start()
    const page = await openPage(served, { expected: [/status of 404/, /asked for/] })
    const text = await page.evaluate(
      `fetch(location.origin + ${JSON.stringify(path)}).then((answer) => answer.text(), () => '')`,
    )
    expect(text).not.toContain('"devDependencies"')
  },
)
