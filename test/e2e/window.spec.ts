import { spawn } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { Bridge } from '../../src/shared/ipc'
import { expect, onStandIn, ROOT, routeOf, test } from './launch'

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

const boundsOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())

/** Runs code in the page as main may, also when Playwright has lost a crashed page. */
const inPage = (app: ElectronApplication, code: string) =>
  app.evaluate(
    ({ BrowserWindow }, text) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text) as Promise<unknown>,
    code,
  )

test.describe('the page is shut in', () => {
  test('has a bridge with two functions, and no Node', async ({ launch }) => {
    const { page } = await launch()

    const found = await page.evaluate(() => ({
      bridge: Object.keys(window.bridge),
      frozen: Object.isFrozen(window.bridge),
      node: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
        (name) => name in window,
      ),
    }))

    expect(found).toEqual({ bridge: ['call', 'on'], frozen: true, node: [] })
  })

  test('what it asks is checked by name and by shape', async ({ launch }) => {
    const { page } = await launch()

    const answers = await page.evaluate(async () => {
      const call = window.bridge.call as (name: string, ...args: unknown[]) => Promise<unknown>
      const asked = async () => call('db:query')
      const unlisted = await asked().catch((error: Error) => error.message)
      const odd: unknown = JSON.parse('{"views":{"__proto__":{"polluted":true}}}')
      return {
        unlisted,
        text: await call('accounts:open', 'one'),
        more: await call('queue:status', 'more'),
        polluting: await call('settings:set', odd),
        huge: await call(
          'library:edit',
          { accountId: 1, title: 'anime:1' },
          { notes: 'x'.repeat(9e6) },
        ),
      }
    })

    const refused = { ok: false, failure: { code: 'invalid-input' } }
    expect(answers.unlisted).toContain('Not in the IPC contract')
    for (const answer of [answers.text, answers.more, answers.polluting, answers.huge]) {
      expect(answer).toMatchObject(refused)
    }
  })

  test('reads no file but its own', async ({ launch }) => {
    const { page } = await launch()

    const statuses = await page.evaluate(() =>
      Promise.all(
        ['../../package.json', '/%2e%2e/%2e%2e/package.json', '/..%2f..%2fpackage.json'].map(
          async (path) => (await fetch(path)).status,
        ),
      ),
    )

    expect(statuses).toEqual([404, 404, 404])
  })

  test('is granted nothing', async ({ launch }) => {
    const { page } = await launch()

    const states = await page.evaluate(() =>
      Promise.all(
        (['notifications', 'geolocation', 'camera', 'microphone'] as PermissionName[]).map(
          async (name) => (await navigator.permissions.query({ name })).state,
        ),
      ),
    )

    expect(new Set(states)).toEqual(new Set(['denied']))
  })

  test('cannot leave, nor open a window, nor a page in the browser', async ({ launch }) => {
    const { app, page } = await launch()
    const before = page.url()

    await page.evaluate(() => {
      window.open('https://evil.example/')
      const link = document.createElement('a')
      link.href = 'https://evil.example/'
      link.target = '_blank'
      document.body.append(link)
      link.click()
      location.href = 'https://evil.example/'
    })

    // A call answers after what came before it was refused.
    await page.evaluate(() => window.bridge.call('app:info'))
    expect(page.url()).toBe(before)
    expect(app.windows()).toHaveLength(1)
    if (onStandIn) expect(await app.evaluate(() => globalThis.standIn?.opened)).toEqual([])
  })
})

test.describe('the policy of the page', () => {
  test.use({ failOnFaults: false })

  test('runs no script and no style that is not its own, and reaches no network', async ({
    launch,
  }) => {
    const { page } = await launch()

    const found = await page.evaluate(async () => {
      const broken: string[] = []
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        broken.push(effectiveDirective)
      })
      const script = document.createElement('script')
      script.textContent = 'window.ran = true'
      const style = document.createElement('style')
      style.textContent = 'body { outline: 7px solid red }'
      document.head.append(script, style)
      const net = await fetch('https://evil.example/').then(
        () => 'reached',
        () => 'refused',
      )
      const picture = new Image()
      await new Promise((resolve) => {
        picture.onload = picture.onerror = resolve
        picture.src = 'https://evil.example/a.png'
      })
      return {
        ran: 'ran' in window,
        outline: getComputedStyle(document.body).outlineWidth,
        net,
        broken: broken.toSorted(),
      }
    })

    expect(found).toMatchObject({ ran: false, net: 'refused' })
    expect(found.outline).not.toBe('7px')
    expect(found.broken).toEqual(['connect-src', 'img-src', 'script-src-elem', 'style-src-elem'])
  })
})

test.describe('the window', () => {
  test('lies where it lay', async ({ launch }) => {
    const first = await launch()
    const place = { x: 120, y: 80, width: 960, height: 640 }
    await first.app.evaluate(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
      place,
    )

    const { app } = await first.restart()

    expect(await boundsOf(app)).toEqual(place)
  })

  test('comes forward when the app is started again, at the place that was asked for', async ({
    launch,
  }) => {
    const { app, page, profile } = await launch({ args: ['--try=anilist'] })
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
    const executable = await app.evaluate(() => process.argv[0] ?? '')

    const binary = onStandIn ? join(ROOT, 'test/electron/electron') : executable
    const args = [ROOT, `--user-data-dir=${profile}`, '--route=/about']
    const second = spawn(binary, args, { stdio: 'ignore' })
    await new Promise((resolve) => second.once('exit', resolve))

    await expect.poll(() => routeOf(page)).toBe('/about')
    expect(app.windows()).toHaveLength(1)
    const isMinimized = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.isMinimized(),
    )
    expect(isMinimized).toBe(false)
  })

  test('comes back after its page has crashed, and says so', async ({ launch }) => {
    const { app } = await launch({ args: ['--try=anilist'] })

    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    )

    const words = () =>
      inPage(app, "document.readyState === 'complete' ? document.body.innerText : ''").catch(
        () => '',
      )
    await expect.poll(words).toMatch(/had to be restarted|neu gestartet/)
  })

  test('stays hidden when it is started so', async ({ launch }) => {
    const { app } = await launch({ args: ['--hidden'] })
    const isVisible = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.isVisible(),
    )
    expect(isVisible).toBe(false)
  })

  test('takes theme, language and place from the command line, for that run only', async ({
    launch,
  }) => {
    const isDark = (page: Page) =>
      page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
    const args = ['--try=anilist', '--theme=dark', '--lang=de', '--route=/settings']
    const first = await launch({ args, ready: false })

    await expect.poll(() => routeOf(first.page)).toBe('/settings')
    await expect(first.page.getByRole('heading', { name: 'Einstellungen' }).first()).toBeVisible()
    expect(await isDark(first.page)).toBe(true)

    const second = await first.restart({ args: [] })
    const settings = await second.page.evaluate(() => window.bridge.call('settings:get'))
    expect(settings).toMatchObject({ value: { theme: 'system', language: 'system' } })
  })
})

test('a damaged settings file is set aside, and the window says so', async ({ launch }) => {
  const first = await launch({ args: ['--try=anilist'] })
  await first.close()
  writeFileSync(join(first.profile, 'settings.json'), '{"theme":"da')

  const { page, profile } = await first.restart()

  await expect(page.getByText('settings.damaged-1.json')).toBeVisible()
  expect(readFileSync(join(profile, 'settings.damaged-1.json'), 'utf8')).toBe('{"theme":"da')
})

test.describe('links', () => {
  test.skip(!onStandIn, 'They would open a real browser')

  test('of our own open in the browser at once', async ({ launch }) => {
    const { app, page } = await launch()
    await page.evaluate(() => window.bridge.call('app:open-own', 'titles-source'))
    const { opened, dialogs } = await app.evaluate(() => globalThis.standIn!)
    expect(opened).toHaveLength(1)
    expect(dialogs).toEqual([])
  })

  test('to other hosts are asked about first, by name', async ({ launch }) => {
    const { app, page } = await launch()
    await page.evaluate(async () => {
      await window.bridge.call('settings:set', { homepage: 'https://fan.example/' })
      await window.bridge.call('app:open-own', 'homepage')
    })
    const { opened, dialogs } = await app.evaluate(() => globalThis.standIn!)
    expect(opened).toEqual([])
    expect(dialogs.map(({ message }) => message).join()).toContain('fan.example')
  })
})

test.describe('the key store', () => {
  test.skip(!onStandIn, 'A real one is what it is')

  for (const [store, told] of [
    ['protected', 'protected'],
    ['basic_text', 'basic-text'],
    ['none', 'none'],
  ] as const) {
    test(`that is ${store} is told as such`, async ({ launch }) => {
      const { page } = await launch({ env: { STANDIN_KEY_STORE: store } })
      const info = await page.evaluate(() => window.bridge.call('app:info'))
      expect(info).toMatchObject({ ok: true, value: { keyStore: told } })
    })
  }
})

test('the log of a run says that it started, and who uses it it does not say', async ({
  launch,
}) => {
  const { close, profile } = await launch({ args: ['--try=anilist'] })
  await close()

  const dir = join(profile, 'logs')
  const text = readdirSync(dir)
    .map((name) => readFileSync(join(dir, name), 'utf8'))
    .join('')
  expect(text).toContain('"event":"started"')
  expect(text).not.toContain('mika')
  // A cover that was being fetched when the app was closed is told of, but is no error.
  expect(text).not.toContain('"level":"error"')
})
