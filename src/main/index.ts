import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { app, dialog, net } from 'electron'
import { threadLimits } from './backup/thread/limits'
import { createApp } from './app'
import { ownOrigin, pageUrl } from './desktop/page/own-origin'
import { registerSchemes } from './desktop/schemes'
import { createSurroundings } from './desktop/surroundings'
import { readSwitches } from './desktop/switches'
import type { TsuzukiApp } from './environment'
import { createPush, createTrust, serve } from './ipc/serve'
import { createSandboxStarter } from './sandbox'
import { createSystemClock } from './system-clock'
import { keepYoungSpaceSmall } from './young-space'

const profile = app.commandLine.getSwitchValue('user-data-dir')
const switches = readSwitches(process.argv)
/** The page of the development server, which only an unpackaged app may show. */
const devUrl = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']

keepYoungSpaceSmall()
if (profile !== '') app.setPath('userData', resolve(profile))
registerSchemes()
// Not awaited here: Electron is not ready before this module has been read to its end.
if (app.requestSingleInstanceLock()) void app.whenReady().then(boot)
else app.quit()

function boot() {
  const clock = createSystemClock()
  const around = createSurroundings({
    rootDir: resolve(import.meta.dirname, '../..'),
    outDir: resolve(import.meta.dirname, '..'),
    switches,
    clock,
    urlOf: (route) => (devUrl === undefined ? pageUrl(route) : `${devUrl}#${route}`),
  })
  const { handed, window, log } = around
  process.on('uncaughtException', (error) => log.error('uncaught', { error }))
  process.on('unhandledRejection', (error) => log.error('unhandled', { error }))
  log.info('started', { version: handed.product.version, platform: process.platform })

  const push = around.alsoToTray(createPush(window.contents))
  const core = attempt(() =>
    createApp({
      ...handed,
      clock,
      push,
      random: Math.random,
      env: process.env,
      startBackupWorker: (workerData) =>
        new Worker(resolve(import.meta.dirname, 'backup-worker.js'), {
          workerData,
          resourceLimits: threadLimits,
        }),
      startSandbox: createSandboxStarter(
        resolve(import.meta.dirname, 'sandbox-worker.js'),
        process.env['TSUZUKI_SANDBOX_ADMIN_FILE'],
      ),
    }),
  )
  if (!core) return

  const origin = devUrl === undefined ? ownOrigin : new URL(devUrl).origin
  const isTrusted = createTrust({ ownContents: window.contents, origin })
  serve({ handlers: core.handlers, log, isTrusted })
  const stopWatching = around.connect(core, () => net.isOnline(), show)

  app.on('second-instance', (_event, argv) => show(readSwitches(argv).route))
  app.on('activate', () => window.open())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })

  /** Quitting waits for the core to close its files; whoever asks again meanwhile waits too. */
  let stopping: 'no' | 'yes' | 'done' = 'no'
  app.on('will-quit', (event) => {
    if (stopping === 'done') return
    event.preventDefault()
    if (stopping === 'yes') return
    stopping = 'yes'
    stopWatching()
    void core
      .stop()
      .catch((error: unknown) => log.error('the core did not stop', { error }))
      .then(() => {
        stopping = 'done'
        app.quit()
      })
  })

  void open(core)

  /** Brings the window forward, at a place in it unless that is `''`. */
  function show(route: string) {
    window.open({ route })
    if (route !== '') push('app:navigate', route)
  }

  /** The list comes from disk, so the window waits for nothing but what it was asked to show. */
  async function open(running: TsuzukiApp) {
    const started = running.start().catch((error: unknown) => log.error('start', { error }))
    if (switches.tryService) {
      await started
      await tryService(running, switches.tryService)
    }
    window.open({ ...switches, hidden: around.isHidden() })
  }

  async function tryService(running: TsuzukiApp, service: NonNullable<typeof switches.tryService>) {
    try {
      const account = await running.handlers['accounts:try'](service)
      await running.handlers['accounts:open'](account.id)
    } catch (error) {
      log.error('no sandbox', { service, error })
    }
  }

  /** Without its database there is no app: says so and ends. */
  function attempt(make: () => TsuzukiApp): TsuzukiApp | null {
    try {
      return make()
    } catch (error) {
      log.error('cannot start', { error })
      const { cannotStart, cannotStartMore } = around.words()
      dialog.showErrorBox(cannotStart, `${cannotStartMore}\n\n${handed.profileDir}`)
      app.exit(1)
      return null
    }
  }
}
