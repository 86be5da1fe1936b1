import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { AutoBackup, AutoReason } from '../../../shared/backup'
import { superfluous } from './rotation'

/** A backup with the folder that it lies in. */
export interface BackupFileHere extends AutoBackup {
  readonly path: string
}

const namePattern = /^tsuzuki-([a-z-]+)-(\d{8}t\d{6})\.json\.gz$/
const databasePattern = /^before-version-\d+\.db$/
const mostOthers = 20

const reasons: readonly AutoReason[] = ['auto', 'before-import', 'before-sign-out', 'by-hand']

/** The backups in a folder, newest first; none where there is no such folder. */
export function backupFiles(folder: string): readonly BackupFileHere[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name): BackupFileHere[] => {
      const path = join(folder, name)
      const [, word, stamp] = namePattern.exec(name) ?? []
      const reason = reasons.find((one) => one === word)
      if (reason !== undefined && stamp !== undefined) {
        return [{ name, path, reason, madeAt: timeOf(stamp), bytes: statSync(path).size }]
      }
      if (!databasePattern.test(name)) return []
      const { size, mtimeMs } = statSync(path)
      return [{ name, path, reason: 'before-update', madeAt: Math.floor(mtimeMs), bytes: size }]
    })
    .sort((a, b) => b.madeAt - a.madeAt)
}

/** How a backup is called: why it was made, and when (Unix ms). */
export function backupName(reason: AutoReason, madeAt: number): string {
  return `tsuzuki-${reason}-${stampOf(madeAt)}.json.gz`
}

/** Removes what the rotation does not keep; copies of whole databases stay. */
export function tidyBackups(folder: string): void {
  const all = backupFiles(folder).filter(({ reason }) => reason !== 'before-update')
  const others = all.filter(({ reason }) => reason !== 'auto').slice(mostOthers)
  const old = superfluous(all.filter(({ reason }) => reason === 'auto'))
  for (const { name } of [...old, ...others]) rmSync(join(folder, name), { force: true })
}

function stampOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').toLowerCase()
}

function timeOf(stamp: string): number {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d)$/.exec(stamp) ?? []
  return Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s))
}
