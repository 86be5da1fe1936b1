import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type ServiceId, serviceIds } from '../../../src/shared/service'
import type { SettingsPatch } from '../../../src/shared/settings'
import { type Admin, createAdmin } from '../../support/e2e-admin'
import { expect, type Launched, type LaunchOptions, test as base } from '../launch'
import { type ListPage, listPage } from './list-page'

/** The app with services of its own that a test can look into and break. */
export interface Opened {
  readonly launched: Launched
  readonly page: Page
  readonly list: ListPage
  readonly admin: Admin
  readonly profile: string
  /** Quits, after a look at whether a limit was broken. */
  close(): Promise<void>
  /** Ends the app at once, as a crash would. */
  kill(): Promise<void>
  /** Quits if it still runs, and starts again on the same profile. */
  again(args?: readonly string[]): Promise<Opened>
}

export interface OpenOptions extends Omit<LaunchOptions, 'profile'> {
  /** Of an earlier run. Changes leave after a second, so that one can see them wait. */
  readonly settings?: SettingsPatch
}

interface Fixtures {
  /** Starts the app in English, as new; with a service, in its sandbox. */
  open: (service: ServiceId | null, options?: OpenOptions) => Promise<Opened>
}

export const test = base.extend<Fixtures>({
  open: async ({ launch }, use) => {
    const profiles: string[] = []
    const running = new Map<string, Opened>()

    async function start(profile: string, options: LaunchOptions): Promise<Opened> {
      const adminFile = adminFileOf(profile)
      // The one of an earlier run leads nowhere.
      rmSync(adminFile, { force: true })
      const launched = await launch({
        size: { width: 1280, height: 800 },
        ...options,
        profile,
        env: { ...options.env, TSUZUKI_SANDBOX_ADMIN_FILE: adminFile },
      })
      const opened: Opened = {
        launched,
        page: launched.page,
        list: listPage(launched.page),
        admin: createAdmin(adminFile),
        profile,
        async close() {
          running.delete(profile)
          if (existsSync(adminFile)) await expectNoViolation(opened.admin)
          await launched.close()
        },
        async kill() {
          running.delete(profile)
          await launched.kill()
        },
        async again(args = ['--lang=en']) {
          if (running.get(profile) === opened) await opened.close()
          return start(profile, { ...options, args })
        },
      }
      running.set(profile, opened)
      return opened
    }

    await use((service, { settings, ...options } = {}) => {
      const profile = mkdtempSync(join(tmpdir(), 'tsuzuki-e2e-'))
      profiles.push(profile)
      const kept = { holdSeconds: 1, showAdult: true, ...settings }
      writeFileSync(join(profile, 'settings.json'), JSON.stringify(kept))
      const chosen = service ? [`--try=${service}`] : []
      return start(profile, { args: ['--lang=en', ...chosen], ...options })
    })

    for (const { close } of [...running.values()]) await close()
    for (const profile of profiles)
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  },
})

/** Only there once the services have been started. */
const adminFileOf = (profile: string) => join(profile, 'admin.json')

/** No request of this run has broken a limit of the services. */
export async function expectNoViolation(admin: Admin) {
  for (const service of serviceIds) {
    const { violations } = await admin.log(service)
    expect(violations).toEqual({ overLimit: 0, insideRetryAfter: 0, tooManyAtOnce: 0 })
  }
}

export { expect }
