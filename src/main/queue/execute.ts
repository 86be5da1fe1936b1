import type { Clock } from '../../shared/clock'
import { AppError, toFailure, type Failure } from '../../shared/failure'
import { retryAfterMs } from '../http/retry-after'
import { TransportError, type HttpAnswer, type Transport } from '../http/transport'
import type { Grant, Provider, ServiceCall } from '../providers/provider'
import { nameOf, subjectOf, turnOf, type Ask } from './ask'
import type { Circuit } from './circuit'
import type { Gate } from './gate'
import { createJoined, type Asked } from './joined'
import { isPortal } from './portal'
import { type Attempt, type Bearer, createRenewing } from './renewing'

interface Options {
  provider: Provider
  /** Ends with a slash. Throws `offline` while there is none. */
  baseUrl: () => string
  /** User-Agent and Referer; throws `blocked` when the app has no name to give. */
  headers: () => Readonly<Record<string, string>>
  gate: Gate
  circuit: Circuit
  transport: Transport
  bearer: Bearer
  /** A token of nobody where reading needs one; `dead` is one that the service did not take. */
  nobody?: (dead: string | null) => Promise<string | null>
  /** Blackens secrets: a service may repeat in its words what it was sent. */
  clean: (text: string) => string
  clock: Pick<Clock, 'wall'>
  /** Aborted when the program ends: nobody waits for answers any more. */
  ending: AbortSignal
}

export type Execute = ReturnType<typeof createExecute>

/** Shortest pause that a 429 without a `Retry-After` gets; doubles while they go on. */
const defaultPauseMs = 60_000
/** `Retry-After` counts whole seconds: the part that may be missing. */
const roundingMs = 1_000

/** Sends calls of one service: waits for its turn, adds who we are, sorts what can go wrong. */
export function createExecute(options: Options) {
  const { provider, baseUrl, headers, gate, circuit, transport, bearer } = options
  const joined = createJoined()
  const { renewing, asNobody } = createRenewing(bearer, options.nobody)
  let limitedInARow = 0
  /** Accounts that are refused by calls that are not open to every grant, whichever token they have. */
  const closedTo = new Set<number>()

  /**
   * Sends the call that `choose` makes when its turn has come; `undefined` gives the turn back.
   * Failures: all codes of services; those of one request concern the caller, those of the
   * service have already paused it here.
   */
  async function atTurn<T>(
    bucket: string,
    choose: Choose<T>,
    ask: Ask,
    used: Attempt<T | undefined>,
  ): Promise<T | undefined> {
    refuseTheImpatient(ask)
    const startedAt = await gate.acquire(turnOf(bucket, ask))
    used.hasLeft = false
    try {
      const call = choose(startedAt)
      return call && (await send(call, ask, used, startedAt))
    } finally {
      gate.release(bucket, startedAt, used.hasLeft)
    }
  }

  function refuseTheImpatient({ impatient }: Ask) {
    const blockedBy = impatient && circuit.failure()
    if (blockedBy && (circuit.pause()?.goesOnInMs ?? 1) > 0) throw new AppError(blockedBy)
  }

  async function send<T>(
    call: ServiceCall<T>,
    ask: Ask,
    used: Attempt<T | undefined>,
    startedAt: number,
  ): Promise<T> {
    const own = ask.account === null ? used.nobody : bearer.current(ask.account)
    const token = call.anonymous ? null : own
    if (!call.anonymous && ask.account !== null && token === null) {
      throw new AppError({ code: 'signed-out' })
    }
    const ended = call.effect === 'write' ? joined.writeLeaves() : undefined
    try {
      const answer = await exchange(call, token, ask, used)
      const news = provider.limitNews(answer)
      const failure = failureOf(answer, call, ask)
      // How long a refusal lasts tells its `Retry-After`, and not that nothing remained.
      if (news && failure?.code !== 'rate-limited') gate.learn(call.bucket, news, startedAt)
      heed(failure, answer, call)
      if (failure && !isClosed(failure, call, ask, used, answer)) throw new AppError(failure)
      const value = call.parse(answer)
      if (!failure && call.mayBeClosed && ask.account !== null) closedTo.delete(ask.account)
      limitedInARow = 0
      circuit.worked()
      return value
    } catch (error) {
      const failure = withoutSecrets(toFailure(error))
      note(failure, call, ask)
      used.token = token
      throw new AppError(failure, { cause: error })
    } finally {
      ended?.()
    }
  }

  /**
   * A token that was just made is alive, so a call that refuses it is not open to the account's
   * grant, nor will be with the next token. One that cannot be renewed is left to other calls.
   */
  function isClosed<T>(
    { code }: Failure,
    call: ServiceCall<T>,
    { account }: Ask,
    used: Attempt<T | undefined>,
    answer: HttpAnswer,
  ): boolean {
    if (!call.mayBeClosed || code !== 'signed-out' || account === null) return false
    if (used.isRenewed) closedTo.add(account)
    used.asClosed = () => {
      closedTo.add(account)
      return call.parse(answer)
    }
    return closedTo.has(account)
  }

  function failureOf(answer: HttpAnswer, call: ServiceCall<unknown>, ask: Ask): Failure | null {
    const grant = grantOf(call, ask)
    const failure = call.failureOf
      ? call.failureOf(answer, grant)
      : provider.failureOf(answer, grant)
    const isOdd = failure?.code === 'bad-answer' && failure.reason === undefined
    // The network answered in the place of the service, which has not heard of the request.
    if (isOdd && isPortal(answer, addressOf(call).url)) return { code: 'offline', reason: 'portal' }
    return failure
  }

  function withoutSecrets(failure: Failure): Failure {
    const { detail } = failure
    return detail === undefined ? failure : { ...failure, detail: options.clean(detail) }
  }

  /** What tells a missing scope from a User-Agent that is not liked: both are a 403. */
  function grantOf({ scope }: ServiceCall<unknown>, { account }: Ask): Grant | undefined {
    const granted = account === null ? [] : bearer.granted(account)
    return scope === undefined || granted.length === 0 ? undefined : { needed: scope, granted }
  }

  function addressOf({ path }: ServiceCall<unknown>) {
    const base = new URL(baseUrl())
    return { base, url: new URL(path, base) }
  }

  async function exchange(
    call: ServiceCall<unknown>,
    token: string | null,
    ask: Ask,
    used: Attempt,
  ): Promise<HttpAnswer> {
    try {
      const { base, url } = addressOf(call)
      const withToken = token !== null && url.origin === base.origin
      const request = {
        method: call.method,
        url: url.href,
        headers: {
          accept: 'application/json',
          ...headers(),
          ...call.headers,
          ...(withToken ? { authorization: `Bearer ${token}` } : {}),
        },
        ...(call.body === undefined ? {} : { body: call.body }),
        timeoutMs: 30_000,
        signal: ask.signal ? AbortSignal.any([ask.signal, options.ending]) : options.ending,
      }
      used.hasLeft = true
      return await transport(request)
    } catch (error) {
      if (error instanceof TransportError && error.kind === 'not-sent') used.hasLeft = false
      throw new AppError(lostFailure(error, call), { cause: error })
    }
  }

  /** A service that does not work may say until when, as a limit does (docs/services.md, "Limits"). */
  function heed(
    failure: Failure | null,
    { status, headers: told }: HttpAnswer,
    { bucket }: ServiceCall<unknown>,
  ) {
    const isDown = failure?.code === 'bad-answer' || failure?.code === 'outage'
    if (!isDown || status < 500 || told['retry-after'] === undefined) return
    const ms = retryAfterMs(told, options.clock.wall())
    if (ms !== undefined && ms > 0) gate.pause(bucket, ms + roundingMs)
  }

  function note(failure: Failure, call: ServiceCall<unknown>, ask: Ask) {
    if (failure.code === 'rate-limited') {
      const ms = failure.retryAfterMs ?? Math.min(defaultPauseMs * 2 ** limitedInARow, 3_600_000)
      limitedInARow += 1
      gate.pause(call.bucket, ms + roundingMs)
      return
    }
    circuit.failed(failure, call.effect === 'read' ? null : subjectOf(ask, call))
  }

  async function sendOne<T>(
    call: ServiceCall<T>,
    ask: Ask,
    leaves?: (at: number) => void,
  ): Promise<T> {
    const choose = (at: number) => {
      leaves?.(at)
      return call
    }
    const isNobody = ask.account === null && !call.anonymous
    if (isNobody && call.needsUser) {
      throw new AppError({ code: 'signed-out', reason: 'needs-sign-in' })
    }
    const attempt = (used: Attempt) => atTurn(call.bucket, choose, ask, used)
    const answer = isNobody ? await asNobody(attempt) : await renewing(ask.account, attempt)
    // `choose` always gave a call, so there is an answer.
    return answer as T
  }

  /** Reads, sharing the request with whoever else waits for the same. Renews a dead token once. */
  async function read<T>(call: ServiceCall<T>, ask: Ask): Promise<Asked<T>> {
    refuseTheImpatient(ask)
    const { account } = ask
    return joined.read(nameOf(call, ask), call, ask, (shared, rider, leaves) =>
      sendOne(shared, Object.assign(rider, { account }), leaves),
    )
  }

  return {
    /** Sends a call that is known now; equal reads share a request. Renews a dead token once. */
    run: async <T>(call: ServiceCall<T>, ask: Ask): Promise<T> =>
      call.effect === 'read' ? (await read(call, ask)).value : sendOne(call, ask),
    read,
    /** The same for a call that is made when its turn has come; it is shared with nobody. */
    atTurn<T>(bucket: string, choose: Choose<T>, ask: Ask) {
      const attempt = (used: Attempt) => atTurn(bucket, choose, ask, used)
      return ask.account === null ? asNobody(attempt) : renewing(ask.account, attempt)
    },
  }
}

/** Makes the call when its turn has come, at so many monotonic ms; `undefined` sends none. */
type Choose<T> = (at: number) => ServiceCall<T> | undefined

function lostFailure(error: unknown, call: ServiceCall<unknown>): Failure {
  if (!(error instanceof TransportError)) return toFailure(error)
  if (error.kind === 'cancelled') return { code: 'cancelled' }
  if (error.kind === 'lost' && call.effect === 'write') {
    return { code: 'outcome-unknown', detail: error.message }
  }
  return { code: 'offline', detail: error.message }
}
