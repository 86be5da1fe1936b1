import type { CancelTimer, Clock } from '../../../shared/clock'
import { freshForMs } from '../../queue/freshness'

interface Options {
  clock: Clock
  /** Rows of an account that wait for its service. */
  waiting: (accountId: number) => number
  /** Entries that one request reads by name; `null` where one reads them all anyway. */
  readSize: (accountId: number) => number | null
  /** Reads the account's list. */
  read: (accountId: number) => Promise<void>
}

/** So many requests for single entries cost more than reading the list. */
const worthMany = 10
/** Before the last reading goes stale, with time for the next one to come. */
const aheadMs = 40_000

/**
 * While a big import leaves row by row, its list is read anew in time: what is fresh need not be
 * asked for entry by entry before it is written.
 */
export function createKeepFresh({ clock, waiting, readSize, read }: Options) {
  const timers = new Map<number, CancelTimer>()

  function look(accountId: number) {
    timers.delete(accountId)
    const size = readSize(accountId)
    if (size === null || waiting(accountId) < size * worthMany) return
    void read(accountId)
    watch(accountId)
  }

  function watch(accountId: number) {
    timers.set(
      accountId,
      clock.after(freshForMs - aheadMs, () => look(accountId)),
    )
  }

  return {
    /** An import of the account has begun, or goes on after a restart. */
    begun(accountId: number) {
      if (!timers.has(accountId)) look(accountId)
    },
    stop() {
      for (const cancel of timers.values()) cancel()
      timers.clear()
    },
  }
}
