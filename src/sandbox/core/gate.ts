import { wait, type Clock } from '../../shared/clock'
import type { ServiceId } from '../../shared/service'
import type { ArrivalLog } from './arrivals'
import type { Fault, Faults } from './faults'
import { faultyAnswer, takesEffect } from './faulty-reply'
import type { Limiter, Verdict } from './limits'
import { parseRequest } from './parse-request'
import type { ParsedRequest, Route, SandboxAnswer, SandboxRequest, ServiceHandler } from './wire'

export interface GateOptions {
  service: ServiceId
  handler: ServiceHandler
  limiter: Limiter
  faults: Faults
  log: ArrivalLog
  clock: Clock
  /** How long the service takes for an answer, in ms. */
  latencyMs: () => number
  /** Whether a Retry-After is sent with a 429. */
  sendsRetryAfter: () => boolean
}

/** The door of one service: counts who comes, refuses whom it must, breaks what it was told to. */
export interface Gate {
  handle(request: SandboxRequest): Promise<SandboxAnswer>
  /** Without a connection nothing arrives, and nothing is counted. */
  setOnline(online: boolean): void
  isOnline(): boolean
}

export function createGate(options: GateOptions): Gate {
  const { service, handler, limiter, faults, log, clock } = options
  let online = true

  async function handle(raw: SandboxRequest): Promise<SandboxAnswer> {
    if (!online) return { fault: 'refused' }
    const request = parseRequest(raw)
    const route = handler.route(request)
    const fault = faults.take(service, request, route)
    if (fault?.kind === 'refused') return { fault: 'refused' }
    const verdict = arrive(route, fault)
    if (verdict.kind === 'over') return refuse(verdict.retryAfter)
    const answer = answered(request, route, verdict, fault)
    const delay = options.latencyMs() + (fault?.kind === 'delay' ? (fault.delayMs ?? 0) : 0)
    if (delay > 0) await wait(clock, delay)
    if (route.bucket !== null) limiter.ended(route.bucket)
    return answer
  }

  function arrive(route: Route, fault: Fault | undefined): Verdict {
    const { name, bucket, write } = route
    const verdict: Verdict =
      bucket === null ? { kind: 'ok', remaining: Infinity } : limiter.arrive(bucket)
    const inside = verdict.kind === 'over' && verdict.inside
    log.note({
      route: name,
      bucket,
      write,
      verdict: verdict.kind === 'ok' ? 'ok' : inside ? 'inside-retry-after' : 'over-limit',
      fault: fault?.kind ?? null,
    })
    return verdict
  }

  function answered(
    request: ParsedRequest,
    route: Route,
    verdict: Verdict & { kind: 'ok' },
    fault: Fault | undefined,
  ): SandboxAnswer {
    const done = !fault || takesEffect(fault) ? handler.answer(request) : null
    if (done && route.bucket !== null) {
      const limit = limiter.rule(route.bucket)?.max ?? 0
      Object.assign(done.headers, handler.limitHeaders?.(limit, Math.max(0, verdict.remaining)))
    }
    if (!fault) return done ?? { fault: 'drop' }
    if (fault.kind === '429' && route.bucket !== null && fault.retryAfter !== null) {
      limiter.refuse(route.bucket, fault.retryAfter ?? 60)
    }
    return faultyAnswer(fault, handler, done)
  }

  function refuse(retryAfter: number): SandboxAnswer {
    return handler.tooMany(options.sendsRetryAfter() ? retryAfter : null)
  }

  return {
    handle,
    isOnline: () => online,
    setOnline(value) {
      online = value
    },
  }
}
