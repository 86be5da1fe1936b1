import type { Page } from '@playwright/test'
import { expectAllCounted, untilRead } from '../app/agree'
import { expect, test } from '../app/fixture'
import { routeOf } from '../launch'
import { violations } from './axe'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const figure = (page: Page, name: string) =>
  page.getByRole('term').filter({ hasText: name }).locator('xpath=../dd[1]')

test('shows what the list says, and a bar leads to the titles behind it', async ({ open }) => {
  const { page, list, admin } = await open('anilist')
  await untilRead(page)
  const all = await expectAllCounted(page, admin, 'anilist')
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await expect(heading(page)).toHaveText('Statistics')
  await expect(figure(page, 'Titles')).toHaveText(String(all))
  await expect(page.getByText(/Every time counts/)).toBeVisible()

  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'Completed' }) })
  const completed = await row.getByRole('cell').last().innerText()
  await page.getByRole('link', { name: 'Completed', exact: true }).last().click()

  await expect.poll(() => routeOf(page)).toContain('/library/anime/all?q=status')
  await expect(heading(page)).toHaveText(`All ${completed}`)
  await expect(list.filter).toHaveValue('status:completed')
})

test('the list is there although another view was opened before it', async ({ open }) => {
  const { list, again } = await open('anilist')
  await expect(list.rows.first()).toBeVisible()

  const { page, list: later } = await again(['--lang=en', '--route=/backup'])
  await later.link('Statistics').click()
  await expect(figure(page, 'Titles')).not.toHaveText('0')
  await later.link(/^Watching [1-9]/).click()

  await expect(later.rows.first()).toBeVisible()
})

test('a column leads to its list by mouse', async ({ open }) => {
  const { page, list } = await open('anilist')
  await list.link('Statistics').click()
  const chart = page.getByRole('img', { name: /^Years\./ })
  await expect(chart).toBeVisible()
  const box = (await chart.boundingBox())!

  // Somewhere among the bars that end at the right there is one.
  for (let x = box.width - 8; x > 0 && routeOf(page) === '/statistics'; x -= 6) {
    await page.mouse.click(box.x + x, box.y + box.height - 34)
  }

  await expect.poll(() => routeOf(page)).toMatch(/\/library\/anime\/all\?q=year%3A\d{4}/)
  await expect(list.rows.first()).toBeVisible()
})

test('every chart can be read as a table, whose rows lead on by keyboard', async ({ open }) => {
  const { page } = await open('anilist')
  await page.keyboard.press('g')
  await page.keyboard.press('s')

  for (const title of ['Scores', 'Years', 'Activity']) {
    await expect(page.getByRole('table', { name: title })).toBeAttached()
  }
  await page.getByRole('button', { name: 'As a table: Years' }).focus()
  await page.keyboard.press('Enter')
  const link = page.getByRole('table', { name: 'Years' }).getByRole('link').last()
  const year = await link.innerText()
  await link.focus()
  await page.keyboard.press('Enter')

  await expect.poll(() => routeOf(page)).toBe(`/library/anime/all?q=year%3A${year}`)
})

test('counts manga by chapters and volumes', async ({ open }) => {
  const { page, list } = await open('anilist')
  await list.link('Statistics').click()
  await page.getByRole('main').getByRole('button', { name: 'Manga' }).click()

  await expect(figure(page, 'Volumes read')).toHaveText(/\d/)
  await expect(page.getByText('Episodes seen')).toBeHidden()
})

for (const theme of ['light', 'dark', 'contrast'] as const)
  test(`axe finds nothing about the statistics, ${theme}`, async ({ open }) => {
    const { page } = await open('anilist', {
      args: ['--lang=en', '--try=anilist', `--theme=${theme}`],
    })
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await expect(page.getByRole('img', { name: /^Activity\./ })).toBeVisible()
    expect.soft(await violations(page), 'as charts').toEqual([])

    for (const button of await page.getByRole('button', { name: /^As a table/ }).all()) {
      await button.click()
    }
    expect.soft(await violations(page), 'as tables').toEqual([])
  })
