import type { Account } from '../shared/account'
import type { Toast } from '../shared/airing'
import type { Clock } from '../shared/clock'
import type { EntryRef } from '../shared/entry'
import type { Handlers, Push } from '../shared/ipc'
import type { AppInfo, Notice } from '../shared/ipc/app'
import { mediaKinds } from '../shared/media'
import type { ServiceId } from '../shared/service'
import type { Settings, SettingsPatch } from '../shared/settings'
import type { Transport } from './http/transport'
import type { Provider } from './providers/provider'

/** What the core of main is handed: the same in Electron, headless and in tests. */
export interface AppOptions {
  /** The folder of this profile; it exists. */
  readonly profileDir: string
  /** Icons, titles: what ships beside the program. */
  readonly resourcesDir: string
  readonly clock: Clock
  /** 0 ≤ x < 1. */
  readonly random: () => number
  readonly settings: SettingsStore
  readonly secrets: SecretStore
  readonly product: Product
  readonly log: Log
  readonly desktop: Desktop
  readonly push: Push
  readonly env: Readonly<Record<string, string | undefined>>
  /** What the desktop mended and nobody was told of yet; `app:notices` asks each time it is asked. */
  readonly takeNotices?: () => readonly Notice[]
  /** Without one, the app makes its own over axios. */
  readonly transport?: Transport
  /** Changes what a service is said to be able to do: measurements go without batches. */
  readonly reshape?: <P extends Provider>(provider: P) => P
  /** How the system reaches `url`, in the words of a PAC file, as `session.resolveProxy` answers. */
  readonly proxyFor?: (url: string) => Promise<string>
  readonly startSandbox?: StartSandbox
  /** Starts the file that reads backups in a thread of its own; without it, they are read here. */
  readonly startBackupWorker?: StartBackupWorker
  /** IANA name of the zone that the user lives in at the start; that of the machine without one. */
  readonly timeZone?: () => string
  /** Has all of this process go by another zone, which it would not notice by itself. */
  readonly moveTo?: (zone: string) => void
}

/** The core of main: everything but the desktop. */
export interface TsuzukiApp {
  readonly handlers: Handlers
  start(): Promise<void>
  /** Lets what is being sent end, closes the database. Nothing may be called afterwards. */
  stop(): Promise<void>
  /** The machine woke up: timers may have slept. */
  resumed(): void
  /** The network came back: what waits for it may try at once. */
  online(): void
  readonly pictures: Pictures
  readonly airing: AiringPort
  /**
   * Adds (or signs in again) the account that a token belongs to, after asking the service whose
   * it is. The token is bound to the origin that the service has in this run.
   */
  signInWithToken(service: ServiceId, tokens: Omit<Tokens, 'origin'>): Promise<Account>
}

export const pictureSizes = ['small', 'large', 'banner'] as const
export type PictureSize = (typeof pictureSizes)[number]

export const pictureKinds = [...mediaKinds, 'character', 'staff', 'user'] as const
export type PictureKind = (typeof pictureKinds)[number]

export interface Pictures {
  /** The address of a picture at its service; `null` when there is none. */
  urlOf(accountId: number, kind: PictureKind, id: number, size: PictureSize): string | null
  /** A picture in a foreign text, by its number; `null` when nobody knows it. May be anywhere. */
  foreign(content: string, number: number): string | null
  /** The origin that the account's service has in this run: the only loopback one pictures may come from. */
  originOf(accountId: number): string | null
}

/** Settings as they stand, always whole and valid. */
export interface SettingsStore {
  read(): Settings
  /** Answers all settings as they are now. Throws `storage` when they cannot be kept. */
  write(patch: SettingsPatch): Settings
}

/** What a sign-in gave us. Never leaves main, is never logged. */
export interface Tokens {
  readonly accessToken: string
  readonly refreshToken: string | null
  /** Unix ms; `null` when no end is known. */
  readonly expiresAt: number | null
  readonly scopes: readonly string[]
  /** Origin that issued it; it is sent nowhere else. */
  readonly origin: string
  /** Which program asked for it on which site: only they can renew it or take it back. */
  readonly issuedTo?: { readonly clientId: string; readonly site: string | null }
}

/** How well the system guards secrets: behind a key of the user, behind a key anybody knows, or not at all. */
export type Protection = AppInfo['keyStore']

export interface SecretStore {
  protection(): Protection
  /** `null` when there is none or it cannot be opened any more; it is kept on disk all the same. */
  read(key: string): Tokens | null
  /**
   * Keeps tokens: on disk where they are protected or the user agreed to unprotected ones, else
   * until the app ends. Throws `storage` when the disk refuses.
   */
  write(key: string, tokens: Tokens): void
  remove(key: string): void
  /** True when the tokens of `key` end with this run of the app. */
  sessionOnly(key: string): boolean
  /** The user's explicit yes (or its end) to tokens on disk that nothing protects. */
  allowUnprotected(allowed: boolean): void
  unprotectedAllowed(): boolean
}

export interface Product {
  readonly name: string
  readonly version: string
  /** From package.json; the settings come before it. */
  readonly homepage: string | null
  readonly contact: string | null
}

export type LogFields = Readonly<Record<string, unknown>>

/** JSON lines in the profile. Secrets are taken out of everything that goes in. */
export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
  /** From now on this text is a secret: it is blackened wherever it turns up. */
  hide(secret: string): void
  /** `text` with every secret blackened: for details of failures and diagnostics. */
  clean(text: string): string
}

/** What the core needs from a desktop. */
export interface Desktop {
  readonly platform: string
  readonly runtime: AppInfo['runtime']
  /** BCP 47. */
  readonly systemLanguage: string
  /**
   * Opens a page in the browser: known hosts at once, other https hosts after a question that
   * names the host. Answers whether it was opened; throws `invalid-input` for anything else.
   */
  openExternal(url: string): Promise<boolean>
  /** Asks the user whether a page of `host` may be opened. */
  confirmOpen(host: string): Promise<boolean>
  readClipboard(): Promise<string>
  clearClipboard(): void
  /** Where to save a file; `null` when the user thought better of it. */
  chooseSavePath(suggestedName: string): Promise<string | null>
  /** A folder to write to; `null` when the user thought better of it. */
  chooseFolder(): Promise<string | null>
}

/** What comes back from tray and notifications. */
export type AiringAct =
  /** One more, for as long as the episode that the button speaks of is not counted. */
  | { readonly do: 'plus'; readonly ref: EntryRef; readonly episode: number }
  | { readonly do: 'mute'; readonly ref: EntryRef }
  | { readonly do: 'pause'; readonly minutes: number }

/** Airing, as the desktop around the core sees it. */
export interface AiringPort {
  /**
   * From now on there is somebody to tell; before, nothing counts as told. `toast` may throw, or
   * call `failed` later: then what it should have said comes in the next digest.
   */
  connect(toast: (toast: Toast, failed: () => void) => void): void
  /** Does what a button says; a title that is not on the list any more is left alone. */
  act(act: AiringAct): void
  /** The screen was locked or unlocked, the zone changed: time may not be what it was. */
  look(): void
}

/** Starts a thread; `data` is what it finds as its worker data. */
export type StartBackupWorker = (data: unknown) => BackupWorker

/** What is needed of a thread: messages there and back, and its end. */
export interface BackupWorker {
  /** What is transferred is gone on this side. */
  postMessage(message: unknown, transfer?: ArrayBuffer[]): void
  on(event: string, listener: (value: unknown) => void): unknown
  terminate(): Promise<unknown>
}

/** The built-in services while they run. */
export interface RunningSandbox {
  /** Base addresses, each with a closing slash. */
  readonly baseUrls: Readonly<Record<ServiceId, string>>
  /** A token of the person whose lists they hold. */
  readonly tokens: Readonly<Record<ServiceId, string>>
  readonly online: boolean
  /** Takes the services off the net and back. */
  setOnline(online: boolean): Promise<void>
  stop(): Promise<void>
}

/** Starts the built-in services; their state is kept in `stateDir` between runs. */
export type StartSandbox = (options: { readonly stateDir: string }) => Promise<RunningSandbox>
