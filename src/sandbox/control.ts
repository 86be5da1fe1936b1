import type { ServiceId } from '../shared/service'
import type { Backend } from './backend'
import type { Behaviour } from './behaviour'
import type { Faults } from './core/faults'
import type { LimitRule } from './core/limits'
import type { ShiftedClock } from './core/shifted-clock'
import type { Client } from './oauth/clients'
import { fillThread, setWords } from './social/set-words'
import type { EntryChange, ListEntry } from './world/entry'
import type { SandboxUser } from './world/user'
import type { World } from './world/world'

/** What can be done to the services from outside their own calls. */
export interface Control {
  faults: Pick<Faults, 'add' | 'remove' | 'clear'>
  /** Without a service: all of them, and then the socket too. Takes effect at once in memory. */
  setOnline(online: boolean, service?: ServiceId): Promise<void>
  /** Changes an entry as another device would; adds it when it is missing, null removes it. */
  remoteEdit(service: ServiceId, mediaId: number, change: EntryChange | null): ListEntry | null
  /** Deletes a title with all that stands on it. */
  removeSeries(service: ServiceId, mediaId: number): void
  /** Makes all access tokens die now; the count. */
  expireTokens(service?: ServiceId): number
  /** Without a bucket: all of the service's. */
  setLimit(service: ServiceId, rule: Partial<LimitRule>, bucket?: string): void
  /** Moves the services' clock on, in ms. */
  advance(ms: number): void
  /** Adds or replaces a program that may have people sign in. */
  setClient(service: ServiceId, client: Client): void
  setUser(service: ServiceId, change: Partial<SandboxUser>): SandboxUser
  setBehaviour(change: Partial<Behaviour>): Behaviour
  /** Puts the texts wherever people have said something. */
  setWords(service: ServiceId, texts: readonly string[]): void
  /** Fills a thread with so many comments of the texts; answers its number. */
  fillThread(service: ServiceId, texts: readonly string[], count: number): number
}

interface Parts {
  backends: ReadonlyMap<ServiceId, Backend>
  faults: Faults
  clock: ShiftedClock
  setBehaviour: (change: Partial<Behaviour>) => Behaviour
  /** Opens or closes the socket that the services are reached by. */
  reach: (online: boolean) => Promise<void>
}

export function createControl({ backends, faults, clock, setBehaviour, reach }: Parts): Control {
  function backendOf(service: ServiceId): Backend {
    const backend = backends.get(service)
    if (!backend) throw new Error(`The sandbox runs without ${service}.`)
    return backend
  }
  const those = (service?: ServiceId): Backend[] =>
    service ? [backendOf(service)] : [...backends.values()]

  return {
    faults,
    setBehaviour,
    setOnline(online, service) {
      for (const { gate } of those(service)) gate.setOnline(online)
      return service ? Promise.resolve() : reach(online)
    },
    remoteEdit: (service, mediaId, change) => edit(backendOf(service).world, mediaId, change),
    removeSeries: (service, mediaId) => backendOf(service).world.removeSeries(mediaId),
    expireTokens: (service) =>
      those(service).reduce((count, { world }) => count + world.tokens.expireAccess(), 0),
    setLimit(service, rule, bucket) {
      const { limiter } = backendOf(service)
      for (const name of bucket ? [bucket] : limiter.buckets()) limiter.change(name, rule)
    },
    advance: (ms) => clock.advance(ms),
    setClient: (service, client) => backendOf(service).clients.put(client),
    setWords(service, texts) {
      const { social, world } = backendOf(service)
      setWords(social(), world, texts)
    },
    fillThread: (service, texts, count) => fillThread(backendOf(service).social(), texts, count),
    setUser(service, change) {
      const { world } = backendOf(service)
      const user = { ...world.main(), ...change, id: world.main().id }
      world.users.put(user)
      return user
    },
  }
}

function edit(world: World, mediaId: number, change: EntryChange | null): ListEntry | null {
  const userId = world.main().id
  const entry = world.lists.find(userId, mediaId)
  const now = world.clock.seconds()
  if (change === null) {
    if (entry) world.lists.remove(entry)
    return null
  }
  if (entry) return world.lists.change(entry, change, now)
  const series = world.series(mediaId)
  if (!series) throw new Error(`There is no title ${mediaId}.`)
  return world.lists.add({ userId, mediaId, type: series.type }, change, now)
}
