/**
 * `npm start`: builds what is stale and opens the app, in Electron where its binary can be had, else in
 * Chromium. `npm start -- --screenshot FILE` leaves a picture of a loaded library and ends.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const needed = 24
const own = join(import.meta.dirname, '../node_modules/.bin/node')
const isOld = Number(process.versions.node.split('.')[0]) < needed

if (isOld && existsSync(own)) {
  // Started without npm, which would have put the project's own Node first.
  const again = spawnSync(own, process.argv.slice(1), { stdio: 'inherit' })
  process.exit(again.status ?? 1)
}
await import('./lib/node-version.mjs')
await import('./lib/typescript.mjs')
const { start } = await import('./start/start.ts')
process.exitCode = await start(process.argv.slice(2))
