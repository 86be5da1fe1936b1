import type { Page } from '@playwright/test'
import { untilRead } from '../app/agree'
import { expect, test } from '../app/fixture'
import { routeOf } from '../launch'
import { violations } from './axe'

const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name })
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
/** How many titles the list says that it shows. */
const shown = async (page: Page) => Number(/\d+$/.exec(await heading(page).innerText())?.[0])

test('fields are found, completed and asked for by keyboard alone', async ({ open }) => {
  const { page, list } = await open('anilist')
  await untilRead(page)
  await list.link(/^All \d/).click()
  const planned = Number(/\d+/.exec(await list.link(/^Planned \d/).innerText())?.[0])

  await page.keyboard.press('/')
  await page.keyboard.type('sta')
  await expect(option(page, /^status/)).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(list.filter).toHaveValue('status:')
  await page.keyboard.type('pla')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')

  await expect(list.filter).toHaveValue('status:planned ')
  await expect.poll(() => shown(page)).toBe(planned)
  await page.keyboard.press('Enter')
  await expect(list.grid).toBeFocused()
})

test('a value is taken by mouse', async ({ open }) => {
  const { page, list } = await open('anilist')
  await untilRead(page)

  await page.getByRole('button', { name: 'What one can ask for' }).click()
  await option(page, /^format/).click()
  await option(page, 'movie').click()

  await expect(list.filter).toHaveValue('format:movie ')
})

test('what makes no sense is said in words, and mended with one click', async ({ open }) => {
  const { page, list } = await open('anilist')
  await untilRead(page)

  await list.filter.fill('status:wacthing score:any')
  await expect(page.getByText('“wacthing” is nothing that status can be.')).toBeVisible()
  await page.getByRole('button', { name: 'Take “watching”' }).click()

  await expect(list.filter).toHaveValue('status:watching score:any')
  await expect(page.getByText(/is nothing that/)).toBeHidden()
})

test('in German the same is asked in German', async ({ open }) => {
  const { page } = await open('anilist', { args: ['--lang=de', '--try=anilist'] })
  await page.keyboard.press('/')

  await page.keyboard.type('status:geplnt ')

  await expect(page.getByText('„geplnt“ gibt es bei status nicht.')).toBeVisible()
  await page.getByRole('button', { name: '„geplant“ nehmen' }).click()
  await expect(page.getByRole('combobox')).toHaveValue('status:geplant ')
})

test('a slip still finds the title', async ({ open }) => {
  const { page, list } = await open('anilist')
  await untilRead(page)
  await list.link(/^All \d/).click()

  await list.filter.fill('assasination clasroom')

  await expect(list.rows.first()).toContainText(/assassination classroom/i)
  await expect(page.getByText(/Nothing matches “assasination clasroom” exactly/)).toBeVisible()
})

test('what adult titles hide is counted among what was found', async ({ open }) => {
  const { page, list } = await open('anilist', { settings: { showAdult: true } })
  await untilRead(page)
  await list.link(/^All \d/).click()
  await list.filter.fill('adult:yes')
  const adult = await shown(page)
  test.skip(adult === 0, 'This sandbox has no adult titles')

  await page.evaluate(() => window.bridge.call('settings:set', { showAdult: false }))

  await expect(page.getByText(`${adult} hidden by: adult off`)).toBeVisible()
  await list.filter.fill('adult:no')
  await expect(page.getByText(/hidden by: adult/)).toBeHidden()
})

test('a filter is kept as a smart list, renamed, moved, and deleted', async ({ open }) => {
  const first = await open('anilist')
  const { page, list } = first
  await untilRead(page)
  await list.link(/^Planned \d/).click()
  await list.filter.fill('format:movie')
  await expect(heading(page)).toHaveText(/Planned/)
  const count = await shown(page)

  await page.getByRole('button', { name: 'Save as a smart list' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Films to see')
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText(`Films to see ${count}`)
  await expect(list.filter).toHaveValue('status:planned format:movie')

  const again = await first.again()
  await untilRead(again.page)
  await again.list.link('Films to see').click()
  await expect(heading(again.page)).toHaveText(`Films to see ${count}`)

  const menu = again.page.getByRole('button', { name: 'Smart list Films to see' })
  await menu.click()
  await again.page.getByRole('menuitem', { name: 'Rename' }).click()
  await again.page.getByRole('textbox', { name: 'Name' }).fill('Films')
  await again.page.keyboard.press('Enter')
  await expect(heading(again.page)).toHaveText(`Films ${count}`)

  await again.page.getByRole('button', { name: 'Smart list Films' }).click()
  await again.page.getByRole('menuitem', { name: 'Move up' }).click()
  const names = again.page
    .getByRole('navigation')
    .locator('a[href*="/smart/"]')
    .filter({ hasNotText: 'Hidden' })
  await expect(names).toHaveText(['Films', 'Ready to watch'])

  await again.page.getByRole('button', { name: 'Smart list Films' }).click()
  await again.page.getByRole('menuitem', { name: 'Delete' }).click()
  await again.list.dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(names).toHaveText(['Ready to watch'])
  expect(routeOf(again.page)).toBe('/library/anime/all')
})

test('one of what is shown is picked at random', async ({ open }) => {
  const { page, list } = await open('anilist')
  await untilRead(page)
  await list.filter.fill('score:any')

  await page.getByRole('button', { name: 'Pick one at random' }).click()
  await expect(list.panel).toBeVisible()
  await expect(list.active).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await expect(list.panel).toBeVisible()
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing about the filter, ${theme}`, async ({ open }) => {
    const { page, list } = await open('anilist', {
      args: ['--lang=en', '--try=anilist', `--theme=${theme}`],
    })
    await untilRead(page)
    await page.keyboard.press('/')
    await page.keyboard.type('sta')
    await page.keyboard.press('ArrowDown')
    expect.soft(await violations(page), 'what is offered').toEqual([])

    await list.filter.fill('status:wacthing score:any')
    await expect(page.getByText(/is nothing that status can be/)).toBeVisible()
    expect.soft(await violations(page), 'what makes no sense').toEqual([])

    await list.filter.fill('score:any')
    await page.getByRole('button', { name: 'Save as a smart list' }).click()
    await expect(list.dialog).toBeVisible()
    expect.soft(await violations(page), 'the question for a name').toEqual([])
  })
