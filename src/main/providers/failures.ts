import type { Failure, FailureCode } from '../../shared/failure'
import { boundedWait, retryAfterMs } from '../http/retry-after'
import type { HttpAnswer } from '../http/transport'

/** How long to wait after a 429 that does not say; AniList's own time-out is a minute. */
const defaultPauseMs = 60_000

/** What the services say about an error, cut to a length that fits on a screen. */
export function words(text: string | null | undefined): string | undefined {
  const line = text?.replaceAll(/\s+/g, ' ').trim()
  if (!line) return undefined
  return line.length > 500 ? `${line.slice(0, 499)}…` : line
}

/** A failure with only those members that say something. */
export function failure(
  code: FailureCode,
  detail?: string | null,
  more: { reason?: string | undefined; retryAfterMs?: number | undefined } = {},
): Failure {
  const text = words(detail)
  return {
    code,
    ...(text === undefined ? {} : { detail: text }),
    ...(more.reason === undefined ? {} : { reason: more.reason }),
    ...(more.retryAfterMs === undefined ? {} : { retryAfterMs: more.retryAfterMs }),
  }
}

/** Too many requests: how long to wait is read from the headers, else from `fallbackMs`. */
export function rateLimited(
  answer: HttpAnswer,
  nowWallMs: number,
  detail: string | null,
  fallbackMs = defaultPauseMs,
): Failure {
  const pauseMs = retryAfterMs(answer.headers, nowWallMs) ?? boundedWait(fallbackMs)
  return failure('rate-limited', detail, { retryAfterMs: pauseMs })
}

/**
 * What a status means where a service has no rule of its own (docs/services.md, "Failures").
 * `isData` is false when the body is a web page: then a 404 tells about a proxy, not a title.
 */
export function codeOfStatus(status: number, isData: boolean): FailureCode | null {
  if (status >= 200 && status < 300) return null
  if (status === 401) return 'signed-out'
  if (status === 403 || status === 423) return 'blocked'
  if (status === 429) return 'rate-limited'
  if (status < 400 || status >= 500 || status === 408 || !isData) return 'bad-answer'
  return status === 404 || status === 410 ? 'gone' : 'refused'
}
