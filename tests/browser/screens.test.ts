import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { barriersOn } from './accessibility.ts'
import { openPage, Served } from './page.ts'

const screens: readonly (readonly [string, string, (page: Page) => Promise<void>])[] = [
  ['queue', '/queue', (page) => page.locator('.queue-row').first().waitFor()],
  ['overview', '/overview', (page) => page.locator('.timeline-plot').last().waitFor()],
  ['actors', '/actors/African%20Union', (page) => page.locator('.actor-panel .example').first().waitFor()],
  ['rules', '/rules/casualty.passive-count', (page) => page.locator('.rule-panel .example').first().waitFor()],
  ['agreement', '/agreement', (page) => page.getByText('Nothing is coded twice yet').waitFor()],
  ['no screen', '/nowhere', (page) => page.getByText('There is nothing here').waitFor()],
]

describe.each(['light', 'dark'] as const)('in the %s scheme', (colorScheme) => {
  it.each([
    ['on a desk', { width: 1280, height: 800 }],
    ['on a telephone', { width: 360, height: 740 }],
  ])('every screen can be used by everyone, %s', async (_name, viewport) => {
    const served = await Served.start()
    const page = await openPage(served, { colorScheme, viewport })
    for (const [name, path, ready] of screens) {
      await page.goto(served.address(path))
      await ready(page)
      expect([name, ...(await barriersOn(page))]).toEqual([name])
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect([name, overflow]).toEqual([name, 0])
    }
  })
})

it('the points of the overview lead into the text', async () => {
  const served = await Served.start()
  const page = await openPage(served)
  await page.goto(served.address('/overview'))
  await page.locator('.timeline-plot').last().locator('a').first().focus()
  await page.keyboard.press('Enter')
  await page.locator('.text [data-current]').first().waitFor()
  expect(new URL(page.url()).pathname).toMatch(/^\/documents\/[0-9a-f]{64}\/[0-9a-f]{64}$/)
})
