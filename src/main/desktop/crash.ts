import type { RenderProcessGoneDetails } from 'electron'
import type { Clock } from '../../shared/clock'
import type { Log } from '../environment'

interface Options {
  readonly clock: Pick<Clock, 'monotonic'>
  readonly log: Pick<Log, 'error'>
  readonly reload: () => void
  /** Told after a crash that the window came back by itself. */
  readonly onRestarted: () => void
  /** Asks whether to try once more; `false` ends the app. */
  readonly ask: () => Promise<boolean>
  readonly quit: () => void
}

const windowMs = 60_000
const mostReloads = 3

/** Brings a crashed page back, at most three times a minute; then the user is asked. */
export function createCrashRecovery({ clock, log, reload, onRestarted, ask, quit }: Options) {
  let reloads: readonly number[] = []

  return async function gone({ reason, exitCode }: RenderProcessGoneDetails) {
    if (reason === 'clean-exit') return
    log.error('the window stopped', { reason, exitCode })
    const now = clock.monotonic()
    reloads = reloads.filter((at) => now - at < windowMs)
    if (reloads.length >= mostReloads) {
      if (!(await ask())) return quit()
      reloads = []
    }
    reloads = [...reloads, clock.monotonic()]
    onRestarted()
    reload()
  }
}
