import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { tocsin } from '../cli/tocsin.ts'
import { barriersOn } from './accessibility.ts'
import { openPage, Served } from './page.ts'
import { reportDatabase } from './reports.ts'
import { annotationsOf, expectFocus, field, openDocument, press, saved } from './reviewing.ts'

/** What the browser says of a server that is away. */
const away = [/net::ERR_/, /status of 409/]
const patience = { timeout: 20_000 }

/** Two reviewers at the same report, each with a page. */
async function adaAndBen() {
  const database = reportDatabase()
  const links = new Map<string, string>()
  const tokenOf = z.object({ token: z.string() })
  for (const name of ['Ada', 'Ben']) {
    const { out } = await tocsin(['reviewers', 'add', name, '--json', '--db', database])
    links.set(name, tokenOf.parse(JSON.parse(out)).token)
  }
  const served = await Served.start(['--accounts'], database)
  const open = async (name: string) => {
    const page = await openPage(served, { link: served.address(`/?token=${links.get(name)}`), expected: away })
    const document = await openDocument(page)
    return { page, document }
  }
  const [ada, ben] = [await open('Ada'), await open('Ben')]
  return { ada: ada.page, ben: ben.page, document: ada.document }
}

describe('two pages', () => {
  it('agree at once on what is decided, added and taken back', async () => {
    const { ada, ben, document } = await adaAndBen()
    await press(ada, 'a')
    const first = ben.locator('.text .mark').first()
    await expect.poll(() => first.getAttribute('data-open'), patience).toBeNull()
    await press(ben, 'Home')
    await ben.getByText('Ada accepted it').waitFor()
    await press(ada, 'v', '2', 'Control+Enter')
    await saved(ada)
    const marks = ben.locator('.text .mark')
    await expect.poll(() => marks.count(), patience).toBe(12)
    await press(ada, 'z')
    await expect.poll(() => marks.count(), patience).toBe(11)
    expect((await annotationsOf(ben, document))[0]?.decision?.reviewer).toBe('Ada')
  })

  it('meet in a conflict of verdicts: whoever comes later says what holds', async () => {
    const { ada, ben, document } = await adaAndBen()
    await ben.context().setOffline(true)
    await press(ben, 'r')
    await ben.getByText('Offline: 1 decision waits').waitFor()
    await press(ada, 'a')
    await saved(ada)
    await ben.context().setOffline(false)
    const dialog = ben.getByRole('dialog', { name: 'Somebody else decided on this first' })
    await dialog.waitFor()
    expect(await dialog.locator('p').textContent()).toBe(
      'Northern Front (actor) is now accepted by Ada. You rejected it.',
    )
    expect(await barriersOn(ben)).toEqual([])
    await dialog.getByRole('button', { name: 'Mine holds' }).click()
    await saved(ben)
    expect((await annotationsOf(ada, document))[0]).toMatchObject({ state: 'rejected', decision: { reviewer: 'Ben' } })
  })

  it('meet in a conflict of corrections, which is merged by field', async () => {
    const { ada, ben, document } = await adaAndBen()
    await ben.context().setOffline(true)
    await press(ben, 'h', 'Enter')
    await field(ben, 'Name').fill('Northern Front (2013)')
    await press(ben, 'Control+Enter')
    await ben.getByText('Offline: 1 decision waits').waitFor()
    await press(ada, 'Enter')
    await field(ada, 'Type').selectOption('state-force')
    await press(ada, 'Control+Enter')
    await saved(ada)
    await ben.context().setOffline(false)
    const dialog = ben.getByRole('dialog')
    await dialog.getByRole('row', { name: /^Text/ }).getByRole('radio').first().check()
    await dialog.getByRole('row', { name: /^Name/ }).getByRole('radio').last().check()
    await dialog.getByRole('row', { name: /^Type/ }).getByRole('radio').first().check()
    await dialog.getByRole('button', { name: 'Save as chosen' }).click()
    await saved(ben)
    expect((await annotationsOf(ada, document))[0]).toMatchObject({
      state: 'corrected',
      exact: 'Northern Front',
      fields: { name: 'Northern Front (2013)', type: 'state-force' },
      decision: { reviewer: 'Ben' },
    })
  })

  it('what was begun before somebody else decided, and is saved after, is not written over theirs', async () => {
    const { ada, ben, document } = await adaAndBen()
    await press(ben, 'Enter')
    await field(ben, 'Type').selectOption('other')
    await press(ada, 'Enter')
    await field(ada, 'Type').selectOption('state-force')
    await press(ada, 'Control+Enter')
    await saved(ada)
    await ben.getByText('Ada corrected it').waitFor()
    await press(ben, 'Control+Enter')
    const dialog = ben.getByRole('dialog', { name: 'Somebody else decided on this first' })
    await dialog.waitFor()
    expect((await annotationsOf(ben, document))[0]).toMatchObject({ fields: { type: 'state-force' }, version: 1 })
  })

  it('theirs is kept by Escape, and undo does not touch it', async () => {
    const { ada, ben, document } = await adaAndBen()
    await ben.context().setOffline(true)
    await press(ben, 'r')
    await press(ada, 'a')
    await saved(ada)
    await ben.context().setOffline(false)
    await ben.getByRole('dialog').waitFor()
    await press(ben, 'Escape')
    await ben.getByRole('dialog').waitFor({ state: 'detached' })
    await press(ben, 'z')
    await saved(ben)
    expect((await annotationsOf(ada, document))[0]).toMatchObject({ state: 'accepted', version: 1 })
  })
})

describe('a server that goes away', () => {
  it('loses nothing: what is decided waits, is shown as waiting, and is sent when it is back', async () => {
    const served = await Served.start(undefined, reportDatabase())
    const page = await openPage(served, { expected: away })
    const document = await openDocument(page)
    await press(page, 'a', 'a')
    await saved(page)
    await served.kill()
    await press(page, 'r')
    await press(page, 'a', 'h', 'a')
    await press(page, 'v', '2', 'Control+Enter')
    await expect
      .poll(() => page.locator('.saved').textContent(), patience)
      .toBe('Offline: 4 decisions wait and will be sent')
    await press(page, 'k')
    await page.locator('.state-tag').getByText('waiting').waitFor()
    expect(await barriersOn(page)).toEqual([])
    await served.startAgain()
    await saved(page)
    const decided = (await annotationsOf(page, document)).filter(({ state }) => state !== 'pending')
    expect(decided).toHaveLength(6)
    expect(decided.map(({ state }) => state).sort()).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'accepted',
      'corrected',
      'rejected',
    ])
  })

  it('loses nothing where the page is closed meanwhile', async () => {
    const served = await Served.start(undefined, reportDatabase())
    const page = await openPage(served, { expected: away })
    const document = await openDocument(page)
    await served.kill()
    await press(page, 'a', 'r', 'a', 'z')
    await press(page, 'v', '2', 'Control+Enter')
    await page.getByText('Offline: 3 decisions wait').waitFor()
    const another = await page.context().newPage()
    await page.close()
    await served.startAgain()
    await another.goto(served.address(`/documents/${document}`))
    await another.locator('.text [data-current]').first().waitFor()
    await saved(another)
    const decided = (await annotationsOf(another, document)).filter(({ state }) => state !== 'pending')
    expect(decided.map(({ origin, state }) => `${origin} ${state}`).sort()).toEqual([
      'reviewer accepted',
      'rule accepted',
      'rule rejected',
    ])
  })

  it('that ends in the middle of many decisions has each of them once', async () => {
    const served = await Served.start()
    const page = await openPage(served, { expected: away })
    const document = await openDocument(page)
    const count = 30
    for (let decided = 0; decided < count; decided++) {
      if (decided === 10) void served.kill()
      await press(page, 'a')
    }
    await served.startAgain()
    await saved(page)
    await expect.poll(() => page.locator('.pace').textContent(), patience).toContain(`${count} decisions`)
    const accepted = (await annotationsOf(page, document)).filter(({ state }) => state === 'accepted')
    expect(accepted).toHaveLength(count)
  })

  it('is said where it is away from the beginning', async () => {
    const served = await Served.start(undefined, reportDatabase())
    const page = await openPage(served, { expected: away })
    const link = page.getByRole('link', { name: 'Séré, 2013' }).first()
    await link.waitFor()
    await served.kill()
    await link.click()
    await page.getByText('Could not fetch the document').waitFor()
    await served.startAgain()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expectFocus(page, 'Northern Front')
  })
})
