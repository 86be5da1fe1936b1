import type { Page } from '@playwright/test'
import { untilRead } from '../app/agree'
import { expect, test } from '../app/fixture'
import { routeOf } from '../launch'
import { violations } from './axe'

const field = (page: Page) => page.getByRole('combobox', { name: 'Find a title or an action' })
const lines = (page: Page) => page.getByRole('dialog').getByRole('option')

test('leads anywhere by keyboard alone', async ({ open }) => {
  const { page } = await open('anilist')
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()

  await page.keyboard.type('history')
  await expect(lines(page).first()).toContainText('Go to History')
  await page.keyboard.press('Enter')

  await expect.poll(() => routeOf(page)).toBe('/history')
  await expect(field(page)).toBeHidden()
})

test('finds a title in spite of a slip, and opens it', async ({ open }) => {
  const { page, list } = await open('anilist')
  await untilRead(page)
  await page.keyboard.press('Control+k')

  await page.keyboard.type('assasination clasroom')
  const title = page.getByRole('option', { name: /assassination classroom/i }).first()
  await title.click()

  await expect(list.panel).toContainText(/assassination classroom/i)
})

test('counts one up without leaving the keyboard', async ({ open }) => {
  const opened = await open('anilist')
  const { page, list } = opened
  await untilRead(page)
  const rows = list.rows.filter({
    has: page.getByRole('button', { name: /^One more /, disabled: false }),
  })
  const title = (await rows.first().getAttribute('data-title')) as `anime:${number}`
  const name = await list.name(title)
  const before = Number.parseInt(await list.progress(title).innerText(), 10)

  await page.keyboard.press('Control+k')
  await page.keyboard.type(`+1 ${name}`)
  await expect(lines(page).first()).toContainText(`+1 ${name}`)
  await page.keyboard.press('Enter')

  await expect(list.progress(title)).toHaveText(new RegExp(`^${before + 1}\\b`))
})

test('finds what is on no list at the service, and opens its page', async ({ open }) => {
  const { page } = await open('anilist')
  await untilRead(page)
  await page.keyboard.press('Control+k')

  await page.keyboard.type('love')
  const found = page.getByRole('group', { name: 'At AniList' }).getByRole('option').first()
  await found.click()

  await expect.poll(() => routeOf(page)).toMatch(/^\/series\/(anime|manga)\/\d+$/)
  await expect(page.getByRole('button', { name: 'Add as planned' })).toBeVisible()
})

test('changes theme and language at once, and knows what is used most', async ({ open }) => {
  const { page } = await open('anilist')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('theme dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html.dark')).toBeAttached()

  await page.keyboard.press('Control+k')
  await expect(lines(page).first()).toContainText('Theme: Dark')
  await page.keyboard.type('deutsch')
  await page.keyboard.press('Enter')
  await expect(page.locator('html[lang=de]')).toBeAttached()
})

test('opens while one types, and Esc gives the keyboard back', async ({ open }) => {
  const { page, list } = await open('anilist')
  await page.keyboard.press('/')
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()

  await page.keyboard.press('Escape')

  await expect(list.filter).toBeFocused()
})

test('opens by mouse from the status bar', async ({ open }) => {
  const { page } = await open('anilist')
  await page.getByRole('contentinfo').getByRole('button', { name: 'Find a title' }).click()
  await page.getByRole('option', { name: 'Go to Settings' }).click()
  await expect.poll(() => routeOf(page)).toBe('/settings')
})

test('two keys lead to a view, and a changed key is the one that works and is shown', async ({
  open,
}) => {
  const { page } = await open('anilist')
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect.poll(() => routeOf(page)).toBe('/history')

  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: 'Change the key for: History' }).click()
  await page.keyboard.press('j')
  await expect(page.getByText('J is taken already: Next title')).toBeVisible()
  await page.keyboard.press('y')
  await expect(page.getByRole('button', { name: 'Change the key for: History' })).toHaveText('Y')

  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await expect.poll(() => routeOf(page)).toMatch(/^\/library/)
  await page.keyboard.press('y')
  await expect.poll(() => routeOf(page)).toBe('/history')
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing about palette and keys, ${theme}`, async ({ open }) => {
    const { page, list } = await open('anilist', {
      args: ['--lang=en', '--try=anilist', `--theme=${theme}`],
    })
    await untilRead(page)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('a')
    await expect(lines(page).first()).toBeVisible()
    expect.soft(await violations(page), 'the palette').toEqual([])
    await page.keyboard.press('Escape')
    await expect(field(page)).toBeHidden()

    await page.keyboard.press('?')
    await expect(list.dialog).toBeVisible()
    expect.soft(await violations(page), 'the keys').toEqual([])
    await page.keyboard.press('Escape')
    await list.link('Settings').click()
    expect.soft(await violations(page), 'the settings').toEqual([])
  })
