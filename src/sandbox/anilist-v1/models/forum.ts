import { threadCategories, type Comment, type Thread } from '../../social/forum'
import type { SeriesType } from '../../world/series'
import type { V1Request } from '../call'
import { plainJapan } from '../times'
import { smallSeries } from './series'
import { smallUser } from './user'

type Model = Record<string, unknown>

const feedPage = 22
const commentPage = 10

function person(id: number | undefined, { world }: V1Request): Model | null {
  const user = world.users.get(id ?? 0)
  return user ? smallUser(user) : null
}

/** Tags of titles. Each holds its title in an array of one, and a number that fits no thread. */
function seriesTags(thread: Thread, type: SeriesType, request: V1Request): Model[] {
  return thread.mediaIds.flatMap((id) => {
    const series = request.world.series(id)
    if (series?.type !== type) return []
    const { average_score, ...small } = smallSeries(series, request)
    const model = {
      ...small,
      average_score: String(average_score),
      relation_type: null,
      role: null,
    }
    return [{ id, thread_id: thread.id - 1, tag_id: id, [type]: [model] }]
  })
}

function common(thread: Thread, request: V1Request): Model {
  const { forum } = request.social()
  const last = forum.lastComment(thread.id)
  return {
    id: thread.id,
    title: thread.title,
    sticky: thread.isSticky ? 1 : null,
    last_reply: plainJapan(forum.repliedAt(thread)),
    reply_count: forum.commentsOf(thread.id).length,
    view_count: thread.viewCount,
    tags: thread.categories.map((id) => ({ id, name: threadCategories[id] ?? 'Misc' })),
    tags_anime: seriesTags(thread, 'anime', request),
    tags_manga: seriesTags(thread, 'manga', request),
    user: person(thread.userId, request),
    reply_user: person(last?.userId, request),
  }
}

/** A page of threads with the numbers of its paging. */
export function feed(threads: readonly Thread[], page: number, request: V1Request): Model {
  const first = (page - 1) * feedPage
  const shown = threads.slice(first, first + feedPage)
  return {
    ...pageData(threads.length, feedPage, page, 'total'),
    data: shown.map((thread) => common(thread, request)),
  }
}

/** A thread with a page of its comments, each with the tree of its answers. */
export function threadModel(thread: Thread, page: number, request: V1Request): Model {
  const { forum, subscriptions } = request.social()
  const comments = forum.commentsOf(thread.id)
  const roots = comments.filter(({ parentId }) => parentId === null)
  const first = (page - 1) * commentPage
  const { viewer } = request
  return {
    ...common(thread, request),
    user_id: thread.userId,
    body: thread.body,
    locked: thread.isLocked ? 1 : null,
    last_reply_user: forum.lastComment(thread.id)?.userId ?? null,
    deleted_at: null,
    created_at: plainJapan(thread.createdAt),
    subscribed: viewer !== null && subscriptions.has(viewer.id, `thread ${thread.id}`),
    page_data: pageData(roots.length, commentPage, page, 'total_root'),
    comments: roots
      .slice(first, first + commentPage)
      .map((root) => commentModel(root, comments, request)),
  }
}

/** A comment with the answers to it, and theirs. */
export function commentModel(comment: Comment, all: readonly Comment[], request: V1Request): Model {
  return {
    id: comment.id,
    parent_id: comment.parentId,
    user_id: comment.userId,
    thread_id: comment.threadId,
    comment: comment.comment,
    created_at: plainJapan(comment.createdAt),
    updated_at: plainJapan(comment.updatedAt),
    user: person(comment.userId, request),
    children: all
      .filter(({ parentId }) => parentId === comment.id)
      .map((child) => commentModel(child, all, request)),
  }
}

function pageData(total: number, size: number, page: number, totalName: string): Model {
  const from = Math.min(total, (page - 1) * size + 1)
  return {
    [totalName]: total,
    per_page: size,
    current_page: page,
    last_page: Math.max(1, Math.ceil(total / size)),
    from: total === 0 ? null : from,
    to: total === 0 ? null : Math.min(total, page * size),
  }
}
