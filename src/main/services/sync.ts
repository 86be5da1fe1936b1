import type { CancelTimer, Clock } from '../../shared/clock'
import { toFailure } from '../../shared/failure'
import type { HandlersOf, Push } from '../../shared/ipc'
import type { SyncCalls, SyncState } from '../../shared/ipc/sync'
import type { Settings } from '../../shared/settings'
import type { AccountRow } from '../db/accounts'
import type { MetaTable } from '../db/meta'
import { storageFailure } from '../db/storage-failure'
import type { Realm } from '../queue/realm'
import type { Accounts } from './accounts'
import type { ListDownload } from './list-download'

interface Options {
  accounts: Accounts
  realmOf: (account: AccountRow) => Realm
  download: ListDownload
  meta: MetaTable
  clock: Clock
  settings: () => Settings
  push: Push
  /** An account's list was read. */
  onRead: (account: number) => void
  onError: (error: unknown) => void
}

const dayMs = 24 * 60 * 60_000
/** How long what a service says of the account itself is taken for true, in ms: before a whole reading, and before one of what is new. */
const profileMs = { whole: 60_000, recent: 60 * 60_000 } as const

interface Run {
  readonly whole: boolean
  readonly stop: AbortController
  readonly ended: Promise<void>
}

export type Sync = ReturnType<typeof createSync>

/** Reads lists from the services: at the start, every few minutes, on waking, on demand. */
export function createSync(options: Options) {
  const { accounts, realmOf, download, meta, clock, settings, push } = options
  const states = new Map<number, SyncState>()
  const running = new Map<number, Run>()
  /** When each account was last asked about itself, in monotonic ms of this run. */
  const profiledAt = new Map<number, number>()
  let cancelTimer: CancelTimer | undefined
  let stopped = false

  function stateOf(accountId: number): SyncState {
    const syncedAt = accounts.find(accountId)?.syncedAt ?? null
    const idle = { accountId, phase: 'idle', read: 0, syncedAt, failure: null, missing: 0 } as const
    return { ...(states.get(accountId) ?? idle), syncedAt }
  }

  function set(accountId: number, change: Partial<SyncState>) {
    const next = { ...stateOf(accountId), ...change }
    states.set(accountId, next)
    push('sync:changed', next)
  }

  /** Reads one account's list; a second call joins the first. Never throws: the state tells. */
  async function run(accountId: number, whole: boolean): Promise<void> {
    const joined = running.get(accountId)
    if (joined) {
      await joined.ended
      return whole && !joined.whole ? run(accountId, whole) : undefined
    }
    const row = accounts.rowOf(accountId)
    if (!row?.signedIn || stopped) return
    const stop = new AbortController()
    // What the user is asked about is not read again and again.
    const isDaily = isDue(row) && !download.asks(accountId)
    const all = whole || isDaily || !realmOf(row).provider.recentPage
    const ended = read(row, all, stop.signal).finally(() => running.delete(accountId))
    running.set(accountId, { whole: all, stop, ended })
    await ended
  }

  /** Never read whole, or more than a day ago; a wall clock that was set back counts as a day. */
  function isDue(row: AccountRow) {
    const at = Number(meta.read(wholeName(row.id)) ?? NaN)
    const ageMs = clock.wall() - at
    return row.syncedAt === null || !(ageMs >= 0 && ageMs < dayMs)
  }

  async function read(row: AccountRow, all: boolean, signal: AbortSignal) {
    const { id } = row
    const realm = realmOf(row)
    const priority = row.syncedAt === null ? 'screen' : 'background'
    const ask = { priority, account: id, signal } as const
    set(id, { phase: 'waiting', read: 0, failure: null, missing: 0 })
    try {
      if (isStrange(id, all)) {
        accounts.learn(id, await realm.execute.run(realm.provider.viewer(), ask))
        profiledAt.set(id, clock.monotonic())
      }
      const missing = await download.run(realm, accounts.rowOf(id) ?? row, all, ask, (read) =>
        set(id, { phase: 'reading', read }),
      )
      signal.throwIfAborted()
      // A list that is not believed does not count: after a restart it is read, and asked about, again.
      if (missing > 0) meta.remove(wholeName(id))
      else if (all) meta.note(wholeName(id), String(clock.wall()))
      accounts.synced(id, clock.wall())
      set(id, { phase: missing > 0 ? 'asking' : 'idle', missing })
      options.onRead(id)
    } catch (error) {
      if (stopped || signal.aborted) return
      const failure = toFailure(storageFailure(error))
      if (failure.code === 'unexpected') options.onError(error)
      if (failure.code === 'signed-out') accounts.signedOut(id, failure)
      set(id, { phase: 'idle', failure })
    }
  }

  function isStrange(id: number, all: boolean) {
    const ageMs = clock.monotonic() - (profiledAt.get(id) ?? -Infinity)
    return ageMs >= (all ? profileMs.whole : profileMs.recent)
  }

  function schedule() {
    cancelTimer?.()
    const minutes = settings().syncMinutes
    if (stopped || minutes <= 0) return
    cancelTimer = clock.after(minutes * 60_000, () => {
      runAll()
      schedule()
    })
  }

  function runAll() {
    const active = settings().activeAccount
    const rows = [...accounts.signedIn()].sort(
      (a, b) => Number(b.id === active) - Number(a.id === active),
    )
    for (const row of rows) void run(row.id, false)
  }

  const handlers: HandlersOf<Omit<SyncCalls, 'sync:entry'>> = {
    'sync:states': () => accounts.list().map((account) => stateOf(account.id)),
    'sync:now': (accountId, whole) => {
      const row = accounts.rowOf(accountId)
      if (row) realmOf(row).circuit.tryNow()
      void run(accountId, whole)
    },
    'sync:accept': (accountId, apply) => {
      download.accept(accountId, apply)
      set(accountId, { phase: 'idle', missing: 0 })
    },
  }

  return {
    handlers,
    run,
    /** The service has just told whose account it is: its list is read. */
    signedIn(accountId: number) {
      profiledAt.set(accountId, clock.monotonic())
      void run(accountId, false)
    },
    start() {
      runAll()
      schedule()
    },
    /** The machine woke up or the network came back. */
    again() {
      runAll()
      schedule()
    },
    /** The settings may have changed how often. */
    reschedule: schedule,
    /** The account is removed: nobody waits for its list any more. */
    forget(accountId: number) {
      running.get(accountId)?.stop.abort()
      states.delete(accountId)
      profiledAt.delete(accountId)
      meta.remove(wholeName(accountId))
    },
    stop() {
      stopped = true
      cancelTimer?.()
    },
  }
}

function wholeName(account: number) {
  return `whole:${account}`
}
