import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../app/fixture'
import { onStandIn } from '../launch'
import { violations } from '../finding/axe'
import { dropFile } from './drop'

const jobs = (page: Page) => page.locator('.job')
const preview = (page: Page) => page.locator('[data-part="preview"]')

const malXml = (ids: readonly number[], user = 'Mia') =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><myanimelist>
<myinfo><user_id>5</user_id><user_name>${user}</user_name><user_export_type>1</user_export_type></myinfo>
${ids
  .map(
    (
      id,
    ) => `<anime><series_animedb_id>${id}</series_animedb_id><series_title>Title ${id}</series_title>
<my_watched_episodes>3</my_watched_episodes><my_score>8</my_score><my_status>On-Hold</my_status>
<my_tags>seen with Jo</my_tags></anime>`,
  )
  .join('\n')}</myanimelist>`)

const animePlanet = (names: readonly string[]) =>
  Buffer.from(
    JSON.stringify({
      user: { name: 'Mia' },
      export: { type: 'anime', date: '2020-01-01', version: '0.1a' },
      entries: names.map((name) => ({ name, status: 'watched', rating: 4.5, times: 1, eps: 12 })),
    }),
  )

test('a file of MyAnimeList goes into the sandbox, its owner is asked about, and it is killed and goes on', async ({
  open,
}) => {
  const opened = await open('anilist')
  const { page } = opened
  await expect(opened.list.rows.first()).toBeVisible()
  const index = JSON.parse(
    await import('node:zlib').then(({ gunzipSync }) =>
      gunzipSync(readFileSync('resources/titles.json.gz')).toString(),
    ),
  ) as { rows: number[][] }
  const ids = index.rows.flatMap(([anilist, mal]) => (anilist && mal ? [mal] : [])).slice(0, 1200)

  await dropFile(page, 'animelist_1.xml', malXml(ids))

  await expect(preview(page)).toContainText('This file is from Mia')
  await expect(preview(page)).toContainText('at the limits of the service')
  await expect(preview(page)).toContainText('posts may appear on your activity feed')
  const first = await preview(page).locator('[data-class="new"]').innerText()
  expect(Number(/\d+/.exec(first)?.[0])).toBeGreaterThan(1000)
  expect(await violations(page, '.page')).toEqual([])
  await page.screenshot({ path: 'test-results/backup-mal.png', fullPage: true })
  await preview(page).getByRole('button', { name: 'Import', exact: true }).click()
  await expect(jobs(page).first()).toBeVisible()
  await opened.kill()

  const again = await opened.again(['--lang=en', '--route=/backup'])
  await expect(jobs(again.page).first()).toHaveAttribute('data-state', 'applied')
  await again.page.screenshot({ path: 'test-results/backup-jobs.png', fullPage: true })
  const report = await jobs(again.page).first().getByText('Report:').innerText()
  const said = JSON.parse(readFileSync(report.replace('Report: ', ''), 'utf8')) as {
    planned: number
    done: number
  }
  expect(said.done).toBe(said.planned)
  await jobs(again.page).first().getByRole('button', { name: 'Undo this import' }).click()
  await expect(jobs(again.page).first()).toHaveAttribute('data-state', 'undone')
  await again.close()
})

test('doubtful titles are decided by keys, remembered, and the service is asked for the rest', async ({
  open,
}) => {
  const opened = await open('anilist')
  const { page } = opened
  await expect(opened.list.rows.first()).toBeVisible()
  const file = animePlanet([
    'ドラえもん',
    'どろろ',
    'あしたのジョー',
    'COWBOY BEBOP',
    'Nobody knows this',
  ])

  await dropFile(page, 'export-anime.json', file)
  const doubtful = preview(page).locator('[data-class="doubtful"]')
  await expect(doubtful).toHaveText('Doubtful 3')
  await page.screenshot({ path: 'test-results/backup-doubtful.png', fullPage: true })
  expect(await violations(page, '.page')).toEqual([])

  await preview(page).locator('[data-doubtful] button').first().focus()
  await page.keyboard.press('1')
  await page.keyboard.press('2')
  await page.keyboard.press('s')
  await expect(doubtful).toHaveText('Doubtful 0')
  await expect(preview(page).locator('[data-part="ask"]')).toContainText('1 row may be found')
  await preview(page).getByRole('button', { name: 'Ask the service' }).click()
  await expect(preview(page).getByRole('button', { name: 'Stop asking' })).toHaveCount(0)
  await expect(preview(page).locator('[data-class="unmatched"]')).toHaveText('Not found 2')

  await dropFile(page, 'export-anime.json', file)
  await expect(preview(page).locator('[data-class="unmatched"]')).toHaveText('Not found 2')
  await expect(doubtful).toHaveText('Doubtful 0')
  await opened.close()
})

test('what a file does not carry is listed after it was saved', async ({ open }) => {
  test.skip(!onStandIn, 'a real dialog cannot be answered')
  const opened = await open('anilist', { args: ['--lang=en', '--try=anilist', '--route=/backup'] })
  const { page } = opened
  const filePath = join(opened.profile, 'saved.xml')
  await opened.launched.app.evaluate(
    (_electron, path) => globalThis.standIn?.answers.save.push({ canceled: false, filePath: path }),
    filePath,
  )
  await expect(page.getByRole('heading', { name: 'Export' })).toBeVisible()
  await page.getByRole('combobox', { name: 'File format' }).click()
  await page.getByRole('option', { name: 'MyAnimeList XML' }).click()
  await page.getByRole('button', { name: 'Save as…' }).click()

  await expect(page.getByText(`entries saved to ${filePath}`)).toBeVisible()
  await page.getByText(/^Not in this file: \d+ details?$/).click()
  await expect(page.getByText('no place for it').first()).toBeVisible()
  expect(readFileSync(filePath, 'utf8')).toContain('<update_on_import>1</update_on_import>')
  await page.screenshot({ path: 'test-results/backup-export.png', fullPage: true })
  expect(await violations(page, '.page')).toEqual([])
  await opened.close()
})
