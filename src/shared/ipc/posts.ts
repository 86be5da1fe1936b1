import type { Draft, DraftKey, KeptDraft, Post, WaitingPost } from '../community/post'

export interface PostCalls {
  /**
   * Takes a post for sending: durable when it answers its number. The draft it was written in is
   * gone with it. Failures: `storage`; `invalid-input` for what no service would take.
   */
  'posts:send': (accountId: number, post: Post) => number
  /** What waits, in the order in which it leaves. */
  'posts:waiting': (accountId: number) => readonly WaitingPost[]
  /** Takes a post back that has not left; its words become a draft again. False when it is too late. */
  'posts:drop': (accountId: number, id: number) => boolean
  /** Tries again what needs attention. */
  'posts:retry': (accountId: number, id: number) => void
  'posts:draft': (accountId: number, key: DraftKey) => Draft | null
  /** Keeps a draft; `null` forgets it. */
  'posts:keep-draft': (accountId: number, key: DraftKey, draft: Draft | null) => void
  /** All drafts, the latest first. */
  'posts:drafts': (accountId: number) => readonly KeptDraft[]
}

export interface PostEvents {
  'posts:changed': { readonly accountId: number; readonly posts: readonly WaitingPost[] }
  /** The service has it: what is shown of it is not true any more. */
  'posts:done': { readonly accountId: number; readonly post: Post }
}

export const postCallNames: Record<keyof PostCalls, true> = {
  'posts:send': true,
  'posts:waiting': true,
  'posts:drop': true,
  'posts:retry': true,
  'posts:draft': true,
  'posts:keep-draft': true,
  'posts:drafts': true,
}

export const postEventNames: Record<keyof PostEvents, true> = {
  'posts:changed': true,
  'posts:done': true,
}
