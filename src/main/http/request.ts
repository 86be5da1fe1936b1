import http from 'node:http'
import https from 'node:https'
import axios from 'axios'
import { isLoopback } from './base-url'
import { createObserved, type Exchange } from './observed'
import { createProxyAgents, type ProxyFor } from './proxy'
import { type HttpAnswer, type HttpRequest, type Transport, TransportError } from './transport'

/** An answer of more is a fault or an attack: the longest list known has some 20 MB. */
const mostBytes = 64 * 1024 * 1024

// A connection for each request: one that was kept open may be closed by the other side just when
// a write leaves, and nobody could tell whether it arrived.
const httpAgent = new http.Agent({ keepAlive: false })
const httpsAgent = new https.Agent({ keepAlive: false })

interface Options {
  /** How the system reaches an address; loopback is never asked for. */
  readonly proxyFor?: ProxyFor
  readonly maxBytes?: number
}

/**
 * Carries requests over the net: text in, text out, whatever the status, no redirect followed.
 * Https only, plain http for loopback. An answer of more than 64 MiB comes with an empty text.
 * Rejects with a `TransportError` and nothing else.
 */
export function createHttpTransport({ proxyFor, maxBytes = mostBytes }: Options = {}): Transport {
  const proxies = proxyFor === undefined ? undefined : createProxyAgents(proxyFor)

  return async (request) => {
    const url = checked(request.url)
    const agent = isLoopback(url) ? undefined : await proxies?.agentFor(url.href).catch(asNotSent)
    const timeout = AbortSignal.timeout(request.timeoutMs)
    const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout
    const { exchange, way } = createObserved()

    try {
      const response = await axios.request<string>({
        adapter: 'http',
        url: url.href,
        method: request.method,
        headers: { 'user-agent': false, ...request.headers },
        data: request.body,
        signal,
        responseType: 'text',
        transformRequest: [(data: unknown) => data],
        transformResponse: [(data: unknown) => data],
        validateStatus: () => true,
        maxRedirects: 0,
        maxContentLength: maxBytes,
        maxBodyLength: maxBytes,
        proxy: false,
        httpAgent: agent ?? httpAgent,
        httpsAgent: agent ?? httpsAgent,
        transport: way,
      })
      const text = typeof response.data === 'string' ? response.data : ''
      return { status: response.status, headers: plain(response.headers), text }
    } catch (error) {
      return oversized(error, exchange) ?? fail(error, request, exchange, timeout)
    }
  }
}

function checked(text: string): URL {
  const url = URL.parse(text)
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url))) return url
  throw new TransportError('not-sent', 'Only https leaves this machine.')
}

/**
 * Where the connection never stood (no address, refused, no trust, too slow) nothing was sent;
 * where it stood, the request may have arrived, whatever broke later.
 */
function fail(
  error: unknown,
  request: HttpRequest,
  { connected }: Exchange,
  timeout: AbortSignal,
): never {
  // The error of axios carries the request, token included, so only what lies beneath it goes on.
  const isAxios = axios.isAxiosError(error)
  const cause = isAxios ? error.cause : error
  if (request.signal?.aborted) throw new TransportError('cancelled', 'Cancelled.', { cause })
  const code = isAxios ? error.code : undefined
  const words = code ?? (cause instanceof Error ? cause.message : 'No answer.')
  const message = timeout.aborted ? `No answer within ${request.timeoutMs} ms.` : words
  throw new TransportError(connected ? 'lost' : 'not-sent', message, { cause })
}

/** An answer did come, and it is too long to be read: its status, with nothing in it. */
function oversized(error: unknown, { answer }: Exchange): HttpAnswer | undefined {
  if (answer === undefined || !/maxContentLength/.test(String(error))) return undefined
  return { status: answer.statusCode ?? 0, headers: plain(answer.headers), text: '' }
}

function plain(headers: object): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || value === null
        ? []
        : [[name.toLowerCase(), [value].flat().join(', ')]],
    ),
  )
}

function asNotSent(cause: unknown): never {
  if (cause instanceof TransportError) throw cause
  throw new TransportError('not-sent', 'The way to the service could not be found out.', { cause })
}
