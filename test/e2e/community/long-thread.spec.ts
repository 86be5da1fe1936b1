import { untilRead } from '../app/agree'
import { expect, test } from '../app/fixture'
import { goTo } from '../app/go-to'

test('a thread of 2,000 comments is drawn in part, and its end can be reached', async ({
  open,
}) => {
  const { page, admin } = await open('anilist')
  await untilRead(page)
  const words = ['Some **words** of a comment. '.repeat(4), '~!Hidden!~ and shown']
  const thread = await admin.fillThread('anilist', words, 2_000)
  await goTo(page, `/thread/${thread}`)
  const places = page.locator('[role=feed] [data-index]')
  await expect(places.first()).toBeVisible()

  await expect
    .poll(
      async () => {
        await page.locator('.page').evaluate((it) => it.scrollTo(0, it.scrollHeight))
        return Number(await places.last().getAttribute('data-index'))
      },
      { timeout: 60_000, intervals: [100] },
    )
    .toBe(1_999)
  expect(await places.count()).toBeLessThan(60)
})
