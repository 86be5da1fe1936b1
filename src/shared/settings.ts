import type { TitleLanguage } from './account'
import { type AiringSettings, defaultAiringSettings } from './airing-settings'

export interface Settings extends AiringSettings {
  readonly language: 'system' | 'en' | 'de'
  readonly theme: 'system' | 'light' | 'dark' | 'contrast'
  readonly reduceMotion: boolean
  /** Percent, 100–200. */
  readonly textSize: number
  /** How long an edit waits here before it leaves, in s, 0–60. */
  readonly holdSeconds: number
  /** Minutes between looks at the list on the service; 0 is only on demand. */
  readonly syncMinutes: number
  /** Progress changed in two places: ask, or take the higher one. */
  readonly progressConflict: 'ask' | 'higher'
  readonly rules: {
    readonly startOnFirst: boolean
    readonly completeOnLast: boolean
    readonly setStartDate: boolean
    readonly setFinishDate: boolean
  }
  readonly showAdult: boolean
  readonly titleLanguage: 'account' | TitleLanguage
  readonly singleKeys: boolean
  /** Names the app to the services; without it real services are not called. */
  readonly homepage: string
  readonly contact: string
  /** The port of the loopback page that a sign-in comes back to. */
  readonly signInPort: number
  readonly clientIds: Readonly<Record<string, string>>
  /** By service: an address of the user's own that sign-ins come back to, instead of this machine. */
  readonly redirectUris: Readonly<Record<string, string>>
  readonly activeAccount: number | null
  /** What the window remembers by itself (columns, sort, tab per list); its own matter. */
  readonly views: Readonly<Record<string, unknown>>
}

export type SettingsPatch = { readonly [K in keyof Settings]?: Settings[K] }

export const defaultSettings: Settings = {
  ...defaultAiringSettings,
  language: 'system',
  theme: 'system',
  reduceMotion: false,
  textSize: 100,
  holdSeconds: 3,
  syncMinutes: 15,
  progressConflict: 'ask',
  rules: { startOnFirst: true, completeOnLast: true, setStartDate: true, setFinishDate: true },
  showAdult: false,
  titleLanguage: 'account',
  singleKeys: true,
  homepage: '',
  contact: '',
  signInPort: 47_823,
  clientIds: {},
  redirectUris: {},
  activeAccount: null,
  views: {},
}
