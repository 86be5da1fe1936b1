import type * as Electron from 'electron'
import { loudClass, loudEmitter } from '../loud.ts'
import type { RecordedTray, StandIn } from './recorded.ts'

const EVENTS = [
  'click',
  'right-click',
  'double-click',
  'middle-click',
  'mouse-enter',
  'mouse-leave',
]

export function createTrayClass(standIn: StandIn) {
  function create(icon: Electron.NativeImage | string): Electron.Tray {
    let title = ''
    let destroyed = false
    const recorded = { image: icon, toolTip: '', menu: null as Electron.Menu | null }
    const members: Partial<RecordedTray> = {
      ...recorded,
      setImage: (image) => void (tray.image = image),
      setPressedImage() {},
      setToolTip: (text) => void (tray.toolTip = text),
      setTitle: (text) => void (title = text),
      getTitle: () => title,
      setContextMenu: (menu) => void (tray.menu = menu),
      popUpContextMenu: (menu) =>
        void standIn.popups.push(...[menu ?? tray.menu].filter((m) => !!m)),
      setIgnoreDoubleClickEvents() {},
      getBounds: () => ({ x: 0, y: 0, width: 16, height: 16 }),
      isDestroyed: () => destroyed,
      destroy() {
        destroyed = true
        standIn.trays = standIn.trays.filter((other) => other !== tray)
      },
    }
    const tray = loudEmitter<RecordedTray>('Tray', EVENTS, members)
    standIn.trays.push(tray)
    return tray
  }

  return loudClass<typeof Electron.Tray>('Tray', create, {})
}
