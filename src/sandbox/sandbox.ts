import { serviceIds, type ServiceId } from '../shared/service'
import { createAdmin } from './admin/admin'
import { createBackend, type Backend } from './backend'
import { usualBehaviour, type Behaviour } from './behaviour'
import { createControl, type Control } from './control'
import { createFaults } from './core/faults'
import { json } from './core/reply'
import { createShiftedClock } from './core/shifted-clock'
import type { SandboxAnswer, SandboxRequest } from './core/wire'
import { createInspection, type Inspection } from './inspection'
import { withDefaults, type SandboxOptions } from './options'
import { catalogueFor } from './catalogue-for'
import type { SandboxAccounts } from './accounts'

/** The built-in services, without a socket. */
export interface Sandbox {
  /** Answers one request, or says how it fails below HTTP. Never rejects. */
  handle(request: SandboxRequest): Promise<SandboxAnswer>
  /** What a client needs to sign in, per service. */
  accounts: SandboxAccounts
  /** Faults, limits, edits from elsewhere; what the admin calls do, without HTTP. */
  control: Control
  /** The services' own view of lists, arrivals and violations. */
  inspect: Inspection
  /** The word that admin calls must carry in `x-sandbox-secret`. */
  secret: string
  /** Tells where it is reached, e.g. `http://127.0.0.1:4010/`, for the links in answers. */
  setOrigin(origin: string): void
  /** Tells what opens and closes the socket when all services go on or off the net. */
  setReach(reach: (online: boolean) => Promise<void>): void
}

/** Starts the services that are asked for; everything random and timed comes from the options. */
export function createSandbox(given: SandboxOptions): Sandbox {
  const options = withDefaults(given)
  const clock = createShiftedClock(options.clock)
  const faults = createFaults()
  const catalogue = catalogueFor(options, clock.wall())
  let origin = 'http://127.0.0.1/'
  let reach: (online: boolean) => Promise<void> = () => Promise.resolve()
  let behaviour: Behaviour = { ...usualBehaviour, ...options.behaviour }

  const backends = new Map<ServiceId, Backend>()
  for (const service of serviceIds.filter((id) => options.services.includes(id))) {
    const surroundings = { clock, faults, catalogue, options }
    const own = { origin: () => `${origin}${service}/`, behaviour: () => behaviour }
    backends.set(service, createBackend(service, { ...surroundings, ...own }))
  }

  options.flush()
  const control = createControl({
    backends,
    faults,
    clock,
    reach: (online) => reach(online),
    setBehaviour(change) {
      behaviour = { ...behaviour, ...change }
      return behaviour
    },
  })
  const inspect = createInspection(backends)
  const admin = createAdmin({ control, inspect, secret: options.secret })

  return {
    async handle(request) {
      if (request.service === 'admin') {
        return admin(request).finally(options.flush)
      }
      const backend = backends.get(request.service)
      if (!backend) return json({ error: 'Not started' }, 404)
      const answer = await backend.gate.handle(request)
      options.flush()
      return answer
    },
    accounts: Object.fromEntries([...backends].map(([id, { account }]) => [id, account])),
    control,
    inspect,
    secret: options.secret,
    setReach(value) {
      reach = value
    },
    setOrigin(value) {
      origin = value.endsWith('/') ? value : `${value}/`
    },
  }
}
