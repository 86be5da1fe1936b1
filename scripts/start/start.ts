import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { findChromium } from '../../test/electron/chromium/find'
import { hasDisplay } from '../lib/electron-binary'
import { build, isStale } from './build'
import { obtainElectron } from './fetch-electron'
import { readOptions, type StartOptions } from './options'

const ROOT = resolve(import.meta.dirname, '../..')
const say = (line: string) => console.log(line)

/** `npm start`, with the arguments behind `--`. Gives the exit code. */
export async function start(argv: readonly string[]): Promise<number> {
  try {
    return await open(readOptions(argv))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return 1
  }
}

async function open(options: StartOptions): Promise<number> {
  if (isStale(ROOT)) {
    say('Building the app…')
    build(ROOT)
  }
  const electron = await obtainElectron({ root: ROOT, say, retry: options.retryElectron })
  if (electron.reason)
    say(`Electron's binary cannot be had here (${electron.reason}): opening the app in Chromium.`)
  const inElectron = electron.path !== undefined && hasDisplay()
  if (!inElectron && !findChromium(false))
    throw new Error('There is no Chromium here either: install one, or set STANDIN_CHROMIUM.')

  if (options.screenshot !== undefined) {
    const { takePicture } = await import('./picture')
    return takePicture(options, resolve(options.screenshot), say)
  }
  if (inElectron) return runToItsEnd(electron.path, options, sandboxSwitch())
  if (hasDisplay() && findChromium(true)?.showsWindows)
    return runToItsEnd(resolve(ROOT, 'test/electron/electron'), options, [])
  const { runUnseen } = await import('./picture')
  return runUnseen(options, say)
}

/** Chromium's sandbox refuses to work for root. */
const sandboxSwitch = () =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

function runToItsEnd(program: string, { app, profile }: StartOptions, switches: string[]) {
  const where = profile === undefined ? [] : [`--user-data-dir=${resolve(profile)}`]
  const child = spawn(program, [...switches, ROOT, ...where, ...app], {
    stdio: 'inherit',
    env: { ...process.env, STANDIN_VISIBLE: '1' },
  })
  // Ctrl+C reaches both: the app quits by itself, and this waits for it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise<number>((done, fail) => {
    child.once('error', fail)
    child.once('exit', (code) => done(code ?? 1))
  })
}
