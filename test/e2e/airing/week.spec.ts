import type { Page } from '@playwright/test'
import { untilRead } from '../app/agree'
import { expect, test } from '../app/fixture'
import { onStandIn, routeOf } from '../launch'
import { deskOf } from './desk'

const column = (page: Page, nth: number) => page.locator('section.day').nth(nth)

/** The day before the clocks are changed, where they are. */
const zones = [
  { zone: 'Europe/Berlin', from: '2026-10-24' },
  { zone: 'America/New_York', from: '2026-10-31' },
  { zone: 'Asia/Tokyo', from: '2026-10-24' },
  { zone: 'Europe/Berlin', from: '2027-03-27' },
] as const

for (const { zone, from } of zones)
  test(`the week of ${zone} from ${from} is right where the clocks are changed`, async ({
    open,
  }) => {
    test.skip(!onStandIn, 'The zone of a real window is that of its system')
    const opened = await open('anilist', { env: { TZ: zone } })
    const { page, list } = opened
    await untilRead(page)
    const desk = deskOf(opened)
    const noonMs = Date.parse(`${from}T12:00:00Z`)
    await desk.setClock(noonMs)
    await list.link('Week').click()
    await page.getByRole('button', { name: 'Mine' }).click()
    await expect.poll(() => page.locator('.episode').count()).toBeGreaterThan(3)

    const [year, month, day] = from.split('-').map(Number)
    // What a clock on the wall shows, worked out by the system of this test and not by our own.
    const local = (ms: number, options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat('en', { timeZone: zone, ...options }).format(ms)
    const dateOf = (ms: number) => local(ms, { day: 'numeric', month: 'short' })
    const shownDays = await page.locator('section.day .date').allInnerTexts()
    expect(shownDays).toEqual(
      Array.from({ length: 7 }, (_, nth) => {
        const at = Date.UTC(year ?? 0, (month ?? 1) - 1, (day ?? 1) + nth, 12)
        return dateOf(at)
      }),
    )

    const episodes = await desk.week(noonMs / 1000 - 2 * 86_400, noonMs / 1000 + 9 * 86_400)
    const expected = episodes
      .filter(({ airingAt }) => airingAt !== null && shownDays.includes(dateOf(airingAt * 1000)))
      .map(({ airingAt }) => {
        const ms = (airingAt ?? 0) * 1000
        return `${dateOf(ms)} ${local(ms, { hour: '2-digit', minute: '2-digit' })}`
      })
    const found: string[] = []
    for (const nth of shownDays.keys()) {
      const clocks = await column(page, nth).locator('.clock').allInnerTexts()
      found.push(...clocks.map((clock) => `${shownDays[nth]} ${clock}`))
    }
    expect(found.toSorted()).toEqual(expected.toSorted())
    expect(new Set(found.map((each) => each.slice(0, 6))).size).toBeGreaterThan(1)
    await expect(column(page, 0).getByRole('separator')).toHaveCount(1)
    await expect(page.getByRole('separator')).toHaveCount(1)
    await page.screenshot({ path: test.info().outputPath('week.png') })
  })

test('arrows go from episode to episode, Enter opens one', async ({ open }) => {
  const opened = await open('anilist')
  const { page, list } = opened
  await untilRead(page)
  await page.keyboard.press('g')
  await page.keyboard.press('w')
  await expect(page.getByRole('heading', { level: 1, name: 'Week' })).toBeVisible()
  const spots = page.locator('[data-spot]')
  await expect.poll(() => spots.count()).toBeGreaterThan(5)
  await expect(page.locator('[data-spot][tabindex="0"]')).toHaveCount(1)

  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement?.closest('section.day')
      const days = [...document.querySelectorAll('section.day')]
      return { day: at ? days.indexOf(at) : -1 }
    })
  await spots.first().focus()
  const start = await focused()
  await page.keyboard.press('ArrowRight')
  const right = await focused()
  expect(right.day).toBeGreaterThan(start.day)
  await page.keyboard.press('ArrowLeft')
  expect((await focused()).day).toBe(start.day)
  await page.keyboard.press('End')
  const end = await focused()
  expect(end.day).toBeGreaterThan(start.day)

  await page.keyboard.press('Enter')
  await expect(list.panel).toBeVisible()
  expect(routeOf(page)).toMatch(/^\/library\/anime\/status\/\w+\?entry=anime:\d+$/)
})

test('+ counts one more of a title whose episode is out', async ({ open }) => {
  test.skip(!onStandIn, 'The clock of a real window cannot be set')
  const opened = await open('anilist')
  const { page, list } = opened
  await untilRead(page)
  const desk = deskOf(opened)
  await expect.poll(async () => (await desk.state()).upcoming.length).toBe(5)
  const [next] = (await desk.state()).upcoming
  if (!next) throw new Error('nothing comes')
  await desk.setClock(next.airingAt * 1000 + 5_000)
  await list.link('Week').click()
  const ready = page.locator('.episode', { has: page.locator('.plus') })
  await expect.poll(() => ready.count()).toBeGreaterThan(0)
  const mine = ready.filter({ hasText: next.name }).locator('[data-spot]').first()
  const before = (await desk.row(next.ref))?.entry.progress ?? 0

  await mine.focus()
  await page.keyboard.press('+')

  await expect.poll(async () => (await desk.row(next.ref))?.entry.progress).toBe(before + 1)
})

test('the whole season can be seen, and a title of it planned from there', async ({ open }) => {
  const opened = await open('anilist')
  const { page, list } = opened
  await untilRead(page)
  await list.link('Week').click()
  const all = page.locator('.episode')
  await expect.poll(() => all.count()).toBeGreaterThan(0)
  const mine = await all.count()

  await page.getByRole('button', { name: 'All of the season' }).click()
  await expect.poll(() => all.count()).toBeGreaterThan(mine)
  await page.screenshot({ path: test.info().outputPath('season-week.png') })
  const plan = page.getByRole('button', { name: /^Plan to watch / })
  const before = await plan.count()
  expect(before).toBeGreaterThan(0)
  const name = (await plan.first().getAttribute('aria-label'))?.replace('Plan to watch ', '') ?? ''
  await plan.first().click()

  await expect(page.getByRole('button', { name: `Plan to watch ${name}` })).toHaveCount(0)
  await list.link(/^Planned \d/).click()
  await list.filter.fill(name)
  await expect(list.rows.filter({ hasText: name })).not.toHaveCount(0)
})
