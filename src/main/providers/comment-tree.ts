import type { Comment } from '../../shared/community/forum'
import { partsOf } from './lenient'
import type { Parts } from './reading'

export type CommentPlace = Pick<Comment, 'parentId' | 'depth'>

interface Waiting {
  readonly raw: Parts
  readonly place: CommentPlace
}

/**
 * A tree of comments in the order in which one reads it: each is followed by what answers it. Goes
 * without recursion, for how deep a tree is lies with whoever answers. What `read` makes nothing of
 * is left out with all that hangs on it.
 */
export function readTree(
  roots: unknown,
  childrenKey: string,
  read: (raw: Parts, place: CommentPlace) => Comment | null,
): readonly Comment[] {
  const comments: Comment[] = []
  const waiting: Waiting[] = []
  const put = (items: unknown, place: CommentPlace) => {
    if (!Array.isArray(items)) return
    // Taken from the end, so what comes first goes on last.
    for (let at = items.length - 1; at >= 0; at--) waiting.push({ raw: partsOf(items[at]), place })
  }
  put(roots, { parentId: null, depth: 0 })
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const comment = read(next.raw, next.place)
    if (comment === null) continue
    comments.push(comment)
    put(next.raw[childrenKey], { parentId: comment.id, depth: next.place.depth + 1 })
  }
  return comments
}
