import type { TitleLanguage } from '../account'
import type { MediaFormat, MediaKind } from '../media'
import type { ScoreFormat } from '../score'
import type { Status } from '../status'
import type { SortKey } from '../library-view'
import type { ForeignText } from './foreign-text'

/** Somebody, as they are named beside what they wrote. The picture is `user-<id>`. */
export interface SmallUser {
  readonly id: number
  readonly name: string
  readonly hasPicture: boolean
}

/** Somebody's own page. */
export interface User extends SmallUser {
  readonly hasBanner: boolean
  readonly about: ForeignText | null
  /** We follow them; `null` where nobody told. */
  readonly following: boolean | null
  readonly followsMe: boolean | null
  /** How they sort their lists, to begin with. */
  readonly listSort: SortKey | null
  readonly scoreFormat: ScoreFormat | null
  readonly titleLanguage: TitleLanguage | null
  /** Lets adult titles be shown. */
  readonly adult: boolean | null
  readonly minutesWatched: number | null
  readonly chaptersRead: number | null
  /** `null` where the service gives no figures. */
  readonly statistics: Readonly<Record<MediaKind, UserStatistics>> | null
  /** News that wait for them; of the signed-in user only. */
  readonly unread: number | null
  /** Unix s. */
  readonly createdAt: number | null
}

export interface UserStatistics {
  readonly count: number
  /** Raw 0–100. */
  readonly meanScore: number
  readonly standardDeviation: number
  readonly minutesWatched: number
  readonly episodesWatched: number
  readonly chaptersRead: number
  readonly volumesRead: number
  readonly formats: readonly Share<MediaFormat>[]
  readonly statuses: readonly Share<Status>[]
  /** By raw score. */
  readonly scores: readonly Share<number>[]
  readonly releaseYears: readonly Share<number>[]
  readonly genres: readonly Share<string>[]
}

/** How much of a list falls to one of its kinds. */
export interface Share<T> {
  readonly of: T
  readonly count: number
  /** Raw 0–100. */
  readonly meanScore: number
  readonly minutesWatched: number
  readonly chaptersRead: number
}
