import type { Account } from '../../../shared/account'
import type { Clock } from '../../../shared/clock'
import { AppError, toFailure, type Failure } from '../../../shared/failure'
import type { ServiceId } from '../../../shared/service'
import type { SignInReason, SignInRequest, SignInState } from '../../../shared/sign-in'
import type { Desktop, Log, Tokens } from '../../environment'
import type { LoopbackRequest, OpenLoopback } from '../../http/loopback'
import { isAnswer, readAnswer, readPasted, type Given } from './answer'
import type { Attempt } from './attempt'
import { signInPath, type Clients } from './clients'
import type { Pages } from './pages'
import { challengeOf } from './pkce'
import { wrong } from './wrong'

/** How long a person may take over the service's page, in ms. */
export const patienceMs = 10 * 60_000

interface Options {
  prepare: (request: SignInRequest) => Attempt
  issue: (attempt: Attempt, given: Given) => Promise<Omit<Tokens, 'origin'>>
  clients: Pick<Clients, 'listensFor'>
  listen: OpenLoopback
  port: () => number
  pages: () => Pages
  desktop: Pick<Desktop, 'openExternal' | 'readClipboard' | 'clearClipboard'>
  log: Pick<Log, 'hide' | 'clean'>
  clock: Clock
  /** A text that nobody can guess, new each time. */
  secretText: () => string
  /** Asks the service whose tokens these are and keeps them. */
  keep: (
    service: ServiceId,
    tokens: Omit<Tokens, 'origin'>,
    signal: AbortSignal,
  ) => Promise<Account>
  onChange: (state: SignInState | null) => void
}

export type Flow = ReturnType<typeof createFlow>

/** Signing in through the browser: one at a time, from the click to the account. */
export function createFlow(options: Options) {
  const { prepare, issue, desktop, log, clock } = options
  let current: Attempt | null = null
  let shown: SignInState | null = null
  /** Two clicks take the clipboard once. */
  let pasting: Promise<SignInState> | null = null

  function tell(state: SignInState | null) {
    shown = state
    options.onChange(state)
  }

  function update(attempt: Attempt, change: Partial<SignInState>) {
    attempt.shown = { ...attempt.shown, ...change }
    if (current === attempt) tell(attempt.shown)
  }

  function end(attempt: Attempt, change: Partial<SignInState>) {
    release(attempt)
    update(attempt, change)
    if (current === attempt) current = null
  }

  function fail(attempt: Attempt, error: unknown) {
    end(attempt, { phase: 'failed', failure: told(error) })
  }

  /** A failure as the window may hear of it. */
  function told(error: unknown): Failure {
    const failure = toFailure(error)
    const { detail } = failure
    return detail === undefined ? failure : { ...failure, detail: log.clean(detail) }
  }

  function cancel() {
    const attempt = current
    current = null
    if (attempt) {
      release(attempt)
      attempt.ending.abort()
    }
    if (shown) tell(null)
  }

  async function start(request: SignInRequest): Promise<SignInState> {
    const attempt = prepare(request)
    cancel()
    current = attempt
    try {
      if (options.clients.listensFor(request.service, attempt.way)) await listen(attempt)
      await open(attempt)
    } catch (error) {
      if (current === attempt) cancel()
      else release(attempt)
      throw error
    }
    return attempt.shown
  }

  /** Before the browser opens, for it may be back at once. */
  async function listen(attempt: Attempt) {
    const answer = (request: LoopbackRequest) => cameBack(attempt, request)
    const listener = await options.listen({ port: options.port(), path: signInPath, answer })
    attempt.listener = listener
    if (current !== attempt) throw new AppError({ code: 'cancelled' })
  }

  async function open(attempt: Attempt) {
    const { oauth, at, way, client, redirectUri, state, verifier } = attempt
    attempt.cancelTimer = clock.after(patienceMs, () =>
      fail(attempt, new AppError({ code: 'cancelled', reason: 'sign-in-timeout' })),
    )
    tell(attempt.shown)
    const challenge = challengeOf(verifier)
    const asked = { way: way.way, clientId: client.id, redirectUri, state, challenge }
    const opened = await desktop
      .openExternal(oauth.authorizeUrl(at, asked))
      .catch((cause: unknown) => {
        throw new AppError({ code: 'invalid-input', reason: 'sign-in-no-browser' }, { cause })
      })
    if (!opened) throw new AppError({ code: 'cancelled' })
  }

  /**
   * A browser came to our address. What it brought decides what it is shown. Any page can send a
   * browser here: a token counts only in the form of our own page, which no other page can send, and
   * whatever does not bring our state ends nothing.
   */
  function cameBack(attempt: Attempt, { method, fields }: LoopbackRequest) {
    const pages = options.pages()
    const nonce = options.secretText()
    const byForm = attempt.way.gives === 'token'
    if (byForm && method === 'GET' && !fields.has('error')) return pages.forward(nonce)
    const isMeant = isAnswer(fields) && (byForm || method === 'GET')
    if (!isMeant || attempt.shown.phase !== 'waiting') return pages.nothing(nonce)
    try {
      void take(attempt, readAnswer(fields, attempt))
      return pages.done(nonce)
    } catch (error) {
      refuse(attempt, error, fields.get('state') === attempt.state)
      return pages.failed(nonce)
    }
  }

  /** Tells what was not taken. It ends the sign-in only where it is known to belong to it. */
  function refuse(attempt: Attempt, error: unknown, isOurs: boolean) {
    const failure = told(error)
    const wrongState = failure.reason === ('sign-in-wrong-state' satisfies SignInReason)
    if (isOurs && !wrongState && failure.code !== 'invalid-input') return fail(attempt, error)
    const { detail: _ofStrangers, ...ours } = failure
    update(attempt, { failure: isOurs ? failure : ours })
  }

  async function take(attempt: Attempt, given: Given): Promise<void> {
    const { ending, shown: asked } = attempt
    if (asked.phase !== 'waiting') return
    release(attempt)
    update(attempt, { phase: 'checking', failure: null })
    try {
      const tokens = await issue(attempt, given)
      if (ending.signal.aborted) throw new AppError({ code: 'cancelled' })
      const account = await options.keep(asked.service, tokens, ending.signal).catch(asRefused)
      end(attempt, { phase: 'done', signedInAs: account.id })
    } catch (error) {
      fail(attempt, error)
    }
  }

  async function pasteOnce(): Promise<SignInState> {
    const attempt = current
    // A click too many while the first one is being looked at.
    if (attempt?.shown.phase === 'checking') return attempt.shown
    if (attempt?.shown.phase !== 'waiting') throw wrong('sign-in-not-running')
    const text = await desktop.readClipboard()
    desktop.clearClipboard()
    log.hide(text.trim())
    if (current !== attempt) throw wrong('sign-in-not-running')
    if (attempt.shown.phase !== 'waiting') return attempt.shown
    try {
      void take(attempt, readPasted(text, attempt, attempt.oauth.mistaken))
    } catch (error) {
      refuse(attempt, error, true)
    }
    return attempt.shown
  }

  return {
    /** The sign-in under way or how the last one ended; `null` for neither. */
    state: () => shown,

    /**
     * Opens the service's page and waits for the answer; a sign-in that is under way ends. Failures:
     * `invalid-input` with a sign-in reason, `blocked` without a homepage, `cancelled`.
     */
    start,

    /**
     * Takes what the user copied out of the clipboard. What does not fit is told in the state, and
     * the sign-in goes on. Failure: `invalid-input` when none is under way.
     */
    paste(): Promise<SignInState> {
      pasting ??= pasteOnce().finally(() => (pasting = null))
      return pasting
    },

    /** Forgets the sign-in, also one that has ended. */
    cancel,
  }
}

/** A service that does not take a token just given says the same as of one that has ended. */
function asRefused(error: unknown): never {
  const failure = toFailure(error)
  if (failure.code !== 'signed-out') throw error
  const reason = 'sign-in-token-refused' satisfies SignInReason
  throw new AppError({ ...failure, code: 'refused', reason }, { cause: error })
}

/** Nothing listens and no time runs any more. */
function release(attempt: Attempt) {
  attempt.cancelTimer()
  attempt.listener?.close()
  attempt.listener = null
}
