import type { Media } from '../media'
import type { SmallUser } from './user'

export const notificationTypes = [
  'airing',
  'following',
  'message',
  'activity-mention',
  'activity-reply',
  'activity-reply-subscribed',
  'activity-like',
  'activity-reply-like',
  'comment-mention',
  'comment-reply',
  'comment-subscribed',
  'comment-like',
  'thread-like',
  'media-added',
  'media-changed',
  'media-merged',
  'media-deleted',
  'media-submission',
  'staff-submission',
  'character-submission',
  'unknown',
] as const
export type NotificationType = (typeof notificationTypes)[number]

/** Something that the signed-in user is told. Which of the parts it has depends on its type. */
export interface Notification {
  readonly id: number
  readonly type: NotificationType
  /** The service's own words, to stand behind a name: ` liked your activity.` */
  readonly words: string
  /** Unix s. */
  readonly createdAt: number | null
  readonly user: SmallUser | null
  readonly media: Media | null
  readonly episode: number | null
  readonly activityId: number | null
  readonly threadId: number | null
  readonly threadTitle: string | null
  readonly commentId: number | null
  readonly reason: string | null
  /** Names of titles that are no more: deleted, or merged into `media`. */
  readonly deletedTitles: readonly string[]
}
