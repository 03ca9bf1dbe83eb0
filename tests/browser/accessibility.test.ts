import { expect, it } from 'vitest'
import { barriersOn } from './accessibility.ts'
import { openPage, Served } from './page.ts'

it.each([
  ['a picture without words', '<img src="data:,">', 'image-alt'],
  ['a field without a name', '<input>', 'label'],
  ['grey on grey', '<p class="grey">Two people died.</p>', 'color-contrast'],
])('%s is found', async (_name, flaw, rule) => {
  const page = await openPage(await Served.start(), { expected: [/status of 503/] })
  await page.setContent(`<html lang="en"><title>Tocsin</title><main><h1>Tocsin</h1>${flaw}</main></html>`)
  await page.evaluate("for (const grey of document.querySelectorAll('.grey')) grey.style.color = '#aaa'")
  expect(await barriersOn(page)).toMatchObject([expect.stringMatching(rule)])
})
