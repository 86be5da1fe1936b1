import type { Planned, Work } from '../queue/plan'
import type { Realm } from '../queue/realm'

/** Rows that wait for one service, as far as their requests differ. */
interface Waiting {
  /** Sent together with others. */
  shared: number
  /** Sent alone: one of several was refused. */
  single: number
  removals: number
}

/** Requests that waiting rows will cost, reads before the writes included. */
export function requestsFor(
  { shared, single, removals }: Waiting,
  { provider: { capabilities, someEntries } }: Pick<Realm, 'provider'>,
): Readonly<Record<Work, number>> {
  const rows = shared + single + removals
  const reads = someEntries ? Math.ceil(rows / someEntries.size) : Math.min(rows, 1)
  const write = Math.ceil(shared / capabilities.batchSize) + single
  return { read: reads, write, remove: removals }
}

/**
 * ms until all waiting rows will have been sent, as far as limits and pauses are known; `null` when
 * nothing waits, or when a service waits for the user.
 */
export function doneInMs(
  rows: Iterable<Planned>,
  realmOf: (account: number) => Realm | null,
): number | null {
  const waiting = new Map<Realm, Waiting>()
  for (const row of rows) {
    const realm = row.state === 'waiting' ? realmOf(row.account) : null
    if (!realm) continue
    const so = waiting.get(realm) ?? { shared: 0, single: 0, removals: 0 }
    so[row.removal ? 'removals' : row.single ? 'single' : 'shared'] += 1
    waiting.set(realm, so)
  }
  const times = [...waiting].map(([realm, so]) => timeOf(realm, so))
  if (times.length === 0 || times.includes(null)) return null
  return Math.max(...times.map(Number))
}

function timeOf(realm: Realm, so: Waiting): number | null {
  const pause = realm.circuit.pause()
  if (pause?.goesOnInMs === null) return null
  const byBucket = new Map<string, number>()
  for (const [work, count] of Object.entries(requestsFor(so, realm)) as [Work, number][]) {
    const bucket = realm.bucketOf(work)
    byBucket.set(bucket, (byBucket.get(bucket) ?? 0) + count)
  }
  // Nothing leaves before the pause is over, so what the limit asks for comes on top of it.
  const afterMs = pause?.goesOnInMs ?? 0
  const of = ([bucket, count]: [string, number]) => realm.gate.foreseeMs(bucket, count, afterMs)
  return Math.max(...[...byBucket].map(of))
}
