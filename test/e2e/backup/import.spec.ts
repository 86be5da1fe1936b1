import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { TitleKey } from '../../../src/shared/media'
import { untilSaved } from '../app/agree'
import { expect, test } from '../app/fixture'
import { dropFile } from './drop'

const jobs = (page: Page) => page.locator('.job')

test('a file is dropped, compared, picked from, applied and taken back', async ({ open }) => {
  const opened = await open('anilist')
  const { page, list, profile } = opened
  const known = list.rows.filter({
    has: page.getByRole('button', { name: /^One more /, disabled: false }),
  })
  const title = (await known.first().getAttribute('data-title')) as TitleKey
  const before = await list.progress(title).innerText()
  const toList = page.url()

  await page.getByRole('link', { name: 'Backups' }).click()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('Last backup:')).toBeVisible()
  await page.screenshot({ path: 'test-results/backup-page.png' })
  const folder = join(profile, 'backups')
  const file = readdirSync(folder).find((name) => name.endsWith('.json.gz')) ?? ''
  const bytes = readFileSync(join(folder, file))

  await page.goto(toList)
  await list.more(title).click()
  await expect(list.progress(title)).not.toHaveText(before)
  const after = await list.progress(title).innerText()
  await untilSaved(page)

  await dropFile(page, 'my-list.json.gz', bytes)
  const preview = page.locator('[data-part="preview"]')
  await expect(preview).toContainText('my-list.json.gz')
  await expect(preview.locator('[data-class="changed"]')).toHaveText('Changed 0')
  await expect(preview.getByRole('button', { name: 'Import' })).toBeDisabled()

  await preview.getByRole('combobox', { name: 'How to import' }).click()
  await page.getByRole('option', { name: 'Make it like the file' }).click()
  await expect(preview.locator('[data-class="changed"]')).toHaveText('Changed 1')
  await preview.locator('[data-class="changed"]').click()
  await expect(preview.locator('[data-row]')).toHaveCount(1)
  const tick = preview
    .locator('[data-row]')
    .getByRole('checkbox', { name: /^Import / })
    .first()
  await tick.click()
  await expect(preview.getByRole('button', { name: 'Import' })).toBeDisabled()
  await tick.click()
  await page.screenshot({ path: 'test-results/backup-preview.png' })
  await preview.getByRole('button', { name: 'Import' }).click()

  await expect(jobs(page).first()).toHaveAttribute('data-state', 'applied')
  await page.goto(toList)
  await expect(list.progress(title)).toHaveText(before)
  await untilSaved(page)

  await page.getByRole('link', { name: 'Backups' }).click()
  await jobs(page).first().getByRole('button', { name: 'Undo this import' }).click()
  await expect(jobs(page).first()).toHaveAttribute('data-state', 'undone')
  await page.goto(toList)
  await expect(list.progress(title)).toHaveText(after)
  await untilSaved(page)
  await opened.close()
})

test('a file that is no list is refused in words and changes nothing', async ({ open }) => {
  const opened = await open('anisearch')
  const { page } = opened

  await dropFile(page, 'holiday.jpg', Buffer.from('no list at all'))

  await expect(page.getByText('This is no list that Tsuzuki knows.')).toBeVisible()
  await expect(page.locator('[data-part="preview"]')).toHaveCount(0)
  await opened.close()
})
