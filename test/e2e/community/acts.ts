import type { Page } from '@playwright/test'
import type { App } from 'vue'
import { expect, type Opened } from '../app/fixture'

/** Goes to a place in the window, and comes back when its view has taken the place of the last one. */
export async function goTo(page: Page, route: string) {
  await page.evaluate(async (to) => {
    // What Vue leaves there for its own tools. A new hash alone does not tell when its view has come.
    const root = document.querySelector<Element & { __vue_app__: App }>('#app')
    await root?.__vue_app__.config.globalProperties.$router.push(to)
  }, route)
}

/** Requests of a service whose name matches. */
export async function asked(
  { admin }: Opened,
  service: 'anilist' | 'anilist-v1',
  name: RegExp,
): Promise<number> {
  const { requests } = await admin.log(service)
  return Object.entries(requests)
    .filter(([route]) => name.test(route))
    .reduce((sum, [, count]) => sum + count, 0)
}

/** Nothing waits to be sent any more. */
export async function allSent(page: Page) {
  await expect(page.getByRole('list', { name: 'Waiting to be sent' })).toHaveCount(0, {
    timeout: 60_000,
  })
}
