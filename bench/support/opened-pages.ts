import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { launchApp } from '../../test/e2e/launch'
import { createAdmin, type Admin } from '../../test/support/e2e-admin'
import { createDiskProfile } from './loaded-profile'
import { meterSource } from './opened-library'

export interface OpenedPages {
  readonly page: Page
  readonly admin: Admin
  /** Calls a function of meter.js in the page. */
  meter<T>(call: string): Promise<T>
  close(): Promise<void>
}

/** The built app on the built-in AniList, whose limit is out of the way: what is measured is known already. */
export async function openPages(): Promise<OpenedPages> {
  const profile = createDiskProfile()
  const settings = { ...profile.kept.settings, showAdult: true, language: 'en' }
  writeFileSync(join(profile.dir, 'settings.json'), JSON.stringify(settings))
  const adminFile = join(profile.dir, 'admin.json')
  const launched = await launchApp({
    profile: profile.dir,
    env: { TSUZUKI_SANDBOX_ADMIN_FILE: adminFile },
    args: ['--try=anilist'],
    size: { width: 1280, height: 800 },
  })
  const { page } = launched
  await page.evaluate(`location.hash = '#/discover'`)
  await page.locator('[role=gridcell][data-title]').first().waitFor()
  const admin = createAdmin(adminFile)
  await admin.limit('anilist', { max: 10_000 })
  await page.evaluate(meterSource)
  return {
    page,
    admin,
    meter: (call) => page.evaluate(`meter.${call}`),
    async close() {
      await launched.close()
      profile.remove()
      rmSync(adminFile, { force: true })
    },
  }
}
