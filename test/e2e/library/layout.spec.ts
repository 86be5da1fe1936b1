import type { Page } from '@playwright/test'
import { untilRead } from '../app/agree'
import { expect, test } from '../app/fixture'
import { violations } from '../finding/axe'

const options = (page: Page) => page.getByRole('dialog', { name: 'What this list shows' })
const heads = (page: Page) =>
  page.getByRole('columnheader').filter({ hasText: /\S/ }).allInnerTexts()

async function closeOptions(page: Page) {
  // The choice that was made goes first.
  await expect(page.getByRole('listbox')).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(options(page)).toBeHidden()
}

async function openOptions(page: Page) {
  await page.getByRole('button', { name: 'What this list shows' }).click()
  await expect(options(page)).toBeVisible()
}

test('columns are chosen, ordered and remembered for each list, by keyboard alone', async ({
  open,
}) => {
  const first = await open('anilist')
  const { page } = first
  await untilRead(page)
  await page.getByRole('button', { name: 'What this list shows' }).focus()
  await page.keyboard.press('Enter')
  await options(page).getByRole('checkbox', { name: 'Season' }).focus()
  await page.keyboard.press('Space')
  await expect.poll(() => heads(page)).toContain('Season')
  await options(page).getByRole('button', { name: 'Further left: Score' }).focus()
  await page.keyboard.press('Enter')
  await options(page).getByRole('button', { name: 'Wider: Season' }).focus()
  await page.keyboard.press('Enter')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  const chosen = await heads(page)
  expect(chosen.indexOf('Score')).toBeLessThan(chosen.indexOf('Progress'))

  const again = await first.again()
  await expect.poll(() => heads(again.page)).toEqual(chosen)
  await again.list.link(/^Planned \d/).click()
  await expect.poll(() => heads(again.page)).not.toContain('Season')
})

test('a column is sorted by, widened and moved by mouse', async ({ open }) => {
  const { page } = await open('anilist')
  await untilRead(page)
  const score = page.getByRole('columnheader', { name: 'Score' })
  await score.getByRole('button').click()
  await expect(score).toHaveAttribute('aria-sort', 'descending')
  await score.getByRole('button').click()
  await expect(score).toHaveAttribute('aria-sort', 'ascending')

  const before = (await score.boundingBox())!
  const grip = score.locator('.grip')
  await grip.hover()
  await page.mouse.down()
  await page.mouse.move(before.x + before.width + 60, before.y + 8, { steps: 4 })
  await page.mouse.up()
  await expect
    .poll(async () => (await score.boundingBox())!.width)
    .toBeGreaterThan(before.width + 30)

  await page
    .getByRole('columnheader', { name: 'Format' })
    .dragTo(page.getByRole('columnheader', { name: 'Next' }))
  await expect.poll(async () => (await heads(page)).indexOf('Format')).toBeGreaterThan(2)
})

test('a list is grouped, and covers come in three sizes', async ({ open }) => {
  const { page, list } = await open('anilist')
  await untilRead(page)
  await list.link(/^All \d/).click()
  await openOptions(page)
  await options(page).getByRole('combobox', { name: 'Grouped by' }).click()
  await page.getByRole('option', { name: 'Status' }).click()
  await closeOptions(page)
  await expect(page.getByRole('row', { name: /^Watching \d+$/ })).toBeVisible()

  await page.getByRole('button', { name: 'Covers' }).click()
  const columns = async () => Number(await list.grid.getAttribute('aria-colcount'))
  const medium = await columns()
  for (const [size, isMore] of [
    ['Small', true],
    ['Large', false],
  ] as const) {
    await openOptions(page)
    await options(page).getByRole('combobox', { name: 'Size of covers' }).click()
    await page.getByRole('option', { name: size }).click()
    await closeOptions(page)
    await expect.poll(async () => (await columns()) > medium).toBe(isMore)
  }
  expect(await violations(page)).toEqual([])
})

test('a title has a language of its own, and stands where its name belongs', async ({ open }) => {
  const { page, list } = await open('anilist')
  await untilRead(page)
  await list.link(/^All \d/).click()
  await list.filter.fill('frieren')
  await expect(list.rows.first()).toContainText(/frieren/i)
  const title = await list.titleAt(0)
  const before = await list.name(title)
  await list.row(title).locator('.name').click()
  await list.panel.getByRole('button', { name: 'Show another title' }).click()
  const other = page.getByRole('menuitemcheckbox').filter({ hasNotText: before }).last()
  const wanted = await other.innerText()
  await other.click()

  await expect(list.row(title).locator('.name')).toHaveText(wanted)
})

test('a filter stays with its list, and says what it hides', async ({ open }) => {
  const first = await open('anilist')
  await untilRead(first.page)
  await first.list.link(/^Planned \d/).click()
  await first.list.filter.fill('format:movie')
  await expect(first.page.getByText(/\d+ hidden by: filter/)).toBeVisible()
  await first.list.link(/^Completed \d/).click()
  await expect(first.list.filter).toHaveValue('')
  await first.list.link(/^Planned \d/).click()
  await expect(first.list.filter).toHaveValue('format:movie')

  await first.page.getByRole('button', { name: 'Show', exact: true }).click()

  await expect(first.list.filter).toHaveValue('')
})
