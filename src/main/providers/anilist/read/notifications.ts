import type { Notification } from '../../../../shared/community/notification'
import type { Gathering } from '../../found'
import { partsOf, textOrNull, textsOf, totalOrNull, wordOr } from '../../lenient'
import { idIn, type Parts } from '../../reading'
import { notificationTypeOf } from '../community-words'
import { namedTitle } from './titles'
import { smallUser } from './users'

/** A notification; `null` for what has no id, as the answer gives for kinds that were not asked for. */
export function toNotification(raw: Parts, into: Gathering): Notification | null {
  const id = idIn(raw)
  if (id === null) return null
  const thread = partsOf(raw['thread'])
  const deleted = textOrNull(raw['deletedMediaTitle'])
  return {
    id,
    type: wordOr(notificationTypeOf, raw['type'], 'unknown'),
    words: textOrNull(raw['context']) ?? textsOf(raw['contexts']).join('…'),
    createdAt: totalOrNull(raw['createdAt']),
    user: smallUser(raw['user'], into),
    media: namedTitle(raw['media'], into),
    episode: totalOrNull(raw['episode']),
    activityId: idIn(raw, 'activityId'),
    threadId: idIn(thread) ?? idIn(raw, 'threadId'),
    threadTitle: textOrNull(thread['title']),
    commentId: idIn(raw, 'commentId'),
    reason: textOrNull(raw['reason']) ?? textOrNull(raw['notes']),
    deletedTitles: deleted === null ? textsOf(raw['deletedMediaTitles']) : [deleted],
  }
}
