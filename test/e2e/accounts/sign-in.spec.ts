import { onStandIn } from '../launch'
import { agree, type Desk, expect, nameOfMain, program, register, test } from './fixture'

const ways = [
  { service: 'anilist', name: 'AniList', way: 'In the browser, and back', secret: false },
  { service: 'anilist', name: 'AniList', way: 'copy and paste', secret: false },
  { service: 'anilist', name: 'AniList', way: 'client secret of your own', secret: true },
  { service: 'anilist-v1', name: 'AniList v1', way: 'In the browser, and back', secret: true },
  { service: 'anilist-v1', name: 'AniList v1', way: 'copy and paste', secret: true },
  { service: 'anisearch', name: 'aniSearch', way: null, secret: true },
] as const

/** AniList sends people to the one address that is registered: here its page that shows the token. */
function registerForThePage({ sandbox, server }: Desk) {
  const redirectUris = [`${server.origin}anilist/api/v2/oauth/pin`]
  sandbox.control.setClient('anilist', { ...program, redirectUris })
}

test.describe('signing in', () => {
  test.skip(!onStandIn, 'Only the stand-in remembers what it opened')

  for (const { service, name, way, secret } of ways)
    test(`at ${name}${way ? `, ${way}` : ''}, leads from the first page to the list`, async ({
      desk,
    }) => {
      if (way === 'copy and paste') registerForThePage(desk)
      const opened = await desk.open()
      const { page, accounts, copy, clipboard } = opened
      if (service === 'anilist-v1') await accounts.go()
      else await page.getByRole('button', { name: `Sign in at ${name}` }).click()
      await accounts.service(name).click()
      if (way) await accounts.way(way).check()
      await register(opened, name, secret)
      if (way) await accounts.way(way).check()

      await accounts.start.click()
      await expect(accounts.progress).toContainText('Waiting for your browser')
      await agree(desk, opened)
      if (way === 'copy and paste') {
        await copy(await desk.browser.locator('#code').innerText())
        await accounts.paste.click()
        await expect.poll(clipboard).toBe('')
      } else
        await expect(desk.browser.getByRole('heading', { name: 'Tsuzuki has it.' })).toBeVisible()
      const person = nameOfMain(desk, service)
      await expect(accounts.progress).toContainText(`Signed in as ${person}.`)
      await accounts.show.click()

      await expect(page.locator('[role=row][data-title]').first()).toBeVisible()
      await expect(page.getByRole('contentinfo')).toContainText(`${name} ${person}`)
      await expect(page.getByRole('contentinfo')).not.toContainText('Sandbox')
    })

  test('leaves no token in the address or the history of the browser', async ({ desk }) => {
    const opened = await desk.open()
    await opened.accounts.go()
    await register(opened, 'AniList', false)
    await opened.accounts.start.click()

    await agree(desk, opened)

    await expect(desk.browser.getByRole('heading', { name: 'Tsuzuki has it.' })).toBeVisible()
    expect(desk.browser.url()).toBe(`http://127.0.0.1:${desk.port}/sign-in`)
  })

  test('can be denied, and says so in both places', async ({ desk }) => {
    const opened = await desk.open()
    await opened.accounts.go()
    await register(opened, 'AniList', false)
    await opened.accounts.start.click()
    await expect.poll(opened.lastOpened).toContain('authorize')
    await desk.browser.goto(await opened.lastOpened())

    await desk.browser.getByRole('button', { name: 'Deny' }).click()

    await expect(desk.browser.getByRole('heading', { name: 'That did not work.' })).toBeVisible()
    await expect(opened.accounts.progress).toContainText('You said no at AniList')
  })

  test('can be given up and begun anew', async ({ desk }) => {
    const opened = await desk.open()
    const { accounts } = opened
    await accounts.go()
    await register(opened, 'AniList', false)
    await accounts.start.click()
    await accounts.cancel.click()
    await expect(accounts.progress).toBeHidden()

    await accounts.start.click()
    await agree(desk, opened)

    await expect(accounts.progress).toContainText('Signed in as')
  })

  test('says what is missing before the browser opens', async ({ desk }) => {
    const { accounts, lastOpened } = await desk.open()
    await accounts.go()

    await accounts.start.click()

    await expect(accounts.progress).toContainText('Enter the client ID first.')
    expect(await lastOpened()).toBe('')
  })

  test('says what a wrong paste was, and takes the right one', async ({ desk }) => {
    registerForThePage(desk)
    const opened = await desk.open()
    const { accounts } = opened
    await accounts.go()
    await register(opened, 'AniList', false)
    await accounts.way('copy and paste').check()
    await accounts.start.click()
    await agree(desk, opened)
    await opened.copy('p'.repeat(40))
    await accounts.paste.click()
    await expect(accounts.progress).toContainText('That is a PIN of the first AniList interface')

    await opened.copy(await desk.browser.locator('#code').innerText())
    await accounts.paste.click()

    await expect(accounts.progress).toContainText('Signed in as')
  })

  test.describe('in German', () => {
    test.use({ settings: { language: 'de' } })

    test('speaks German in the browser too', async ({ desk }) => {
      const opened = await desk.open({ args: ['--lang=de'] })
      const { page } = opened
      await page.evaluate(() => (location.hash = '#/accounts'))
      await page.getByRole('textbox', { name: 'Client-ID' }).fill('our-program')
      await page.getByRole('textbox', { name: 'Client-ID' }).press('Enter')
      await page.getByRole('button', { name: 'Bei AniList anmelden' }).click()

      await agree(desk, opened)

      await expect(desk.browser.getByText('Du kannst diese Seite schließen')).toBeVisible()
      await expect(page.getByText(/^Angemeldet als /)).toBeVisible()
    })
  })
})
