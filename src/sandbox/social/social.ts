import type { Activities } from './activities'
import type { Forum } from './forum'
import type { Notifications } from './notifications'
import type { Recommendations } from './recommendations'
import type { Reviews } from './reviews'
import type { Toggles } from './toggles'

/** What the people of a service do besides keeping lists. */
export interface Social {
  /** Targets such as `anime 1` or `character 7`. */
  favourites: Toggles
  /** Targets are user numbers. */
  follows: Toggles
  /** Targets such as `ACTIVITY 501`. */
  likes: Toggles
  /** Targets such as `thread 61`. */
  subscriptions: Toggles
  reviews: Reviews
  recommendations: Recommendations
  activities: Activities
  forum: Forum
  notifications: Notifications
}

export const favouriteKinds = ['anime', 'manga', 'character', 'staff', 'studio'] as const
export type FavouriteKind = (typeof favouriteKinds)[number]

/** How a favourite is written down. */
export const favouriteTarget = (kind: FavouriteKind, id: number): string => `${kind} ${id}`

/** The numbers of somebody's favourites of a kind, in their order. */
export function favouritesOf(social: Social, userId: number, kind: FavouriteKind): number[] {
  return social.favourites
    .by(userId)
    .filter((target) => target.startsWith(`${kind} `))
    .map((target) => Number(target.split(' ')[1]))
}
