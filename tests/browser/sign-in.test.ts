import { expect, it } from 'vitest'
import { openPage, Served } from './page.ts'

/** What the browser says of a server that is away. */
const away = [/net::ERR_/]

/** What the page itself gets from its server. */
const sessionIn = "fetch('/api/session').then(async (answer) => [answer.status, await answer.json()])"

it('the printed link signs in, and its token is neither left in the address nor given to scripts', async () => {
  const served = await Served.start(['--reviewer', 'Ada'])
  const page = await openPage(served)
  expect(page.url()).toBe(served.address('/'))
  expect(await page.evaluate('document.cookie')).toBe('')
  const [cookie] = await page.context().cookies()
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
  expect(await page.evaluate(sessionIn)).toMatchObject([200, { reviewer: 'Ada', blind: false }])
})

it('a reviewer stays signed in when the server was killed and started again', async () => {
  const served = await Served.start()
  const page = await openPage(served, { expected: away })
  await served.kill()
  await served.startAgain()
  expect(await page.evaluate(sessionIn)).toMatchObject([200, { reviewer: 'Ada' }])
})

it('without the link, nothing is told', async () => {
  const served = await Served.start()
  const page = await openPage(served, { link: served.address('/'), expected: [/status of 401/] })
  expect(await page.evaluate(sessionIn)).toMatchObject([401, { error: { code: 'signed-out' } }])
})
