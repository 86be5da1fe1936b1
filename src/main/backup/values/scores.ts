import { hasValue, type ScoreFormat, toRaw } from '../../../shared/score'

/** Raw points that one step of a shown score stands for: how coarse a file's scores are. */
export const scoreSteps: Readonly<Record<ScoreFormat, number>> = {
  'point-100': 1,
  'point-10-decimal': 1,
  'point-10': 10,
  'point-5': 20,
  'point-3': 25,
}

/** Raw 0–100 of a score as AniList shows it (docs/services.md, "Scores"); `null` if it is none. */
export function rawScore(shown: number, format: ScoreFormat): number | null {
  return hasValue(format, shown) ? toRaw(shown, format, 'anilist') : null
}

/** Raw 0–100 of a score on a scale whose one point is worth `worth` raw points. */
export function scaledScore(shown: number, worth: number): number | null {
  const raw = Math.round(shown * worth)
  return raw >= 0 && raw <= 100 ? raw : null
}

const formatNames: Readonly<Record<ScoreFormat, string>> = {
  'point-100': 'POINT_100',
  'point-10-decimal': 'POINT_10_DECIMAL',
  'point-10': 'POINT_10',
  'point-5': 'POINT_5',
  'point-3': 'POINT_3',
}

/** AniList's own name of a format. */
export function anilistFormatName(format: ScoreFormat): string {
  return formatNames[format]
}

/** The other way round. */
export function anilistScoreFormat(name: unknown): ScoreFormat | null {
  const formats = Object.keys(formatNames) as ScoreFormat[]
  return formats.find((format) => formatNames[format] === name) ?? null
}
