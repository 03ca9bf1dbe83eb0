import { expect, it } from 'vitest'
import { z } from 'zod'
import { tocsin } from '../cli/tocsin.ts'
import { openPage, Served } from './page.ts'
import { reportDatabase } from './reports.ts'
import { annotationsOf, openDocument, press, saved } from './reviewing.ts'

/** Two who decide blind and one who settles, each with a page. */
async function threeReviewers() {
  const database = reportDatabase()
  const tokenOf = z.object({ token: z.string() })
  const linkOf = async (name: string, ...args: readonly string[]) => {
    const { out } = await tocsin(['reviewers', 'add', name, ...args, '--json', '--db', database])
    return `/?token=${tokenOf.parse(JSON.parse(out)).token}`
  }
  const links = [await linkOf('Ada', '--blind'), await linkOf('Ben', '--blind'), await linkOf('Cyd')]
  const served = await Served.start(['--accounts'], database)
  const [ada, ben, cyd] = await Promise.all(links.map((link) => openPage(served, { link: served.address(link) })))
  if (ada === undefined || ben === undefined || cyd === undefined) throw new Error('three sign in')
  return { served, ada, ben, cyd }
}

it('two code a report blind, and a third settles by key what they differ on', async () => {
  const { served, ada, ben, cyd } = await threeReviewers()
  const document = await openDocument(ada)
  await press(ada, 'a', 'a', 'a')
  await saved(ada)

  await openDocument(ben)
  expect((await annotationsOf(ben, document)).every(({ state }) => state === 'pending')).toBe(true)
  await press(ben, 'a', 'r', 'a')
  await saved(ben)
  await ben.goto(served.address('/agreement'))
  await ben.getByText('You decide without sight of others').first().waitFor()

  await cyd.goto(served.address('/agreement'))
  await cyd.getByText('1 disagreement to settle').waitFor()
  const row = cyd.locator('.queue-row')
  expect(await row.locator('.sides thead').textContent()).toContain('AdaBen')
  expect(await row.locator('.sides tbody').textContent()).toContain('acceptedrejected')
  await cyd.getByText('How far they agree, in figures').click()
  expect(await cyd.locator('.agreement-figures').textContent()).toContain('Ada and Ben')
  await press(cyd, '2')
  await cyd.getByText('All settled').waitFor()
  await saved(cyd)
  const settled = (await annotationsOf(cyd, document)).filter(({ decision }) => decision?.reviewer === 'Cyd')
  expect(settled).toMatchObject([{ state: 'rejected' }])
  await press(cyd, 'z')
  await saved(cyd)
  expect((await annotationsOf(cyd, document)).some(({ decision }) => decision?.reviewer === 'Cyd')).toBe(false)
})
