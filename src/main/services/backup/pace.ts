import type { Pace } from '../../backup/difference/estimate'
import { lanesOf } from '../../queue/lanes'
import type { BucketLimits, Provider } from '../../providers/provider'

const noLimit: BucketLimits = { windows: [], spacingMs: 0, inFlight: 1 }

/** How fast a service takes entries, for the estimate of an import. */
export function paceOf(provider: Provider): Pace {
  const lanes = lanesOf(provider)
  const limits = (name: string) => provider.buckets[name] ?? noLimit
  return {
    batchSize: provider.capabilities.batchSize,
    readSize: provider.someEntries?.size ?? null,
    writes: limits(lanes.write),
    reads: limits(lanes.read),
    removals: limits(lanes.remove),
  }
}
