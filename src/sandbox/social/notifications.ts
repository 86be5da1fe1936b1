import { createIds, createTable, type Changes, type Table } from '../core/table'

/** Something that happened to a user. Which of the parts it has depends on its type. */
export interface Notification {
  id: number
  /** Who is told. */
  ownerId: number
  graphType: string
  type: string
  /** Unix s. */
  createdAt: number
  context: string
  /** Who did it. */
  userId?: number
  activityId?: number
  threadId?: number
  commentId?: number
  mediaId?: number
  episode?: number
  reason?: string
  titles?: readonly string[]
}

export interface Notifications {
  table: Table<number, Notification>
  nextId: () => number
  /** Newest first. */
  of(ownerId: number): Notification[]
}

export function createNotifications(changes: Changes): Notifications {
  const table = createTable<number, Notification>(
    'notifications',
    (notification) => notification.id,
    changes,
  )
  return {
    table,
    nextId: createIds(table, 901),
    of: (ownerId) =>
      table
        .rows()
        .filter((notification) => notification.ownerId === ownerId)
        .sort((a, b) => b.createdAt - a.createdAt || b.id - a.id),
  }
}
