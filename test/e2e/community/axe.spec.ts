import type { Page } from '@playwright/test'
import { untilRead } from '../app/agree'
import { expect, test } from '../app/fixture'
import { goTo } from '../app/go-to'
import { violations } from '../finding/axe'

const views = [
  '/discover',
  '/discover?what=characters&q=a',
  '/discover?what=staff&q=a',
  '/discover?what=studios&q=a',
  '/discover?what=users&q=a',
  '/series/anime/101',
  '/character/1',
  '/staff/1',
  '/studio/1',
  '/feed',
  '/people?q=a',
  '/reviews',
  '/review/anime/101',
  '/reviews?whose=me',
  '/write-review/anime:1',
  '/forum',
  '/forum?feed=new',
  '/thread/62',
  '/write-thread',
  '/news',
]

/** The view is there, and everything that it asked for. */
async function settled(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page.locator('.empty-row')).toHaveCount(0)
  await expect(page.locator('.animate-spin')).toHaveCount(0)
}

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing about what people say, ${theme}`, async ({ open }) => {
    const { page } = await open('anilist', {
      args: ['--lang=en', '--try=anilist', `--theme=${theme}`],
    })
    await untilRead(page)
    for (const view of views) {
      await goTo(page, view)
      await settled(page)
      expect.soft(await violations(page), view).toEqual([])
    }
    await goTo(page, '/feed')
    await page.getByRole('article').first().getByRole('link').first().click()
    for (const part of ['About', 'Activity', 'Favourites', 'Follows']) {
      await page.getByRole('main').getByRole('link', { name: part, exact: true }).click()
      await settled(page)
      expect.soft(await violations(page), part).toEqual([])
    }
  })
