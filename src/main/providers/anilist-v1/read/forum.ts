import type { Comment, Thread, ThreadPage } from '../../../../shared/community/forum'
import type { Media } from '../../../../shared/media'
import { readTree } from '../../comment-tree'
import type { Gathering } from '../../found'
import { partsOf, textOrNull } from '../../lenient'
import { countIn, flagOrNull, idIn, needed, type Parts, textIn } from '../../reading'
import { unixSeconds } from '../times'
import { numberedPage, someRows } from './rows'
import { smallSeries } from './titles'
import { smallUser } from './users'

/** A thread of a feed, or the head of one; `null` for what has no id. Flags come as 1, null or true. */
export function toThread(raw: Parts, into: Gathering): Thread | null {
  const id = idIn(raw)
  if (id === null) return null
  return {
    id,
    title: textIn(raw, 'title'),
    sticky: flagOrNull(raw['sticky']) ?? false,
    locked: flagOrNull(raw['locked']) ?? false,
    tags: someRows(raw['tags'], (tag) => {
      const number = idIn(tag)
      return number === null ? null : { id: number, name: textIn(tag, 'name') }
    }),
    media: [
      ...taggedSeries(raw['tags_anime'], 'anime', into),
      ...taggedSeries(raw['tags_manga'], 'manga', into),
    ],
    user: smallUser(raw['user'], into),
    lastUser: smallUser(raw['reply_user'], into),
    replyCount: countIn(raw, 'reply_count'),
    viewCount: countIn(raw, 'view_count'),
    likeCount: null,
    liked: null,
    subscribed: flagOrNull(raw['subscribed']),
    repliedAt: unixSeconds(textOrNull(raw['last_reply'])),
    createdAt: unixSeconds(textOrNull(raw['created_at'])),
  }
}

/** Each tag holds its title in an array of one (docs/services.md, "AniList v1: words of people"). */
function taggedSeries(value: unknown, kind: 'anime' | 'manga', into: Gathering): readonly Media[] {
  return someRows(value, (tag) => {
    const [media] = someRows([tag[kind]].flat(), (series) => smallSeries(series, into, kind))
    return media ?? null
  })
}

/** A thread with a page of its comments. Throws `bad-answer` when none is named. */
export function readThreadPage(value: unknown, into: Gathering): ThreadPage {
  const raw = partsOf(value)
  const comments = readTree(raw['comments'], 'children', (comment, place) =>
    toComment(comment, place, into),
  )
  return {
    thread: needed(toThread(raw, into), 'thread'),
    text: textIn(raw, 'body'),
    comments: numberedPage(comments, partsOf(raw['page_data'])),
  }
}

/** A comment; `null` for what has no id. */
export function toComment(
  raw: Parts,
  place: Pick<Comment, 'parentId' | 'depth'>,
  into: Gathering,
): Comment | null {
  const id = idIn(raw)
  if (id === null) return null
  return {
    id,
    ...place,
    user: smallUser(raw['user'], into),
    text: textIn(raw, 'comment'),
    likeCount: null,
    liked: null,
    createdAt: unixSeconds(textOrNull(raw['created_at'])),
    updatedAt: unixSeconds(textOrNull(raw['updated_at'])),
  }
}
