import { pick } from '../core/random'
import type { Notification } from './notifications'
import type { Seeding } from './seeding'

type Kind = Omit<Notification, 'id' | 'ownerId' | 'createdAt'>

/** One of each kind for the main user, so that none is forgotten. */
export function seedNotifications(seeding: Seeding): void {
  const { social, people, now } = seeding
  const [ownerId = 0] = people
  kindsOf(seeding).forEach((kind, at) => {
    const id = social.notifications.nextId()
    social.notifications.table.put({ id, ownerId, createdAt: now - at * 5400 - 60, ...kind })
  })
}

function kindsOf({ social, random, people, titles }: Seeding): Kind[] {
  const activityId = social.activities.table.rows()[0]?.id ?? 0
  const comment = social.forum.comments.rows()[0]
  const threadId = comment?.threadId ?? 0
  const commentId = comment?.id ?? 0
  const anime = titles.find((series) => series.type === 'anime')?.id ?? 0
  const mediaId = pick(random, titles).id
  const by = (graphType: string, type: string, context: string, parts: Partial<Kind>): Kind => ({
    graphType: `${graphType}Notification`,
    type,
    context,
    userId: people[1] ?? people[0] ?? 0,
    ...parts,
  })
  return [
    { ...by('Airing', 'AIRING', 'Episode | of | aired.', { mediaId: anime, episode: 4 }) },
    by('Following', 'FOLLOWING', ' started following you.', {}),
    by('ActivityMessage', 'ACTIVITY_MESSAGE', ' sent you a message.', { activityId }),
    by('ActivityReply', 'ACTIVITY_REPLY', ' replied to your activity.', { activityId }),
    by('ActivityMention', 'ACTIVITY_MENTION', ' mentioned you.', { activityId }),
    by('ActivityReplySubscribed', 'ACTIVITY_REPLY_SUBSCRIBED', ' replied.', { activityId }),
    by('ActivityLike', 'ACTIVITY_LIKE', ' liked your activity.', { activityId }),
    by('ActivityReplyLike', 'ACTIVITY_REPLY_LIKE', ' liked your reply.', { activityId }),
    by('ThreadCommentReply', 'THREAD_COMMENT_REPLY', ' replied to you in ', {
      threadId,
      commentId,
    }),
    by('ThreadCommentMention', 'THREAD_COMMENT_MENTION', ' mentioned you in ', {
      threadId,
      commentId,
    }),
    by('ThreadCommentSubscribed', 'THREAD_SUBSCRIBED', ' commented in ', { threadId, commentId }),
    by('ThreadCommentLike', 'THREAD_COMMENT_LIKE', ' liked your comment in ', {
      threadId,
      commentId,
    }),
    by('ThreadLike', 'THREAD_LIKE', ' liked your thread ', { threadId }),
    by('RelatedMediaAddition', 'RELATED_MEDIA_ADDITION', ' was recently added.', { mediaId }),
    by('MediaDataChange', 'MEDIA_DATA_CHANGE', ' was changed.', { mediaId, reason: 'Data fixed.' }),
    by('MediaMerge', 'MEDIA_MERGE', ' was merged.', {
      mediaId,
      titles: ['An older entry of the same title'],
      reason: 'Duplicate.',
    }),
    by('MediaDeletion', 'MEDIA_DELETION', ' was deleted.', {
      titles: ['A title that never was'],
      reason: 'Not eligible.',
    }),
  ]
}
