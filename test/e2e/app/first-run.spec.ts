import { kindOf, type MediaKind } from '../../../src/shared/media'
import { type ServiceId, serviceIds, serviceNames } from '../../../src/shared/service'
import { type Status, statuses } from '../../../src/shared/status'
import { listedAt } from '../../support/e2e-listed'
import { onStandIn } from '../launch'
import { expectAgreement } from './agree'
import { expect, test } from './fixture'

const words: Readonly<Record<MediaKind, Readonly<Record<Status, string>>>> = {
  anime: {
    current: 'Watching',
    repeating: 'Rewatching',
    planned: 'Planned',
    completed: 'Completed',
    paused: 'Paused',
    dropped: 'Dropped',
    'not-interested': 'Not interested',
  },
  manga: {
    current: 'Reading',
    repeating: 'Rereading',
    planned: 'Planned',
    completed: 'Completed',
    paused: 'Paused',
    dropped: 'Dropped',
    'not-interested': 'Not interested',
  },
}

const firstWords: Readonly<Record<ServiceId, RegExp>> = {
  anilist: /^AniList The AniList of today/,
  anisearch: /^aniSearch /,
  'anilist-v1': /^AniList v1 /,
}

for (const service of serviceIds)
  test(`somebody without an account tries ${serviceNames[service]} and sees a list with its counts`, async ({
    open,
  }) => {
    const { page, list, admin } = await open(null)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.locator('html').getAttribute('data-ready')).toBe('welcome')

    await page.getByRole('radio', { name: firstWords[service] }).check()
    await page.getByRole('button', { name: 'Start' }).click()

    await expect(list.rows.first()).toBeVisible()
    await expect(page.getByRole('contentinfo')).toContainText(`${serviceNames[service]} mika`)
    await expect(list.sandboxSwitch).toHaveAccessibleName('Sandbox is on')
    const entries = [...listedAt(service, await admin.entries(service))]
    for (const kind of ['anime', 'manga'] as const) {
      await list.link(kind === 'anime' ? 'Anime' : 'Manga').click()
      const ofKind = entries.filter(([title]) => kindOf(title) === kind)
      const counts = statuses.flatMap((status) => {
        const count = ofKind.filter(([, entry]) => entry.status === status && !entry.hidden).length
        return count > 0 ? [`${words[kind][status]}${count}`] : []
      })
      for (const shown of [...counts, `All${ofKind.length}`])
        await expect(list.link(new RegExp(`^${shown.replace(/\d/, ' $&')}$`))).toBeVisible()
    }
    await expectAgreement(page, admin, service)
  })

test('the first page is left by keyboard alone', async ({ open }) => {
  const { page, list } = await open(null)

  await page.getByRole('radio').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /^aniSearch / })).toBeChecked()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Start' })).toBeFocused()
  await page.keyboard.press('Enter')

  await expect(list.rows.first()).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText('aniSearch mika')
})

test('a second start opens the list, not the first page, and where one was', async ({ open }) => {
  const first = await open('anilist')
  await first.list.link(/^Completed \d/).click()
  await expect(first.page.getByRole('heading', { level: 1 })).toContainText('Completed')
  const kept = () => first.page.evaluate(() => window.bridge.call('settings:get'))
  await expect.poll(async () => JSON.stringify(await kept())).toContain('completed')

  const { page, list } = await first.again()

  expect(await page.locator('html').getAttribute('data-ready')).toBe('library')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Completed')
  await expect(list.rows.first()).toBeVisible()
  await expect(list.sandboxSwitch).toHaveAccessibleName('Sandbox is on')
})

test('the real services are not called without a homepage, and the window says so', async ({
  open,
}) => {
  test.skip(!onStandIn, 'Would open a browser once signing in is there')
  const { page } = await open(null)

  await page.getByRole('button', { name: 'Sign in at AniList' }).click()

  await expect(page.getByRole('heading', { name: 'Accounts' })).toBeVisible()
})
