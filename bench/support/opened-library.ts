import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { launchApp, type Launched } from '../../test/e2e/launch'
import { type AppProfile, createAppProfile } from './app-profile'

export interface OpenedLibrary {
  readonly n: number
  readonly launched: Launched
  readonly page: Page
  readonly profile: AppProfile
  /** Calls a function of meter.js in the page. */
  meter<T>(call: string): Promise<T>
  close(): Promise<void>
}

/** The text of meter.js. */
export const meterSource = readFileSync(join(import.meta.dirname, 'meter.js'), 'utf8')

/** The built app on a list of `n` anime, at all of them, every row arrived. */
export async function openLibrary(n: number): Promise<OpenedLibrary> {
  const profile = await createAppProfile({ anime: n, manga: 0 })
  const launched = await launchApp({
    profile: profile.dir,
    env: profile.env,
    args: ['--route=/library/anime/all'],
    size: { width: 1280, height: 800 },
  })
  const { page } = launched
  await page.evaluate(meterSource)
  await untilArrived(page, n)
  return {
    n,
    launched,
    page,
    profile,
    meter: (call) => page.evaluate(`meter.${call}`),
    async close() {
      await launched.close()
      await profile.remove()
    },
  }
}

/** Only when the whole list is in the page does the filter find other rows than the first screenful. */
async function untilArrived(page: Page, n: number) {
  if (n === 0) return
  await page.waitForSelector('[role=row][data-title]')
  let isWhole = false
  while (!isWhole) {
    isWhole = await page.evaluate<boolean>(`(async () => {
      await meter.type('zzzz no such title').catch(() => null)
      const none = document.querySelector('[role=row][data-title]') === null
      await meter.type('').catch(() => null)
      return none
    })()`)
  }
}
