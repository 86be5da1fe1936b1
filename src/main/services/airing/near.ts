const minuteMs = 60_000
/** It is asked at most this long before an episode, in ms. */
export const nearMs = 20 * minuteMs
/** An answer this young, in ms, is as good as a new one. */
export const freshMs = 30 * minuteMs

export interface Near {
  /** Unix ms, as all times here. */
  readonly now: number
  /** When the last answer came. */
  readonly askedAt: number
  /** How many questions may still be asked. */
  readonly left: number
  /** When episodes air. */
  readonly moments: readonly number[]
  /** When everything is asked anyway. */
  readonly dailyAt: number
}

/**
 * Whether it is time to ask once more, because an episode is at hand that may have been moved. As
 * long as there are questions for each of the coming ones, each gets its own; if they are too many,
 * the questions are spread over the day.
 */
export function isTimeToAsk({ now, askedAt, left, moments, dailyAt }: Near): boolean {
  if (left < 1 || now - askedAt < freshMs) return false
  const coming = moments.filter((at) => at > now && at <= dailyAt).toSorted((a, b) => a - b)
  const [first] = coming
  if (first === undefined || first > now + nearMs) return false
  if (questionsFor(coming) <= left) return true
  return now - askedAt >= (dailyAt - askedAt) / (left + 1)
}

/** How many questions it takes to ask shortly before each moment; `moments` ascend. */
function questionsFor(moments: readonly number[]): number {
  let count = 0
  let coveredUntil = -Infinity
  for (const at of moments) {
    if (at < coveredUntil) continue
    count += 1
    coveredUntil = at + freshMs
  }
  return count
}
