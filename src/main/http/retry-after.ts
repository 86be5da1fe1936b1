/** The longest that a timer can wait (24 days); a service that asks for more is asked again then. */
const longestWaitMs = 24 * 24 * 60 * 60 * 1000

/**
 * How long an answer asks to be left alone, in ms; `undefined` when it does not say. Reads
 * `Retry-After` (seconds, or an HTTP date), else `X-RateLimit-Reset` (Unix s). Dates are measured
 * against the service's own `Date` header where there is one, else against `nowWallMs`.
 */
export function retryAfterMs(
  headers: Readonly<Record<string, string>>,
  nowWallMs: number,
): number | undefined {
  const now = dateMs(headers['date']) ?? nowWallMs
  const retryAfter = headers['retry-after']?.trim()
  if (retryAfter !== undefined && retryAfter !== '') {
    const seconds = Number(retryAfter)
    if (Number.isFinite(seconds)) return boundedWait(seconds * 1000)
    const at = dateMs(retryAfter)
    if (at !== undefined) return boundedWait(at - now)
  }
  const reset = Number(headers['x-ratelimit-reset'] ?? '')
  return reset > 0 && Number.isFinite(reset) ? boundedWait(reset * 1000 - now) : undefined
}

/** A wait in whole ms that a timer can take. */
export function boundedWait(ms: number): number {
  return Math.min(Math.max(Math.ceil(ms), 0), longestWaitMs)
}

function dateMs(text: string | undefined): number | undefined {
  const ms = Date.parse(text ?? '')
  return Number.isNaN(ms) ? undefined : ms
}
