import type { Page } from '@playwright/test'
import { untilRead } from './agree'
import { expect, type Opened, test } from './fixture'

/** Chooses in a setting, by the words that stand there. */
async function choose(page: Page, setting: string, value: string) {
  await page.getByRole('combobox', { name: setting }).click()
  await page.getByRole('option', { name: value, exact: true }).click()
}

const lang = (page: Page) => page.locator('html').getAttribute('lang')

test('the language changes at once, there and back, and the list stays', async ({ open }) => {
  const { page, list } = await open('anilist', { args: ['--try=anilist'] })
  await list.link('Settings').click()

  await choose(page, 'Language', 'Deutsch')

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Einstellungen')
  expect(await lang(page)).toBe('de')
  const side = page.getByRole('navigation', { name: 'Listen und Ansichten' })
  await side.getByRole('link', { name: /^Schaue ich \d/ }).click()
  await expect(list.rows.first()).toContainText(/\d,\d/)
  await expect(
    list.rows.first().getByRole('button', { name: /^Eine mehr|^Eins mehr/ }),
  ).toBeVisible()
  await side.getByRole('link', { name: 'Einstellungen' }).click()
  await choose(page, 'Sprache', 'English')

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings')
  expect(await lang(page)).toBe('en')
  await list.link(/^Watching \d/).click()
  await expect(list.rows.first()).toContainText(/\d\.\d/)
})

test('a chosen language and theme hold over a restart', async ({ open }) => {
  const first = await open('anilist', { args: ['--try=anilist'] })
  await first.list.link('Settings').click()
  await choose(first.page, 'Theme', 'Dark')
  await choose(first.page, 'Language', 'Deutsch')
  await expect(first.page.getByRole('heading', { level: 1 })).toHaveText('Einstellungen')

  const { page } = await first.again([])

  expect(await lang(page)).toBe('de')
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
})

/** Nothing may stick out at the side, and nothing that one can press may be out of reach. */
async function expectFit({ page }: Opened) {
  const found = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const outside = [...document.querySelectorAll<HTMLElement>('a, button, input, [role=switch]')]
      .filter((it) => it.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .filter((it) => !it.matches('.skip'))
      .map((it) => ({ it, box: it.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.left < -1 || box.right > clientWidth + 1))
      .map(({ it }) => it.outerHTML.slice(0, 120))
    return { wider: scrollWidth - clientWidth, outside }
  })
  expect(found).toEqual({ wider: 0, outside: [] })
}

test('a narrow window shows everything, and edits work in it', async ({ open }) => {
  const opened = await open('anilist', { size: { width: 640, height: 480 } })
  const { page, list } = opened
  await untilRead(page)
  await expectFit(opened)
  const title = await list.titleAt(1)

  await list.more(title).click()
  await expect(list.mark(title, 'Waiting to be sent')).toBeVisible()
  await list.row(title).getByRole('rowheader').click()
  await expect(list.panel.getByRole('textbox', { name: 'Notes' })).toBeVisible()
  await expectFit(opened)
  await list.panel.getByRole('button', { name: 'Close' }).click()

  for (const view of ['Queue', 'History', 'Accounts', 'Settings', 'About']) {
    await list.link(view).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(view)
    await expectFit(opened)
  }
})

test('text at 200 % leaves everything in reach', async ({ open }) => {
  const opened = await open('anilist', { settings: { textSize: 200 } })
  const { page, list } = opened
  await untilRead(page)

  await expectFit(opened)
  await list.link('Settings').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Settings')
  await expectFit(opened)
})
