import type { Activity, ActivityReply } from '../../../../shared/community/activity'
import type { Gathering } from '../../found'
import { textOrNull, totalOrNull } from '../../lenient'
import { countIn, countOrNull, flagOrNull, idIn, type Parts, someList, textIn } from '../../reading'
import { namedTitle } from './titles'
import { smallUser } from './users'

/** An activity; `null` for what has no id. Kinds that nobody knows yet are `unknown`. */
export function toActivity(raw: Parts, into: Gathering): Activity | null {
  const id = idIn(raw)
  if (id === null) return null
  const common = {
    id,
    createdAt: totalOrNull(raw['createdAt']),
    replyCount: countIn(raw, 'replyCount'),
    ...likesOf(raw),
    locked: raw['isLocked'] === true,
    replies: Array.isArray(raw['replies'])
      ? someList(raw['replies'], (reply) => toReply(reply, into))
      : null,
  }
  const user = smallUser(raw['user'], into)
  switch (raw['type']) {
    case 'TEXT':
      return { ...common, type: 'status', user, text: textIn(raw, 'text') }
    case 'MESSAGE':
      return {
        ...common,
        type: 'message',
        user: smallUser(raw['messenger'], into),
        recipient: smallUser(raw['recipient'], into),
        text: textIn(raw, 'message'),
        private: raw['isPrivate'] === true,
      }
    case 'ANIME_LIST':
    case 'MANGA_LIST':
      return {
        ...common,
        type: 'list',
        user,
        did: textIn(raw, 'status'),
        progress: textOrNull(raw['progress']),
        media: namedTitle(raw['media'], into),
      }
    default:
      return { ...common, type: 'unknown', user }
  }
}

/** A reply; `null` for what has no id. */
export function toReply(raw: Parts, into: Gathering): ActivityReply | null {
  const id = idIn(raw)
  if (id === null) return null
  return {
    id,
    activityId: idIn(raw, 'activityId'),
    user: smallUser(raw['user'], into),
    text: textIn(raw, 'text'),
    ...likesOf(raw),
    createdAt: totalOrNull(raw['createdAt']),
  }
}

/** How many like it, and whether the signed-in user does. */
export function likesOf(raw: Parts) {
  return { likeCount: countOrNull(raw['likeCount']), liked: flagOrNull(raw['isLiked']) }
}
