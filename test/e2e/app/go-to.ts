import type { Page } from '@playwright/test'
import type { App } from 'vue'

/** Goes to a place in the window, and comes back when its view has taken the place of the last one. */
export async function goTo(page: Page, route: string) {
  await page.evaluate(async (to) => {
    // What Vue leaves there for its own tools. A new hash alone does not tell when its view has come.
    const root = document.querySelector<Element & { __vue_app__: App }>('#app')
    await root?.__vue_app__.config.globalProperties.$router.push(to)
  }, route)
}
