import type { MediaKind } from '../../../shared/media'
import type { ScoreFormat, ScoreTable } from '../../../shared/score'
import type { TitleChoice } from '../../../shared/title-choice'

/** How rows are to be drawn; the same object for all of them, renewed only when it changes. */
export interface ListLook {
  readonly accountId: number
  readonly kind: MediaKind
  readonly titles: TitleChoice
  readonly scoreFormat: ScoreFormat
  readonly scoreTable: ScoreTable
  /** The language of the window, for numbers. */
  readonly locale: string
  /** Unix s, moving on every minute. */
  readonly nowS: number
}

export const layouts = ['table', 'compact', 'grid'] as const
export type Layout = (typeof layouts)[number]

/** How big covers are drawn. */
export const coverSizes = ['small', 'medium', 'large'] as const
export type CoverGridSize = (typeof coverSizes)[number]
