import type { CancelTimer, Clock } from '../../shared/clock'
import { toFailure, type Failure } from '../../shared/failure'
import type { AccountRow } from '../db/accounts'
import type { CommandRow, CommandsTable } from '../db/commands'
import type { Database } from '../db/database'
import { storageFailure } from '../db/storage-failure'
import type { ServiceCall } from '../providers/provider'
import { decide, storageRestMs } from './decide'
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
  /** What it is about: a later wish about the same takes the place of an earlier one. */
  readonly about?: (payload: unknown) => string
}

interface Options {
  db: Database
  table: CommandsTable
  kinds: Readonly<Record<string, CommandKind>>
  clock: Clock
  /** ms that a command waits before it leaves, so that it can be taken back. */
  holdMs?: (kind: string) => number
  /** The user lets nothing leave for now. */
  isHeld: () => boolean
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
  const { db, table, kinds, clock, isHeld, accounts, realmOf, onChanged } = options
  /** The command under way of each account. */
  const working = new Map<number, number>()
  const notBefore = new Map<number, number>()
  let cancelTimer: CancelTimer | undefined
  let stopped = false

  function pump() {
    cancelTimer?.()
    if (stopped || isHeld()) return
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
    working.set(account.id, row.id)
    const realm = realmOf(account)
    let left = false
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
      const choose = () => ((left = leave(row)) ? call : undefined)
      const value = await realm.execute.atTurn(call.bucket, choose, ask)
      if (left) finish(row, value)
    } catch (error) {
      // What is cut off by the end of the program has perhaps arrived, and the disk says so.
      if (!stopped) settle(account, row, left, error)
    } finally {
      working.delete(account.id)
      if (!stopped) {
        onChanged(account.id)
        pump()
      }
    }
  }

  function settle(account: AccountRow, row: CommandRow, left: boolean, error: unknown) {
    const failure = toFailure(storageFailure(error))
    try {
      if (failure.code === 'gone' && kinds[row.kind]?.isRemoval) return finish(row, null)
      failed(account, row, left, failure)
      if (failure.code === 'unexpected') options.onError(error)
    } catch (cause) {
      // The disk takes nothing: what it says of the command is still true.
      notBefore.set(row.id, clock.monotonic() + storageRestMs)
      options.onError(cause)
    }
  }

  /** On the disk before it leaves: after a crash it counts as perhaps arrived. */
  function leave(row: CommandRow): boolean {
    const latest = table.get(row.id)
    if (!latest || stopped || isHeld()) return false
    db.transaction(() => table.put({ ...latest, sent: true }))
    return true
  }

  function finish(row: CommandRow, value: unknown) {
    discard(row)
    options.onDone(row, value)
  }

  function park(row: CommandRow, failure: Failure) {
    table.put({ ...row, state: 'attention', failure, sent: row.sent })
  }

  function failed(account: AccountRow, row: CommandRow, left: boolean, failure: Failure) {
    const latest = table.get(row.id)
    if (!latest) return
    if (isReplaced(latest)) return discard(latest)
    const decision = decide(failure, latest.attempts)
    // Only a definite answer, or none that could have arrived, makes it safe to send again unread.
    // A look that failed says nothing of what left before it.
    const mayHaveArrived = decision.kind === 'again' && decision.readFirst
    const sent = latest.sent && (!left || mayHaveArrived)
    if (decision.kind === 'sign-in') {
      table.put({ ...latest, sent })
      return options.onSignedOut(account.id, failure)
    }
    if (decision.kind === 'attention') {
      const told: Failure = sent ? { code: 'outcome-unknown' } : failure
      return table.put({ ...latest, state: 'attention', failure: told, sent })
    }
    if (decision.afterMs > 0) notBefore.set(row.id, clock.monotonic() + decision.afterMs)
    table.put({ ...latest, failure, attempts: latest.attempts + 1, sent })
  }

  function discard({ id }: CommandRow) {
    table.remove(id)
    notBefore.delete(id)
  }

  /** It is on its way, or may have been when it was tried last and is being looked for. */
  const hasLeft = ({ account, id, sent }: CommandRow) => sent && working.get(account) === id

  /** Those that are about the same as a wish of an account. */
  function alike(account: number, kind: string, payload: unknown): readonly CommandRow[] {
    const about = kinds[kind]?.about
    if (!about) return []
    const all = table.all().filter((one) => one.account === account && one.kind === kind)
    return all.filter((one) => about(one.payload) === about(payload))
  }

  function isReplaced({ account, kind, payload, id }: CommandRow): boolean {
    return alike(account, kind, payload).some((other) => other.id > id)
  }

  return {
    start: pump,
    pump,
    /** Ends what commands wait for by themselves. A pause that a service asked for is kept. */
    sendNow() {
      notBefore.clear()
      pump()
    },
    /** Durable when it returns the command's id; takes the place of those about the same. Failure: `storage`. */
    add(account: number, kind: string, payload: unknown): number {
      const id = db.transaction(() => {
        for (const old of alike(account, kind, payload)) if (!hasLeft(old)) discard(old)
        return table.add(account, kind, payload, clock.wall())
      })
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
      discard(row)
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
