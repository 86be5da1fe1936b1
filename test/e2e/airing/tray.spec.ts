import { untilRead } from '../app/agree'
import { expect, type Opened, test } from '../app/fixture'
import { onStandIn, routeOf } from '../launch'
import { deskOf } from './desk'

test.skip(!onStandIn, 'Only the stand-in remembers what tray and notifications showed')

async function ready(opened: Opened) {
  await untilRead(opened.page)
  const desk = deskOf(opened)
  await expect.poll(async () => (await desk.state()).upcoming.length).toBe(5)
  return desk
}

test('the tray says what is ready and what comes, and counts one more', async ({ open }) => {
  const opened = await open('anilist')
  const desk = await ready(opened)
  const before = await desk.state()
  const [first] = before.titles
  if (!first) throw new Error('nothing is ready in this sandbox')

  const tray = await desk.tray()
  expect(tray.toolTip).toBe(`Tsuzuki: ${before.ready} episodes ready`)
  expect(tray.image).toMatch(/-dot\.png$/)
  expect(tray.items.slice(0, before.titles.length).map(({ label }) => label)).toEqual(
    before.titles.map(({ name, next, ready: count }) =>
      count > 1 ? `+1  ${name} · ${next}  (${count} ready)` : `+1  ${name} · ${next}`,
    ),
  )
  const upcoming = tray.items.filter(({ id }) => id.startsWith('next '))
  expect(upcoming).toHaveLength(5)
  for (const { label } of upcoming) expect(label).toMatch(/ · \d+ {2}in (\d+ (d|h|min) ?)+$/)
  expect(tray.items.slice(-5).map(({ label }) => label)).toEqual([
    'Pause notifications for an hour',
    'All saved',
    '–',
    'Open Tsuzuki',
    'Quit',
  ])

  await desk.clickTray(`plus ${first.ref.accountId} ${first.ref.title}`)

  await expect.poll(async () => (await desk.row(first.ref))?.entry.progress).toBe(first.next)
  await expect.poll(async () => (await desk.state()).ready).toBe(before.ready - 1)
  await expect
    .poll(async () => (await desk.tray()).toolTip)
    .toBe(`Tsuzuki: ${before.ready - 1} episodes ready`)
})

test('the tray pauses notifications, leads to the queue and to entries', async ({ open }) => {
  const opened = await open('anilist')
  const desk = await ready(opened)
  const { page, list } = opened

  await desk.clickTray('pause')
  await expect
    .poll(async () => (await desk.tray()).items.find(({ id }) => id === 'pause')?.label)
    .toMatch(/^Notifications are paused until .*\. Go on$/)
  await desk.clickTray('pause')
  await expect.poll(async () => (await desk.state()).pausedUntil).toBeNull()

  await desk.clickTray('queue')
  await expect.poll(() => routeOf(page)).toBe('/queue')
  const [next] = (await desk.state()).upcoming
  if (!next) throw new Error('nothing comes')
  await desk.clickTray(`next ${next.ref.accountId} ${next.ref.title}`)
  await expect(list.panel).toBeVisible()
  expect(routeOf(page)).toContain(`entry=${next.ref.title}`)
})

test('an episode that is out is said once; its buttons count, open and mute', async ({ open }) => {
  const opened = await open('anilist')
  const desk = await ready(opened)
  const { page, list } = opened
  const followed = (await desk.state()).upcoming
  const watched = []
  for (const each of followed) {
    const row = await desk.row(each.ref)
    if (row?.entry.status === 'current') watched.push({ ...each, row })
  }
  const [next] = watched
  if (!next) throw new Error('nothing that is watched comes soon')
  expect(await desk.notifications()).toEqual([])

  await desk.setClock(next.airingAt * 1000 + 5_000)

  const title = `${next.name} ${next.episode} is out`
  await expect
    .poll(async () => (await desk.notifications()).map((each) => each.title))
    .toContain(title)
  const shown = await desk.notifications()
  const nth = shown.findIndex((each) => each.title === title)
  expect(shown[nth]?.buttons).toEqual(['+1', 'Open', 'Mute'])

  await desk.answer(nth, 0)
  const { progress } = next.row.entry
  await expect.poll(async () => (await desk.row(next.ref))?.entry.progress).toBe(progress + 1)
  await desk.answer(nth, null)
  await expect(list.panel).toBeVisible()
  expect(routeOf(page)).toContain(`entry=${next.ref.title}`)
  await desk.answer(nth, 2)
  await expect(list.panel.getByRole('switch', { name: 'Mute' })).not.toBeChecked()
  await list.panel.getByRole('button', { name: 'Close' }).click()

  await list.link('Notifications').click()
  const line = page.getByRole('listitem').filter({ hasText: next.name })
  await expect(line.first()).toContainText(`Episode ${next.episode} is out`)
  await expect(line.first().getByRole('button', { name: /^Mute/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  )

  // Waking once more says nothing anew.
  await desk.setClock(next.airingAt * 1000 + 8_000)
  const again = await desk.notifications()
  expect(again.filter((each) => each.title === title)).toHaveLength(1)
})

test('what came in days of sleep is one digest, and a card in the window', async ({ open }) => {
  test.setTimeout(90_000)
  const opened = await open('anilist')
  const desk = await ready(opened)
  const { page } = opened

  await desk.setClock(Date.now() + 3 * 24 * 3600_000)

  await expect
    .poll(async () => (await desk.notifications()).map(({ title }) => title), { timeout: 60_000 })
    .toEqual([expect.stringMatching(/^While you were away: \d+ episodes of \d+ titles$/)])
  const [digest] = await desk.notifications()
  expect(digest?.buttons).toEqual([])
  const card = page.getByRole('region', { name: digest?.title ?? '' })
  await expect(card).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('away.png') })

  await desk.answer(0, null)
  await expect.poll(() => routeOf(page)).toBe('/notifications')
  const episodes = Number(/\d+/.exec(digest?.title ?? '')?.[0])
  await expect(page.getByRole('listitem').filter({ hasText: 'is out' })).toHaveCount(episodes)
  await page.screenshot({ path: test.info().outputPath('notifications.png') })
})

test('closing the window leaves the program in the tray, if so wished', async ({ open }) => {
  const opened = await open('anilist', { settings: { closeToTray: true } })
  const desk = await ready(opened)
  const { app } = opened.launched
  const isVisible = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? null)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(isVisible).toBe(false)

  await desk.clickTray('open')

  await expect.poll(isVisible).toBe(true)
})
