import type { ServiceId } from '../shared/service'
import type { SandboxAccount } from './accounts'
import { createAnilist } from './anilist/anilist'
import { createAnilistV1 } from './anilist-v1/anilist-v1'
import { createAnisearch } from './anisearch/anisearch'
import type { Behaviour } from './behaviour'
import { createArrivalLog, type ArrivalLog } from './core/arrivals'
import { createGate, type Gate } from './core/gate'
import type { Faults } from './core/faults'
import { createLimiter, type Limiter } from './core/limits'
import type { ShiftedClock } from './core/shifted-clock'
import { createChanges } from './core/table'
import type { Clients } from './oauth/clients'
import type { FullOptions } from './options'
import type { ServiceContext, ServiceKind } from './service-kind'
import type { Catalogue } from './world/catalogue'
import { createSocial } from './social/create-social'
import type { Social } from './social/social'
import { createWorld, type World } from './world/world'

export interface Backend {
  world: World
  gate: Gate
  limiter: Limiter
  log: ArrivalLog
  account: SandboxAccount
  clients: Clients
  social: () => Social
}

const kinds: Readonly<Record<ServiceId, (context: ServiceContext) => ServiceKind>> = {
  anilist: createAnilist,
  'anilist-v1': createAnilistV1,
  anisearch: createAnisearch,
}

interface Surroundings {
  clock: ShiftedClock
  faults: Faults
  catalogue: Catalogue
  options: FullOptions
  origin: () => string
  behaviour: () => Behaviour
}

export function createBackend(service: ServiceId, surroundings: Surroundings): Backend {
  const { clock, faults, catalogue, options, origin, behaviour } = surroundings
  const changes = createChanges(
    (table, key, row) => options.onChange(service, table, key, row),
    (table) => options.kept(service, table),
  )
  const { random, entries, adult, others, tokenLifetimeMs } = options
  // Without a wish AniList's own usual format is taken.
  const scoreFormat = options.scoreFormat ?? 'POINT_10_DECIMAL'
  const people = { entries, adult, others, scoreFormat }
  const world = createWorld({ service, clock, random, catalogue, changes, ...people })
  let known: Social | null = null
  const social = (): Social => (known ??= createSocial(world))
  const kind = kinds[service]({ world, behaviour, social, origin, tokenLifetimeMs })
  const limiter = createLimiter(clock, kind.limits)
  for (const [bucket, rule] of Object.entries(options.limits[service] ?? {})) {
    limiter.change(bucket, rule)
  }
  const log = createArrivalLog(clock)
  const sendsRetryAfter = (): boolean => behaviour().retryAfter
  const { latencyMs } = options
  const { handler, account, clients } = kind
  const gate = createGate({
    service,
    handler,
    limiter,
    faults,
    log,
    clock,
    latencyMs,
    sendsRetryAfter,
  })
  return { world, gate, limiter, log, account, clients, social }
}
