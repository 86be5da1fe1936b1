import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { launchApp, type Launched } from '../../test/e2e/launch'
import type { StartOptions } from './options'

const ROOT = resolve(import.meta.dirname, '../..')

/** Leaves a picture of a loaded library in a file, and ends. Gives the exit code. */
export async function takePicture(
  options: StartOptions,
  file: string,
  say: (line: string) => void,
): Promise<number> {
  const own = options.profile === undefined ? usualProfile() : resolve(options.profile)
  if (options.profile !== undefined || (existsSync(own) && !options.tries)) {
    const taken = await inProfile(own, options, options.app, async ({ page }) => {
      if (options.tries) await untilShown(page, options)
      else if ((await readiness(page)) === 'welcome') return false
      await save(page, file)
      return true
    })
    if (taken) return done(file, say)
    say('There is no account yet: the picture shows the sandbox.')
  }
  const sandbox = options.tries ? options.app : [...options.app, '--try=anilist']
  const profile = mkdtempSync(join(tmpdir(), 'tsuzuki-picture-'))
  try {
    await inProfile(profile, options, sandbox, async ({ page }) => {
      await untilShown(page, options)
      await save(page, file)
    })
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
  return done(file, say)
}

/** Runs without a window until it is ended, and leaves a picture of what would be seen. */
export async function runUnseen(
  options: StartOptions,
  say: (line: string) => void,
): Promise<number> {
  const profile = options.profile === undefined ? usualProfile() : resolve(options.profile)
  const file = join(ROOT, 'node_modules/.cache/tsuzuki/window.png')
  return inProfile(profile, options, options.app, async ({ app, page }) => {
    await save(page, file)
    say(`No display: the app runs unseen until Ctrl+C. A picture of its window: ${file}`)
    const ended = new Promise<number>((resolve) =>
      app.process().once('exit', (code) => resolve(code ?? 1)),
    )
    return ended
  })
}

async function inProfile<T>(
  profile: string,
  { size, goesElsewhere }: StartOptions,
  args: readonly string[],
  act: (launched: Launched) => Promise<T>,
): Promise<T> {
  const launched = await launchApp({
    profile,
    args,
    ready: !goesElsewhere,
    ...(size ? { size } : {}),
  })
  try {
    return await act(launched)
  } finally {
    await launched.close()
  }
}

/** The library tells when it is there; of other views we only know that nothing more comes. */
async function untilShown(page: Page, { goesElsewhere }: StartOptions) {
  if (goesElsewhere) await page.waitForLoadState('networkidle')
  else await page.locator('html[data-ready="library"]').waitFor({ state: 'attached' })
}

const readiness = (page: Page) => page.locator('html').getAttribute('data-ready')

async function save(page: Page, file: string) {
  mkdirSync(dirname(file), { recursive: true })
  // Fonts come late, and a new size takes two frames to be drawn.
  await page.evaluate(`document.fonts.ready.then(() => new Promise((drawn) =>
    requestAnimationFrame(() => requestAnimationFrame(() => drawn(null)))))`)
  await page.screenshot({ path: file, animations: 'disabled' })
}

function done(file: string, say: (line: string) => void) {
  say(`The picture is in ${file}`)
  return 0
}

/** Where Electron keeps an app's data unless it is told otherwise. */
function usualProfile(): string {
  const name = 'Tsuzuki'
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? homedir(), name)
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support', name)
  return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), name)
}
