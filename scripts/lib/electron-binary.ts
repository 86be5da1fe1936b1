import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where this project's own Electron lies, or undefined if its binary was never fetched. */
export function findElectronBinary(root: string): string | undefined {
  const override = process.env['ELECTRON_EXEC_PATH']
  if (override) return override
  const directory = join(root, 'node_modules/electron')
  try {
    const path = join(directory, 'dist', readFileSync(join(directory, 'path.txt'), 'utf8'))
    return existsSync(path) ? path : undefined
  } catch {
    return undefined // No path.txt: it is written after a whole download.
  }
}

/** Whether a window could be seen: always, except on a Linux without X and Wayland. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
