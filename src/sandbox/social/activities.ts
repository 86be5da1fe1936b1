import { createIds, createTable, type Changes, type Table } from '../core/table'

export interface Activity {
  id: number
  graphType: 'TextActivity' | 'ListActivity' | 'MessageActivity'
  type: 'TEXT' | 'ANIME_LIST' | 'MANGA_LIST' | 'MESSAGE'
  /** Whose it is; of a message: who sent it. */
  userId: number
  /** Of messages only. */
  recipientId: number | null
  text: string
  /** Of list activities only: `watched episode`, `3 - 4`. */
  status: string | null
  progress: string | null
  mediaId: number | null
  isPrivate: boolean
  isLocked: boolean
  /** Unix s. */
  createdAt: number
}

export interface ActivityReply {
  id: number
  activityId: number
  userId: number
  text: string
  /** Unix s. */
  createdAt: number
}

export interface Activities {
  table: Table<number, Activity>
  replies: Table<number, ActivityReply>
  nextId: () => number
  nextReplyId: () => number
  repliesTo(activityId: number): ActivityReply[]
  /** With its replies. */
  remove(id: number): void
}

export function createActivities(changes: Changes): Activities {
  const table = createTable<number, Activity>('activities', (activity) => activity.id, changes)
  const replies = createTable<number, ActivityReply>('replies', (reply) => reply.id, changes)
  const repliesTo = (activityId: number): ActivityReply[] =>
    replies
      .rows()
      .filter((reply) => reply.activityId === activityId)
      .sort((a, b) => a.id - b.id)
  return {
    table,
    replies,
    nextId: createIds(table, 501),
    nextReplyId: createIds(replies, 301),
    repliesTo,
    remove(id) {
      for (const reply of repliesTo(id)) replies.remove(reply.id)
      table.remove(id)
    },
  }
}

/** An activity with the parts that its kind has no use for left empty. */
export function emptyActivity(
  of: Pick<Activity, 'id' | 'graphType' | 'type' | 'userId' | 'createdAt'>,
): Activity {
  return {
    recipientId: null,
    text: '',
    status: null,
    progress: null,
    mediaId: null,
    isPrivate: false,
    isLocked: false,
    ...of,
  }
}
