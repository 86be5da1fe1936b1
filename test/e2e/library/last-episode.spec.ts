import { untilRead } from '../app/agree'
import { expect, test } from '../app/fixture'
import { listedIn } from '../app/list-page'

for (const layout of ['Table', 'Covers'])
  test(`the last episode completes, and asks for the score beside it: ${layout}`, async ({
    open,
  }) => {
    const { page, list } = await open('anilist')
    await untilRead(page)
    await list.link(/^Watching \d/).click()
    await list.filter.fill('left:1..99 score:none')
    const title = await list.titleAt(0)
    await page.evaluate(async (key) => {
      const settings = await window.bridge.call('settings:get')
      const accountId = settings.ok ? (settings.value.activeAccount ?? 1) : 1
      const row = await window.bridge.call('library:row', { accountId, title: key })
      const total = row.ok ? (row.value?.media.episodes ?? 2) : 2
      await window.bridge.call(
        'library:edit',
        { accountId, title: key },
        { progress: total - 1, completedAt: null },
      )
    }, title)
    await page.getByRole('button', { name: layout, exact: true }).click()
    const at = page.locator(`[data-title="${title}"]`)
    await at.locator('.name').click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('+')

    const field = page.getByRole('textbox', { name: 'Score' })
    await expect(field).toBeFocused()
    await page.keyboard.type('8.5')
    await page.keyboard.press('Enter')

    await expect(at).toBeHidden()
    const entry = (await listedIn(page)).get(title)
    expect(entry).toMatchObject({ status: 'completed', score: 85 })
    expect(entry?.completedAt).not.toBeNull()
  })

test('a score can be seen in every format while it is typed', async ({ open }) => {
  const { page, list } = await open('anilist')
  await untilRead(page)
  const title = await list.titleAt(0)
  await list.row(title).locator('.name').click()
  await list.panel.getByRole('button', { name: 'In every format' }).first().click()
  await list.panel.getByRole('textbox', { name: 'Score' }).first().fill('7.6')

  const table = list.panel.getByRole('table', { name: 'This score in every format' })
  await expect(table.getByRole('row', { name: '100 points 76' })).toBeVisible()
  await expect(table.getByRole('row', { name: 'MyAnimeList 7' })).toBeVisible()
})
