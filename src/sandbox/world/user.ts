import type { SeriesType } from './series'

export type ScoreFormat = 'POINT_100' | 'POINT_10_DECIMAL' | 'POINT_10' | 'POINT_5' | 'POINT_3'

export interface SandboxUser {
  id: number
  name: string
  about: string
  titleLanguage: string
  adult: boolean
  scoreFormat: ScoreFormat
  rowOrder: string
  /** Names by slot; an empty one is a slot not in use. AniList v2 sees only the used ones. */
  customLists: Readonly<Record<SeriesType, readonly string[]>>
  advancedScoring: readonly string[]
  advancedScoringEnabled: boolean
  splitCompleted: Readonly<Record<SeriesType, boolean>>
  /** Settings that are kept and given back but mean nothing here. */
  settings: Readonly<Record<string, unknown>>
  unread: number
  /** Unix s. */
  createdAt: number
  updatedAt: number
}

/** The custom lists in use, in their order. */
export function customListsOf(user: SandboxUser, type: SeriesType): string[] {
  return user.customLists[type].filter((name) => name !== '')
}
