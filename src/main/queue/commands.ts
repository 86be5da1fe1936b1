import type { CancelTimer, Clock } from '../../shared/clock'
import { toFailure, type Failure } from '../../shared/failure'
import type { AccountRow } from '../db/accounts'
import type { CommandRow, CommandsTable } from '../db/commands'
import type { Database } from '../db/database'
import type { ServiceCall } from '../providers/provider'
import { decide } from './decide'
import type { Ask } from './ask'
import type { Realm } from './realm'

/** What a kind needs to find out whether it has been done. */
export interface Looking {
  readonly realm: Realm
  readonly owner: AccountRow
  readonly payload: unknown
  /** Unix ms: when the user asked for it. */
  readonly since: number
  readonly run: <T>(call: ServiceCall<T>) => Promise<T>
}

/** How one kind of command is done. */
export interface CommandKind {
  /** The request that does it. Throws `AppError` when the payload is none of its own. */
  call(realm: Realm, owner: AccountRow, payload: unknown): ServiceCall<unknown>
  /**
   * Reads whether it is already so: before a toggle leaves, and after an unknown outcome; `null`
   * when that cannot be told. Without an answer, one that may have arrived is shown to the user.
   */
  readonly isDone?: (looking: Looking) => Promise<boolean | null>
  /** Is read before the first try as well: doing it twice would undo it. */
  readonly isToggle?: boolean
  /** Doing it twice does no more than doing it once: one that may have arrived is simply sent again. */
  readonly isRepeatable?: boolean
  /** Takes something away: when that is not there any more, it has been done. */
  readonly isRemoval?: boolean
}

interface Options {
  db: Database
  table: CommandsTable
  kinds: Readonly<Record<string, CommandKind>>
  clock: Clock
  /** ms that a command waits before it leaves, so that it can be taken back. */
  holdMs?: (kind: string) => number
  accounts: () => readonly AccountRow[]
  realmOf: (account: AccountRow) => Realm
  onChanged: (account: number) => void
  /** It has been done; `value` is what the service answered, `null` where it was found done. */
  onDone: (row: CommandRow, value: unknown) => void
  onSignedOut: (account: number, failure: Failure) => void
  onError: (error: unknown) => void
}

export type Commands = ReturnType<typeof createCommands>

/** Does commands one at a time per account, in order. None is sent twice: what is unsure is read first. */
export function createCommands(options: Options) {
  const { db, table, kinds, clock, accounts, realmOf, onChanged } = options
  const working = new Set<number>()
  const notBefore = new Map<number, number>()
  let cancelTimer: CancelTimer | undefined
  let stopped = false

  function pump() {
    cancelTimer?.()
    if (stopped) return
    const now = clock.monotonic()
    for (const account of accounts()) {
      if (working.has(account.id)) continue
      const row = table.all().find((one) => one.account === account.id && isDue(one, now))
      if (row) void work(account, row)
    }
    const next = Math.min(...[...notBefore.values()].filter((at) => at > now))
    if (next < Infinity) cancelTimer = clock.after(next - now, pump)
  }

  function isDue(row: CommandRow, now: number) {
    return row.state === 'waiting' && (notBefore.get(row.id) ?? 0) <= now
  }

  async function work(account: AccountRow, row: CommandRow) {
    working.add(account.id)
    const realm = realmOf(account)
    try {
      const kind = kinds[row.kind]
      if (!kind) return park(row, { code: 'unexpected', detail: row.kind })
      const canTell = kind.isDone !== undefined || kind.isRepeatable === true
      if (row.sent && !canTell) return park(row, { code: 'outcome-unknown' })
      const subject = () => `command ${row.id}`
      const ask: Ask = { priority: 'edit', account: account.id, subject }
      if (kind.isDone && (row.sent || kind.isToggle)) {
        const { payload, createdAt: since } = row
        const run: Looking['run'] = (call) => realm.execute.run(call, ask)
        const done = await kind.isDone({ realm, owner: account, payload, since, run })
        if (done) return finish(row, null)
        if (done === null && row.sent) return park(row, { code: 'outcome-unknown' })
      }
      const call = kind.call(realm, account, row.payload)
      const value = await realm.execute.atTurn(call.bucket, () => leave(row, call), ask)
      if (table.get(row.id)?.sent) finish(row, value)
    } catch (error) {
      const failure = toFailure(error)
      if (failure.code === 'gone' && kinds[row.kind]?.isRemoval) return finish(row, null)
      failed(account, row, failure)
      if (failure.code === 'unexpected') options.onError(error)
    } finally {
      working.delete(account.id)
      onChanged(account.id)
      pump()
    }
  }

  /** On the disk before it leaves: after a crash it counts as perhaps arrived. */
  function leave(row: CommandRow, call: ServiceCall<unknown>) {
    const latest = table.get(row.id)
    if (!latest || stopped) return undefined
    db.transaction(() => table.put({ ...latest, sent: true }))
    return call
  }

  function finish(row: CommandRow, value: unknown) {
    table.remove(row.id)
    notBefore.delete(row.id)
    options.onDone(row, value)
  }

  function park(row: CommandRow, failure: Failure) {
    table.put({ ...row, state: 'attention', failure, sent: row.sent })
  }

  function failed(account: AccountRow, row: CommandRow, failure: Failure) {
    const latest = table.get(row.id)
    if (!latest) return
    const decision = decide(failure, latest.attempts)
    // Only a definite answer, or none that could have arrived, makes it safe to send again unread.
    const unsure = latest.sent && decision.kind === 'again' && decision.readFirst
    if (decision.kind === 'sign-in') {
      table.put({ ...latest, sent: false })
      return options.onSignedOut(account.id, failure)
    }
    if (decision.kind === 'attention') {
      return table.put({ ...latest, state: 'attention', failure, sent: false })
    }
    table.put({ ...latest, failure, attempts: latest.attempts + 1, sent: unsure })
    if (decision.afterMs > 0) notBefore.set(row.id, clock.monotonic() + decision.afterMs)
  }

  return {
    start: pump,
    pump,
    /** Durable when it returns the command's id. Failure: `storage`. */
    add(account: number, kind: string, payload: unknown): number {
      const id = db.transaction(() => table.add(account, kind, payload, clock.wall()))
      const holdMs = options.holdMs?.(kind) ?? 0
      if (holdMs > 0) notBefore.set(id, clock.monotonic() + holdMs)
      onChanged(account)
      queueMicrotask(pump)
      return id
    },
    /** Takes a command back that has not left; false when it is too late. */
    drop(id: number): boolean {
      const row = table.get(id)
      if (!row || (row.sent && row.state === 'waiting')) return false
      table.remove(id)
      notBefore.delete(id)
      onChanged(row.account)
      return true
    },
    /** The user looked and wants it tried again. */
    retry(id: number) {
      const row = table.get(id)
      if (!row) return
      table.put({ ...row, state: 'waiting', failure: null, sent: false })
      onChanged(row.account)
      pump()
    },
    of: (account: number) => table.all().filter((row) => row.account === account),
    stop() {
      stopped = true
      cancelTimer?.()
    },
  }
}
