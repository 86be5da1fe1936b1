import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { serveSandbox, type SandboxServer } from '../../../src/sandbox/http'
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox'
import { systemClock } from '../../../src/sandbox/system-clock'
import type { ServiceId } from '../../../src/shared/service'
import type { SettingsPatch } from '../../../src/shared/settings'
import { findChromium } from '../../electron/chromium/find'
import { freePort } from '../../support/free-port'
import { expect, type Launched, type LaunchOptions, test as base } from '../launch'
import { accountsPage, type AccountsPage } from './accounts-page'

/** The app against services that run elsewhere, and the browser of the person who uses it. */
export interface Desk {
  readonly sandbox: Sandbox
  readonly server: SandboxServer
  /** Codes and tokens that the services gave out. */
  readonly given: readonly string[]
  readonly port: number
  readonly profile: string
  /** Another program, in which the services show their pages. */
  readonly browser: Page
  /** Starts the app on the profile; once more ends the one that runs. */
  open(options?: LaunchOptions): Promise<Opened>
}

export interface Opened {
  readonly launched: Launched
  readonly page: Page
  readonly accounts: AccountsPage
  /** The page that the app wanted the browser to open last. */
  lastOpened(): Promise<string>
  copy(text: string): Promise<void>
  clipboard(): Promise<string>
}

export const program = { id: 'our-program', name: 'Tsuzuki', secret: 'our-s3cret' }

interface Fixtures {
  desk: Desk
  settings: SettingsPatch
}

export const test = base.extend<Fixtures>({
  settings: [{}, { option: true }],

  desk: async ({ launch, settings }, use) => {
    const given: string[] = []
    const sandbox = createSandbox({
      clock: systemClock,
      entries: { anime: 30, manga: 5 },
      onChange: (_service, table, key) => void (table === 'grants' && given.push(key)),
    })
    const server = await serveSandbox(sandbox)
    const port = await freePort()
    const redirectUris = [`http://127.0.0.1:${port}/sign-in`]
    for (const service of ['anilist', 'anilist-v1', 'anisearch'] as const)
      sandbox.control.setClient(service, { ...program, redirectUris })
    const profile = mkdtempSync(join(tmpdir(), 'tsuzuki-e2e-'))
    const kept = { holdSeconds: 0, signInPort: port, language: 'en', ...settings }
    writeFileSync(join(profile, 'settings.json'), JSON.stringify(kept))
    const found = findChromium(false)
    if (!found) throw new Error('There is no Chromium for the person to sign in with')
    const browser = await chromium.launch({
      executablePath: found.executable,
      env: { ...(process.env as Record<string, string>), ...found.environment },
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    })
    let running: Launched | undefined

    async function open(options: LaunchOptions = {}): Promise<Opened> {
      await running?.close()
      const launched = await launch({
        size: { width: 1280, height: 900 },
        args: ['--lang=en'],
        ...options,
        profile,
        env: {
          TSUZUKI_ANILIST_URL: `${server.origin}anilist/`,
          TSUZUKI_ANILIST_V1_URL: `${server.origin}anilist-v1/api/`,
          TSUZUKI_ANISEARCH_URL: `${server.origin}anisearch/v1/`,
          ...options.env,
        },
      })
      running = launched
      const { app, page } = launched
      return {
        launched,
        page,
        accounts: accountsPage(page),
        lastOpened: () => app.evaluate(() => globalThis.standIn?.opened.at(-1) ?? ''),
        copy: (text) => app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text),
        clipboard: () => app.evaluate(({ clipboard }) => clipboard.readText()),
      }
    }

    await use({ sandbox, server, given, port, profile, browser: await browser.newPage(), open })

    await running?.close()
    await browser.close()
    await server.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  },
})

/** Names the program at a service as the user does: the id is typed, the secret pasted. */
export async function register({ accounts, copy }: Opened, name: string, secret: boolean) {
  await accounts.service(name).click()
  await accounts.clientId.fill(program.id)
  await accounts.clientId.press('Enter')
  await expect(accounts.details).toHaveText(`Client ${program.id}`)
  if (!secret) return
  await copy(program.secret)
  await accounts.pasteSecret.click()
  await expect(accounts.signIn).toContainText('Kept. It is never shown again.')
}

/** Agrees in the browser to what the app has opened there. */
export async function agree({ browser }: Desk, { lastOpened }: Opened, person?: string) {
  await expect.poll(lastOpened).toContain('authorize')
  await browser.goto(await lastOpened())
  if (person) await browser.getByRole('radio', { name: person }).check()
  await browser.getByRole('button', { name: 'Authorize' }).click()
}

export const nameOfMain = ({ sandbox }: Desk, service: ServiceId) =>
  sandbox.accounts[service]?.user.name ?? ''

export { expect }
