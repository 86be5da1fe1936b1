import { scoreFormats, type ScoreFormat, type ScoreTable, scoreTables, toShown } from './score'

/** aniSearch's public score: tens and ones of the raw score (docs/services.md, "Scores"). */
export interface PublicRating {
  /** 0–10 */
  readonly rating: number
  /** 0–9 */
  readonly fraction: number
}

/** Raw 0–100 from aniSearch's two numbers; 0 and 0 is no score, and nothing goes above 100. */
export function fromPublicRating({ rating, fraction }: PublicRating): number | null {
  return withoutZero(Math.min(rating * 10 + fraction, 100))
}

/** Both numbers, always: aniSearch may reset one that is left out. 100 is 10 with fraction 0. */
export function toPublicRating(raw: number | null): PublicRating {
  const score = raw ?? 0
  return { rating: Math.floor(score / 10), fraction: score % 10 }
}

/** aniSearch's personal score is raw already; 0 is none. */
export function fromPersonalRating(rating: number): number | null {
  return withoutZero(Math.min(rating, 100))
}

/** 0 stands for none. */
export function toPersonalRating(raw: number | null): number {
  return raw ?? 0
}

/** Raw from MyAnimeList's 0–10. Kitsu writes halves into such files, so fractions count. */
export function fromMyAnimeList(score: number): number | null {
  return withoutZero(Math.min(Math.round(score * 10), 100))
}

/** MyAnimeList's whole 0–10, rounded down; what is rated at all is at least 1, as 0 means none there. */
export function toMyAnimeList(raw: number | null): number {
  return raw === null || raw <= 0 ? 0 : Math.max(Math.floor(raw / 10), 1)
}

/** One line of the converter: a score as one scale shows it. */
export interface ScaleScore {
  readonly scale: ScoreFormat | 'anisearch' | 'myanimelist'
  /** Set where the two tables differ. */
  readonly table: ScoreTable | null
  /** `null` is no score. */
  readonly shown: number | null
}

/** One raw score on every scale there is, for showing them side by side. */
export function allFormats(raw: number | null): readonly ScaleScore[] {
  const inAniList = scoreFormats.flatMap((scale): readonly ScaleScore[] => {
    const shown = scoreTables.map((table) => ({ scale, table, shown: toShown(raw, scale, table) }))
    return scale === 'point-3' ? shown : [{ scale, table: null, shown: shown[0]?.shown ?? null }]
  })
  return [
    ...inAniList,
    { scale: 'anisearch', table: null, shown: raw === null || raw === 0 ? null : raw / 10 },
    { scale: 'myanimelist', table: null, shown: toMyAnimeList(raw) || null },
  ]
}

function withoutZero(raw: number): number | null {
  return raw > 0 ? raw : null
}
