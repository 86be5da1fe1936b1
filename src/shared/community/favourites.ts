import type { Media } from '../media'
import type { Page } from './paging'
import type { SmallCharacter, SmallStaff, SmallStudio } from './people'

/** What somebody holds dear. */
export interface Favourites {
  readonly anime: Page<Media>
  readonly manga: Page<Media>
  readonly characters: Page<SmallCharacter>
  readonly staff: Page<SmallStaff>
  readonly studios: Page<SmallStudio>
}

/** `actor` is `staff` under its other address (AniList v1). */
export const favouriteTypes = ['anime', 'manga', 'character', 'staff', 'actor', 'studio'] as const
export type FavouriteType = (typeof favouriteTypes)[number]

export type Likeable = 'activity' | 'reply' | 'thread' | 'comment'

/**
 * What is on or off at the service for the signed-in user. Most can only be turned around, so that
 * their state is read first and a lost request is never simply sent again.
 */
export type ToggleTarget =
  | { readonly type: 'favourite'; readonly of: FavouriteType; readonly id: number }
  | { readonly type: 'follow'; readonly id: number }
  | { readonly type: 'subscription'; readonly id: number }
  | { readonly type: 'like'; readonly of: Likeable; readonly id: number }
