import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { wait } from '../shared/clock'
import { toFailure } from '../shared/failure'
import type { EventName, Events } from '../shared/ipc'
import { createApp } from './app'
import { createAnswer } from './ipc/answer'
import { createLog } from './log/log'
import { createHeadlessCalls } from './plain/headless-calls'
import { createJsonLines } from './plain/json-lines'
import { createNoDesktop } from './plain/no-desktop'
import { readProduct } from './plain/product'
import { createSessionSecrets } from './plain/session-secrets'
import { openSettingsFile } from './plain/settings-file'
import { createSandboxStarter } from './sandbox'
import { createSystemClock } from './system-clock'

/** Beside the built program; in the sources, where they run as they are. */
const sandboxScript = import.meta.filename.endsWith('.ts')
  ? resolve(import.meta.dirname, '../sandbox/worker.ts')
  : resolve(import.meta.dirname, 'sandbox-worker.js')

/** The core alone, in plain Node: JSON lines on stdin and stdout (docs/headless.md). */
async function run(profileDir: string, rootDir: string) {
  mkdirSync(profileDir, { recursive: true })
  const clock = createSystemClock()
  const log = createLog({ dir: join(profileDir, 'logs'), clock, homeDir: homedir() })
  const { store: settings, notices } = openSettingsFile(join(profileDir, 'settings.json'))

  const app = createApp({
    profileDir,
    resourcesDir: join(rootDir, 'resources'),
    clock,
    random: Math.random,
    settings,
    secrets: createSessionSecrets(log),
    product: readProduct(rootDir),
    log,
    desktop: createNoDesktop(),
    push,
    env: process.env,
    takeNotices: () => notices.splice(0),
    startSandbox: createSandboxStarter(sandboxScript),
  })
  const own = createHeadlessCalls({ app, quit: () => void end() })
  const lines = createJsonLines({
    answer: createAnswer({ handlers: app.handlers, log }),
    findOwn: own.find,
    clean: log.clean,
    write: (line) => void process.stdout.write(`${line}\n`),
  })

  function push<E extends EventName>(name: E, payload: Events[E]) {
    lines.event(name, payload)
    if (name === 'queue:changed') own.queueChanged(payload as Events['queue:changed'])
  }

  let ending: Promise<void> | undefined

  /** Answers what was asked, lets the core close its files, ends. */
  function end() {
    ending ??= (async () => {
      process.stdin.pause()
      own.stop()
      await Promise.race([lines.settled(), wait(clock, 10_000)])
      await app.stop()
      process.stdout.write('', () => process.exit(0))
    })()
    return ending
  }

  process.on('SIGTERM', () => void end()).on('SIGINT', () => void end())
  await app.start()
  lines.ready()
  // Only now: lines that came before anybody listened would be lost.
  createInterface({ input: process.stdin })
    .on('line', lines.take)
    .on('close', () => void end())
}

const { values } = parseArgs({ options: { profile: { type: 'string' } } })
if (values.profile === undefined) {
  process.stderr.write('usage: npm run headless -- --profile DIR\n')
  process.exit(2)
}
run(resolve(values.profile), resolve(import.meta.dirname, '../..')).catch((error: unknown) => {
  process.stderr.write(`${toFailure(error).detail ?? toFailure(error).code}\n`)
  process.exit(1)
})
