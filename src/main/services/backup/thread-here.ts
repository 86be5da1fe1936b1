import type { OpenLibrary } from '../../backup/thread/library'
import type { BackupThread } from '../../backup/thread/client'
import type { Step } from '../../backup/thread/messages'
import { createImportSession } from '../../backup/thread/session'
import { writeBackup } from '../../backup/write'
import { utf8 } from '../../backup/writers/export'
import { AppError } from '../../../shared/failure'

export type OnProgress = (step: Step, done: number, total: number) => void

/** The same answers without a thread of its own: for the app without a window, and for tests. */
export function createThreadHere<Source>(
  openLibrary: OpenLibrary<Source>,
  onProgress: OnProgress,
): BackupThread<Source> {
  let isCancelled = false
  const session = createImportSession({
    tick(step, done, total) {
      if (isCancelled) throw new AppError({ code: 'cancelled' })
      onProgress(step, done, total)
    },
  })
  /** What is thrown rejects, as it does from a thread. */
  const ask = <T>(work: () => T): Promise<T> => {
    isCancelled = false
    return new Promise((resolve) => resolve(work()))
  }
  return {
    read: (bytes, settings) => ask(() => session.read(bytes, settings)),
    match: (source, account, choices) =>
      ask(() => session.match(openLibrary(source), account, choices)),
    choose: (row, choice) => ask(() => session.choose(row, choice)),
    compare: (settings) => ask(() => session.compare(settings)),
    rows: (range) => ask(() => session.rows(range)),
    plan: (part) => ask(() => session.plan(part)),
    newTitles: (part) => ask(() => session.newTitles(part)),
    wanted: () => ask(() => session.wanted()),
    leftOut: () => ask(() => utf8(JSON.stringify(session.leftOut(), null, 2))),
    write: (source, job, options) =>
      ask(() => {
        const library = openLibrary(source)
        try {
          return writeBackup(job, library.accounts(), options)
        } finally {
          library.close()
        }
      }),
    cancel: () => void (isCancelled = true),
    close() {
      session.close()
      return Promise.resolve()
    },
  }
}
