import { AppError } from './failure'

/** The ways in which a user may see a score. Inside, a score is always raw 0–100, `null` for none. */
export const scoreFormats = [
  'point-100',
  'point-10-decimal',
  'point-10',
  'point-5',
  'point-3',
] as const
export type ScoreFormat = (typeof scoreFormats)[number]

/**
 * Whose break points turn a raw score into stars and faces: AniList v1 printed its own
 * (docs/services.md, "Scores"), the site of today uses others.
 */
export const scoreTables = ['anilist-v1', 'anilist'] as const
export type ScoreTable = (typeof scoreTables)[number]

/** Highest value and smallest step of a format, as the user sees them. */
export const scoreScales: Readonly<Record<ScoreFormat, { max: number; step: number }>> = {
  'point-100': { max: 100, step: 1 },
  'point-10-decimal': { max: 10, step: 0.1 },
  'point-10': { max: 10, step: 1 },
  'point-5': { max: 5, step: 1 },
  'point-3': { max: 3, step: 1 },
}

/** The raw scores at which stars and faces begin, and the raw score that each is written as. */
const levels = {
  'point-5': {
    'anilist-v1': { from: [1, 30, 50, 70, 90], written: [10, 30, 50, 70, 90] },
    anilist: { from: [1, 30, 50, 70, 90], written: [10, 30, 50, 70, 90] },
  },
  'point-3': {
    'anilist-v1': { from: [1, 31, 61], written: [30, 60, 85] },
    anilist: { from: [1, 36, 61], written: [35, 60, 85] },
  },
} as const

/**
 * A raw score as its owner sees it: 1–3 for faces, 1–5 for stars, one decimal for 'point-10-decimal'.
 * Rounds down, never up, so that raw 1–9 shows as 0 of 10. Both `null` and raw 0 give `null`.
 */
export function toShown(raw: number | null, format: ScoreFormat, table: ScoreTable): number | null {
  if (raw === null || raw <= 0) return null
  if (format === 'point-100') return raw
  if (format === 'point-10-decimal') return raw / 10
  if (format === 'point-10') return Math.floor(raw / 10)
  return levels[format][table].from.filter((start) => start <= raw).length
}

/**
 * The raw score that a shown one is written as; 0 and `null` give `null`. A value that the format
 * does not have leaves as `invalid-input`.
 */
export function toRaw(shown: number | null, format: ScoreFormat, table: ScoreTable): number | null {
  if (shown === null || shown === 0) return null
  if (!hasValue(format, shown)) {
    throw new AppError({ code: 'invalid-input', reason: 'score-range', detail: `${shown}` })
  }
  if (format === 'point-100') return shown
  if (format === 'point-10-decimal' || format === 'point-10') return Math.round(shown * 10)
  return levels[format][table].written[shown - 1] ?? null
}

/** True when a format has this value; 0 stands for "no score" and is always one. */
export function hasValue(format: ScoreFormat, shown: number): boolean {
  const { max, step } = scoreScales[format]
  const steps = shown / step
  return shown >= 0 && shown <= max && Math.abs(steps - Math.round(steps)) < 1e-6
}

/**
 * The raw score after the user chose `shown`. What looks the same already stays as it is, so that
 * an 87 survives in an account that shows 8 of 10.
 */
export function chooseScore(
  raw: number | null,
  shown: number | null,
  format: ScoreFormat,
  table: ScoreTable,
): number | null {
  const wanted = shown === 0 ? null : shown
  return toShown(raw, format, table) === wanted ? raw : toRaw(wanted, format, table)
}

/**
 * One step up or down as a key press makes it. Up from no score is the lowest step, down from the
 * lowest is no score, and at the top the raw score stays untouched.
 */
export function stepScore(
  raw: number | null,
  by: 1 | -1,
  format: ScoreFormat,
  table: ScoreTable,
): number | null {
  const { max, step } = scoreScales[format]
  const steps = Math.round((toShown(raw, format, table) ?? 0) / step) + by
  const wanted = Math.min(Math.max(Math.round(steps * step * 10) / 10, 0), max)
  return chooseScore(raw, wanted, format, table)
}
