import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** Where a page as it is shown now breaks a rule of WCAG 2.2 AA or a practice that axe knows: rule, element, reason. */
export async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<AxeResults>(
    'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  )
}
