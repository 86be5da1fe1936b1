import { AppError, toFailure } from '../../../shared/failure'
import { writeBackup } from '../write'
import { utf8 } from '../writers/export'
import type { OpenLibrary } from './library'
import type { BackupCalls, FromThread, Step, ToThread } from './messages'
import { createImportSession } from './session'

interface Port {
  postMessage(message: FromThread): void
  on(event: 'message', listener: (message: ToThread) => void): void
}

/**
 * Answers the questions of `BackupCalls` on a port, one after the other. `cancelled` holds the id
 * of a call to be given up: it is looked at while working, since a busy thread reads no messages.
 */
export function serveBackup<Source>(
  port: Port,
  openLibrary: OpenLibrary<Source>,
  cancelled: Int32Array,
): void {
  let current = 0
  const session = createImportSession({
    tick(step: Step, done: number, total: number) {
      if (Atomics.load(cancelled, 0) === current) throw new AppError({ code: 'cancelled' })
      port.postMessage({ kind: 'progress', id: current, step, done, total })
    },
  })
  const calls: BackupCalls<Source> = {
    read: (bytes, settings) => session.read(bytes, settings),
    match: (source, account, choices) => session.match(openLibrary(source), account, choices),
    choose: (row, choice) => session.choose(row, choice),
    compare: (settings) => session.compare(settings),
    rows: (range) => session.rows(range),
    plan: (part) => session.plan(part),
    newTitles: (part) => session.newTitles(part),
    wanted: () => session.wanted(),
    leftOut: () => utf8(JSON.stringify(session.leftOut(), null, 2)),
    write(source, job, options) {
      const library = openLibrary(source)
      try {
        return writeBackup(job, library.accounts(), options)
      } finally {
        library.close()
      }
    },
  }

  port.on('message', ({ id, name, args }) => {
    current = id
    try {
      // The typed client on the other side is the only one that sends here.
      const value = (calls[name] as (...all: readonly unknown[]) => unknown)(...args)
      port.postMessage({ kind: 'done', id, value })
    } catch (error) {
      port.postMessage({ kind: 'failed', id, failure: toFailure(error) })
    }
  })
}
