import type { Page } from '@playwright/test'
import type { TitleKey } from '../../../src/shared/media'
import { untilRead } from '../app/agree'
import { expect, test } from '../app/fixture'
import { listedIn, type ListPage } from '../app/list-page'
import { violations } from '../finding/axe'

const bar = (page: Page) =>
  page.getByRole('toolbar', { name: 'What to do with the selected titles' })
const name = (list: ListPage, title: TitleKey) => list.row(title).locator('.name')

async function statusesOf(page: Page, titles: readonly TitleKey[]) {
  const listed = await listedIn(page)
  return titles.map((title) => listed.get(title)?.status)
}

test('a range by mouse is changed at once after a look at it, and one undo takes it back', async ({
  open,
}) => {
  const { page, list } = await open('anilist')
  await untilRead(page)
  await list.link(/^Planned \d/).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Planned/)
  const titles = await Promise.all([0, 1, 2, 3].map(list.titleAt))

  await name(list, titles[0]!).click({ modifiers: ['Control'] })
  await name(list, titles[2]!).click({ modifiers: ['Shift'] })
  await name(list, titles[3]!).click({ modifiers: ['Control'] })
  await expect(bar(page)).toContainText('4 selected')
  expect(await violations(page)).toEqual([])

  await bar(page).getByRole('button', { name: 'Status' }).click()
  await page.getByRole('menuitem', { name: 'Paused' }).click()
  await expect(list.dialog).toContainText('4 change, 0 already so')
  await expect(list.dialog).toContainText(/Up to \d posts? may appear on your activity feed/)
  expect(await violations(page)).toEqual([])
  await list.dialog.getByRole('button', { name: 'Change 4 titles' }).click()

  await expect(list.notice('4 titles changed')).toBeVisible()
  await expect.poll(() => statusesOf(page, titles)).toEqual(titles.map(() => 'paused'))
  await list.undo.click()
  await expect.poll(() => statusesOf(page, titles)).toEqual(titles.map(() => 'planned'))
})

test('the keyboard selects, changes and takes back alone', async ({ open }) => {
  const { page, list } = await open('anilist')
  await untilRead(page)
  await list.link(/^Planned \d/).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Planned/)
  const titles = await Promise.all([0, 1, 2].map(list.titleAt))
  await list.grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar(page)).toContainText('3 selected')

  await page.keyboard.press('1')
  await expect(list.dialog).toContainText('3 change')
  await page.keyboard.press('Enter')
  await expect.poll(() => statusesOf(page, titles)).toEqual(titles.map(() => 'current'))
  await page.keyboard.press('Control+z')
  await expect.poll(() => statusesOf(page, titles)).toEqual(titles.map(() => 'planned'))
})

test('everything the filter shows is selected with Ctrl+A, and Esc lets go', async ({ open }) => {
  const { page, list } = await open('anilist')
  await untilRead(page)
  await list.link(/^All \d/).click()
  await list.filter.fill('format:movie')
  await page.keyboard.press('Enter')
  const count = /\d+/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[0] ?? ''

  await page.keyboard.press('Control+a')
  await expect(bar(page)).toContainText(`${count} selected`)
  await page.keyboard.press('Escape')

  await expect(bar(page)).toBeHidden()
  await expect(list.filter).toHaveValue('format:movie')
})

test('titles are dragged onto a list of the side bar', async ({ open }) => {
  const { page, list } = await open('anilist')
  await untilRead(page)
  await list.link(/^Planned \d/).click()
  await list.filter.fill('-list:Comfort')
  await expect(page.getByText(/hidden by: filter/)).toBeVisible()
  const title = await list.titleAt(1)

  await name(list, title).dragTo(list.link(/^Comfort \d/))

  await expect(list.notice('1 title changed')).toBeVisible()
  const lists = await page.evaluate(async (key) => {
    const settings = await window.bridge.call('settings:get')
    const accountId = settings.ok ? (settings.value.activeAccount ?? 1) : 1
    const row = await window.bridge.call('library:row', { accountId, title: key })
    return row.ok ? row.value?.entry.customLists : []
  }, title)
  expect(lists).toContain('Comfort')
})
