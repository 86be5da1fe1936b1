import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { onStandIn } from '../launch'
import { entry, expect, test } from './fixture'

const standIn = join(import.meta.dirname, '../../electron/electron')

/** The processes, as their command lines, that work on this folder. */
function processesOn(profile: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      } catch {
        return '' // It ended while we looked.
      }
    })
    .filter((command) => command.includes(profile))
}

test.describe('the life of an app', () => {
  test('quits when its last window closes', async ({ launch }) => {
    const { app } = await launch({ entry })
    const ended = new Promise((resolve) => app.process().once('exit', resolve))

    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

    expect(await ended).toBe(0)
  })

  test('quits when the user closes its last window', async ({ launch }) => {
    test.skip(!onStandIn, 'There a window has a button for it')
    const { app, page } = await launch({ entry })
    const ended = new Promise((resolve) => app.process().once('exit', resolve))

    const session = await page.context().newCDPSession(page)
    await session.send('Page.close')

    expect(await ended).toBe(0)
  })

  test('stays when a window objects to being closed', async ({ launch }) => {
    const { app } = await launch({ entry })

    const windows = await app.evaluate(({ app: it, BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.once('close', (event) => event.preventDefault())
      return new Promise<number>((resolve) => {
        it.once('before-quit', () =>
          setImmediate(() => setImmediate(() => resolve(BrowserWindow.getAllWindows().length))),
        )
        it.quit()
      })
    })

    expect(windows).toBe(1)
  })

  test('keeps everything in the folder it is told', async ({ launch }) => {
    const { app, profile } = await launch({ entry })

    const path = await app.evaluate(({ app: it }) => it.getPath('userData'))

    expect(path).toBe(profile)
    expect(existsSync(profile)).toBe(true)
  })

  test('a second start hands its arguments to the first and ends', async ({ launch }) => {
    test.skip(!onStandIn, 'Starts the executable by hand')
    const { app, profile } = await launch({ entry })

    const second = spawn(standIn, [entry, `--user-data-dir=${profile}`, 'tsuzuki://open/7'])
    const code = await new Promise((resolve) => second.once('exit', resolve))

    expect(code).toBe(0)
    await expect
      .poll(() => app.evaluate(() => globalThis.happened.secondStarts))
      .toEqual(['tsuzuki://open/7'])
  })

  test('a kill -9 leaves no Chromium behind, and the next start works', async ({ launch }) => {
    test.skip(!onStandIn || process.platform !== 'linux', 'Looks into /proc')
    const first = await launch({ entry })
    expect(processesOn(first.profile).length).toBeGreaterThan(1)

    await first.kill()

    await expect.poll(() => processesOn(first.profile)).toEqual([])
    const second = await first.restart()
    expect(await second.page.title()).toBe('Fixture')
  })

  test('a start right after a kill -9 does not wait for anything', async ({ launch }) => {
    const first = await launch({ entry })

    await first.kill()
    const second = await first.restart()

    expect(await second.page.title()).toBe('Fixture')
  })

  test('a top-level await for the ready app is reported, as it would hang', async () => {
    test.skip(!onStandIn, 'Electron hangs without a word')
    const script = join(import.meta.dirname, '../fixture-app/hanging.mjs')

    const started = spawn(standIn, [script], { env: { ...process.env, STANDIN_PATIENCE: '300' } })
    let words = ''
    started.stderr.on('data', (data: Buffer) => (words += data.toString()))
    const code = await new Promise((resolve) => started.once('exit', resolve))

    expect(code).toBe(70)
    expect(words).toContain('await app.whenReady()')
  })
})
