import type { World } from '../world/world'
import { createActivities, type Activities } from './activities'
import { createForum, type Forum } from './forum'
import { createNotifications, type Notifications } from './notifications'
import { createRecommendations, type Recommendations } from './recommendations'
import { createReviews, type Reviews } from './reviews'
import { seedSocial } from './seed-social'
import { createToggles, type Toggles } from './toggles'

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

export function createSocial(world: World): Social {
  const { changes } = world
  const social: Social = {
    favourites: createToggles('favourites', changes),
    follows: createToggles('follows', changes),
    likes: createToggles('likes', changes),
    subscriptions: createToggles('subscriptions', changes),
    reviews: createReviews(changes),
    recommendations: createRecommendations(changes),
    activities: createActivities(changes),
    forum: createForum(changes),
    notifications: createNotifications(changes),
  }
  if (!social.activities.table.wasKept) seedSocial(social, world)
  return social
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
