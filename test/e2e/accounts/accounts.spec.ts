import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serviceNames, type ServiceId } from '../../../src/shared/service'
import { onStandIn } from '../launch'
import { agree, type Desk, expect, nameOfMain, type Opened, register, test } from './fixture'

const services = ['anilist', 'anisearch', 'anilist-v1'] as const

/** Signs in on the page of accounts, in the first way of the service. */
async function enter(desk: Desk, opened: Opened, service: ServiceId, person?: string) {
  const { accounts } = opened
  const name = serviceNames[service]
  await accounts.go()
  if (await accounts.progress.isVisible())
    await accounts.progress.getByRole('button', { name: 'Close' }).click()
  await accounts.service(name).click()
  if ((await accounts.details.innerText()) === 'The client')
    await register(opened, name, service !== 'anilist')
  const before = await opened.lastOpened()
  await accounts.start.click()
  await expect.poll(opened.lastOpened).not.toBe(before)
  await agree(desk, opened, person)
  await expect(accounts.progress).toContainText('Signed in as')
}

test.describe('accounts', () => {
  test.skip(!onStandIn, 'Only the stand-in remembers what it opened')

  for (const service of services)
    test(`${serviceNames[service]} is signed in after a new start, out when asked, and in again`, async ({
      desk,
    }) => {
      await enter(desk, await desk.open(), service)
      const opened = await desk.open()
      const { accounts } = opened
      await accounts.go()
      const card = accounts.account(nameOfMain(desk, service))
      await expect(card).not.toContainText('Signed out')

      await card.getByRole('button', { name: 'Sign out' }).click()
      await accounts.dialog.getByRole('button', { name: 'Sign out' }).click()
      await expect(card).toContainText('Signed out. Changes wait until you sign in again.')
      await card.getByRole('button', { name: 'Sign in again' }).click()
      await accounts.start.click()
      await agree(desk, opened)

      await expect(card).not.toContainText('Signed out')
      await expect(accounts.list).toHaveCount(1)
    })

  for (const service of services)
    test(`${serviceNames[service]} is removed after a question, and its token with it`, async ({
      desk,
    }) => {
      const opened = await desk.open()
      const { accounts } = opened
      await enter(desk, opened, service)
      expect(tokensIn(desk)).toContain('account:1')
      const card = accounts.account(nameOfMain(desk, service))
      await card.getByRole('button', { name: 'Remove' }).click()
      await accounts.dialog.getByRole('button', { name: 'Cancel' }).click()
      await expect(accounts.list).toHaveCount(1)

      await card.getByRole('button', { name: 'Remove' }).click()
      await accounts.dialog.getByRole('button', { name: 'Remove' }).click()

      await expect(accounts.list).toHaveCount(0)
      expect(tokensIn(desk)).not.toContain('account:1')
    })

  test('stand side by side, and one switches from list to list at once', async ({ desk }) => {
    const opened = await desk.open()
    const { page } = opened
    for (const service of services) await enter(desk, opened, service)
    await expect(opened.accounts.list).toHaveCount(3)
    const footer = page.getByRole('contentinfo')
    await page.getByRole('link', { name: /^All \d/ }).click()

    for (const service of services) {
      await footer.getByRole('button', { name: /^Account/ }).click()
      const item = `${serviceNames[service]} ${nameOfMain(desk, service)}`
      await page.getByRole('menuitemcheckbox', { name: item, exact: true }).click()
      await expect(footer).toContainText(item)
      await expect(page.locator('[role=row][data-title]').first()).toBeVisible()
    }
  })

  test('somebody else gets an account of their own, and the page says who is still out', async ({
    desk,
  }) => {
    const opened = await desk.open()
    const { accounts } = opened
    await enter(desk, opened, 'anilist')
    const main = nameOfMain(desk, 'anilist')
    const card = accounts.account(main)
    await card.getByRole('button', { name: 'Sign out' }).click()
    await accounts.dialog.getByRole('button', { name: 'Sign out' }).click()
    await card.getByRole('button', { name: 'Sign in again' }).click()
    await accounts.start.click()
    await expect.poll(opened.lastOpened).toContain('authorize')
    await desk.browser.goto(await opened.lastOpened())
    const other = (await desk.browser.locator('label').nth(1).innerText()).trim()

    await agree(desk, opened, other)

    await expect(accounts.progress).toContainText(
      `You signed in as ${other}. ${main} is still signed out`,
    )
    await expect(card).toContainText('Signed out')
    await expect(accounts.list).toHaveCount(2)
  })

  test.describe('without a key store', () => {
    const env = { STANDIN_KEY_STORE: 'none' }

    test('a sign-in ends with the app, and the page says so before', async ({ desk }) => {
      const opened = await desk.open({ env })
      await enter(desk, opened, 'anilist')
      await expect(opened.page.getByText('This system has no key store.')).toBeVisible()
      const card = opened.accounts.account(nameOfMain(desk, 'anilist'))
      await expect(card).toContainText('This sign-in lasts until you close Tsuzuki')

      const { accounts } = await desk.open({ env })

      await accounts.go()
      await expect(accounts.account(nameOfMain(desk, 'anilist'))).toContainText('Signed out')
    })

    test('it lasts after an explicit yes', async ({ desk }) => {
      const opened = await desk.open({ env })
      await opened.accounts.go()
      await opened.page.getByRole('switch', { name: 'Keep them on disk, unprotected' }).click()
      await opened.accounts.dialog.getByRole('button', { name: 'Keep them unprotected' }).click()
      await enter(desk, opened, 'anilist')

      const { accounts } = await desk.open({ env })

      await accounts.go()
      const card = accounts.account(nameOfMain(desk, 'anilist'))
      await expect(card).toBeVisible()
      await expect(card).not.toContainText('Signed out')
    })
  })

  test('no token is found in the window or in any file but its own', async ({ desk }) => {
    const opened = await desk.open()
    for (const service of services) await enter(desk, opened, service)
    const secrets = [...desk.given, 'our-s3cret']
    expect(desk.given.length).toBeGreaterThan(5)
    const shown = await opened.page.content()
    await opened.launched.close()

    const texts = readdirSync(desk.profile, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
    for (const secret of secrets)
      expect([shown, ...texts].filter((text) => text.includes(secret))).toHaveLength(0)
  })
})

/** Which slots the file of sign-ins has. */
function tokensIn({ profile }: Desk): string[] {
  const file = join(profile, 'sign-ins.json')
  if (!existsSync(file)) return []
  return Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { records: object }).records)
}
