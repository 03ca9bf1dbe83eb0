import { join } from 'node:path'
import { expect, it } from 'vitest'
import { actorsSchema } from '../../src/annotate/server/schemas.ts'
import { openStore } from '../../src/store/index.ts'
import { temporaryFolder } from '../cli/tocsin.ts'
import { actorOf, extractionOf } from '../store/builder.ts'
import { openPage, Served } from './page.ts'
import { asked, press } from './reviewing.ts'

const text = 'The Zarbu League met.\nThe Zarbu Leage left.\n<img src=x onerror="document.title=1"> stayed.'
const script = '<img src=x onerror="document.title=1">'
const patience = { timeout: 20_000 }

async function register() {
  const database = join(temporaryFolder(), 'actors.db')
  const store = openStore(database, { mode: 'write' })
  store.saveExtraction(
    extractionOf(
      text,
      ['Zarbu League', 'Zarbu Leage', script].map((name) => actorOf(text, name)),
    ),
  )
  store.close()
  const served = await Served.start(['--reviewer', 'Ada'], database)
  const page = await openPage(served)
  await page.goto(served.address('/actors'))
  const list = page.locator('.side-list .row-name')
  await list.first().waitFor()
  const names = async () => (await asked(page, '/api/actors', actorsSchema)).actors.map(({ name }) => name).sort()
  return { page, list, names }
}

it('merges a likely duplicate, undoes it and does it again, by mouse and by key', async () => {
  const { page, list, names } = await register()
  await page.getByText('Likely the same').click()
  await page.getByRole('button', { name: 'Both are Zarbu League' }).click()
  await expect.poll(names, patience).toEqual([script, 'Zarbu League'])
  await page.getByText('No two names look like one actor’s.').waitFor()
  await press(page, 'z')
  await expect.poll(names, patience).toEqual([script, 'Zarbu Leage', 'Zarbu League'])
  await press(page, 'Shift+Z')
  await expect.poll(names, patience).toEqual([script, 'Zarbu League'])
  await page.getByText('All', { exact: true }).click()
  await list.filter({ hasText: 'Zarbu League' }).click()
  await page.getByText('2 mentions').first().waitFor()
  await page.getByRole('button', { name: 'Split off' }).click()
  await expect.poll(names, patience).toEqual([script, 'Zarbu Leage', 'Zarbu League'])
})

it('renames, retypes and adds names; each can be taken back, after a reload too', async () => {
  const { page, list, names } = await register()
  await list.filter({ hasText: 'Zarbu League' }).click()
  await page.getByLabel('Name', { exact: true }).fill('League of Zarbu')
  await page.getByLabel('Type').selectOption('armed-group')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect.poll(names, patience).toContain('League of Zarbu')
  await page.getByLabel('Another name').fill('LZ')
  await page.getByRole('button', { name: 'Add' }).click()
  await page.getByRole('button', { name: 'League of Zarbu is not called LZ' }).waitFor()
  await page.reload()
  const renamed = page.locator('.history li').filter({ hasText: 'is called League of Zarbu' })
  await renamed.getByRole('button', { name: 'Take back' }).click()
  await expect.poll(names, patience).toContain('Zarbu League')
  const { actors } = await asked(page, '/api/actors', actorsSchema)
  expect(actors.find(({ id }) => id === 'Zarbu League')).toMatchObject({ type: 'armed-group', aliases: ['LZ'] })
})

it('shows a name that holds a script as a name', async () => {
  const { page, list } = await register()
  await list.filter({ hasText: '<img' }).click()
  expect(await page.locator('h2').filter({ hasText: '<img' }).textContent()).toBe(script)
  expect(await page.locator('img').count()).toBe(0)
  expect(await page.title()).toBe('Actors · Tocsin')
})
