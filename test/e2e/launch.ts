import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  _electron,
  test as base,
  expect,
  type ElectronApplication,
  type Page,
} from '@playwright/test'
import { findElectronBinary, hasDisplay } from '../../scripts/lib/electron-binary'

/** The folder of the project. */
export const ROOT = join(import.meta.dirname, '../..')
const STAND_IN = join(ROOT, 'test/electron')

/**
 * Whether the specs run on the stand-in: where Electron's binary is missing or has no display.
 * E2E_ON=electron or E2E_ON=stand-in decides otherwise.
 */
export const onStandIn = process.env['E2E_ON']
  ? process.env['E2E_ON'] !== 'electron'
  : !findElectronBinary(ROOT) || !hasDisplay()

export interface LaunchOptions {
  /** The folder that keeps everything of this app; a new one, removed at the end, by default. */
  readonly profile?: string
  /** Switches and arguments of the app itself. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Of the window's content, in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number }
  /** The folder or script of the app; the built Tsuzuki by default. */
  readonly entry?: string
  /** Wait for the page's `data-ready`; true by default. */
  readonly ready?: boolean
}

export interface Launched {
  readonly app: ElectronApplication
  /** The first window. */
  readonly page: Page
  readonly profile: string
  /** What the pages broke so far: uncaught errors, and violations of their own policy. */
  readonly faults: readonly string[]
  /** Quits as a user would. */
  close(): Promise<void>
  /** Ends the process at once, as a crash or kill -9 would. */
  kill(): Promise<void>
  /** Ends what still runs, as a user would, and starts again on the same profile. */
  restart(options?: Omit<LaunchOptions, 'profile'>): Promise<Launched>
}

/** Starts the built app, in Electron or in the stand-in, and waits until its window is usable. */
export async function launchApp(options: LaunchOptions = {}): Promise<Launched> {
  const profile = options.profile ?? createProfile()
  const entry = options.entry ?? ROOT
  if (entry === ROOT && !existsSync(join(ROOT, 'out/main/index.js')))
    throw new Error('The app is not built: run `npm run build` first')
  const app = await start(entry, profile, options)
  const faults = watchFaults(app)
  const process = app.process()
  let ended = process.exitCode !== null
  const end = new Promise<void>((resolve) => process.once('exit', () => resolve()))
  void end.then(() => (ended = true))

  async function close() {
    if (!ended) await app.close()
    await end
  }

  async function kill() {
    process.kill('SIGKILL')
    await end
  }

  async function restart(again: Omit<LaunchOptions, 'profile'> = {}) {
    await close()
    return launchApp({ ...options, ...again, profile })
  }

  try {
    const page = await openWindow(app, options)
    return { app, page, profile, faults, close, kill, restart }
  } catch (error) {
    await kill()
    throw error
  }
}

async function openWindow(app: ElectronApplication, options: LaunchOptions): Promise<Page> {
  const page = await app.firstWindow()
  await page.waitForURL((url) => url.protocol !== 'about:')
  if (options.size) {
    const window = await app.browserWindow(page)
    await window.evaluate((it, { width, height }) => it.setContentSize(width, height), options.size)
  }
  if (options.ready !== false) await page.locator('html[data-ready]').waitFor({ state: 'attached' })
  return page
}

function start(entry: string, profile: string, options: LaunchOptions) {
  // Playwright asks the package `electron` for its binary, and this is the package's own override.
  if (onStandIn) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = STAND_IN
  const inherited = Object.entries(process.env).filter(([, value]) => value !== undefined)
  return _electron.launch({
    args: [entry, `--user-data-dir=${profile}`, ...(options.args ?? [])],
    env: { ...(Object.fromEntries(inherited) as Record<string, string>), ...options.env },
    // As the app itself decides: Playwright would make every page light.
    colorScheme: null,
  })
}

function watchFaults(app: ElectronApplication): string[] {
  const faults: string[] = []
  function watch(page: Page) {
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) faults.push(message.text())
    })
  }
  app.on('window', watch)
  app.windows().forEach(watch)
  return faults
}

const createProfile = () => mkdtempSync(join(tmpdir(), 'tsuzuki-e2e-'))

/** Where the router of the app is, such as `/settings`. */
export const routeOf = (page: Page) => new URL(page.url()).hash.slice(1)

export interface Fixtures {
  /** Starts apps that end, with profiles that go, when the test ends. */
  launch: (options?: LaunchOptions) => Promise<Launched>
}

export interface Options {
  /** Whether a test fails when a page throws or breaks its own policy; true by default. */
  failOnFaults: boolean
}

export const test = base.extend<Fixtures & Options>({
  failOnFaults: [true, { option: true }],
  launch: async ({ failOnFaults }, use) => {
    const profiles: string[] = []
    const running: Launched[] = []
    const tracked = (launched: Launched): Launched => {
      running.push(launched)
      return { ...launched, restart: async (again) => tracked(await launched.restart(again)) }
    }
    await use(async (options = {}) => {
      const profile = options.profile ?? createProfile()
      if (!options.profile) profiles.push(profile)
      return tracked(await launchApp({ ...options, profile }))
    })
    for (const launched of running) await launched.close()
    for (const profile of profiles)
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    if (failOnFaults) expect(running.flatMap(({ faults }) => faults)).toEqual([])
  },
})

export { expect }
