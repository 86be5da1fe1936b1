import { expectAllCounted, untilRead } from './agree'
import { expect, test } from './fixture'

test('a filter finds by any title, says how many, and Esc takes it back', async ({ open }) => {
  const { page, list, admin } = await open('anilist')
  await untilRead(page)
  await list.link(/^All \d/).click()
  const all = await expectAllCounted(page, admin, 'anilist')

  await page.keyboard.press('/')
  await expect(list.filter).toBeFocused()
  await page.keyboard.type('frieren')

  await expect(list.rows.first()).toContainText(/frieren/i)
  const found = await list.rows.count()
  expect(found).toBeLessThan(all)
  const said = page.getByRole('main').getByRole('status').filter({ hasText: /title/ })
  await expect(said).toHaveText(new RegExp(`^${found} title`))
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(String(all))
})

test('nothing found says so, and one click shows everything again', async ({ open }) => {
  const { page, list } = await open('anilist')
  await list.filter.fill('no title is called like this')

  await expect(page.getByText('No title matches “no title is called like this”.')).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Clear the filter' }).last().click()

  await expect(list.rows.first()).toBeVisible()
})

test('table, compact table and covers show the same, and what was chosen is remembered', async ({
  open,
}) => {
  const first = await open('anilist')
  await untilRead(first.page)
  const title = await first.list.titleAt(0)

  for (const layout of ['Compact table', 'Covers']) {
    await first.page.getByRole('button', { name: layout }).click()
    await expect(first.page.locator(`[data-title="${title}"]`)).toBeVisible()
  }
  const { page } = await first.again()

  await expect(page.getByRole('button', { name: 'Covers' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator(`[data-title="${title}"]`)).toBeVisible()
})

test('an edit draws its own row and no other', async ({ open }) => {
  const { page, list } = await open('anilist')
  await untilRead(page)
  const title = await list.titleAt(3)
  await page.evaluate(() => {
    const changed = new Set<string>()
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement
        const row = element?.closest<HTMLElement>('[data-title]')
        if (row) changed.add(row.dataset['title'] ?? '')
      }
    }).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    })
    Object.assign(globalThis, { changed })
  })

  await list.more(title).click()
  await expect(list.mark(title, 'Waiting to be sent')).toBeVisible()
  await expect(list.mark(title, 'Saved')).toBeVisible()

  const changed = await page.evaluate(() => [
    ...(globalThis as unknown as { changed: Set<string> }).changed,
  ])
  expect(changed).toEqual([title])
})

test('an edit of the history is taken back with its group, and comes again', async ({ open }) => {
  const { page, list } = await open('anilist')
  await untilRead(page)
  const title = await list.titleAt(0)
  const before = await list.progress(title).innerText()
  await list.more(title).click()
  await expect(list.progress(title)).not.toHaveText(before)

  await page.keyboard.press('Control+z')
  await expect(list.progress(title)).toHaveText(before)
  await page.keyboard.press('Control+Shift+z')
  await expect(list.progress(title)).not.toHaveText(before)

  await list.link('History').click()
  await page.getByRole('button', { name: 'Undo the last' }).click()
  await list.link(/^Watching \d/).click()
  await expect(list.progress(title)).toHaveText(before)
})

test('the list of another account is one click away', async ({ open }) => {
  const { page, list } = await open('anilist')
  await untilRead(page)
  await list.link('Accounts').click()
  await page.getByRole('button', { name: 'Try it as aniSearch' }).click()
  await expect(page.getByRole('contentinfo')).toContainText('aniSearch mika')
  await expect(list.rows.first()).toBeVisible()

  await page.getByRole('button', { name: /^Account: / }).click()
  await page.getByRole('menuitemcheckbox', { name: 'AniList mika · Sandbox' }).click()

  await expect(page.getByRole('contentinfo')).toContainText('AniList mika')
  await expect(list.link(/^Rewatching \d/)).toBeVisible()
  await expect(list.rows.first()).toBeVisible()
})
