import type { Failure } from '../failure'
import type { MediaKind, TitleKey } from '../media'
import type { ToggleTarget } from './favourites'
import type { CommentDraft, ThreadDraft } from './forum'
import type { ReviewDraft, ReviewVote } from './review'

/** Something to be done once at a service, beside the list: said, taken away, turned on or off. */
export type Post =
  | { readonly type: 'status'; readonly text: string }
  | { readonly type: 'message'; readonly recipientId: number; readonly text: string }
  | { readonly type: 'reply'; readonly activityId: number; readonly text: string }
  | { readonly type: 'remove-activity'; readonly id: number }
  | { readonly type: 'remove-reply'; readonly id: number }
  | { readonly type: 'review'; readonly draft: ReviewDraft }
  | {
      readonly type: 'rate-review'
      readonly kind: MediaKind
      readonly id: number
      readonly vote: ReviewVote
    }
  | { readonly type: 'remove-review'; readonly kind: MediaKind; readonly id: number }
  | { readonly type: 'thread'; readonly draft: ThreadDraft }
  | { readonly type: 'remove-thread'; readonly id: number }
  | { readonly type: 'comment'; readonly draft: CommentDraft }
  | { readonly type: 'remove-comment'; readonly id: number }
  | { readonly type: 'toggle'; readonly target: ToggleTarget; readonly wanted: boolean }

export type PostType = Post['type']

/** A post that has not been answered yet. */
export interface WaitingPost {
  readonly id: number
  readonly accountId: number
  readonly post: Post
  /** `sending`: it has left, or may have, and cannot be taken back. */
  readonly state: 'waiting' | 'sending' | 'attention'
  readonly failure: Failure | null
  /** Unix ms. */
  readonly createdAt: number
}

/** What somebody has written and not sent yet. */
export interface Draft {
  readonly text: string
  /** Of a thread. */
  readonly title?: string
  readonly tags?: readonly number[]
  readonly titles?: readonly TitleKey[]
  /** Of a review. */
  readonly summary?: string
  readonly score?: number | null
  readonly private?: boolean
}

/** Where a draft belongs: the kind of post and what it is about. */
export type DraftKey =
  `${'status' | 'message' | 'reply' | 'review' | 'thread' | 'comment'}:${string}`

export interface KeptDraft {
  readonly key: DraftKey
  readonly draft: Draft
  /** Unix ms. */
  readonly changedAt: number
}

/** The draft that a post was written in, for when it is taken back; `null` for what has no words. */
export function draftOf(post: Post): { readonly key: DraftKey; readonly draft: Draft } | null {
  switch (post.type) {
    case 'status':
      return { key: 'status:', draft: { text: post.text } }
    case 'message':
      return { key: `message:${post.recipientId}`, draft: { text: post.text } }
    case 'reply':
      return { key: `reply:${post.activityId}`, draft: { text: post.text } }
    case 'review': {
      const { title, text, summary, score, private: isPrivate } = post.draft
      return { key: `review:${title}`, draft: { text, summary, score, private: isPrivate } }
    }
    case 'thread': {
      const { id, title, text, tags, titles } = post.draft
      return { key: threadKey(id), draft: { title, text, tags, titles } }
    }
    case 'comment':
      return { key: commentKey(post.draft), draft: { text: post.draft.text } }
    default:
      return null
  }
}

export function threadKey(id: number | null): DraftKey {
  return `thread:${id ?? 'new'}`
}

/** One draft for each comment that is answered, or edited, and one for the thread itself. */
export function commentKey({
  id,
  threadId,
  replyTo,
}: Pick<CommentDraft, 'id' | 'threadId' | 'replyTo'>): DraftKey {
  return id === null ? `comment:${threadId}-${replyTo ?? 'new'}` : `comment:edit-${id}`
}
