import type { SandboxAccount } from './accounts'
import type { Behaviour } from './behaviour'
import type { LimitRule } from './core/limits'
import type { ServiceHandler } from './core/wire'
import type { Clients } from './oauth/clients'
import type { Social } from './social/social'
import type { World } from './world/world'

/** What a service is made from. */
export interface ServiceContext {
  world: World
  behaviour: () => Behaviour
  /** What people do besides lists; made up when first asked for. */
  social: () => Social
  /** The service's base URL, with a slash at its end. */
  origin: () => string
  /** Of hourly access tokens, in ms. */
  tokenLifetimeMs: number
}

/** A service's ways: its answers, its limits, the client that is registered from the start. */
export interface ServiceKind {
  handler: ServiceHandler
  limits: Readonly<Record<string, LimitRule>>
  account: SandboxAccount
  clients: Clients
}
