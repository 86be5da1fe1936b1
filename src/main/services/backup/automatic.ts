import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AutoBackup, AutoBackups, AutoReason } from '../../../shared/backup'
import type { Clock } from '../../../shared/clock'
import { AppError } from '../../../shared/failure'
import { backupFiles, backupName, type BackupFileHere, tidyBackups } from './backup-files'
import { isDue } from './rotation'
import { saveFile } from './save-file'

interface Options {
  /** In the profile, where backups always can be made. */
  usualFolder: string
  /** Where the user wants them; `null` for the usual folder. */
  chosenFolder: { read(): string | null; write(folder: string | null): void }
  chooseFolder: () => Promise<string | null>
  clock: Clock
  /** A full backup of everything that is here, made from the database. */
  write: () => Promise<Uint8Array>
  /** The same from the copy of a database that was made before an update. */
  convert: (path: string) => Promise<Uint8Array>
  hasLists: () => boolean
  onChanged: () => void
  onError: (error: unknown) => void
}

const lookEveryMs = 3600 * 1000

export type Automatic = ReturnType<typeof createAutomatic>

/** Backups that are made by themselves, from the database, without a request to anybody. */
export function createAutomatic(options: Options) {
  const { usualFolder, chosenFolder, clock } = options
  let timer: (() => void) | null = null

  /** Earlier ones lie where they were made, so both places count. */
  function files(): BackupFileHere[] {
    const chosen = chosenFolder.read()
    const all = [...(chosen === null ? [] : attempt(chosen)), ...backupFiles(usualFolder)]
    return all.sort((a, b) => b.madeAt - a.madeAt)
  }

  function attempt(folder: string): readonly BackupFileHere[] {
    try {
      return backupFiles(folder)
    } catch {
      return []
    }
  }

  function saved(folder: string, reason: AutoReason, bytes: Uint8Array): BackupFileHere {
    mkdirSync(folder, { recursive: true })
    const madeAt = Math.floor(clock.wall() / 1000) * 1000
    const name = backupName(reason, madeAt)
    const path = join(folder, name)
    saveFile(path, bytes)
    tidyBackups(folder)
    return { name, path, reason, madeAt, bytes: bytes.length }
  }

  /** Where it shall lie, and where that cannot be written to, in the usual place. Failure: `storage`. */
  async function make(reason: AutoReason): Promise<BackupFileHere> {
    const bytes = await options.write()
    const made = savedSomewhere(reason, bytes)
    options.onChanged()
    return made
  }

  function savedSomewhere(reason: AutoReason, bytes: Uint8Array): BackupFileHere {
    const chosen = chosenFolder.read()
    if (chosen === null) return saved(usualFolder, reason, bytes)
    try {
      return saved(chosen, reason, bytes)
    } catch (error) {
      options.onError(error)
      return saved(usualFolder, reason, bytes)
    }
  }

  async function look() {
    const daily = files().filter(({ reason }) => reason === 'auto')
    if (options.hasLists() && isDue(daily, clock.wall())) await make('auto')
  }

  function state(): AutoBackups {
    const chosen = chosenFolder.read()
    return {
      folder: chosen ?? usualFolder,
      chosen: chosen !== null,
      files: files().map(toAutoBackup),
    }
  }

  return {
    make: async (reason: AutoReason): Promise<AutoBackup> => toAutoBackup(await make(reason)),
    /** As `make`; answers the path. */
    pathOfNew: async (reason: AutoReason) => (await make(reason)).path,
    state,
    /** Asks for a folder and makes a backup there at once. Failure: `storage`, and nothing is chosen. */
    async setFolder(where: 'choose' | 'usual'): Promise<AutoBackups> {
      if (where === 'usual') chosenFolder.write(null)
      else {
        const folder = await options.chooseFolder()
        if (folder === null) return state()
        saved(folder, 'by-hand', await options.write())
        chosenFolder.write(folder)
      }
      options.onChanged()
      return state()
    },
    /** The bytes of a backup. Failures: `gone`, `storage`. */
    async read(name: string): Promise<Uint8Array> {
      const file = files().find((one) => one.name === name)
      if (file === undefined) throw new AppError({ code: 'gone', reason: 'no-file' })
      return file.reason === 'before-update' ? options.convert(file.path) : readFileSync(file.path)
    },
    start() {
      const again = () => {
        void look().catch(options.onError)
        timer = clock.after(lookEveryMs, again)
      }
      timer = clock.after(lookEveryMs / 60, again)
    },
    stop: () => timer?.(),
  }
}

function toAutoBackup({ name, reason, madeAt, bytes }: BackupFileHere): AutoBackup {
  return { name, reason, madeAt, bytes }
}
