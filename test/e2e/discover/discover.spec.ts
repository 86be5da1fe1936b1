import { expect, test } from '../app/fixture'
import { violations } from '../finding/axe'
import { routeOf } from '../launch'

for (const service of ['anilist', 'anilist-v1'] as const) {
  test(`${service}: one finds a title, opens it, walks through relations and makes it a favourite`, async ({
    open,
  }) => {
    const { page } = await open(service, { settings: { theme: 'dark' } })
    await page.getByRole('link', { name: 'Discover' }).click()
    const cards = page.getByRole('gridcell')
    await expect(cards.first()).toBeVisible()
    expect(await violations(page)).toEqual([])

    // By keyboard: into the grid, to the second card, and in.
    await page.getByRole('grid', { name: 'Found titles' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect.poll(() => routeOf(page)).toMatch(/^\/series\//)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Characters' })).toBeVisible()
    expect(await violations(page)).toEqual([])

    const graph = page.getByRole('group', { name: 'Relations' })
    for (let step = 0; step < 3; step += 1) {
      const from = routeOf(page)
      await graph.getByRole('link').and(page.locator(':not([aria-current])')).first().focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => routeOf(page)).not.toBe(from)
      await expect(graph.locator('[aria-current]')).toBeFocused()
    }

    const favourite = page.getByRole('button', { name: /^Favourite/ })
    const before = await favourite.getAttribute('aria-pressed')
    await favourite.click()
    await expect(favourite).toHaveAttribute('aria-pressed', before === 'true' ? 'false' : 'true')

    // Away from a title whose entry is open at the side.
    await page.locator('a[href*="/character/"]').first().click()
    await expect.poll(() => routeOf(page)).toMatch(/^\/character\//)
    await expect(page.getByRole('heading', { name: 'Appears in' })).toBeVisible()
    // The picture stands beside the name and not over the page.
    const picture = await page.locator('.person').first().boundingBox()
    expect(picture?.width).toBeLessThan(200)
    expect(picture?.height).toBeLessThan(300)
    expect(await violations(page)).toEqual([])
  })
}

test('aniSearch has lists and nothing else, and the view says so', async ({ open }) => {
  const { page } = await open('anisearch')
  await page.getByRole('link', { name: 'Discover' }).click()
  await expect(page.getByText('aniSearch has lists and nothing else')).toBeVisible()
})
