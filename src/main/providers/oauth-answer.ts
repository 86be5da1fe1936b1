import { z } from 'zod'
import { AppError } from '../../shared/failure'
import type { HttpAnswer } from '../http/transport'
import { readAs, readJson } from './answers'
import type { IssuedTokens } from './oauth'
import { failureOfOAuth } from './oauth-failures'
import type { ServiceCall } from './provider'

/** Seconds as a number; v1's were also read as text (docs/services.md, "Signing in"). */
const seconds = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .nullish()
  .catch(null)

const answerSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish().catch(null),
  expires_in: seconds,
  expires: seconds,
  scope: z.string().nullish().catch(null),
})

/** When a token may be said to end, in Unix ms: between the first moment and the year 9999. */
const [earliestEnd, latestEnd] = [0, Date.UTC(9999, 11, 31)]

interface TokenRequest {
  readonly name: string
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
  readonly contentType: 'application/json' | 'application/x-www-form-urlencoded'
}

interface OAuthCalls {
  /** Asks for tokens. Failures: those of `failureOfOAuth`. */
  tokens(request: TokenRequest): ServiceCall<IssuedTokens>
  /** Asks for something whose answer does not matter. */
  done(request: TokenRequest): ServiceCall<void>
}

/** Makes calls of token endpoints: without a token of ours, in the bucket `oauth`. */
export function createOAuthCalls(wall: () => number): OAuthCalls {
  function call<T>(request: TokenRequest, read: (answer: HttpAnswer) => T): ServiceCall<T> {
    const { name, url, headers, body, contentType } = request
    return {
      name,
      bucket: 'oauth',
      effect: 'write',
      method: 'POST',
      path: url.href,
      headers: { accept: 'application/json', 'content-type': contentType, ...headers },
      body,
      anonymous: true,
      failureOf: (answer) => failureOfOAuth(answer, wall()),
      parse(answer) {
        const failed = failureOfOAuth(answer, wall())
        if (failed !== null) throw new AppError(failed)
        return read(answer)
      },
    }
  }

  return {
    tokens: (request) => call(request, (answer) => readTokens(answer, wall())),
    done: (request) => call(request, () => undefined),
  }
}

function readTokens(answer: HttpAnswer, nowMs: number): IssuedTokens {
  const told = readAs(answerSchema, readJson(answer), 'tokens')
  const { access_token: accessToken, refresh_token: refreshToken, expires, scope } = told
  // Counted from now: the clock of this machine may be wrong, and it is the one that is asked.
  const inSeconds = told.expires_in
  const endMs = inSeconds ? nowMs + inSeconds * 1000 : expires ? expires * 1000 : null
  return {
    accessToken,
    refreshToken: refreshToken ?? null,
    expiresAt: endMs === null ? null : Math.max(earliestEnd, Math.min(endMs, latestEnd)),
    scopes: scope?.split(/[\s,]+/).filter(Boolean) ?? null,
  }
}

/** `a=1&b=two+words`; what is null is left out. */
export function formOf(values: Readonly<Record<string, string | null>>): string {
  return new URLSearchParams(present(values)).toString()
}

/** An address with more in its query; what is null is left out. */
export function addressWith(url: URL, values: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(present(values)).toString()
  // Spaces as %20: some servers read a query by the book, in which a plus is a plus.
  return `${url.href}?${query.replaceAll('+', '%20')}`
}

function present(values: Readonly<Record<string, string | null>>): [string, string][] {
  return Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
}
