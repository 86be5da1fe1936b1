import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { AutoBackup } from '../../../shared/backup'
import type { Clock } from '../../../shared/clock'
import { AppError } from '../../../shared/failure'
import { isDue, superfluous } from './rotation'
import { saveFile } from './save-file'

interface Options {
  folder: string
  clock: Clock
  /** A full backup of everything that is here, made from the database. */
  write: () => Promise<Uint8Array>
  hasLists: () => boolean
  onChanged: () => void
  onError: (error: unknown) => void
}

/** Why a backup was made: by the clock these rotate, the others stay until there are 20 of them. */
export type AutoReason = 'auto' | 'before-import' | 'before-sign-out' | 'by-hand'

const namePattern = /^tsuzuki-([a-z-]+)-(\d{8}t\d{6})\.json\.gz$/
const mostOthers = 20
const lookEveryMs = 3600 * 1000

export type Automatic = ReturnType<typeof createAutomatic>

/** Backups that are made by themselves, from the database, without a request to anybody. */
export function createAutomatic(options: Options) {
  const { folder, clock } = options
  let timer: (() => void) | null = null

  function files(): (AutoBackup & { reason: string })[] {
    mkdirSync(folder, { recursive: true })
    return readdirSync(folder)
      .flatMap((name) => {
        const [, reason, stamp] = namePattern.exec(name) ?? []
        if (reason === undefined || stamp === undefined) return []
        const bytes = statSync(join(folder, name)).size
        return [{ name, reason, madeAt: timeOf(stamp), bytes }]
      })
      .sort((a, b) => b.madeAt - a.madeAt)
  }

  async function make(reason: AutoReason): Promise<AutoBackup> {
    mkdirSync(folder, { recursive: true })
    const bytes = await options.write()
    const madeAt = Math.floor(clock.wall() / 1000) * 1000
    const name = `tsuzuki-${reason}-${stampOf(madeAt)}.json.gz`
    saveFile(join(folder, name), bytes)
    tidy()
    options.onChanged()
    return { name, madeAt, bytes: bytes.length }
  }

  function tidy() {
    const all = files()
    const others = all.filter(({ reason }) => reason !== 'auto').slice(mostOthers)
    for (const { name } of [
      ...superfluous(all.filter(({ reason }) => reason === 'auto')),
      ...others,
    ])
      rmSync(join(folder, name), { force: true })
  }

  async function look() {
    const daily = files().filter(({ reason }) => reason === 'auto')
    if (options.hasLists() && isDue(daily, clock.wall())) await make('auto')
  }

  return {
    make,
    pathOf: (name: string) => join(folder, name),
    list: () => files().map(({ name, madeAt, bytes }) => ({ name, madeAt, bytes })),
    /** The bytes of a backup. Failure: `gone`. */
    read(name: string): Uint8Array {
      if (!files().some((file) => file.name === name)) {
        throw new AppError({ code: 'gone', reason: 'no-file' })
      }
      return readFileSync(join(folder, name))
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

function stampOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').toLowerCase()
}

function timeOf(stamp: string): number {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d)$/.exec(stamp) ?? []
  return Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s))
}
