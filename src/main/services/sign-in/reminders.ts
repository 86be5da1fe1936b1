import type { Account } from '../../../shared/account'
import type { CancelTimer, Clock } from '../../../shared/clock'
import type { Notice } from '../../../shared/ipc/app'
import { serviceNames } from '../../../shared/service'
import type { MetaTable } from '../../db/meta'

interface Options {
  accounts: () => readonly Account[]
  meta: MetaTable
  clock: Clock
  notice: (notice: Notice) => void
  /** BCP 47, for the date. */
  language: () => string
}

const dayMs = 24 * 60 * 60_000
/** So many days before a sign-in ends the user is told, once each. */
const daysAhead = [1, 7, 30] as const
/** Of a sign-in that lasts a month and renews itself, the first of these would be said at once. */
const daysAheadOfRenewing = [1, 7] as const
const lookEveryMs = 6 * 60 * 60_000
/** So long after a start what renews itself has had its chance, in ms. */
const chanceMs = 15 * 60_000

const nameOf = (accountId: number) => `sign-in-reminded:${accountId}`

export type Reminders = ReturnType<typeof createReminders>

/**
 * Reminds of sign-ins that end: 30, 7 and 1 days ahead, each once, also over restarts. One that
 * renews itself is spoken of only where that has not happened for weeks, though the app runs.
 */
export function createReminders({ accounts, meta, clock, notice, language }: Options) {
  let cancelTimer: CancelTimer | undefined
  let cancelChance: CancelTimer | undefined

  function look() {
    for (const account of accounts()) if (!account.signInRenews) remind(account)
  }

  function lookAtAll() {
    for (const account of accounts()) remind(account)
  }

  function remind(account: Account) {
    const { id, service, userName, signInEndsAt, signInRenews } = account
    if (!account.signedIn || account.sandbox || signInEndsAt === null) return
    const leftMs = signInEndsAt - clock.wall()
    const days = (signInRenews ? daysAheadOfRenewing : daysAhead).find(
      (each) => leftMs <= each * dayMs,
    )
    if (leftMs <= 0 || days === undefined) return
    const [told, toldDays] = (meta.read(nameOf(id)) ?? '').split('/').map(Number)
    if (told === signInEndsAt && (toldDays ?? Infinity) <= days) return
    meta.write(nameOf(id), `${signInEndsAt}/${days}`)
    const format = new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'long' })
    const params = {
      service: serviceNames[service],
      name: userName,
      date: format.format(signInEndsAt),
    }
    notice({ id: 'sign-in-ends', params })
  }

  function schedule() {
    cancelTimer = clock.after(lookEveryMs, () => {
      lookAtAll()
      schedule()
    })
  }

  function stop() {
    cancelTimer?.()
    cancelChance?.()
  }

  function again() {
    stop()
    look()
    cancelChance = clock.after(chanceMs, lookAtAll)
    schedule()
  }

  return {
    look,
    /** Looks now and from then on; again after the machine woke up. */
    start: again,
    stop,
    forget: (accountId: number) => meta.remove(nameOf(accountId)),
  }
}
