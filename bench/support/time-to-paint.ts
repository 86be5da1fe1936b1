import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { findElectronBinary } from '../../scripts/lib/electron-binary'
import { onStandIn, ROOT } from '../../test/e2e/launch'
import { openPage } from './devtools'

export interface Started {
  /** The folder of the app. */
  readonly entry: string
  readonly profile: string
  readonly env?: Readonly<Record<string, string>>
}

/**
 * From the start of the process to the first screenful on the screen, in ms, as a user starts the
 * app: nothing drives it, and the page is asked one question, when it has painted.
 */
export async function timeToPaint(started: Started): Promise<number> {
  const { child, startedAt } = start(started)
  const ended = once(child, 'exit')
  try {
    const page = await openPage(await devtoolsOf(child))
    const paintedAt = await page.evaluate(whenPainted)
    page.close()
    return paintedAt - startedAt
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

/** In the page: Unix ms of the mark `painted`, as soon as it is there. */
const whenPainted = `new Promise((resolve) => {
  const tell = ({ startTime }) => resolve(performance.timeOrigin + startTime)
  const [known] = performance.getEntriesByName('painted')
  if (known) return tell(known)
  new PerformanceObserver((list) => {
    const mark = list.getEntriesByName('painted')[0]
    if (mark) tell(mark)
  }).observe({ type: 'mark' })
})`

function start({ entry, profile, env }: Started) {
  const program = onStandIn
    ? join(ROOT, 'test/electron/electron')
    : (findElectronBinary(ROOT) ?? 'electron')
  const args = [entry, `--user-data-dir=${profile}`, '--remote-debugging-port=0']
  const root = process.getuid?.() === 0 && !onStandIn ? ['--no-sandbox'] : []
  const startedAt = performance.timeOrigin + performance.now()
  const child = spawn(program, [...root, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return { child, startedAt }
}

/** Where Chromium listens for its tools, as it says itself. */
function devtoolsOf(child: ChildProcess): Promise<URL> {
  return new Promise((resolve, reject) => {
    let words = ''
    child.stderr?.on('data', (data: Buffer) => {
      words += data.toString()
      const [, address] = /^DevTools listening on (\S+)/m.exec(words) ?? []
      if (address) resolve(new URL(address))
    })
    child.once('exit', () => reject(new Error(`It ended before its page was there: ${words}`)))
  })
}
