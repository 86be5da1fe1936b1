import type { Page } from '@playwright/test'
import type { TitleKey } from '../../../src/shared/media'
import { type ServiceId, serviceIds, serviceNames } from '../../../src/shared/service'
import { type Listed, listedAt } from '../../support/e2e-listed'
import { expectAgreement, untilSaved } from './agree'
import { expect, type Opened, test } from './fixture'
import type { ListPage } from './list-page'

/** A title in sight of which some episodes are seen and some are left. */
async function titleInProgress({ list }: Pick<Opened, 'list'>): Promise<TitleKey> {
  const known = list.rows
    .filter({ has: list.grid.page().getByRole('button', { name: /^One more /, disabled: false }) })
    .filter({ has: list.grid.page().getByRole('button', { name: /^One less /, disabled: false }) })
  return (await known.first().getAttribute('data-title')) as TitleKey
}

/** Opens the panel of a title, hands it over, and closes it. */
async function inPanel(list: ListPage, title: TitleKey, act: () => Promise<void>) {
  await list.row(title).getByRole('rowheader').click()
  await act()
  await list.panel.getByRole('button', { name: 'Close' }).click()
  await expect(list.panel).toBeHidden()
}

const seen = async (list: ListPage, title: TitleKey) =>
  Number.parseInt(await list.progress(title).innerText(), 10)

const notesOf = (page: Page) => page.getByRole('textbox', { name: 'Notes' })

for (const service of serviceIds)
  test.describe(serviceNames[service], () => {
    test('the mouse does it all: one more, score, note, remove, undo', async ({ open }) => {
      const opened = await open(service)
      const { page, list, admin } = opened
      const title = await titleInProgress(opened)
      const name = await list.name(title)
      const before = await seen(list, title)

      await list.more(title).click()
      await expect(list.progress(title)).toHaveText(new RegExp(`^${before + 1}\\b`))
      await expect(list.mark(title, 'Waiting to be sent')).toBeVisible()
      await expect(list.promise).toHaveText(/1 waiting/)
      await expect(list.mark(title, 'Saved')).toBeVisible()
      await untilSaved(page)

      await list.score(title).click()
      await page.getByRole('textbox', { name: 'Score' }).fill('3.7')
      await list.row(title).getByRole('rowheader').click()
      await expect(list.score(title)).toHaveText('3.7')
      await list.panel.getByRole('button', { name: 'Close' }).click()

      await inPanel(list, title, async () => {
        await notesOf(page).fill('Rain, a bench,\nand 音楽.')
      })
      await expect(list.row(title).getByRole('img', { name: 'Has a note' })).toBeVisible()

      await list.menu(title).click()
      await page.getByRole('menuitem', { name: 'Remove from the list' }).click()
      await expect(list.dialog).toContainText(`Remove ${name}?`)
      await list.dialog.getByRole('button', { name: 'Cancel' }).click()
      await expect(list.row(title)).toBeVisible()
      await list.menu(title).click()
      await page.getByRole('menuitem', { name: 'Remove from the list' }).click()
      await list.dialog.getByRole('button', { name: 'Remove' }).click()
      await expect(list.row(title)).toBeHidden()
      await list.undo.click()
      await expect(list.row(title)).toBeVisible()
      await expect(list.score(title)).toHaveText('3.7')

      await expectThere(opened, service, title, {
        progress: before + 1,
        score: 37,
        notes: 'Rain, a bench,\nand 音楽.',
      })
      await expectAgreement(page, admin, service)
    })

    test('the keyboard does it all, too', async ({ open }) => {
      const opened = await open(service)
      const { page, list, admin } = opened
      const title = await titleInProgress(opened)
      const before = await seen(list, title)
      await list.grid.focus()
      await page.keyboard.press('Home')
      await expect(list.active).toBeVisible()
      while ((await list.active.getAttribute('data-title')) !== title)
        await page.keyboard.press('j')

      for (const key of ['+', '+', '-']) await page.keyboard.press(key)
      await expect(list.progress(title)).toHaveText(new RegExp(`^${before + 1}\\b`))

      await page.keyboard.press('s')
      await page.keyboard.type('6.4')
      await page.keyboard.press('Enter')
      await expect(list.score(title)).toHaveText('6.4')

      await page.keyboard.press('Enter')
      await notesOf(page).focus()
      await page.keyboard.type('By key.')
      await page.keyboard.press('Escape')
      await expect(list.panel).toBeHidden()

      await page.keyboard.press('Delete')
      await expect(list.dialog).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(list.dialog).toBeHidden()
      await page.keyboard.press('Delete')
      await expect(list.dialog.getByRole('button', { name: 'Remove' })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(list.row(title)).toBeHidden()
      await page.keyboard.press('Control+z')
      await expect(list.row(title)).toBeVisible()

      await expectThere(opened, service, title, {
        progress: before + 1,
        score: 64,
        notes: 'By key.',
      })
      await expectAgreement(page, admin, service)
    })
  })

/** The service itself has it so. */
async function expectThere(
  { admin, page }: Opened,
  service: ServiceId,
  title: TitleKey,
  wanted: Partial<Listed>,
) {
  await untilSaved(page)
  expect(listedAt(service, await admin.entries(service)).get(title)).toMatchObject(wanted)
}

test('five taps are one request', async ({ open }) => {
  const opened = await open('anilist')
  const { page, list, admin } = opened
  const title = await titleInProgress(opened)
  await untilSaved(page)
  const before = await seen(list, title)
  const writes = async () =>
    (await admin.log('anilist')).arrivals.filter(({ write }) => write).length
  expect(await writes()).toBe(0)

  for (const button of ['more', 'less', 'more', 'less', 'more'] as const)
    await list[button](title).click()
  await expect(list.progress(title)).toHaveText(new RegExp(`^${before + 1}\\b`))

  await expect(list.mark(title, 'Saved')).toBeVisible()
  await untilSaved(page)
  expect(await writes()).toBe(1)
})

test('a slip that is taken back at once never leaves', async ({ open }) => {
  const opened = await open('anilist')
  const { page, list, admin } = opened
  const title = await titleInProgress(opened)
  await untilSaved(page)
  const before = await seen(list, title)

  await list.more(title).click()
  await expect(list.promise).toHaveText(/1 waiting/)
  await page.keyboard.press('Control+z')

  await expect(list.progress(title)).toHaveText(new RegExp(`^${before}\\b`))
  await untilSaved(page)
  const { arrivals } = await admin.log('anilist')
  expect(arrivals.filter(({ write }) => write)).toEqual([])
})
