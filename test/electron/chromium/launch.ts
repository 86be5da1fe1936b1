import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { createCdp, type Cdp } from './cdp.ts'
import { findChromium } from './find.ts'

export interface Chromium extends Cdp {
  /** Where others, such as Playwright, may attach; undefined unless that was asked for. */
  readonly endpoint: string | undefined
  readonly pid: number
  readonly showsWindows: boolean
  /** Resolves when the process has ended, however it ended. */
  readonly ended: Promise<void>
  close(): Promise<void>
}

interface Options {
  readonly profile: string
  readonly visible: boolean
  /** Let others attach, on a port that Chromium chooses. */
  readonly open: boolean
  /** As `--name=value`, from the app's own command line. */
  readonly switches: readonly string[]
}

const SWITCHES = [
  // When this process dies, even by kill -9, the pipe closes and Chromium ends.
  '--remote-debugging-pipe=cbor',
  '--block-new-web-contents',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
]

/** Starts Chromium on a profile folder and connects to it. */
export async function launchChromium(options: Options): Promise<Chromium> {
  const { profile, visible, open, switches } = options
  const found = findChromium(visible)
  if (!found) throw new Error('stand-in: no Chromium found; set STANDIN_CHROMIUM')
  const showsWindows = visible && found.showsWindows
  endPredecessor(profile)
  // A window that is an app has no tabs and no address; the first of Electron's windows gets it.
  const mode = showsWindows
    ? ['--app=data:text/html,', '--test-type']
    : ['--headless', '--no-startup-window']
  if (!showsWindows || process.getuid?.() === 0) mode.push('--no-sandbox')
  if (open) mode.push('--remote-debugging-port=0')
  const child = spawn(
    found.executable,
    [...mode, ...SWITCHES, `--user-data-dir=${profile}`, ...switches],
    {
      env: { ...process.env, ...found.environment },
      // Ctrl+C is the app's alone: it quits in its own order.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    },
  )
  const pid = child.pid ?? 0
  writeFileSync(pidFile(profile), String(pid))
  process.once('exit', () => child.kill('SIGKILL'))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const endpoint = open ? await readEndpoint(child) : undefined
  // Numbers 3 and 4 were asked for as pipes above.
  const cdp = createCdp(child.stdio[3] as Writable, child.stdio[4] as Readable)

  async function close() {
    cdp.send('Browser.close').catch(() => {})
    const patience = setTimeout(() => child.kill('SIGKILL'), 2000)
    await ended
    clearTimeout(patience)
  }

  return { ...cdp, endpoint, pid, showsWindows, ended, close }
}

function readEndpoint(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = ''
    child.stderr?.on('data', (data: Buffer) => {
      log += data.toString()
      const found = /^DevTools listening on (\S+)$/m.exec(log)
      if (found?.[1]) resolve(found[1])
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`stand-in: Chromium ended with ${code}\n${log}`)))
  })
}

const pidFile = (profile: string) => join(profile, 'stand-in.pid')

/** After a kill -9 of the stand-in, its Chromium may hold the profile for another moment. */
function endPredecessor(profile: string) {
  mkdirSync(profile, { recursive: true })
  try {
    const pid = Number(readFileSync(pidFile(profile), 'utf8'))
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    if (command.includes(`--user-data-dir=${profile}\0`)) process.kill(pid, 'SIGKILL')
  } catch {
    // No predecessor, or it has ended: the usual case.
  }
}
