import { hostileTexts } from '../../unit/renderer/support/hostile-texts'
import { untilRead } from '../app/agree'
import { expect, test } from '../app/fixture'
import { goTo } from '../app/go-to'

/** Views with every kind of words that people write, once their words are there. */
const views = [
  '/feed',
  '/reviews',
  '/review/anime/101',
  '/reviews?whose=me',
  '/forum',
  '/forum?feed=new',
  '/news',
  '/people?q=a',
]

for (const service of ['anilist', 'anilist-v1'] as const)
  test(`${service}: more than 200 hostile texts run nothing and load nothing`, async ({ open }) => {
    const { page, admin } = await open(service)
    await untilRead(page)
    await page.evaluate(() => {
      Object.assign(window, { ran: () => Object.assign(window, { hasRun: true }) })
    })
    const strange: string[] = []
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url())
      const isOwn = hostname.endsWith('.app.invalid') || protocol === 'app:'
      const isCover = hostname.endsWith('.cover.invalid') || protocol === 'cover:'
      if (isOwn || (isCover && !hostname.startsWith('words'))) return
      if (protocol !== 'data:') strange.push(request.url())
    })
    page.on('dialog', (dialog) => {
      strange.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    await admin.words(service, hostileTexts)
    const thread = await admin.fillThread(service, hostileTexts, hostileTexts.length)

    for (const view of views) {
      await goTo(page, view)
      await expect(page.locator('.empty-row')).toHaveCount(0)
    }
    await goTo(page, '/feed')
    await page.getByRole('article').first().getByRole('link').first().click()
    await expect(page.locator('.foreign').first()).toBeAttached()

    await goTo(page, `/thread/${thread}`)
    const comments = page.getByRole('feed').getByRole('article')
    await expect(comments.first()).toBeVisible()
    const seen = new Set<string>()
    await expect
      .poll(
        async () => {
          for (const index of await page
            .locator('[role=feed] [data-index]')
            .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['index'] ?? '')))
            seen.add(index)
          await page.locator('.page').evaluate((it) => it.scrollBy(0, 600))
          return seen.size
        },
        { timeout: 90_000, intervals: [50] },
      )
      .toBeGreaterThanOrEqual(hostileTexts.length)

    expect(strange).toEqual([])
    expect(await page.evaluate(() => Object.hasOwn(window, 'hasRun'))).toBe(false)
    const left = await page.evaluate(() =>
      [...document.querySelectorAll('.foreign *')].flatMap(({ tagName, attributes }) => {
        const names = [...attributes].map(({ name }) => name)
        const odd = names.filter((name) => name.startsWith('on') || name === 'srcdoc')
        return ['SCRIPT', 'IFRAME', 'OBJECT', 'STYLE', 'IMG', 'FORM'].includes(tagName)
          ? [tagName]
          : odd
      }),
    )
    expect(left).toEqual([])
  })
