import { retryAfterMs } from '../../src/main/http/retry-after'
import type { HttpRequest } from '../../src/main/http/transport'
import type { ServiceCall } from '../../src/main/providers/provider'
import { identityHeaders } from '../../src/main/services/endpoints'
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox'
import { createCatalogue } from '../../src/sandbox/world/catalogue'
import { wait } from '../../src/shared/clock'
import { emptyFields } from '../../src/shared/entry'
import type { TitleKey } from '../../src/shared/media'
import type { ServiceId } from '../../src/shared/service'
import { memoryUrls } from '../../test/support/sandbox-transport'
import { keyOfMedia } from '../../test/support/there'
import { createVirtualClock, type VirtualClock } from '../../test/support/virtual-clock'
import { anybody, providerFor } from './providers'
import type { Peer } from './queue-peers'
import { createSlowWire, type Traffic } from './slow-wire'
import { withVirtualGlobals } from './virtual-globals'

interface Job {
  readonly service: ServiceId
  /** The limit that a write counts against. */
  readonly bucket: string
  readonly n: number
}

const longest = 24 * 3600 * 1000

/**
 * The same writes as ours over the same wire, as a careful user of the package would send them:
 * who is refused waits as long as it is told, holds everybody else up meanwhile, and tries again.
 */
export async function runPeer(peer: Peer, { service, bucket, n }: Job): Promise<Traffic> {
  const clock = createVirtualClock()
  const catalogue = createCatalogue({ anime: n, manga: 1, wall: clock.wall() })
  const sandbox = createSandbox({
    clock,
    catalogue,
    entries: { anime: n, manga: 0 },
    services: [service],
  })
  const wire = createSlowWire(sandbox, service, clock, n)
  const requests = sandbox.inspect
    .entries(service)
    .map(({ mediaId, id }) =>
      requestFor(service, sandbox, saveOf(service, keyOfMedia(catalogue, service, mediaId), id)),
    )
  const limits = providerFor(service).buckets[bucket]
  if (!limits) throw new Error(`No limit is called ${bucket}`)
  return withVirtualGlobals(clock, async () => {
    const throttle = await peer(limits)
    let pausedUntil = 0

    async function attempt(request: HttpRequest): Promise<boolean> {
      while (clock.monotonic() < pausedUntil) await wait(clock, pausedUntil - clock.monotonic())
      const { status, headers } = await wire.transport(request)
      if (status !== 429) return status === 200
      const told = retryAfterMs(headers, clock.wall()) ?? 60_000
      pausedUntil = Math.max(pausedUntil, clock.monotonic() + told)
      return false
    }

    async function untilDone(request: HttpRequest): Promise<void> {
      while (!(await throttle(() => attempt(request)))) continue
    }

    await finish(clock, Promise.all(requests.map(untilDone)))
    return wire.traffic()
  })
}

function saveOf(service: ServiceId, title: TitleKey, entryId: number): ServiceCall<unknown> {
  const patch = { progress: 1 }
  const full = { ...emptyFields, ...patch }
  return providerFor(service).save(anybody, [{ title, entryId, patch, full, exists: true }])
}

function requestFor(service: ServiceId, sandbox: Sandbox, call: ServiceCall<unknown>): HttpRequest {
  const base = new URL(memoryUrls[service])
  const product = { version: '0.0.0-bench', homepage: '' }
  return {
    method: call.method,
    url: new URL(call.path, base).href,
    headers: {
      ...identityHeaders(product, base, providerFor(service).wantsReferer ?? false),
      ...call.headers,
      authorization: `Bearer ${sandbox.accounts[service]?.token ?? ''}`,
    },
    ...(call.body === undefined ? {} : { body: call.body }),
    timeoutMs: 30_000,
  }
}

async function finish(clock: VirtualClock, work: Promise<unknown>) {
  let isOver = false
  const ended = work.finally(() => (isOver = true))
  ended.catch(() => undefined)
  if (!(await clock.advanceUntil(() => isOver, longest))) throw new Error('It never ended')
  await ended
}
