import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CalendarState } from '../../../shared/ipc/airing'
import { AppError } from '../../../shared/failure'
import type { CancelTimer, Clock } from '../../../shared/clock'
import type { MetaTable } from '../../db/meta'
import type { Desktop } from '../../environment'
import { calendarText, type CalendarWords, type NamedEpisode } from './calendar'

interface Options {
  meta: MetaTable
  clock: Clock
  desktop: Pick<Desktop, 'chooseSavePath' | 'chooseFolder'>
  /** What is known of the coming weeks, soonest first. */
  episodes: () => readonly NamedEpisode[]
  words: () => CalendarWords
  onError: (error: unknown) => void
}

const fileName = 'tsuzuki.ics'
const folderName = 'airing:calendar-folder'
/** A file that is read by other programs is not rewritten more often, in ms. */
const writeEveryMs = 5_000

export type Calendars = ReturnType<typeof createCalendars>

/** The coming weeks as a file for other programs: saved once, or kept up to date in a folder. */
export function createCalendars(options: Options) {
  const { meta, clock, desktop, episodes, words, onError } = options
  let written: string | null = null
  let cancelTimer: CancelTimer | undefined

  const state = (): CalendarState => ({ folder: meta.read(folderName) })

  function text() {
    return calendarText(episodes(), words(), clock.wall())
  }

  /** What the file is about; the time at which it is written does not make it another one. */
  function contents() {
    return JSON.stringify([words().name, episodes()])
  }

  function write() {
    cancelTimer = undefined
    const { folder } = state()
    const now = contents()
    if (folder === null || now === written) return
    save(join(folder, fileName), text())
    written = now
  }

  return {
    state,
    /** The schedule may be another one. */
    changed() {
      if (state().folder === null) return
      cancelTimer ??= clock.after(writeEveryMs, () => {
        try {
          write()
        } catch (error) {
          onError(error)
        }
      })
    },
    async export(): Promise<string | null> {
      const path = await desktop.chooseSavePath(fileName)
      if (path !== null) save(path, text())
      return path
    },
    /** Failure: `storage` when the folder cannot be written to; then nothing is kept there. */
    async choose(): Promise<CalendarState> {
      const folder = await desktop.chooseFolder()
      if (folder === null) return state()
      written = null
      save(join(folder, fileName), text())
      meta.write(folderName, folder)
      return state()
    },
    forget(): CalendarState {
      meta.remove(folderName)
      return state()
    },
    stop: () => cancelTimer?.(),
  }
}

/** Written beside and moved into place: whoever reads meets the old file or the new one. */
function save(path: string, text: string) {
  const draft = `${path}.${process.pid}.tmp`
  try {
    writeFileSync(draft, text)
    renameSync(draft, path)
  } catch (error) {
    throw new AppError(
      { code: 'storage', reason: 'cannot-write', detail: `cannot write ${fileName}` },
      { cause: error },
    )
  }
}
