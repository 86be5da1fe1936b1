import type { Locator, Page } from '@playwright/test'
import { untilRead } from '../app/agree'
import { expect, test } from '../app/fixture'
import { routeOf } from '../launch'
import { allSent, asked } from './acts'

/** Presses Tab until the keyboard is where it is wanted: whoever has no mouse has to get there. */
async function tabTo(page: Page, wanted: Locator) {
  await expect(wanted).toBeVisible()
  const isThere = () => wanted.evaluate((it) => it.contains(document.activeElement))
  for (let presses = 0; presses < 250; presses += 1) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The Tab key does not lead there')
}

async function press(page: Page, wanted: Locator) {
  await tabTo(page, wanted)
  await page.keyboard.press('Enter')
}

/** From the title that is looked at to another one beside it. */
async function walk(page: Page) {
  const from = routeOf(page)
  const here = page.getByRole('group', { name: 'Relations' }).locator('[aria-current]')
  await tabTo(page, here)
  for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) {
    await page.keyboard.press(key)
    if (!(await here.evaluate((it) => it === document.activeElement))) break
  }
  await page.keyboard.press('Enter')
  await expect.poll(() => routeOf(page)).not.toBe(from)
  await expect(here).toBeFocused()
}

/** What opening a title asks of the service; what the app does by itself meanwhile does not count. */
const ofTitles = { anilist: /query Media$/, 'anilist-v1': /GET (anime|manga)\/\{id\}/ }
const mostRequests = { anilist: 1, 'anilist-v1': 2 }
const posts = {
  anilist: { review: /SaveReview$/, comment: /SaveThreadComment$/ },
  'anilist-v1': { review: /POST (anime|manga)\/review$/, comment: /POST forum\/comment$/ },
} as const

for (const service of ['anilist', 'anilist-v1'] as const) {
  test(`${service}: by keyboard alone one finds, walks, likes, writes, follows and reads news`, async ({
    open,
  }) => {
    test.setTimeout(180_000)
    const opened = await open(service)
    const { page, admin } = opened
    await untilRead(page)
    await admin.limit(service, { max: 10_000 })
    const heading = page.getByRole('heading', { level: 1 })

    await page.keyboard.press('g')
    await page.keyboard.press('d')
    const grid = page.getByRole('grid', { name: 'Found titles' })
    await expect(page.getByRole('gridcell').first()).toBeVisible()
    await tabTo(page, grid)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    const before = await asked(opened, service, ofTitles[service])
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Characters' })).toBeVisible()
    const after = await asked(opened, service, ofTitles[service])
    expect(after - before).toBeLessThanOrEqual(mostRequests[service])

    for (let steps = 0; steps < 3; steps += 1) await walk(page)

    const favourite = page.getByRole('button', { name: /^Favourite/ })
    const was = await favourite.getAttribute('aria-pressed')
    await press(page, favourite)
    await expect(favourite).toHaveAttribute('aria-pressed', was === 'true' ? 'false' : 'true')

    await press(page, page.getByRole('link', { name: 'All reviews' }))
    await press(page, page.getByRole('button', { name: 'Write a review' }))
    await tabTo(page, page.getByRole('textbox', { name: 'In one sentence' }))
    await page.keyboard.type('A sentence that is long enough')
    await tabTo(page, page.getByRole('textbox', { name: 'Your review' }))
    await page.keyboard.insertText('Words without end. '.repeat(160))
    await tabTo(page, page.getByRole('spinbutton', { name: 'Score of 100' }))
    await page.keyboard.type('85')
    await press(page, page.getByRole('button', { name: 'Post review' }))
    await expect(page.getByRole('link', { name: 'A sentence that is long enough' })).toBeVisible({
      timeout: 60_000,
    })
    expect(await asked(opened, service, posts[service].review)).toBe(1)

    await admin.fillThread(service, ['First words', 'Second words'], 3)
    await page.keyboard.press('g')
    await page.keyboard.press('f')
    await press(page, page.getByRole('article').nth(1).getByRole('link').first())
    await expect.poll(() => routeOf(page)).toMatch(/^\/thread\//)
    const comment = page.getByRole('textbox', { name: 'Your comment' })
    await tabTo(page, comment)
    await page.keyboard.type('An answer by keyboard')
    await page.keyboard.press('Control+Enter')
    await expect(comment).toHaveValue('')
    await allSent(page)
    expect(await asked(opened, service, posts[service].comment)).toBe(1)

    await page.keyboard.press('Escape')
    await heading.click()
    await page.keyboard.press('g')
    await page.keyboard.press('a')
    await press(
      page,
      page.getByRole('article').filter({ hasNotText: /^mika/ }).first().getByRole('link').first(),
    )
    const follow = page.getByRole('button', { name: /^Follow(ing)?$/ })
    const followed = await follow.getAttribute('aria-pressed')
    await press(page, follow)
    await expect(follow).toHaveAttribute('aria-pressed', followed === 'true' ? 'false' : 'true')
    await allSent(page)

    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await expect(page.getByText('started following you.')).toBeVisible()
  })
}
