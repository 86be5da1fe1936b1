import { createIds, createTable, type Changes, type Table } from '../core/table'

export interface Thread {
  id: number
  userId: number
  title: string
  body: string
  categories: readonly number[]
  mediaIds: readonly number[]
  isSticky: boolean
  isLocked: boolean
  viewCount: number
  /** Unix s. */
  createdAt: number
  updatedAt: number
}

export interface Comment {
  id: number
  threadId: number
  parentId: number | null
  userId: number
  comment: string
  /** Unix s. */
  createdAt: number
  updatedAt: number
}

export const threadCategories: Readonly<Record<number, string>> = {
  1: 'Anime',
  2: 'Manga',
  3: 'Light Novels',
  4: 'Visual Novels',
  5: 'Release Discussion',
  6: '(Unused)',
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

export interface Forum {
  threads: Table<number, Thread>
  comments: Table<number, Comment>
  nextThreadId: () => number
  nextCommentId: () => number
  /** Oldest first. */
  commentsOf(threadId: number): Comment[]
  lastComment(threadId: number): Comment | undefined
  /** When something was last said in it, Unix s. */
  repliedAt(thread: Thread): number
  removeThread(id: number): void
  /** With the answers to it. */
  removeComment(id: number): void
}

export function createForum(changes: Changes): Forum {
  const threads = createTable<number, Thread>('threads', (thread) => thread.id, changes)
  const comments = createTable<number, Comment>('comments', (comment) => comment.id, changes)

  const commentsOf = (threadId: number): Comment[] =>
    comments
      .rows()
      .filter((comment) => comment.threadId === threadId)
      .sort((a, b) => a.id - b.id)
  const lastComment = (threadId: number): Comment | undefined => commentsOf(threadId).at(-1)

  function removeComment(id: number): void {
    const comment = comments.get(id)
    if (!comment) return
    for (const answer of commentsOf(comment.threadId)) {
      if (answer.parentId === id) removeComment(answer.id)
    }
    comments.remove(id)
  }

  return {
    threads,
    comments,
    nextThreadId: createIds(threads, 61),
    nextCommentId: createIds(comments, 139),
    commentsOf,
    lastComment,
    repliedAt: (thread) => lastComment(thread.id)?.createdAt ?? thread.createdAt,
    removeThread(id) {
      for (const comment of commentsOf(id)) comments.remove(comment.id)
      threads.remove(id)
    },
    removeComment,
  }
}
