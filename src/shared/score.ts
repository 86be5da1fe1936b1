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
export type ScoreTable = 'anilist-v1' | 'anilist'
