import type { Activity, ActivityReply } from '../../../../shared/community/activity'
import type { Gathering } from '../../found'
import { textOrNull } from '../../lenient'
import { countIn, idIn, type Parts, textIn } from '../../reading'
import { unixSeconds } from '../times'
import { someRows } from './rows'
import { smallSeries } from './titles'
import { smallUser } from './users'

/**
 * An activity; `null` for what has no id. The document prints none: these are the keys that
 * clients of the time read (docs/services.md, "AniList v1: words of people").
 */
export function toActivity(raw: Parts, into: Gathering): Activity | null {
  const id = idIn(raw)
  if (id === null) return null
  const [user] = someRows(raw['users'], (row) => smallUser(row, into))
  const common = {
    id,
    createdAt: unixSeconds(textOrNull(raw['created_at'])),
    replyCount: countIn(raw, 'reply_count'),
    likeCount: Array.isArray(raw['likes']) ? raw['likes'].length : null,
    liked: null,
    locked: false,
    replies: Array.isArray(raw['replies'])
      ? someRows(raw['replies'], (row) => toReply(row, into))
      : null,
  }
  switch (raw['activity_type']) {
    case 'text':
      return { ...common, type: 'status', user: user ?? null, text: textIn(raw, 'value') }
    case 'message':
      return {
        ...common,
        type: 'message',
        user: smallUser(raw['messenger'], into),
        recipient: user ?? null,
        text: textIn(raw, 'value'),
        private: false,
      }
    case 'list':
    case 'anime_list':
    case 'manga_list':
      return {
        ...common,
        type: 'list',
        user: user ?? null,
        did: textIn(raw, 'status'),
        progress: textOrNull(raw['value']),
        media: smallSeries(raw['series'], into, 'anime'),
      }
    default:
      return { ...common, type: 'unknown', user: user ?? null }
  }
}

/** A reply; `null` for what has no id. */
export function toReply(raw: Parts, into: Gathering): ActivityReply | null {
  const id = idIn(raw)
  if (id === null) return null
  return {
    id,
    activityId: idIn(raw, 'activity_id'),
    user: smallUser(raw['user'], into),
    text: textIn(raw, 'reply_value'),
    likeCount: null,
    liked: null,
    createdAt: unixSeconds(textOrNull(raw['created_at'])),
  }
}
