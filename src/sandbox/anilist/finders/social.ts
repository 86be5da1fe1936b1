import type { Finder } from './finder'
import { findNotifications } from './notifications'
import { findCharacters, findStaff, findStudios } from './people'
import { findRecommendations, findReviews } from './reviews'
import {
  findActivities,
  findComments,
  findFollowers,
  findFollowing,
  findLikes,
  findReplies,
  findThreads,
} from './words'

/** Lists of people, words and reviews that a page can hold. */
export const socialFinders: Readonly<Record<string, Finder>> = {
  characters: findCharacters,
  staff: findStaff,
  studios: findStudios,
  reviews: findReviews,
  recommendations: findRecommendations,
  activities: findActivities,
  activityReplies: findReplies,
  threads: findThreads,
  threadComments: findComments,
  likes: findLikes,
  followers: findFollowers,
  following: findFollowing,
  notifications: findNotifications,
}
