import { TransportError, type HttpRequest, type Transport } from '../../src/main/http/transport'
import { isFault, type SandboxReply } from '../../src/sandbox/core/wire'
import type { Sandbox } from '../../src/sandbox/sandbox'
import type { ServiceId } from '../../src/shared/service'

/** Where the services of a sandbox in memory are said to live. */
export const memoryUrls: Readonly<Record<ServiceId, string>> = {
  anilist: 'http://127.0.0.1:1/anilist/',
  'anilist-v1': 'http://127.0.0.1:1/anilist-v1/api/',
  anisearch: 'http://127.0.0.1:1/anisearch/v1/',
}

export const memoryEnv = {
  TSUZUKI_ANILIST_URL: memoryUrls.anilist,
  TSUZUKI_ANILIST_V1_URL: memoryUrls['anilist-v1'],
  TSUZUKI_ANISEARCH_URL: memoryUrls.anisearch,
}

const services = Object.keys(memoryUrls) as ServiceId[]

/** Joins a client to a sandbox without a socket; faults arrive as a socket would bring them. */
export function createSandboxTransport(sandbox: Sandbox): Transport {
  return async (request) => {
    const service = services.find((id) => request.url.startsWith(memoryUrls[id]))
    if (!service) throw new TransportError('not-sent', `Nobody lives at ${request.url}`)
    const { method, headers, body = '' } = request
    const path = request.url.slice(memoryUrls[service].length)
    const answered = sandbox.handle({ service, method, path, headers, body })
    const answer = await untilCancelled(answered, request)
    if (!isFault(answer)) return toAnswer(answer)
    if (answer.fault === 'refused') throw new TransportError('not-sent', 'refused')
    throw new TransportError('lost', answer.fault)
  }
}

function untilCancelled<T>(answer: Promise<T>, { signal }: HttpRequest): Promise<T> {
  if (!signal) return answer
  return new Promise((resolve, reject) => {
    const cancel = () => reject(new TransportError('cancelled', 'cancelled'))
    if (signal.aborted) return cancel()
    signal.addEventListener('abort', cancel, { once: true })
    void answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel))
  })
}

function toAnswer({ status, headers, body }: SandboxReply) {
  const text = typeof body === 'string' ? body : Buffer.from(body).toString()
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  return { status, headers: Object.fromEntries(lower) as Record<string, string>, text }
}
