import type { OutboxRow } from '../db/outbox'
import { unpackKey, type PackedKey } from '../db/keys'

/** A waiting row as the queue plans with it; the row itself stays in the database. */
export interface Planned {
  readonly key: PackedKey
  readonly account: number
  state: OutboxRow['state']
  origin: OutboxRow['origin']
  attempts: number
  /** Monotonic ms. Only in memory: the hold and the back-off begin anew after a restart. */
  dueAt: number
  /** What is under way for this row. */
  busy: 'reading' | 'writing' | null
  /** A request with several rows failed because of one of them: this one goes alone. */
  single: boolean
}

export type Plan = ReturnType<typeof createPlan>

/** Which rows wait, kept beside the outbox so that planning needs no query. */
export function createPlan() {
  const rows = new Map<PackedKey, Planned>()

  return {
    /** Takes over how a row stands in the outbox; `null` when it is gone. */
    put(
      key: PackedKey,
      row: Pick<OutboxRow, 'state' | 'origin' | 'attempts'> | null,
      dueAt?: number,
    ) {
      const old = rows.get(key)
      if (!row) return void rows.delete(key)
      const { state, origin, attempts } = row
      if (!old) {
        const account = unpackKey(key).owner
        rows.set(key, {
          key,
          account,
          state,
          origin,
          attempts,
          dueAt: dueAt ?? 0,
          busy: null,
          single: false,
        })
        return
      }
      Object.assign(old, { state, origin, attempts, dueAt: dueAt ?? old.dueAt })
    },
    get: (key: PackedKey) => rows.get(key),
    all: () => rows.values(),
    size: () => rows.size,
    /** Rows of the account that may leave now, the user's own first, then the longest due. */
    due(account: number, now: number): Planned[] {
      return [...rows.values()]
        .filter((row) => row.account === account && isDue(row, now))
        .sort(byTurn)
    },
    /** When the next row that is not due yet falls due; `Infinity` for none. */
    nextDueAt(now: number): number {
      let next = Infinity
      for (const row of rows.values()) {
        if (row.state === 'waiting' && !row.busy && row.dueAt > now)
          next = Math.min(next, row.dueAt)
      }
      return next
    },
    removeAccount(account: number) {
      for (const row of rows.values()) if (row.account === account) rows.delete(row.key)
    },
  }
}

function isDue(row: Planned, now: number) {
  return row.state === 'waiting' && !row.busy && row.dueAt <= now
}

export function byTurn(a: Planned, b: Planned) {
  if (a.origin !== b.origin) return a.origin === 'user' ? -1 : 1
  return a.dueAt - b.dueAt || a.key - b.key
}
