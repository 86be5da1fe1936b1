import type { Comment, Thread } from '../../../../shared/community/forum'
import type { Gathering } from '../../found'
import { totalOrNull } from '../../lenient'
import { readTree } from '../../comment-tree'
import { countIn, flagOrNull, idIn, type Parts, someList, textIn } from '../../reading'
import { likesOf } from './activities'
import { namedTitle } from './titles'
import { smallUser } from './users'

/** A thread; `null` for what has no id. */
export function toThread(raw: Parts, into: Gathering): Thread | null {
  const id = idIn(raw)
  if (id === null) return null
  return {
    id,
    title: textIn(raw, 'title'),
    sticky: raw['isSticky'] === true,
    locked: raw['isLocked'] === true,
    tags: someList(raw['categories'], (tag) => {
      const number = idIn(tag)
      return number === null ? null : { id: number, name: textIn(tag, 'name') }
    }),
    media: someList(raw['mediaCategories'], (media) => namedTitle(media, into)),
    user: smallUser(raw['user'], into),
    lastUser: smallUser(raw['replyUser'], into),
    replyCount: countIn(raw, 'replyCount'),
    viewCount: countIn(raw, 'viewCount'),
    ...likesOf(raw),
    subscribed: flagOrNull(raw['isSubscribed']),
    repliedAt: totalOrNull(raw['repliedAt']),
    createdAt: totalOrNull(raw['createdAt']),
  }
}

/** Comments at the root, each followed by what answers it. */
export function toComments(roots: unknown, into: Gathering): readonly Comment[] {
  return readTree(roots, 'childComments', (raw, place) => toComment(raw, place, into))
}

/** One comment; `null` for what has no id. */
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
    ...likesOf(raw),
    createdAt: totalOrNull(raw['createdAt']),
    updatedAt: totalOrNull(raw['updatedAt']),
  }
}
