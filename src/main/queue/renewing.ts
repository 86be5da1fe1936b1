import { AppError, toFailure, type Failure } from '../../shared/failure'

/** Tokens as this layer needs them. */
export interface Bearer {
  /** `null` when the account is signed out. */
  current(account: number): string | null
  /** The scopes that the token has; empty where nobody told. */
  granted(account: number): readonly string[]
  /** Makes a new token, once for all who ask at the same time; false when there is no way. */
  refresh(account: number, used: string): Promise<boolean>
  /** The service does not take the token any more. */
  lost(account: number, failure: Failure): void
}

/** What became of one try, at a call that gives a `T`. */
export interface Attempt<T = unknown> {
  /** The token that a failed request carried, so that a newer one is not thrown away. */
  token: string | null
  /** The service may have heard of it. */
  hasLeft: boolean
  /** The token was made because the last one was refused. */
  readonly isRenewed: boolean
  /** What is sent for nobody. */
  readonly nobody: string | null
  /** Reads a refusal that may concern the call alone, where no newer token can tell. */
  asClosed?: () => T
}

type Send<T> = (attempt: Attempt<T>) => Promise<T>
type Nobody = (dead: string | null) => Promise<string | null>

/** Sends once more, with another token, what the service refused for its token. */
export function createRenewing(bearer: Bearer, nobody?: Nobody) {
  /** Failures: those of `send`, and those of a refresh. */
  async function renewing<T>(account: number | null, send: Send<T>): Promise<T> {
    const attempt: Attempt<T> = attemptWith(null)
    try {
      return await send(attempt)
    } catch (error) {
      const failure = toFailure(error)
      if (failure.code !== 'signed-out' || account === null || attempt.token === null) throw error
      if (await bearer.refresh(account, attempt.token).catch(asUnsent)) {
        return await send({ ...attempt, isRenewed: true })
      }
      // The token may be alive: whether it is shows in the next call that is open to every grant.
      if (attempt.asClosed) return attempt.asClosed()
      bearer.lost(account, failure)
      throw error
    }
  }

  /** Sends what nobody asks who is signed in: with a token of nobody where the service gives one. */
  async function asNobody<T>(send: Send<T>): Promise<T> {
    const tokenAfter = async (dead: string | null) => (await nobody?.(dead).catch(asUnsent)) ?? null
    const first = await tokenAfter(null)
    try {
      return await send(attemptWith(first))
    } catch (error) {
      if (toFailure(error).code !== 'signed-out' || first === null) throw error
      return send(attemptWith(await tokenAfter(first)))
    }
  }

  return { renewing, asNobody }
}

function attemptWith(nobody: string | null): Attempt<never> {
  return { token: null, hasLeft: false, isRenewed: false, nobody }
}

/** What became of a new token may be unknown; what it was wanted for has not happened. */
function asUnsent(error: unknown): never {
  const failure = toFailure(error)
  if (failure.code !== 'outcome-unknown') throw error
  throw new AppError({ ...failure, code: 'offline' }, { cause: error })
}
