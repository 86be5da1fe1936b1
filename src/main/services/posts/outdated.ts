import type { ToggleTarget } from '../../../shared/community/favourites'
import type { Post } from '../../../shared/community/post'

const activities = ['feed', 'activit'] as const
const reviews = ['review', 'series'] as const
const people = ['user', 'follow'] as const
const peoplePages = {
  character: ['character'],
  staff: ['staff', 'actor'],
  actor: ['staff', 'actor'],
  studio: ['studio'],
} as const

/** Begins of the names of kept answers that are not true any more once a post was taken. */
export function outdatedBy(post: Post): readonly string[] {
  switch (post.type) {
    case 'status':
    case 'message':
    case 'reply':
    case 'remove-activity':
    case 'remove-reply':
      return activities
    case 'review':
    case 'rate-review':
    case 'remove-review':
      return reviews
    case 'thread':
    case 'remove-thread':
    case 'comment':
    case 'remove-comment':
      return ['thread']
    case 'toggle':
      return outdatedByToggle(post.target)
  }
}

function outdatedByToggle(target: ToggleTarget): readonly string[] {
  switch (target.type) {
    case 'follow':
      return people
    case 'subscription':
      return ['thread']
    case 'favourite':
      return ['favourites', ...pagesOf(target)]
    case 'like':
      return target.of === 'activity' || target.of === 'reply' ? activities : ['thread']
  }
}

/** Pages that tell whether it is a favourite; those of others stay as new as they are. */
function pagesOf({ of, id }: ToggleTarget & { readonly type: 'favourite' }): readonly string[] {
  if (of === 'anime' || of === 'manga') {
    return [`series(${of}:${id})`, `series-page(${of}:${id})`]
  }
  return peoplePages[of].flatMap((page) => [`${page}(${id})`, `${page}-page(${id},`])
}
