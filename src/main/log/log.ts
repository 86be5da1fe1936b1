import type { Clock } from '../../shared/clock'
import type { Log, LogFields } from '../environment'
import { plainFields } from './plain-fields'
import { createRedactor } from './redact'
import { createRotatingFile } from './rotating-file'

interface Options {
  /** `logs` in the profile. */
  readonly dir: string
  readonly clock: Pick<Clock, 'wall'>
  /** Its path holds the user's name and is shortened to `~`. */
  readonly homeDir: string | null
  readonly maxBytes?: number
  readonly files?: number
}

/**
 * The log in the profile: JSON lines in at most three files of 1 MiB. A disk that refuses it never
 * disturbs what is being logged; how many lines were lost is told by the next one that goes in.
 */
export function createLog({ dir, clock, homeDir, maxBytes = 2 ** 20, files = 3 }: Options): Log {
  const file = createRotatingFile({ dir, maxBytes, files })
  const redactor = createRedactor(homeDir)
  let lost = 0

  function write(level: 'info' | 'warn' | 'error', event: string, fields: LogFields = {}) {
    const line = {
      at: new Date(clock.wall()).toISOString(),
      level,
      event: redactor.clean(event),
      ...(lost === 0 ? {} : { lost }),
      ...plainFields(fields, redactor.clean),
    }
    try {
      file.append(JSON.stringify(line))
      lost = 0
    } catch {
      lost += 1
    }
  }

  return {
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields) => write('warn', event, fields),
    error: (event, fields) => write('error', event, fields),
    hide: redactor.hide,
    clean: redactor.clean,
  }
}
