import { join } from 'node:path'
import Store, { type Schema } from 'electron-store'
import { z } from 'zod'
import { AppError } from '../../shared/failure'
import type { Notice } from '../../shared/ipc/app'
import { type Settings, type SettingsPatch, defaultSettings } from '../../shared/settings'
import type { SettingsStore } from '../environment'
import { mendSettingsFile, setAsideUnreadable } from '../plain/settings-file'
import { checkSettings, settingShapes } from '../plain/settings-schema'
import {
  type SettingsMigrations,
  type StoredSettings,
  settingsMigrations,
} from './settings-migrations'

interface Options {
  /** The folder of the profile. */
  readonly dir: string
  readonly version: string
  /** Settings of this run only, from the command line, until they are written. */
  readonly overrides?: SettingsPatch
  readonly onChange?: (settings: Settings) => void
  readonly onNotice?: (notice: Notice) => void
  readonly migrations?: SettingsMigrations
}

// What a schema of JSON can say about the shapes; the rest is checked when the settings are read.
const schema = z.toJSONSchema(z.object(settingShapes), { io: 'input' })
  .properties as Schema<StoredSettings>

/**
 * Settings in electron-store. A file that is no JSON is set aside and the defaults hold; wrong
 * values become defaults and the old file is kept beside. A disk that refuses fails with `storage`.
 */
export function openSettings(options: Options): SettingsStore {
  const { dir, overrides = {}, onChange, onNotice } = options
  const store = openStore(options, (notice) => onNotice?.(notice))
  let current = { ...checkSettings(store?.store ?? {}).settings, ...overrides }

  return {
    read: () => current,

    write(patch) {
      keep(store, patch, dir)
      current = { ...current, ...patch }
      onChange?.(current)
      return current
    },
  }
}

type Kept = Store<StoredSettings>

function openStore(options: Options, tell: (notice: Notice) => void): Kept | null {
  const { dir, version, migrations = settingsMigrations } = options
  const path = join(dir, 'settings.json')
  const open = () =>
    new Store<StoredSettings>({
      name: 'settings',
      cwd: dir,
      schema,
      defaults: { ...defaultSettings },
      migrations,
      projectVersion: version,
      accessPropertiesByDotNotation: false,
    })

  setAsideUnreadable(path).forEach(tell)
  try {
    return open()
  } catch {
    // Values that neither the schema nor a migration takes: keep the others.
    mendSettingsFile(path).notices.forEach(tell)
  }
  try {
    return open()
  } catch {
    tell({ id: 'settings-unreadable', params: {} })
    return null
  }
}

function keep(store: Kept | null, patch: SettingsPatch, dir: string) {
  try {
    if (!store) throw new Error(`settings in ${dir} cannot be opened`)
    store.set({ ...patch })
  } catch (error) {
    throw new AppError({ code: 'storage', detail: 'cannot write settings.json' }, { cause: error })
  }
}
