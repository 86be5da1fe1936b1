import type { Media, TitleKey } from '../media'
import type { ForeignText } from './foreign-text'
import type { Page } from './paging'
import type { SmallUser } from './user'

/** Tags of threads as AniList numbers them; 6 is not used. */
export const threadTags: Readonly<Record<number, string>> = {
  1: 'Anime',
  2: 'Manga',
  3: 'Light Novels',
  4: 'Visual Novels',
  5: 'Release Discussion',
  7: 'General',
  8: 'News',
  9: 'Music',
  10: 'Gaming',
  11: 'Site Feedback',
  12: 'Bug Reports',
  13: 'Site Announcements',
  14: 'List Customisation',
  15: 'Recommendations',
  16: 'Forum Games',
  17: 'Misc',
  18: 'AniList Apps',
}

export interface ThreadTag {
  readonly id: number
  readonly name: string
}

/** A thread as feeds show it. */
export interface Thread {
  readonly id: number
  readonly title: string
  readonly sticky: boolean
  readonly locked: boolean
  readonly tags: readonly ThreadTag[]
  /** Titles that it is about. */
  readonly media: readonly Media[]
  readonly user: SmallUser | null
  readonly lastUser: SmallUser | null
  readonly replyCount: number
  readonly viewCount: number
  readonly likeCount: number | null
  readonly liked: boolean | null
  readonly subscribed: boolean | null
  /** Unix s; of a thread without a reply the time of its creation. */
  readonly repliedAt: number | null
  readonly createdAt: number | null
}

export interface Comment {
  readonly id: number
  /** What it answers; `null` for one that answers the thread itself. */
  readonly parentId: number | null
  /** 0 for one that answers the thread itself. */
  readonly depth: number
  readonly user: SmallUser | null
  readonly text: ForeignText
  readonly likeCount: number | null
  readonly liked: boolean | null
  /** Unix s. */
  readonly createdAt: number | null
  readonly updatedAt: number | null
}

/**
 * A thread with a page of its comments. The tree of comments is told in the order in which one
 * reads it, each with how deep it stands; pages count the comments at the root only.
 */
export interface ThreadPage {
  readonly thread: Thread
  readonly text: ForeignText
  readonly comments: Page<Comment>
}

/** Which threads a feed holds. */
export type ThreadFilter =
  | { readonly type: 'recent' }
  | { readonly type: 'new' }
  | { readonly type: 'subscribed' }
  /** Those that carry all of the tags and are about all of the titles. */
  | {
      readonly type: 'tagged'
      readonly tags: readonly number[]
      readonly titles: readonly TitleKey[]
    }
  | { readonly type: 'search'; readonly text: string }

export interface ThreadDraft {
  /** `null` for a new one. */
  readonly id: number | null
  readonly title: string
  readonly text: string
  readonly tags: readonly number[]
  readonly titles: readonly TitleKey[]
}

export interface CommentDraft {
  /** `null` for a new one. */
  readonly id: number | null
  readonly threadId: number
  /** The comment that it answers. */
  readonly replyTo: number | null
  readonly text: string
}
