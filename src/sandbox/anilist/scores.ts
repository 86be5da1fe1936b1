import type { ScoreFormat } from '../world/user'

/** A raw score (0–100) in a format, as AniList shows it. */
export function shownScore(raw: number, format: ScoreFormat): number {
  if (raw === 0) return 0
  switch (format) {
    case 'POINT_100':
      return raw
    case 'POINT_10_DECIMAL':
      return raw / 10
    case 'POINT_10':
      return Math.floor(raw / 10)
    case 'POINT_5':
      return raw < 30 ? 1 : raw < 50 ? 2 : raw < 70 ? 3 : raw < 90 ? 4 : 5
    case 'POINT_3':
      return raw <= 35 ? 1 : raw <= 60 ? 2 : 3
  }
}

/** What AniList stores (0–100) for a score given in a format. */
export function rawScore(shown: number, format: ScoreFormat): number {
  switch (format) {
    case 'POINT_100':
      return Math.round(shown)
    case 'POINT_10_DECIMAL':
    case 'POINT_10':
      return Math.round(shown * 10)
    case 'POINT_5':
      return [0, 10, 30, 50, 70, 90][Math.round(shown)] ?? 90
    case 'POINT_3':
      return [0, 35, 60, 85][Math.round(shown)] ?? 85
  }
}
