import type { Settings, SettingsPatch } from '../settings'

export interface AppInfo {
  readonly version: string
  readonly platform: string
  readonly homepage: string
  readonly contact: string
  readonly runtime: { readonly electron: string; readonly chrome: string; readonly node: string }
  readonly keyStore: 'protected' | 'basic-text' | 'none'
  /** The language of the system, as a BCP 47 tag. */
  readonly systemLanguage: string
}

/** Something that went wrong here and was mended, to be said once: a key of the messages. */
export interface Notice {
  readonly id: string
  readonly params: Readonly<Record<string, string | number>>
}

export interface SandboxState {
  readonly running: boolean
  /** Whether the services can be reached, or will be once they run. */
  readonly online: boolean
}

export interface AppCalls {
  'app:info': () => AppInfo
  /** What is to be said since the start; each is handed out once. */
  'app:notices': () => readonly Notice[]
  /** Opens one of the app's own links in the browser. */
  'app:open-own': (page: 'homepage' | 'licence' | 'titles-source' | 'fonts-source') => void
  /** A text for a bug report: versions, queue, limits; never a token, name or title. */
  'app:diagnostics': () => string
  'settings:get': () => Settings
  'settings:set': (patch: SettingsPatch) => Settings
  'sandbox:state': () => SandboxState
  /** Takes the built-in services off the net and back. */
  'sandbox:set-online': (online: boolean) => SandboxState
}

export interface AppEvents {
  'app:notice': Notice
  'settings:changed': Settings
  'sandbox:changed': SandboxState
  /** A place in the window that something outside asks for, such as a second start with a file. */
  'app:navigate': string
}

export const appCallNames: Record<keyof AppCalls, true> = {
  'app:info': true,
  'app:notices': true,
  'app:open-own': true,
  'app:diagnostics': true,
  'settings:get': true,
  'settings:set': true,
  'sandbox:state': true,
  'sandbox:set-online': true,
}

export const appEventNames: Record<keyof AppEvents, true> = {
  'app:notice': true,
  'settings:changed': true,
  'sandbox:changed': true,
  'app:navigate': true,
}
