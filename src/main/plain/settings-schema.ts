import { z } from 'zod'
import { titleLanguages } from '../../shared/account'
import type { AiringSettings } from '../../shared/airing-settings'
import { defaultSettings, type Settings } from '../../shared/settings'

const line = z.string().max(500)
const name = z.string().min(1).max(100)

/** Shown to services and opened in the browser, so it is https or nothing. */
const address = line.refine((text) => text === '' || isHttps(text), 'must be an https address')

const minuteOfDay = z.int().min(0).max(1_439)

const airingShapes = {
  notifyAiring: z.boolean(),
  notifyPremieres: z.boolean(),
  notifySequels: z.boolean(),
  notifyUpToDate: z.boolean(),
  notifyDelay: z.int().min(0).max(10_080),
  quietHours: z.boolean(),
  quietFrom: minuteOfDay,
  quietTo: minuteOfDay,
  dailyDigest: z.boolean(),
  dailyDigestAt: minuteOfDay,
  closeToTray: z.boolean(),
  startAtLogin: z.boolean(),
  startHidden: z.boolean(),
} satisfies { [K in keyof AiringSettings]: z.ZodType<AiringSettings[K]> }

/** What each setting may be. The file, the window and headless callers are held to the same. */
export const settingShapes = {
  ...airingShapes,
  language: z.enum(['system', 'en', 'de']),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  reduceMotion: z.boolean(),
  textSize: z.int().min(100).max(200),
  holdSeconds: z.int().min(0).max(60),
  syncMinutes: z.int().min(0).max(1_440),
  progressConflict: z.enum(['ask', 'higher']),
  rules: z.strictObject({
    startOnFirst: z.boolean(),
    completeOnLast: z.boolean(),
    setStartDate: z.boolean(),
    setFinishDate: z.boolean(),
  }),
  showAdult: z.boolean(),
  titleLanguage: z.enum(['account', ...titleLanguages]),
  singleKeys: z.boolean(),
  homepage: address,
  contact: line,
  signInPort: z.int().min(1_024).max(65_535),
  clientIds: z.record(name, line),
  redirectUris: z.record(name, address),
  activeAccount: z.int().min(1).nullable(),
  views: z.record(name, z.unknown()),
} satisfies { [K in keyof Settings]: z.ZodType<Settings[K]> }

export const settingNames = Object.keys(settingShapes) as readonly (keyof Settings)[]

export interface CheckedSettings {
  readonly settings: Settings
  /** Names of settings that were there and made no sense. */
  readonly wrong: readonly (keyof Settings)[]
}

/** Whole, valid settings out of whatever was stored: what is missing or wrong becomes the default. */
export function checkSettings(stored: unknown): CheckedSettings {
  const found = isRecord(stored) ? stored : {}
  const wrong: (keyof Settings)[] = []
  const kept = settingNames.filter((key) => Object.hasOwn(found, key))
  const valid = kept.filter((key) => {
    const shape: z.ZodType = settingShapes[key]
    const fits = shape.safeParse(found[key]).success
    if (!fits) wrong.push(key)
    return fits
  })
  return {
    settings: { ...defaultSettings, ...Object.fromEntries(valid.map((key) => [key, found[key]])) },
    wrong,
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isHttps(text: string) {
  return URL.canParse(text) && new URL(text).protocol === 'https:'
}
