import {
  TransportError,
  type HttpAnswer,
  type HttpRequest,
} from '../../../../src/main/http/transport'
import type { BucketLimits, Grant, ServiceCall } from '../../../../src/main/providers/provider'
import { createCircuit } from '../../../../src/main/queue/circuit'
import type { Ask } from '../../../../src/main/queue/ask'
import { createExecute } from '../../../../src/main/queue/execute'
import type { Bearer } from '../../../../src/main/queue/renewing'
import { createGate } from '../../../../src/main/queue/gate'
import { toFailure, type Failure } from '../../../../src/shared/failure'
import { createVirtualClock, settle } from '../../../support/virtual-clock'

const limits: BucketLimits = { windows: [{ max: 3, ms: 60_000 }], spacingMs: 0, inFlight: 2 }
export const ok: HttpAnswer = { status: 200, headers: {}, text: 'つづき' }
export const ask: Ask = { priority: 'screen', account: 1 }

interface Wishes {
  answer?: (
    request: HttpRequest,
    count: number,
  ) => HttpAnswer | TransportError | Promise<HttpAnswer>
  failureOf?: (answer: HttpAnswer, grant?: Grant) => Failure | null
  bearer?: Partial<Bearer>
  baseUrl?: () => string
  headers?: () => Record<string, string>
  nobody?: (dead: string | null) => Promise<string | null>
}

/** The way out to a service that answers as told; what left, and what was said of tokens. */
export function open(wishes: Wishes = {}) {
  const clock = createVirtualClock()
  const circuit = createCircuit(clock, () => 0)
  const store = { read: () => null, write: () => undefined }
  const gate = createGate({ clock, buckets: { api: limits }, store, circuit })
  const sent: HttpRequest[] = []
  const lost: Failure[] = []
  const ending = new AbortController()
  const execute = createExecute({
    provider: {
      failureOf: wishes.failureOf ?? byStatus,
      limitNews: ({ headers }: HttpAnswer) =>
        headers['x-limit'] ? { limit: Number(headers['x-limit']), remaining: null } : null,
    } as never,
    baseUrl: wishes.baseUrl ?? (() => 'https://service.test/api/'),
    headers: wishes.headers ?? (() => ({ 'user-agent': 'Tsuzuki/0' })),
    gate,
    circuit,
    bearer: {
      current: () => 'token-of-kei',
      granted: () => [],
      refresh: () => Promise.resolve(false),
      lost: (_account, failure) => void lost.push(failure),
      ...wishes.bearer,
    },
    ...(wishes.nobody ? { nobody: wishes.nobody } : {}),
    clean: (text) => text.replaceAll('s3cret', '…'),
    clock,
    ending: ending.signal,
    async transport(request) {
      sent.push(request)
      await settle()
      const answer = await (wishes.answer?.(request, sent.length) ?? ok)
      if (answer instanceof TransportError) throw answer
      return answer
    },
  })
  return { clock, circuit, gate, execute, sent, lost, ending }
}

function byStatus({ status, headers, text }: HttpAnswer): Failure | null {
  if (status === 200) return null
  if (status === 401) return { code: 'signed-out' }
  if (status === 429) {
    const after = headers['retry-after']
    return { code: 'rate-limited', ...(after ? { retryAfterMs: Number(after) * 1_000 } : {}) }
  }
  if (status >= 500 || status < 400) return { code: 'bad-answer', detail: text }
  return { code: 'refused', detail: text }
}

export function callOf(more: Partial<ServiceCall<string>> = {}): ServiceCall<string> {
  return {
    name: 'word',
    bucket: 'api',
    effect: 'read',
    method: 'GET',
    path: 'word?of=day',
    parse: ({ text }) => text,
    ...more,
  }
}

export const failed = (answer: Promise<unknown>): Promise<Failure | 'answered'> =>
  answer.then(
    () => 'answered',
    (error: unknown) => toFailure(error),
  )
export const codeOf = async (answer: Promise<unknown>) => {
  const failure = await failed(answer)
  return failure === 'answered' ? failure : failure.code
}
export const answerOf = (status: number, text = '', headers = {}): HttpAnswer => ({
  status,
  headers,
  text,
})
