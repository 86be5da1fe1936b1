import { untilRead } from '../app/agree'
import { expect, test } from '../app/fixture'
import { goTo } from '../app/go-to'
import { violations } from '../finding/axe'

test('a season is browsed, narrowed, and planned from', async ({ open }) => {
  const { page, list } = await open('anilist')
  await untilRead(page)
  await list.link('Season').click()
  const cards = page.locator('li.card')
  await expect.poll(() => cards.count()).toBeGreaterThan(5)
  const all = await cards.count()
  await page.screenshot({ path: test.info().outputPath('season.png') })

  const missing = page.getByRole('button', { name: /^Not on my list \d+$/ })
  const count = Number(/\d+$/.exec(await missing.innerText())?.[0])
  expect(count).toBeLessThan(all)
  await missing.click()
  await expect(cards).toHaveCount(count)

  const first = page.getByRole('button', { name: /^Plan to watch / }).first()
  const name = (await first.locator('.sr-only').innerText()).replace('Plan to watch ', '')
  await first.click()
  await expect(cards).toHaveCount(count - 1)
  await missing.click()
  await expect(
    page.getByRole('button', { name: `Planned, open ${name}`, exact: true }),
  ).toContainText('Planned')

  const heading = page.getByRole('button', { name: 'The season before' })
  await heading.click()
  await expect(page).toHaveURL(/season\?year=\d+&season=\w+/)
  await expect.poll(() => cards.count()).toBeGreaterThan(0)
  await page.goBack()
})

test('arrows go from title to title of a season, Enter opens one of the list', async ({ open }) => {
  const { page, list } = await open('anilist')
  await untilRead(page)
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  const spots = page.locator('[data-spot]')
  await expect.poll(() => spots.count()).toBeGreaterThan(10)
  await expect(page.locator('[data-spot][tabindex="0"]')).toHaveCount(1)
  const place = () =>
    page.evaluate(() => {
      const { left, top } = document.activeElement!.getBoundingClientRect()
      return { left: Math.round(left), top: Math.round(top) }
    })
  await spots.first().focus()
  const start = await place()

  await page.keyboard.press('ArrowRight')
  const right = await place()
  expect(right.left).toBeGreaterThan(start.left)
  await page.keyboard.press('ArrowDown')
  expect((await place()).left).toBe(right.left)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowLeft')
  await expect(spots.first()).toBeFocused()

  const listed = page.locator('li.card', { has: page.getByText('Watching') }).locator('[data-spot]')
  await listed.first().focus()
  await page.keyboard.press('Enter')
  await expect(list.panel).toBeVisible()
})

for (const args of [
  ['--lang=en', '--theme=light'],
  ['--lang=de', '--theme=dark'],
] as const)
  test(`week, season and notifications are accessible with ${args.join(' ')}`, async ({ open }) => {
    const { page } = await open('anilist', { args: [...args, '--try=anilist'] })
    await untilRead(page)
    for (const view of ['week', 'season', 'notifications'] as const) {
      await goTo(page, `/${view}`)
      await expect(page.locator('h1')).toBeVisible()
      if (view !== 'notifications') {
        await expect.poll(() => page.locator('[data-spot]').count()).toBeGreaterThan(3)
      }
      expect(await violations(page)).toEqual([])
      const file = test.info().outputPath(`${view}${args.join('')}.png`)
      await page.screenshot({ path: file })
    }
  })

test('in a narrow window the days stand one below the other', async ({ open }) => {
  const { page, list } = await open('anilist', { size: { width: 640, height: 800 } })
  await untilRead(page)
  await list.link('Week').click()
  await expect.poll(() => page.locator('[data-spot]').count()).toBeGreaterThan(3)

  const lefts = await page
    .locator('section.day')
    .evaluateAll((days) => days.map((day) => day.getBoundingClientRect().left))
  expect(new Set(lefts).size).toBe(1)
  await page.screenshot({ path: test.info().outputPath('narrow.png') })
  await list.link('Season').click()
  await expect.poll(() => page.locator('li.card').count()).toBeGreaterThan(3)
  await page.screenshot({ path: test.info().outputPath('narrow-season.png') })
})
