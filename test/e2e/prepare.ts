import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { findElectronBinary } from '../../scripts/lib/electron-binary'
import { findChromium } from '../electron/chromium/find'
import { onStandIn, ROOT } from './launch'

/** Before the first test, so that no two of them unpack or fetch at the same time. */
function prepare() {
  if (onStandIn) {
    if (!findChromium(false)) throw new Error('There is neither Electron nor a Chromium')
    return
  }
  if (findElectronBinary(ROOT)) return
  const program = join(ROOT, 'node_modules/electron/install.js')
  const { status } = spawnSync(process.execPath, [program], { stdio: 'inherit' })
  if (status !== 0)
    throw new Error("Electron's binary cannot be fetched; E2E_ON=stand-in does without")
}

export { prepare as default }
