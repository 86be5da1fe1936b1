import type * as Electron from 'electron'
import { loud, loudEmitter } from '../loud.ts'
import type { StandIn } from './recorded.ts'

/** Links, files and the bell. */
export function createShell(standIn: StandIn) {
  function note<T>(target: string, answer: T): Promise<T> {
    standIn.opened.push(target)
    return Promise.resolve(answer)
  }
  return loud<Electron.Shell>('shell', {
    openExternal: (url) => note(url, undefined),
    openPath: (path) => note(path, ''),
    showItemInFolder: (path) => void standIn.opened.push(path),
    beep: () => void (standIn.beeps += 1),
  })
}

/** A clipboard of its own for each start of the app. */
export function createClipboard() {
  let text = ''
  return loud<Electron.Clipboard>('clipboard', {
    readText: () => Promise.resolve(text),
    writeText: (value) => Promise.resolve(void (text = value)),
    clear: () => void (text = ''),
  })
}

/** Keys that work everywhere: `standIn.shortcuts.get('…')?.()` presses one. */
export const createGlobalShortcut = ({ shortcuts }: StandIn) =>
  loud<Electron.GlobalShortcut>('globalShortcut', {
    register: (accelerator, callback) =>
      !shortcuts.has(accelerator) && Boolean(shortcuts.set(accelerator, callback)),
    isRegistered: (accelerator) => shortcuts.has(accelerator),
    unregister: (accelerator) => void shortcuts.delete(accelerator),
    unregisterAll: () => shortcuts.clear(),
  })

const POWER_EVENTS = [
  'suspend',
  'resume',
  'on-ac',
  'on-battery',
  'shutdown',
  'lock-screen',
  'unlock-screen',
  'user-did-become-active',
  'user-did-resign-active',
  'speed-limit-change',
  'thermal-state-change',
]

/** Sleep and waking: `powerMonitor.emit('resume')` is the lid. */
export const createPowerMonitor = (standIn: StandIn) =>
  loudEmitter<Electron.PowerMonitor>('powerMonitor', POWER_EVENTS, {
    getSystemIdleTime: () => standIn.idleSeconds,
    getSystemIdleState: (threshold) => (standIn.idleSeconds >= threshold ? 'idle' : 'active'),
    isOnBatteryPower: () => false,
    onBatteryPower: false,
  })

export function createPowerSaveBlocker() {
  const started = new Set<number>()
  let last = 0
  return loud<Electron.PowerSaveBlocker>('powerSaveBlocker', {
    start() {
      last += 1
      started.add(last)
      return last
    },
    stop: (id) => started.delete(id),
    isStarted: (id) => started.has(id),
  })
}

export const createSystemPreferences = () =>
  loudEmitter<Electron.SystemPreferences>('systemPreferences', ['accent-color-changed'], {
    getAccentColor: () => '5b6cffff',
    getAnimationSettings: () => ({
      shouldRenderRichAnimation: true,
      scrollAnimationsEnabledBySystem: true,
      prefersReducedMotion: false,
    }),
  })
