import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds on the page once nothing moves any more, a line for each element. */
export async function violations(page: Page, within = 'html'): Promise<readonly string[]> {
  // One that is cancelled does not move any more either.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((it) => it.finished)))
  // A page of Electron cannot open another one, which axe would do otherwise.
  const { violations: found } = await new AxeBuilder({ page })
    .include(within)
    .setLegacyMode()
    .analyze()
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} ${node.failureSummary}`),
  )
}
