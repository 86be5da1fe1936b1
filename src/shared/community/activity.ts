import type { Media } from '../media'
import type { ForeignText } from './foreign-text'
import type { SmallUser } from './user'

interface AnyActivity {
  readonly id: number
  /** Who did it or wrote it. */
  readonly user: SmallUser | null
  /** Unix s. */
  readonly createdAt: number | null
  readonly replyCount: number
  readonly likeCount: number | null
  /** `null` where the service does not tell. */
  readonly liked: boolean | null
  readonly locked: boolean
  /** `null` where the answer leaves them out. */
  readonly replies: readonly ActivityReply[] | null
}

export interface StatusActivity extends AnyActivity {
  readonly type: 'status'
  readonly text: ForeignText
}

export interface MessageActivity extends AnyActivity {
  readonly type: 'message'
  readonly text: ForeignText
  readonly recipient: SmallUser | null
  readonly private: boolean
}

/** Something that happened on a list, in the service's words: `watched episode`, `3 - 4`. */
export interface ListActivity extends AnyActivity {
  readonly type: 'list'
  readonly did: string
  readonly progress: string | null
  readonly media: Media | null
}

export interface UnknownActivity extends AnyActivity {
  readonly type: 'unknown'
}

export type Activity = StatusActivity | MessageActivity | ListActivity | UnknownActivity

export interface ActivityReply {
  readonly id: number
  readonly activityId: number | null
  readonly user: SmallUser | null
  readonly text: ForeignText
  readonly likeCount: number | null
  readonly liked: boolean | null
  /** Unix s. */
  readonly createdAt: number | null
}
