import { kindOf, type MediaKind } from '../../shared/media'
import { unpackKey, type PackedKey } from '../db/keys'
import type { OutboxRow, PlanRow } from '../db/outbox'

/** What a request does: look, write, or take off the list. Each may count against a limit of its own. */
export type Work = 'read' | 'write' | 'remove'

/** A waiting row as the queue plans with it; the row itself stays in the database. */
export interface Planned {
  readonly key: PackedKey
  readonly account: number
  state: OutboxRow['state']
  origin: OutboxRow['origin']
  attempts: number
  removal: boolean
  unsure: boolean
  /** Monotonic ms. Only in memory: after a restart nothing is held and nothing backs off. */
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
    /** Takes over how a row stands in the outbox; `null` when it is gone. `dueAt` in monotonic ms. */
    put(key: PackedKey, row: PlanRow | null, dueAt?: number) {
      if (!row) return void rows.delete(key)
      const { state, origin, attempts, removal, unsure } = row
      const next = { state, origin, attempts, removal, unsure }
      const old = rows.get(key)
      if (old) return void Object.assign(old, next, { dueAt: dueAt ?? old.dueAt })
      const { owner: account } = unpackKey(key)
      rows.set(key, { key, account, ...next, dueAt: dueAt ?? 0, busy: null, single: false })
    },
    get: (key: PackedKey) => rows.get(key),
    all: () => rows.values(),
    size: () => rows.size,
    /** All that waits for one list of an account. */
    ofList(account: number, kind: MediaKind): Planned[] {
      return [...rows.values()].filter(
        (row) => row.account === account && kindOf(unpackKey(row.key).title) === kind,
      )
    },
    /** The row whose turn comes first of all that are due, for each place that rows belong to; `null`: none. */
    firsts<T>(now: number, placeOf: (row: Planned) => T | null): Map<T, Planned> {
      const firsts = new Map<T, Planned>()
      for (const row of rows.values()) {
        const place = isDue(row, now) ? placeOf(row) : null
        if (place === null) continue
        const first = firsts.get(place)
        if (!first || byTurn(row, first) < 0) firsts.set(place, row)
      }
      return firsts
    },
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
