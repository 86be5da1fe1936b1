import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const BUILT = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'package.json']

/** Whether the built app is missing or older than what it is built from. */
export function isStale(root: string): boolean {
  const built = BUILT.map((name) => join(root, name))
  if (!built.every((path) => existsSync(path))) return true
  const oldest = Math.min(...built.map(changedAt))
  return SOURCES.map((name) => join(root, name)).some((path) => newestIn(path) > oldest)
}

/** Builds the app; throws what the build said if it failed. */
export function build(root: string) {
  const program = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const options = { cwd: root, encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'build'], options)
  if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`)
}

const changedAt = (path: string) => statSync(path).mtimeMs

/** When anything in it was last changed, in ms; 0 if it is not there. */
function newestIn(path: string): number {
  if (!existsSync(path)) return 0
  if (!statSync(path).isDirectory()) return changedAt(path)
  const entries = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return entries.reduce((newest, name) => Math.max(newest, changedAt(join(path, name))), 0)
}
