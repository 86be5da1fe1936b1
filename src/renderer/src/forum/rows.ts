import type { Comment } from '../../../shared/community/forum'

/** A comment as it is listed: what hangs on it may be folded away. */
export interface CommentRow {
  readonly comment: Comment
  /** How many hang on it, however deep. */
  readonly below: number
  readonly isFolded: boolean
}

/** What one does to a comment with words of one's own. */
export type Writing = 'reply' | 'edit'

/** About how high a comment with this text is drawn, in px: only until it was drawn once. */
export function likelyHeight(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 130), 0)
  return 66 + lines * 22
}

/** The rows of a tree that is told in reading order, without what is folded away. */
export function commentRows(
  comments: readonly Comment[],
  folded: ReadonlySet<number>,
): readonly CommentRow[] {
  const below = countBelow(comments)
  const rows: CommentRow[] = []
  for (let at = 0; at < comments.length; at += 1) {
    const comment = comments[at]
    if (!comment) continue
    const isFolded = folded.has(comment.id)
    rows.push({ comment, below: below[at] ?? 0, isFolded })
    if (isFolded) at += below[at] ?? 0
  }
  return rows
}

/** Of each, how many follow that stand deeper, until one stands as high. */
function countBelow(comments: readonly Comment[]): readonly number[] {
  const counts = new Array<number>(comments.length).fill(0)
  const open: number[] = []
  const depthAt = (at: number) => comments[at]?.depth ?? 0
  for (let at = 0; at < comments.length; at += 1) {
    while (open.length > 0 && depthAt(open.at(-1) ?? 0) >= depthAt(at)) open.pop()
    for (const above of open) counts[above] = (counts[above] ?? 0) + 1
    open.push(at)
  }
  return counts
}
