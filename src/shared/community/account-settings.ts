import type { TitleLanguage } from '../account'
import type { SortKey } from '../library-view'
import type { MediaKind } from '../media'
import type { ScoreFormat } from '../score'
import type { ForeignText } from './foreign-text'

/** Settings that the user keeps at the service; only those that are named are changed. */
export interface AccountSettingsPatch {
  readonly about?: ForeignText
  readonly titleLanguage?: TitleLanguage
  readonly adult?: boolean
  readonly airingNotifications?: boolean
  readonly scoreFormat?: ScoreFormat
  readonly listSort?: SortKey
  /** As the service writes it: `-05:30`. */
  readonly timezone?: string
  /** Minutes within which list activities become one; 0 is never. */
  readonly activityMergeMinutes?: number
  /** All names of custom lists, in their order. */
  readonly customLists?: Readonly<Partial<Record<MediaKind, readonly string[]>>>
  /** All names of advanced scores, in their order. */
  readonly advancedScores?: Readonly<Partial<Record<MediaKind, readonly string[]>>>
}
