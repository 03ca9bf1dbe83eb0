import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { z } from 'zod'
import { type ApiAnnotation, documentSchema, documentsSchema } from '../../src/annotate/server/schemas.ts'

/** How long something may take that the page does at once, on a machine that does much else. */
const patience = { timeout: 20_000 }

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Waits until what was decided is saved. */
export async function saved(page: Page): Promise<void> {
  await expect.poll(() => page.locator('.saved').textContent(), patience).toBe('All saved')
}

/** The words in focus. */
export function inFocus(page: Page): Promise<string> {
  return page
    .locator('.text [data-current]')
    .allTextContents()
    .then((parts) => parts.join(''))
}

export async function expectFocus(page: Page, words: string): Promise<void> {
  await expect.poll(() => inFocus(page), patience).toBe(words)
}

/** What the server answers the page. */
export async function asked<T extends z.ZodType>(page: Page, path: string, schema: T): Promise<z.output<T>> {
  return schema.parse(await page.evaluate(`fetch(${JSON.stringify(path)}).then((answer) => answer.json())`))
}

/** Opens the first document, or one by its title, and waits until it can be reviewed. */
export async function openDocument(page: Page, title?: string): Promise<string> {
  const { documents } = await asked(page, '/api/documents', documentsSchema)
  const document = documents.find(({ metadata }) => title === undefined || metadata.title === title)
  await page.goto(new URL(`/documents/${document?.id}`, page.url()).href)
  await page.locator('.text [data-current]').first().waitFor()
  return document?.id ?? ''
}

/** A document's annotations as the server holds them. */
export async function annotationsOf(page: Page, document: string): Promise<readonly ApiAnnotation[]> {
  return (await asked(page, `/api/documents/${document}`, documentSchema)).annotations
}

/** Words and state of each annotation, as the server holds them. */
export async function statesOf(page: Page, document: string): Promise<string[]> {
  return (await annotationsOf(page, document)).map(({ exact, state }) => `${exact.slice(0, 20)}: ${state}`)
}

/** The value of a field in the panel, by its name. */
export function field(page: Page, name: string) {
  return page.locator('.focus-panel').getByLabel(name, { exact: true })
}
