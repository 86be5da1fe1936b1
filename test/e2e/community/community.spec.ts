import { untilRead } from '../app/agree'
import { expect, test } from '../app/fixture'
import { goTo } from '../app/go-to'
import { routeOf } from '../launch'
import { allSent, asked } from './acts'

const posting = {
  anilist: { comment: /SaveThreadComment/, status: /SaveTextActivity/ },
  'anilist-v1': { comment: /POST forum\/comment$/, status: /POST user\/activity/ },
} as const

for (const service of ['anilist', 'anilist-v1'] as const) {
  test(`${service}: a review is written, kept as a draft, posted, and read`, async ({ open }) => {
    const { page, list } = await open(service)
    await untilRead(page)
    const title = await list.titleAt(0)
    await goTo(page, `/write-review/${title}`)
    const summary = page.getByRole('textbox', { name: 'In one sentence' })
    const text = page.getByRole('textbox', { name: 'Your review' })
    const post = page.getByRole('button', { name: 'Post review' })
    await summary.fill('Too short')
    await expect(page.getByText('9 characters, 20 to 120 allowed')).toBeVisible()
    await expect(post).toBeDisabled()

    await summary.fill('A sentence that is long enough')
    await text.fill('**Bold** words. '.repeat(170))
    await page.getByRole('spinbutton', { name: 'Score of 100' }).fill('85')
    await page.getByRole('spinbutton', { name: 'Score of 100' }).blur()
    await expect(page.getByText('Draft kept')).toBeVisible()
    await goTo(page, '/history')
    await goTo(page, `/write-review/${title}`)
    await expect(summary).toHaveValue('A sentence that is long enough')
    await page.getByRole('button', { name: 'Preview' }).click()
    await expect(
      page.getByRole('region', { name: 'Preview' }).locator('strong').first(),
    ).toHaveText('Bold')

    await post.click()
    await expect.poll(() => routeOf(page)).toContain('/reviews?title=')
    const own = page.getByRole('link', { name: 'A sentence that is long enough' })
    await expect(own).toBeVisible({ timeout: 60_000 })
    await own.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'A sentence that is long enough',
    )
    await expect(page.getByRole('img', { name: '85 of 100' })).toBeVisible()
  })

  test(`${service}: a comment is answered by keyboard alone`, async ({ open }) => {
    const opened = await open(service)
    const { page, admin } = opened
    await untilRead(page)
    const thread = await admin.fillThread(service, ['First words', 'Second words'], 3)
    await page.keyboard.press('g')
    await page.keyboard.press('f')
    await expect.poll(() => routeOf(page)).toBe('/forum')
    await expect(page.getByRole('article').first()).toBeVisible()

    await goTo(page, `/thread/${thread}`)
    const reply = page.getByRole('feed').getByRole('button', { name: 'Reply' }).first()
    await reply.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('feed').getByRole('textbox')).toBeFocused()
    await page.keyboard.type('An answer by keyboard')
    await page.keyboard.press('Control+Enter')

    await expect(page.getByRole('feed').getByText('An answer by keyboard')).toBeVisible({
      timeout: 60_000,
    })
    expect(await asked(opened, service, posting[service].comment)).toBe(1)
  })

  test(`${service}: somebody is found and followed`, async ({ open }) => {
    const { page } = await open(service)
    await untilRead(page)
    await goTo(page, '/people?q=sunny')
    await page.getByRole('link', { name: 'sunny-side' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'sunny-side' })).toBeVisible()
    const follow = page.getByRole('button', { name: /^Follow(ing)?$/ })
    const before = await follow.getAttribute('aria-pressed')
    const after = before === 'true' ? 'false' : 'true'

    await follow.click()
    await expect(follow).toHaveAttribute('aria-pressed', after)

    await page.getByRole('link', { name: 'Followers' }).click()
    const me = page.getByRole('main').getByRole('link', { name: 'mika' })
    await expect(me).toHaveCount(after === 'true' ? 1 : 0, { timeout: 30_000 })
  })

  test(`${service}: words wait while the service is away, and can be taken back`, async ({
    open,
  }) => {
    const opened = await open(service)
    const { page, list } = opened
    await untilRead(page)
    await list.link('Activity').click()
    await expect(page.getByRole('article').first()).toBeVisible()
    await list.sandboxSwitch.click()
    const field = page.getByRole('textbox', { name: 'What are you up to?' })
    const waiting = page.getByRole('list', { name: 'Waiting to be sent' })
    await field.fill('Nobody shall read this')
    await page.getByRole('button', { name: 'Post status' }).click()
    await expect(waiting).toContainText('Nobody shall read this')
    await expect(field).toHaveValue('')

    await waiting.getByRole('button', { name: 'Take back' }).click()
    await expect(waiting).toHaveCount(0)
    await list.link('Forum').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Forum')
    await list.link('Activity').click()
    await expect(page.getByRole('article').first()).toBeVisible()
    await expect(field).toHaveValue('Nobody shall read this')

    await field.fill('Everybody may read this')
    await page.getByRole('button', { name: 'Post status' }).click()
    await expect(waiting).toContainText('Everybody may read this')
    await list.sandboxSwitch.click()
    await allSent(page)
    await expect(
      page.getByRole('article').filter({ hasText: 'Everybody may read this' }),
    ).toHaveCount(1, { timeout: 60_000 })
    expect(await asked(opened, service, posting[service].status)).toBe(1)
  })
}

test('news are counted until they are opened', async ({ open }) => {
  const { page, list } = await open('anilist')
  await untilRead(page)
  const link = page
    .getByRole('navigation', { name: 'Lists and views' })
    .getByRole('link', { name: /^News/ })
  await expect(link).toHaveText(/News\s*\d+/)

  await link.click()

  await expect(page.getByText('started following you.')).toBeVisible()
  await expect(page.getByText('An older entry of the same title')).toBeVisible()
  await expect(link).toHaveText(/^\s*News\s*$/)
  await expect(list.link('News')).toBeVisible()
})

test('a service without people offers none of it', async ({ open }) => {
  const { page, list } = await open('anisearch')

  await expect(list.link('Statistics')).toBeVisible()
  await expect(list.link('Forum')).toHaveCount(0)
  await goTo(page, '/forum')
  await expect(page.getByText('This service has lists only')).toBeVisible()
})
