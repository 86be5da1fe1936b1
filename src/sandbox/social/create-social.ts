import type { World } from '../world/world'
import { createActivities } from './activities'
import { createForum } from './forum'
import { createNotifications } from './notifications'
import { createRecommendations } from './recommendations'
import { createReviews } from './reviews'
import { seedSocial } from './seed-social'
import type { Social } from './social'
import { createToggles } from './toggles'

/** The social side of a service: as it was left, or made up. */
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
