import { needMs } from '../backup/difference/estimate'
import type { BucketLimits } from '../providers/provider'
import type { Planned } from '../queue/plan'
import type { Realm } from '../queue/realm'

/** Requests that a number of waiting rows will cost, reads before the writes included. */
export function requestsFor(rows: number, realm: Realm): number {
  const { capabilities, someEntries } = realm.provider
  const reads = someEntries ? Math.ceil(rows / someEntries.size) : 1
  return Math.ceil(rows / capabilities.batchSize) + reads
}

/** ms until all waiting rows will have been sent, as far as limits are concerned; `null` when nothing waits or nothing goes. */
export function doneInMs(
  rows: Iterable<Planned>,
  realmOf: (account: number) => Realm | null,
): number | null {
  const waiting = new Map<Realm, number>()
  for (const row of rows) {
    const realm = row.state === 'waiting' ? realmOf(row.account) : null
    if (realm) waiting.set(realm, (waiting.get(realm) ?? 0) + 1)
  }
  if (waiting.size === 0) return null
  return Math.max(
    ...[...waiting].map(([realm, count]) => {
      const slowest = Object.values(realm.provider.buckets).reduce((a, b) =>
        rate(a) < rate(b) ? b : a,
      )
      return needMs(requestsFor(count, realm), slowest) + realm.gate.pausedForMs()
    }),
  )
}

function rate({ windows }: BucketLimits) {
  return Math.min(...windows.map(({ max, ms }) => max / ms))
}
