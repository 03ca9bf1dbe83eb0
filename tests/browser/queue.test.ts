import { describe, expect, it } from 'vitest'
import { overviewSchema, queueSchema } from '../../src/annotate/server/schemas.ts'
import { barriersOn } from './accessibility.ts'
import { openPage, Served } from './page.ts'
import { reportDatabase } from './reports.ts'
import { asked, expectFocus, press, saved } from './reviewing.ts'

const patience = { timeout: 20_000 }

async function openQueue(database?: string, colorScheme: 'light' | 'dark' = 'light') {
  const page = await openPage(await Served.start(undefined, database), { colorScheme })
  await page.locator('.queue-row').first().waitFor()
  const heading = async () => (await page.getByRole('heading', { level: 1 }).textContent())?.replace(',', '')
  return { page, heading, rows: page.locator('.queue-row') }
}

describe('the queue', () => {
  it('is decided by one key each, and its counts are true', async () => {
    const { page, heading, rows } = await openQueue()
    const { total, annotations } = await asked(page, '/api/queue?limit=3', queueSchema)
    await expect.poll(heading, patience).toBe(`${total} annotations to decide`)
    await press(page, 'a', 'r')
    await expect.poll(heading, patience).toBe(`${total - 2} annotations to decide`)
    await saved(page)
    expect((await asked(page, '/api/queue', queueSchema)).total).toBe(total - 2)
    await expect.poll(() => rows.nth(2).getAttribute('aria-current'), patience).toBe('true')
    await press(page, 'z')
    await expect.poll(heading, patience).toBe(`${total - 1} annotations to decide`)
    await press(page, 'Enter')
    await expectFocus(page, annotations[2]?.exact ?? '')
  })

  it('comes to its end, and says so', async () => {
    const { page, heading, rows } = await openQueue(reportDatabase())
    const count = await rows.count()
    for (let decided = 0; decided < count; decided++) await press(page, 'a')
    await expect.poll(heading, patience).toBe('0 annotations to decide')
    await saved(page)
    await page.reload()
    await page.getByText('Everything is decided').waitFor()
  })

  it('goes on past its first page', async () => {
    const { page, rows } = await openQueue()
    const first = await rows.count()
    await press(page, 'End', 'j', 'a')
    await expect.poll(() => rows.count(), patience).toBeGreaterThan(first)
    await saved(page)
    expect((await asked(page, '/api/overview', overviewSchema)).layers).toBeDefined()
  })

  it('is filtered, and the filter stands in the address', async () => {
    const { page, heading } = await openQueue(reportDatabase())
    await page.locator('.chips').getByText('Date').click()
    await page.locator('.chips').getByText('Casualty').click()
    await page.locator('.chips').getByText('Warning').click()
    await expect.poll(heading, patience).toBe('4 annotations to decide')
    expect(new URL(page.url()).search).toBe('?layer=actor')
    await press(page, 'o')
    await page.getByLabel('Actor', { exact: true }).last().fill('African Union')
    await press(page, 'Tab')
    await expect.poll(heading, patience).toBe('1 annotation to decide')
    await page.reload()
    await expect.poll(heading, patience).toBe('1 annotation to decide')
    await page.getByLabel('At most % sure').fill('10')
    await press(page, 'Tab')
    await page.getByText('Nothing fits these filters').waitFor()
    await page.getByText('Show all that is undecided').click()
    await expect.poll(heading, patience).toBe('8 annotations to decide')
  })

  it('is searched', async () => {
    const { page, heading } = await openQueue(reportDatabase())
    await press(page, '/')
    await page.keyboard.type('river')
    await press(page, 'Enter')
    await expect.poll(heading, patience).toBe('4 annotations to decide')
    expect(new URL(page.url()).search).toBe('?q=river')
  })

  it.each(['light', 'dark'] as const)('has no barrier in %s', async (colorScheme) => {
    const { page } = await openQueue(undefined, colorScheme)
    // The status line lies over whatever is at the foot of the window.
    await page.setViewportSize({ width: 1280, height: 1000 })
    await press(page, 'a', 'r', 'o')
    await page.getByRole('combobox', { name: 'Rule' }).waitFor()
    expect(await barriersOn(page)).toEqual([])
  })

  it('fits the narrowest screen', async () => {
    const { page } = await openQueue(reportDatabase())
    await page.setViewportSize({ width: 320, height: 640 })
    const isTooWide = 'document.documentElement.scrollWidth > document.documentElement.clientWidth'
    expect(await page.evaluate(isTooWide)).toBe(false)
    await page.locator('.queue-row').first().click()
    await page.locator('.queue-row').first().getByRole('button', { name: 'Accept' }).click()
    await saved(page)
    await press(page, 'Enter')
    await page.locator('.text [data-current]').first().waitFor()
    expect(await page.evaluate(isTooWide)).toBe(false)
  })
})
