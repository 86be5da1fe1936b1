import { AppError, toFailure } from '../../shared/failure'
import type { HttpAnswer } from '../http/transport'
import type { ServiceCall } from '../providers/provider'
import { isMoreUrgent, type Priority } from './gate'

/** How urgently somebody waits for an answer, and until when. */
export interface Rider {
  readonly priority: Priority
  readonly signal?: AbortSignal
}

/** An answer and the monotonic ms at which it was asked for. */
export interface Asked<T> {
  readonly value: T
  readonly askedAt: number
}

/** Sends a call as urgently as `rider` says by then; tells when it leaves, each time it does. */
export type Send = <T>(
  call: ServiceCall<T>,
  rider: Required<Rider>,
  leaves: (at: number) => void,
) => Promise<T>

interface Answered {
  readonly answer: HttpAnswer
  readonly value: unknown
}

/** One request for all who want the same. */
interface Flight {
  readonly stop: AbortController
  readonly parse: unknown
  readonly answered: Promise<Answered>
  riders: number
  priority: Priority
  leftAt: number | null
}

export type Joined = ReturnType<typeof createJoined>

/**
 * Lets equal reads share a request: it is as urgent as the most urgent of those who wait, each of
 * them cancels for itself, and it is cancelled when nobody is left. One that may cross a write is
 * shared with nobody who asks later: what it tells may be from before that write.
 */
export function createJoined() {
  const open = new Map<string, Flight>()
  let writes = 0

  /** Failures: those of `send`, and `cancelled`. `key` is the same for equal requests. */
  function read<T>(key: string, call: ServiceCall<T>, rider: Rider, send: Send): Promise<Asked<T>> {
    if (rider.signal?.aborted) return Promise.reject(new AppError({ code: 'cancelled' }))
    const flight = open.get(key) ?? begin(key, call, rider, send)
    if (isMoreUrgent(rider.priority, flight.priority)) flight.priority = rider.priority
    return ride(flight, call, rider.signal, () => close(key, flight))
  }

  function begin<T>(key: string, call: ServiceCall<T>, { priority }: Rider, send: Send): Flight {
    const { promise: answered, resolve } = Promise.withResolvers<Answered>()
    const stop = new AbortController()
    const flight: Flight = { stop, parse: call.parse, riders: 0, priority, leftAt: null, answered }
    open.set(key, flight)
    const kept = (answer: HttpAnswer) => ({ answer, value: call.parse(answer) })
    const rider = {
      signal: stop.signal,
      get priority() {
        return flight.priority
      },
    }
    const leaves = (at: number) => {
      flight.leftAt = at
      if (writes > 0) close(key, flight)
    }
    const sent = send({ ...call, parse: kept }, rider, leaves)
    resolve(sent.finally(() => close(key, flight)))
    return flight
  }

  function close(key: string, flight: Flight) {
    if (open.get(key) === flight) open.delete(key)
  }

  return {
    read,
    /** A write leaves; answers what is to be called when it has ended. */
    writeLeaves(): () => void {
      writes += 1
      for (const [key, { leftAt }] of open) if (leftAt !== null) open.delete(key)
      return () => void (writes -= 1)
    },
  }
}

/** Waits for the answer of a flight as one of its riders. `close` keeps others from joining it. */
async function ride<T>(
  flight: Flight,
  call: ServiceCall<T>,
  signal: AbortSignal | undefined,
  close: () => void,
): Promise<Asked<T>> {
  flight.riders += 1
  const { answer, value } = await untilLeft(flight, signal, close)
  const askedAt = flight.leftAt ?? 0
  // Whoever asked first has had it read already; the request of others may mean something else by it.
  if (call.parse === flight.parse) return { value: value as T, askedAt }
  try {
    return { value: call.parse(answer), askedAt }
  } catch (error) {
    throw new AppError(toFailure(error), { cause: error })
  }
}

function untilLeft(
  flight: Flight,
  signal: AbortSignal | undefined,
  close: () => void,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      reject(new AppError({ code: 'cancelled' }))
      flight.riders -= 1
      if (flight.riders > 0) return
      close()
      flight.stop.abort()
    }
    signal?.addEventListener('abort', leave, { once: true })
    const stay = () => signal?.removeEventListener('abort', leave)
    flight.answered.finally(stay).then(resolve, reject)
  })
}
