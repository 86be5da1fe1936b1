import type * as Electron from 'electron'
import { loud, loudEmitter } from '../loud.ts'

const SIZE = { width: 1920, height: 1080 }
const WORK_SIZE = { width: 1920, height: 1040 }

/** One screen with a bar of 40 pixels. */
export function createScreen() {
  const display = loud<Electron.Display>('display', {
    id: 1,
    label: 'Stand-in',
    bounds: { x: 0, y: 0, ...SIZE },
    workArea: { x: 0, y: 0, ...WORK_SIZE },
    size: SIZE,
    workAreaSize: WORK_SIZE,
    scaleFactor: 1,
    rotation: 0,
    internal: true,
  })
  const events = ['display-added', 'display-removed', 'display-metrics-changed']
  return loudEmitter<Electron.Screen>('screen', events, {
    getPrimaryDisplay: () => display,
    getAllDisplays: () => [display],
    getDisplayMatching: () => display,
    getDisplayNearestPoint: () => display,
    getCursorScreenPoint: () => ({ x: 0, y: 0 }),
  })
}
