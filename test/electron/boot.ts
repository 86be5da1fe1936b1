// What Electron does before and after an app's main script: started by the executable beside it.
import { readFileSync } from 'node:fs'
import inspector from 'node:inspector'
import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { becomeReady, electron, host, setVersion } from './assemble.ts'
import { leave } from './host.ts'

/** The time a main script may take to load before it counts as hanging, in ms. */
const PATIENCE = Number(process.env['STANDIN_PATIENCE'] ?? 10_000)
const HANGS = `stand-in: the main module is still loading after ${PATIENCE / 1000} s. A top-level
\`await app.whenReady()\`? Electron would hang here for ever.`

const url = new URL('electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(\/(main|common))?$/.test(specifier)
      ? { url, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})

const { app, dialog } = electron
const manifest = new URL('../../node_modules/electron/package.json', import.meta.url)
setVersion('electron', (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version)
delete process.env['NODE_COMPILE_CACHE'] // The executable's, not the app's.
process.argv = [join(import.meta.dirname, 'electron'), ...process.argv.slice(2)]
Object.assign(process, {
  type: 'browser',
  defaultApp: true,
  resourcesPath: join(host.directory, 'resources'),
  exit: (code?: number) => app.exit(code),
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())
process.on('uncaughtException', (error) => {
  if (process.listenerCount('uncaughtException') > 1) return
  dialog.showErrorBox('A JavaScript error occurred in the main process', String(error.stack))
})

const inspect = host.arguments.find((argument) => argument.startsWith('--inspect'))
if (inspect) inspector.open(Number(inspect.split('=')[1] ?? 9229), '127.0.0.1')

const require = createRequire(join(host.directory, 'package.json'))
for (const name of host.requires) require(name)

const hanging = setTimeout(() => {
  console.error(HANGS)
  leave(70)
}, PATIENCE)
if (host.mainIsModule) await import(pathToFileURL(host.main).href)
else require(host.main)
clearTimeout(hanging)
await becomeReady()
