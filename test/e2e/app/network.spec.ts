import { readFileSync } from 'node:fs'
import { untilRead, untilSaved } from './agree'
import { expect, type Opened, test } from './fixture'

declare global {
  /** In the main process: whom it has looked up or connected to. */
  var reached: string[]
}

/** Listens to every socket that main opens from now on. */
const listenInMain = ({ launched }: Opened) =>
  launched.app.evaluate(() => {
    globalThis.reached = []
    // What Playwright evaluates in main cannot import.
    const { subscribe } = process.getBuiltinModule('diagnostics_channel')
    subscribe('net.client.socket', (message) => {
      const { socket } = message as { socket: import('node:net').Socket }
      socket.on('lookup', (_error, _address, _family, host) => globalThis.reached.push(host))
      socket.on('connect', () => globalThis.reached.push(socket.remoteAddress ?? '?'))
    })
  })

/** Every address that Chromium's own log of its network names, without those inside the app. */
function addressesIn(netLog: string) {
  const urls = [...netLog.matchAll(/"(?:url|location)":"([a-z][a-z0-9+.-]*:[^"]*)"/g)]
  return [...new Set(urls.map(([, url]) => new URL(url ?? '')))]
}

/** Names of the app's own pages: no such host can exist. */
const isOwn = ({ protocol, hostname }: URL) =>
  ['app:', 'cover:', 'data:', 'blob:'].includes(protocol) || hostname.endsWith('.app.invalid')

test('nothing leaves this machine: neither from the page nor from main', async ({ open }, info) => {
  const netLog = info.outputPath('net-log.json')
  const opened = await open('anilist', {
    args: ['--lang=en', '--try=anilist', `--log-net-log=${netLog}`],
  })
  const { page, list, launched } = opened
  await listenInMain(opened)
  await untilRead(page)

  await list.more(await list.titleAt(0)).click()
  await page.getByRole('button', { name: 'Covers' }).click()
  for (const view of ['Queue', 'History', 'Accounts', 'Settings', 'About']) {
    await list.link(view).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await untilSaved(page)
  const reached = await launched.app.evaluate(() => globalThis.reached)
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  )
  await opened.close()

  expect(new Set(reached)).toEqual(new Set(['127.0.0.1']))
  expect(
    loaded
      .map((url) => new URL(url))
      .filter((url) => !isOwn(url))
      .map(String),
  ).toEqual([])
  const log = readFileSync(netLog, 'utf8')
  const named = addressesIn(log)
  expect(named.some(isOwn)).toBe(true)
  expect(named.filter((url) => !isOwn(url)).map(String)).toEqual([])
})
