import { TransportError, type Transport } from '../../src/main/http/transport'
import { between, createRandom } from '../../src/sandbox/core/random'
import type { Sandbox } from '../../src/sandbox/sandbox'
import { wait, type Clock } from '../../src/shared/clock'
import type { ServiceId } from '../../src/shared/service'
import { createSandboxTransport } from '../../test/support/sandbox-transport'

/** Shortest and longest way there and back, in ms. */
const latency = [20, 1_800] as const

/** What went over a wire since it was last asked to begin anew. */
export interface Traffic {
  /** From the first start to the last answer, in ms. */
  readonly ms: number
  readonly writes: number
  readonly reads: number
  /** Requests that the service, which counts arrivals, should not have got. */
  readonly violations: number
}

/**
 * A wire to services in memory on which each request takes its time there, and its answer its
 * time back: what left in order may arrive in another.
 */
export function createSlowWire(sandbox: Sandbox, service: ServiceId, clock: Clock, seed: number) {
  const random = createRandom(seed)
  const straight = createSandboxTransport(sandbox)
  let firstStart = Infinity
  let lastAnswer = -Infinity
  let before = count()

  function count() {
    const arrivals = sandbox.inspect.arrivals(service)
    const { overLimit, insideRetryAfter, tooManyAtOnce } = sandbox.inspect.violations(service)
    const writes = arrivals.filter(({ write }) => write).length
    const violations = overLimit + insideRetryAfter + tooManyAtOnce
    return { writes, reads: arrivals.length - writes, violations }
  }

  const transport: Transport = async (request) => {
    firstStart = Math.min(firstStart, clock.monotonic())
    const total = between(random, ...latency)
    const there = Math.floor(total * random())
    await wait(clock, there)
    if (request.signal?.aborted) throw new TransportError('cancelled', 'cancelled')
    const answer = await straight(request)
    await wait(clock, total - there)
    lastAnswer = clock.monotonic()
    return answer
  }

  return {
    transport,
    beginAnew() {
      firstStart = Infinity
      before = count()
    },
    traffic(): Traffic {
      const after = count()
      return {
        ms: lastAnswer - firstStart,
        writes: after.writes - before.writes,
        reads: after.reads - before.reads,
        violations: after.violations - before.violations,
      }
    },
  }
}

export type SlowWire = ReturnType<typeof createSlowWire>
