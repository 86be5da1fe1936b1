import type { ServiceId } from '../shared/service'
import type { Backend } from './backend'
import type { Arrival } from './core/arrivals'
import type { Violations } from './core/limits'
import type { Social } from './social/social'
import type { ListEntry } from './world/entry'
import type { SeriesType } from './world/series'

/** The truth of the services, for assertions. Nothing in it may be changed. */
export interface Inspection {
  /** The main user's entries, or another's, by title id. */
  entries(service: ServiceId, type?: SeriesType, userId?: number): ListEntry[]
  entry(service: ServiceId, mediaId: number): ListEntry | undefined
  /** What people do besides lists. */
  social(service: ServiceId): Social
  arrivals(service: ServiceId): readonly Arrival[]
  violations(service: ServiceId): Violations
  /** Requests by route. */
  requests(service: ServiceId): Record<string, number>
}

export function createInspection(backends: ReadonlyMap<ServiceId, Backend>): Inspection {
  function backendOf(service: ServiceId): Backend {
    const backend = backends.get(service)
    if (!backend) throw new Error(`The sandbox runs without ${service}.`)
    return backend
  }
  return {
    entries(service, type, userId) {
      const { world } = backendOf(service)
      const id = userId ?? world.main().id
      const types: readonly SeriesType[] = type ? [type] : ['anime', 'manga']
      const found = types.flatMap((each) => [...world.lists.of(id, each).values()])
      return found.sort((a, b) => a.mediaId - b.mediaId)
    },
    entry(service, mediaId) {
      const { world } = backendOf(service)
      return world.lists.find(world.main().id, mediaId)
    },
    social: (service) => backendOf(service).social(),
    arrivals: (service) => backendOf(service).log.all(),
    violations: (service) => backendOf(service).limiter.violations(),
    requests: (service) => backendOf(service).log.byRoute(),
  }
}
