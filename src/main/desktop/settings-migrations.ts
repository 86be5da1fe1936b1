import type { Options } from 'electron-store'

/** Settings as some version left them on disk. */
export type StoredSettings = Record<string, unknown>
export type SettingsMigrations = NonNullable<Options<StoredSettings>['migrations']>

/**
 * What becomes of settings that an older version wrote, by the version that changed them. Only
 * ever added to; a released one is never edited.
 */
export const settingsMigrations: SettingsMigrations = {}
