/**
 * The score that AniList makes of advanced scores: the mean of those that are rated, in raw 0–100,
 * with a half rounded up (9, 9, 9 and 8 of 10 make 8.8). Zeros do not count; none rated is `null`.
 */
export function meanOfAdvanced(scores: Readonly<Record<string, number>>): number | null {
  const rated = Object.values(scores).filter((score) => score > 0)
  if (rated.length === 0) return null
  return Math.round(rated.reduce((sum, score) => sum + score, 0) / rated.length)
}
