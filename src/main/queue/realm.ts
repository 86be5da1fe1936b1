import type { Clock } from '../../shared/clock'
import type { ServiceState } from '../../shared/queue'
import type { RealmRow } from '../db/accounts'
import type { BucketStore } from '../db/buckets'
import type { Transport } from '../http/transport'
import type { Provider } from '../providers/provider'
import { createCircuit } from './circuit'
import { createExecute } from './execute'
import type { Bearer } from './renewing'
import { createGate } from './gate'
import { lanesOf } from './lanes'
import type { Work } from './plan'

interface Options {
  row: RealmRow
  provider: Provider
  baseUrl: () => string
  headers: () => Readonly<Record<string, string>>
  store: BucketStore
  transport: Transport
  bearer: Bearer
  /** A token of nobody where reading needs one; `dead` is one that the service did not take. */
  nobody?: (dead: string | null) => Promise<string | null>
  /** Blackens secrets in what services say. */
  clean: (text: string) => string
  clock: Clock
  random: () => number
}

export type Realm = ReturnType<typeof createRealm>

/** A service at an address with everything that is shared by its accounts: limits, health, the way out. */
export function createRealm({ row, provider, clock, random, store, ...rest }: Options) {
  const circuit = createCircuit(clock, random)
  const gate = createGate({ clock, buckets: provider.buckets, store, circuit })
  const ending = new AbortController()
  const execute = createExecute({ provider, gate, circuit, clock, ending: ending.signal, ...rest })
  const lanes = lanesOf(provider)

  return {
    id: row.id,
    service: row.service,
    sandbox: row.origin === 'sandbox',
    origin: row.origin,
    baseUrl: rest.baseUrl,
    provider,
    gate,
    circuit,
    execute,
    /** The limit that a kind of work counts against. */
    bucketOf: (work: Work) => lanes[work],
    /** Nothing leaves any more, and nobody waits for what is under way. */
    stop() {
      gate.stop()
      ending.abort()
    },

    state(): ServiceState {
      const pausedMs = gate.pausedForMs()
      const limited =
        pausedMs > 0
          ? ({ code: 'rate-limited', detail: null, goesOnInMs: pausedMs } as const)
          : null
      return {
        service: row.service,
        sandbox: row.origin === 'sandbox',
        buckets: gate.states(),
        pause: circuit.pause() ?? limited,
      }
    },
  }
}
