import type * as Electron from 'electron'

/** A tray icon, with what Electron's own has no way to ask for. */
export interface RecordedTray extends Electron.Tray {
  image: Electron.NativeImage | string
  toolTip: string
  menu: Electron.Menu | null
}

export interface RecordedDialog {
  readonly kind: 'message' | 'open' | 'save' | 'error'
  readonly title: string
  readonly message: string
  readonly buttons: readonly string[]
}

/** What the user answers to the next dialog of that kind; without one, dialogs are cancelled. */
export interface DialogAnswers {
  readonly message: Partial<Electron.MessageBoxReturnValue>[]
  readonly open: Electron.OpenDialogReturnValue[]
  readonly save: Electron.SaveDialogReturnValue[]
}

/**
 * What the app did to a desktop that is not there, and what a user or the system would do there.
 * In the main process it is `globalThis.standIn`, so that tests reach it through
 * `electronApp.evaluate`; on real Electron it is undefined.
 */
export interface StandIn {
  /** Those that were not destroyed. */
  trays: RecordedTray[]
  /** Each that was shown, in order. `emit('click')` and `emit('action', …)` are the user. */
  readonly notifications: Electron.Notification[]
  /** Links and paths handed to the system. */
  readonly opened: string[]
  readonly dialogs: RecordedDialog[]
  readonly answers: DialogAnswers
  /** Context menus that were popped up, in order. */
  readonly popups: Electron.Menu[]
  readonly shortcuts: Map<string, () => void>
  beeps: number
  relaunches: number
  /** Starts the app had itself put into the system's autostart. */
  loginItem: Electron.Settings
  readonly protocols: Set<string>
  setSystemTheme(theme: 'dark' | 'light'): void
  /** Seconds since the last input, as powerMonitor tells the app. */
  idleSeconds: number
  online: boolean
}

declare global {
  var standIn: StandIn | undefined
}

export function createStandIn(): StandIn {
  return {
    trays: [],
    notifications: [],
    opened: [],
    dialogs: [],
    answers: { message: [], open: [], save: [] },
    popups: [],
    shortcuts: new Map(),
    beeps: 0,
    relaunches: 0,
    loginItem: {},
    protocols: new Set(),
    setSystemTheme() {}, // Theme puts its own here.
    idleSeconds: 0,
    online: true,
  }
}
