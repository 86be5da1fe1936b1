import type { Notification } from '../../social/notifications'
import type { Field, Resolvers } from '../context'

const user: Field = ({ userId }: Notification, _args: unknown, { world }) =>
  world.users.get(userId ?? 0) ?? null
const activity: Field = ({ activityId }: Notification, _args: unknown, { social }) =>
  social().activities.table.get(activityId ?? 0) ?? null
const message: Field = ({ activityId }: Notification, _args: unknown, { social }) => {
  const found = social().activities.table.get(activityId ?? 0)
  return found?.graphType === 'MessageActivity' ? found : null
}
const thread: Field = ({ threadId }: Notification, _args: unknown, { social }) =>
  social().forum.threads.get(threadId ?? 0) ?? null
const comment: Field = ({ commentId }: Notification, _args: unknown, { social }) =>
  social().forum.comments.get(commentId ?? 0) ?? null
const media: Field = ({ mediaId }: Notification, _args: unknown, { world }) =>
  world.series(mediaId ?? 0) ?? null

const activityParts = { user, activity }
const commentParts = { user, thread, comment }

/** What each kind of notification points at. */
export const notificationFields: Resolvers = {
  AiringNotification: {
    animeId: ({ mediaId }: Notification) => mediaId,
    contexts: () => ['Episode ', ' of ', ' aired.'],
    media,
  },
  FollowingNotification: { user },
  ActivityMessageNotification: { user, message },
  ActivityMentionNotification: activityParts,
  ActivityReplyNotification: activityParts,
  ActivityReplySubscribedNotification: activityParts,
  ActivityLikeNotification: activityParts,
  ActivityReplyLikeNotification: activityParts,
  ThreadCommentMentionNotification: commentParts,
  ThreadCommentReplyNotification: commentParts,
  ThreadCommentSubscribedNotification: commentParts,
  ThreadCommentLikeNotification: commentParts,
  ThreadLikeNotification: commentParts,
  RelatedMediaAdditionNotification: { media },
  MediaDataChangeNotification: { media },
  MediaMergeNotification: { media, deletedMediaTitles: ({ titles }: Notification) => titles ?? [] },
  MediaDeletionNotification: {
    deletedMediaTitle: ({ titles }: Notification) => titles?.[0] ?? null,
  },
}
