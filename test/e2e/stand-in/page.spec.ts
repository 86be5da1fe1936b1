import { entry, expect, test } from './fixture'
import { onStandIn } from '../launch'

test.describe('a page of the app', () => {
  test('has the title, size and colours that the app chose', async ({ launch }) => {
    const { app, page } = await launch({ entry })
    const dark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)

    expect(await page.title()).toBe('Fixture')
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([640, 480])
    expect(await dark()).toBe(true)

    await app.evaluate(({ nativeTheme }) => void (nativeTheme.themeSource = 'light'))

    await expect.poll(dark).toBe(false)
  })

  test('follows its window in size', async ({ launch }) => {
    const { page } = await launch({ entry, size: { width: 900, height: 500 } })

    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([900, 500])
  })

  test('shows pictures of a scheme of the app, and only those that exist', async ({ launch }) => {
    const { page } = await launch({ entry })

    const width = (id: string) =>
      page.locator(id).evaluate((picture: HTMLImageElement) => picture.naturalWidth)

    expect([await width('#cover'), await width('#missing'), await width('#foreign')]).toEqual([
      1, 0, 0,
    ])
  })

  test('is watched: what it breaks is told', async ({ launch }) => {
    const { faults, page } = await launch({ entry })

    await page.evaluate(() => void setTimeout(() => void Promise.reject(new Error('unhandled'))))

    await expect.poll(() => faults).toContain('Error: unhandled')
    expect(faults.filter((fault) => fault.includes('inline script'))).toHaveLength(1)
  })

  test('runs no inline script, no handler in an attribute and no eval', async ({ launch }) => {
    const { page } = await launch({ entry })

    await page.locator('h1').click()
    // From a click of the page: what a test evaluates may do more than a page may.
    await page.evaluate(() => {
      const button = document.createElement('button')
      button.textContent = 'Eval'
      button.addEventListener('click', () => {
        setTimeout(() => {
          try {
            // eslint-disable-next-line no-eval
            document.title = eval('"evaluated"') as string
          } catch {
            document.title = 'refused'
          }
        })
      })
      document.body.append(button)
    })
    await page.getByText('Eval').click()

    await expect(page).toHaveTitle('refused')
    expect(await page.evaluate(() => document.documentElement.dataset['inline'])).toBeUndefined()
    expect(await page.locator('h1').evaluate((it) => getComputedStyle(it).color)).toBe(
      'rgb(1, 2, 3)',
    )
  })

  test('cannot leave the app: a link asks main, which refuses', async ({ launch }) => {
    const { app, page } = await launch({ entry })
    const before = page.url()

    await page.locator('#away').click()

    await expect
      .poll(() => app.evaluate(() => globalThis.happened.navigations))
      .toEqual(['https://example.invalid/away'])
    expect(page.url()).toBe(before)
  })

  test('opens no window: the link goes to the system', async ({ launch }) => {
    test.skip(!onStandIn, 'Real links would open a real browser')
    const { app, page } = await launch({ entry })

    await page.locator('#outside').click()

    await expect
      .poll(() => app.evaluate(() => globalThis.standIn?.opened))
      .toEqual(['https://example.invalid/outside'])
    expect(app.windows()).toHaveLength(1)
  })

  test('is denied what the app denies', async ({ launch }) => {
    const { page } = await launch({ entry })

    const state = await page.evaluate(
      async () => (await navigator.permissions.query({ name: 'notifications' })).state,
    )

    expect(state).toBe('denied')
  })

  test('may have workers of its own', async ({ launch }) => {
    const { page } = await launch({ entry })

    const doubled = await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const worker = new Worker('worker.js')
          worker.onmessage = ({ data }) => resolve(data)
          worker.onerror = reject
          worker.postMessage(21)
        }),
    )

    expect(doubled).toBe(42)
  })

  test('keeps what it stored for the next start', async ({ launch }) => {
    const first = await launch({ entry })
    await first.page.evaluate(() => localStorage.setItem('kept', 'yes'))

    const second = await first.restart()

    expect(await second.page.evaluate(() => localStorage.getItem('kept'))).toBe('yes')
  })

  test('comes back when its process dies', async ({ launch }) => {
    const { app } = await launch({ entry })
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    )

    await expect.poll(() => app.evaluate(() => globalThis.happened.crashes)).toHaveLength(1)
    const echo = () =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          'document.documentElement?.dataset.ready && fixture.invoke("echo", "alive")',
        ),
      )
    await expect.poll(echo).toBe('alive')
  })
})
