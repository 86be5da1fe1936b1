import type { CancelTimer, Clock } from '../../shared/clock'
import { toFailure } from '../../shared/failure'
import type { HandlersOf, Push } from '../../shared/ipc'
import type { SyncCalls, SyncState } from '../../shared/ipc/sync'
import type { Settings } from '../../shared/settings'
import type { AccountRow } from '../db/accounts'
import type { Realm } from '../queue/realm'
import type { Accounts } from './accounts'
import type { ListDownload } from './list-download'

interface Options {
  accounts: Accounts
  realmOf: (account: AccountRow) => Realm
  download: ListDownload
  clock: Clock
  settings: () => Settings
  push: Push
  onError: (error: unknown) => void
}

const dayMs = 24 * 60 * 60_000

export type Sync = ReturnType<typeof createSync>

/** Reads lists from the services: at the start, every few minutes, on waking, on demand. */
export function createSync(options: Options) {
  const { accounts, realmOf, download, clock, settings, push } = options
  const states = new Map<number, SyncState>()
  const running = new Map<number, Promise<void>>()
  const wholeAt = new Map<number, number>()
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
  function run(accountId: number, whole: boolean): Promise<void> {
    const joined = running.get(accountId)
    if (joined) return joined
    const started = read(accountId, whole).finally(() => running.delete(accountId))
    running.set(accountId, started)
    return started
  }

  async function read(accountId: number, whole: boolean) {
    const row = accounts.rowOf(accountId)
    if (!row?.signedIn || stopped) return
    const realm = realmOf(row)
    set(accountId, { phase: 'waiting', read: 0, failure: null, missing: 0 })
    try {
      const ask = {
        priority: row.syncedAt === null ? 'screen' : 'background',
        account: accountId,
      } as const
      accounts.learn(accountId, await realm.execute.run(realm.provider.viewer(), ask))
      const isDue = clock.monotonic() - (wholeAt.get(accountId) ?? -Infinity) > dayMs
      const all = whole || isDue || row.syncedAt === null || !realm.provider.recentPage
      const owner = accounts.rowOf(accountId)!
      const missing = await download.run(realm, owner, all, ask, (read) =>
        set(accountId, { phase: 'reading', read }),
      )
      if (all) wholeAt.set(accountId, clock.monotonic())
      accounts.synced(accountId, clock.wall())
      set(accountId, { phase: missing > 0 ? 'asking' : 'idle', missing })
    } catch (error) {
      const failure = toFailure(error)
      if (failure.code === 'unexpected') options.onError(error)
      if (failure.code === 'signed-out') accounts.signedOut(accountId, failure)
      if (!stopped) set(accountId, { phase: 'idle', failure })
    }
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

  const handlers: HandlersOf<SyncCalls> = {
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
    forget: (accountId: number) => void states.delete(accountId),
    stop() {
      stopped = true
      cancelTimer?.()
    },
  }
}
