import { type Notification, notificationTypes } from '../../../../shared/community/notification'
import type { Gathering } from '../../found'
import { textOrNull, wordOr } from '../../lenient'
import { idIn, type Parts, textIn } from '../../reading'
import { unixSeconds } from '../times'
import { smallUser } from './users'

/** Words as today's AniList has them, in lower case; the document names none. */
const typeByWord: Readonly<Record<string, Notification['type']>> = {
  ...Object.fromEntries(notificationTypes.map((type) => [type.replaceAll('-', '_'), type])),
  activity_message: 'message',
  thread_comment_mention: 'comment-mention',
  thread_comment_reply: 'comment-reply',
  thread_subscribed: 'comment-subscribed',
  thread_comment_like: 'comment-like',
  related_media_addition: 'media-added',
  media_data_change: 'media-changed',
  media_merge: 'media-merged',
  media_deletion: 'media-deleted',
}

/** A notification; `null` for what has no id. The document shows none, so little can be told. */
export function toNotification(raw: Parts, into: Gathering): Notification | null {
  const id = idIn(raw)
  if (id === null) return null
  const type = wordOr(typeByWord, raw['object_type'], 'unknown')
  const object = idIn(raw, 'object_id')
  return {
    id,
    type,
    words: textIn(raw, 'value'),
    createdAt: unixSeconds(textOrNull(raw['created_at'])),
    user: smallUser(raw['user'], into),
    media: null,
    episode: null,
    activityId: type === 'message' || type.startsWith('activity') ? object : null,
    threadId: type === 'thread-like' ? object : null,
    threadTitle: null,
    commentId: type.startsWith('comment') ? object : null,
    reason: null,
    deletedTitles: [],
  }
}
