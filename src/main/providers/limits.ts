import type { HttpAnswer } from '../http/transport'
import type { BucketLimits, LimitNews } from './provider'

const minuteMs = 60_000

/** AniList, both versions: 30 a minute, and a burst limit of unknown size (docs/services.md, "Limits"). */
export const anilistLimits: BucketLimits = {
  windows: [{ max: 30, ms: minuteMs }],
  spacingMs: 700,
  inFlight: 2,
}

/** Where tokens are exchanged. No limit is documented; signing in needs few requests. */
export const oauthLimits: BucketLimits = {
  windows: [{ max: 10, ms: minuteMs }],
  spacingMs: 0,
  inFlight: 1,
}

/** The limit that is in force, as AniList's headers tell it. */
export function limitNewsOf(answer: HttpAnswer): LimitNews | null {
  const limit = headerNumber(answer, 'x-ratelimit-limit')
  if (limit === null || limit === 0) return null
  return { limit, remaining: headerNumber(answer, 'x-ratelimit-remaining') }
}

function headerNumber(answer: HttpAnswer, name: string): number | null {
  const text = answer.headers[name]?.trim() ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}
