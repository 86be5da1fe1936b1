import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { hostileTexts } from '../../unit/renderer/support/hostile-texts'
import { untilRead } from '../app/agree'
import { expect, type Opened, test } from '../app/fixture'
import { goTo } from '../app/go-to'

/** Views of the title that is looked at, of people, of what they say, of the list. */
const viewsOf = (title: string) => [
  ...['/library/anime/all', '/library/manga/all', '/discover', '/discover?q=a', '/season', '/week'],
  ...[`/series/${title.replace(':', '/')}`, '/character/1', '/staff/1', '/studio/1'],
  ...['/people?q=a', '/discover?what=characters&q=a', '/discover?what=studios&q=a'],
  ...['/feed', '/news', '/reviews', '/review/anime/101', `/reviews?title=${title}`],
  ...[`/write-review/${title}`, '/forum', '/forum?feed=new', '/thread/62', '/write-thread'],
  ...['/notifications', '/statistics', '/history', '/queue', '/accounts', '/settings'],
]

/** Whom the page has asked for anything, but for the app's own files and covers. */
function strangers(page: Page): readonly string[] {
  const found: string[] = []
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    const isOwn = hostname.endsWith('.app.invalid') || protocol === 'app:' || protocol === 'data:'
    const isCover = hostname.endsWith('.cover.invalid') || protocol === 'cover:'
    if (!isOwn && !(isCover && !hostname.startsWith('words'))) found.push(request.url())
  })
  page.on('dialog', (dialog) => {
    found.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return found
}

/** Where the built-in services listen: what loads from there is counted there. */
function originOf({ profile }: Opened): string {
  const { url } = JSON.parse(readFileSync(join(profile, 'admin.json'), 'utf8')) as { url: string }
  return new URL(url).origin
}

for (const service of ['anilist', 'anilist-v1'] as const)
  test(`${service}: hostile texts in every field of every answer run nothing and load nothing`, async ({
    open,
  }, info) => {
    test.setTimeout(240_000)
    const netLog = info.outputPath('net-log.json')
    const opened = await open(service, {
      args: ['--lang=en', `--try=${service}`, `--log-net-log=${netLog}`],
    })
    const { page, list, admin } = opened
    await untilRead(page)
    const title = await list.titleAt(0)
    await page.evaluate(() => {
      Object.assign(window, { ran: () => Object.assign(window, { hasRun: true }) })
    })
    const asked = strangers(page)
    // Half of them load from this machine, where a request would arrive and be counted.
    const here = originOf(opened)
    const texts = hostileTexts.flatMap((text) => [
      text,
      text.replaceAll('https://evil.example', `${here}/${service}/evil`),
    ])
    await admin.limit(service, { max: 10_000 })
    await admin.fault({ service, kind: 'words', texts, times: 0 })
    await admin.user(service, { customLists: { anime: texts.slice(60, 66), manga: [] } })

    await goTo(page, '/accounts')
    await page.getByRole('button', { name: 'Read the whole list anew' }).click()
    await untilRead(page)
    for (const view of viewsOf(title)) {
      await goTo(page, view)
      await expect(page.locator('.empty-row')).toHaveCount(0)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached()
      await page.evaluate(() => document.querySelector('.page')?.scrollTo(0, 1e6))
    }
    await goTo(page, '/feed')
    await page.getByRole('article').first().getByRole('link').first().click()
    for (const part of ['About', 'Activity', 'Favourites', 'Follows']) {
      await page.getByRole('main').getByRole('link', { name: part, exact: true }).click()
      await expect(page.locator('.empty-row')).toHaveCount(0)
    }
    await goTo(page, `/series/${title.replace(':', '/')}`)
    // It did arrive, and stands there as it was written.
    await expect
      .poll(async () => texts.includes((await page.locator('.series h1').textContent()) ?? ''))
      .toBe(true)

    expect(await page.evaluate(() => Object.hasOwn(window, 'hasRun'))).toBe(false)
    expect(asked).toEqual([])
    const { requests } = await admin.log(service)
    expect(Object.keys(requests).filter((route) => route.includes('evil'))).toEqual([])
    await opened.close()
    expect(readFileSync(netLog, 'utf8')).not.toMatch(/"(?:url|location)":"[^"]*evil/)
  })
