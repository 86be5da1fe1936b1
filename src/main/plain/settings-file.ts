import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { AppError } from '../../shared/failure'
import type { Notice } from '../../shared/ipc/app'
import type { Settings } from '../../shared/settings'
import type { SettingsStore } from '../environment'
import { checkSettings, isRecord } from './settings-schema'

export interface OpenedSettings {
  readonly store: SettingsStore
  readonly notices: Notice[]
}

/**
 * Settings in a JSON file, for where there is no Electron. Reads and writes the same file as the
 * window's store.
 */
export function openSettingsFile(path: string): OpenedSettings {
  const { stored, settings, notices } = mendSettingsFile(path)
  let rest = stored
  let current: Settings = settings

  return {
    notices,
    store: {
      read: () => current,

      write(patch) {
        const next = { ...current, ...patch }
        rest = { ...rest, ...next }
        writeWhole(path, JSON.stringify(rest, null, 2))
        current = next
        return current
      },
    },
  }
}

export interface MendedFile {
  /** All that the file held, also what a newer version put there. */
  readonly stored: Readonly<Record<string, unknown>>
  readonly settings: Settings
  readonly notices: Notice[]
}

/**
 * Reads a settings file and makes sure that what lies at `path` afterwards is valid or absent: a
 * file that is no JSON is set aside, one with wrong values is copied aside and keeps the rest. What
 * cannot be read or moved at all is left alone.
 */
export function mendSettingsFile(path: string): MendedFile {
  const notices = setAsideUnreadable(path)
  const stored = parseRecord(readText(path) ?? '') ?? {}
  const { settings, wrong } = checkSettings(stored)
  if (wrong.length === 0) return { stored, settings, notices }

  const mended = { ...stored, ...settings }
  const mending = aside(path, (name) => {
    copyFileSync(path, name)
    writeWhole(path, JSON.stringify(mended, null, 2))
  })
  return { stored: mended, settings, notices: [...notices, mending] }
}

/** Moves a settings file that holds no settings at all out of the way; answers what to tell of it. */
export function setAsideUnreadable(path: string): Notice[] {
  const text = readText(path)
  if (text === null || (text !== undefined && parseRecord(text))) return []
  return [aside(path, (name) => moveFile(path, text, name))]
}

/** A folder in the file's place, or one that we may not read, is not ours to move. */
function moveFile(path: string, text: string | undefined, name: string) {
  if (text === undefined) throw new Error('cannot be read')
  renameSync(path, name)
}

function aside(path: string, keep: (name: string) => void): Notice {
  const name = freeName(path)
  try {
    keep(name)
    return { id: 'settings-reset', params: { file: basename(name) } }
  } catch {
    return { id: 'settings-unreadable', params: {} }
  }
}

/** The first of `settings.damaged-1.json`, `-2`, … that does not exist yet. */
export function freeName(path: string): string {
  const end = extname(path)
  for (let n = 1; ; n += 1) {
    const name = join(dirname(path), `${basename(path, end)}.damaged-${n}${end}`)
    if (!existsSync(name)) return name
  }
}

/** `null`: there is no file. `undefined`: there is something that cannot be read. */
function readText(path: string) {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : undefined
  }
}

function parseRecord(text: string) {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

/** Written beside and moved into place, so that a crash leaves the old file or the new one. */
function writeWhole(path: string, text: string) {
  const draft = `${path}.${process.pid}.tmp`
  try {
    writeFileSync(draft, text)
    renameSync(draft, path)
  } catch (error) {
    throw new AppError(
      { code: 'storage', detail: `cannot write ${basename(path)}` },
      { cause: error },
    )
  }
}
