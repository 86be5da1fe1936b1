import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { untilRead } from './agree'
import { expect, type Opened, test } from './fixture'

/** What axe finds on the page as it is, a line for each element. */
async function violations(page: Page) {
  // A page of Electron cannot open another one, which axe would do otherwise.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} ${node.failureSummary}`),
  )
}

/** Everything there is to see, and the way there. */
const views: readonly { name: string; open: (opened: Opened) => Promise<void> }[] = [
  { name: 'the table', open: ({ list }) => list.link(/^Watching \d/).click() },
  {
    name: 'the table with changes that wait',
    async open({ list }) {
      await list.sandboxSwitch.click()
      await list.more(await list.titleAt(1)).click()
      await expect(list.promise).toHaveText(/1 waiting/)
    },
  },
  {
    name: 'a score being typed',
    async open({ list, page }) {
      await list.score(await list.titleAt(2)).click()
      await expect(page.getByRole('textbox', { name: 'Score' })).toBeFocused()
    },
  },
  {
    name: 'the panel of an entry',
    async open({ list, page }) {
      await page.keyboard.press('Escape')
      await list
        .row(await list.titleAt(1))
        .getByRole('rowheader')
        .click()
      await expect(list.panel).toBeVisible()
    },
  },
  {
    name: 'the menu of a row',
    async open({ list, page }) {
      await list.panel.getByRole('button', { name: 'Close' }).click()
      await list.menu(await list.titleAt(0)).click()
      await expect(page.getByRole('menu')).toBeVisible()
    },
  },
  {
    name: 'the question before removing',
    async open({ list, page }) {
      await page.getByRole('menuitem', { name: 'Remove from the list' }).click()
      await expect(list.dialog).toBeVisible()
    },
  },
  {
    name: 'the keys',
    async open({ list, page }) {
      await list.dialog.getByRole('button', { name: 'Cancel' }).click()
      await expect(list.dialog).toBeHidden()
      await page.keyboard.press('?')
      await expect(list.dialog).toBeVisible()
    },
  },
  {
    name: 'the compact table, filtered',
    async open({ list, page }) {
      await page.keyboard.press('Escape')
      await expect(list.dialog).toBeHidden()
      await page.getByRole('button', { name: 'Compact table' }).click()
      await list.filter.fill('the')
    },
  },
  { name: 'an empty list', open: ({ list }) => list.filter.fill('no such title') },
  {
    name: 'the covers',
    async open({ list, page }) {
      await list.filter.fill('')
      await page.getByRole('button', { name: 'Covers' }).click()
    },
  },
  { name: 'the manga', open: ({ list }) => list.link('Manga').click() },
  ...['Queue', 'History', 'Accounts', 'Settings', 'About'].map((name) => ({
    name,
    async open({ list, page }: Opened) {
      await list.link(name).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
    },
  })),
]

for (const theme of ['light', 'dark', 'contrast'] as const)
  test(`axe finds nothing in any view, ${theme}`, async ({ open }) => {
    const opened = await open(null, { args: ['--lang=en', `--theme=${theme}`] })
    const { page, list } = opened
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect.soft(await violations(page), 'the first page').toEqual([])
    await page.getByRole('button', { name: 'Start' }).click()
    await expect(list.rows.first()).toBeVisible()
    await untilRead(page)

    for (const view of views) {
      await view.open(opened)
      // What appears may fade in, and colours half way are nobody's choice.
      await page.evaluate(() => Promise.all(document.getAnimations().map((it) => it.finished)))
      expect.soft(await violations(page), view.name).toEqual([])
    }
  })

test('where the changes stand is told in a live region', async ({ open }) => {
  const { page, list } = await open('anilist')
  await untilRead(page)
  const region = page.getByRole('contentinfo').getByRole('status')
  await expect(region).toHaveText('All saved')

  await list.more(await list.titleAt(0)).click()

  await expect(region).toHaveText('1 waiting')
  await expect(region).toHaveAttribute('aria-live', 'polite')
  await expect(region).toHaveText('All saved')
})
