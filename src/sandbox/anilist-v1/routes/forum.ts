import { empty } from '../../core/reply'
import type { Thread } from '../../social/forum'
import type { SandboxUser } from '../../world/user'
import {
  failure,
  noResults,
  notFound,
  numberIn,
  open,
  personal,
  type V1Request,
  type V1Route,
} from '../call'
import { commentModel, feed, threadModel } from '../models/forum'

type Signed = V1Request & { viewer: SandboxUser }

const pageIn = ({ fields }: V1Request): number => Math.max(1, numberIn(fields, 'page') ?? 1)

/** Latest word first. */
function recent({ social }: V1Request): Thread[] {
  const { forum } = social()
  return forum.threads.rows().sort((a, b) => forum.repliedAt(b) - forum.repliedAt(a))
}

function listed(fields: URLSearchParams, name: string): number[] {
  return (fields.get(name) ?? '').split(',').filter(Boolean).map(Number)
}

/** Threads that carry all of the tags. */
function tagged(request: V1Request): Thread[] {
  const categories = listed(request.fields, 'tags')
  const series = [...listed(request.fields, 'anime'), ...listed(request.fields, 'manga')]
  return recent(request).filter(
    (thread) =>
      categories.every((id) => thread.categories.includes(id)) &&
      series.every((id) => thread.mediaIds.includes(id)),
  )
}

function saveThread(request: Signed, existing: Thread | undefined): unknown {
  const { fields, viewer, now } = request
  const { forum } = request.social()
  const title = fields.get('title') ?? existing?.title ?? ''
  const body = fields.get('body') ?? existing?.body ?? ''
  if (!title.trim() || !body.trim()) return failure(400, 'The title and the body are required.')
  const series = [...listed(fields, 'tags_anime'), ...listed(fields, 'tags_manga')]
  const isTagged = fields.has('tags_anime') || fields.has('tags_manga')
  const base: Thread = existing ?? {
    id: forum.nextThreadId(),
    userId: viewer.id,
    title,
    body,
    categories: [7],
    mediaIds: [],
    isSticky: false,
    isLocked: false,
    viewCount: 0,
    createdAt: now,
    updatedAt: now,
  }
  const thread: Thread = {
    ...base,
    title,
    body,
    categories: fields.has('tags') ? listed(fields, 'tags') : base.categories,
    mediaIds: isTagged ? series : base.mediaIds,
    updatedAt: now,
  }
  forum.threads.put(thread)
  return threadModel(thread, 1, request)
}

function addComment(request: Signed): unknown {
  const { fields, viewer, now } = request
  const { forum } = request.social()
  const text = fields.get('comment') ?? ''
  const parent = forum.comments.get(numberIn(fields, 'reply_id') ?? 0)
  const thread = forum.threads.get(numberIn(fields, 'thread_id') ?? parent?.threadId ?? 0)
  if (!thread) return notFound()
  if (thread.isLocked) return failure(403, 'This thread is locked.')
  if (!text.trim()) return failure(400, 'The comment is required.')
  const comment = {
    id: forum.nextCommentId(),
    threadId: thread.id,
    parentId: parent?.id ?? null,
    userId: viewer.id,
    comment: text,
    createdAt: now,
    updatedAt: now,
  }
  forum.comments.put(comment)
  return commentModel(comment, [], request)
}

function editComment(request: Signed): unknown {
  const { forum } = request.social()
  const comment = forum.comments.get(numberIn(request.fields, 'id') ?? 0)
  const text = request.fields.get('comment') ?? ''
  if (comment?.userId !== request.viewer.id) return notFound()
  if (!text.trim()) return failure(400, 'The comment is required.')
  const changed = { ...comment, comment: text, updatedAt: request.now }
  forum.comments.put(changed)
  return commentModel(changed, forum.commentsOf(comment.threadId), request)
}

export const forumRoutes: readonly V1Route[] = [
  open('GET forum/recent', (request) => feed(recent(request), pageIn(request), request)),
  open('GET forum/new', (request) => {
    const newest = recent(request).sort((a, b) => b.createdAt - a.createdAt)
    return feed(newest, pageIn(request), request)
  }),
  personal('GET forum/subscribed', (request) => {
    const { subscriptions } = request.social()
    const own = recent(request).filter(({ id }) =>
      subscriptions.has(request.viewer.id, `thread ${id}`),
    )
    return feed(own, pageIn(request), request)
  }),
  open('GET forum/tag', (request) => feed(tagged(request), pageIn(request), request)),
  open('GET forum/search/{query}', (request) => {
    const query = (request.params.query ?? '').toLowerCase()
    const found = recent(request).filter(({ title, body }) =>
      `${title} ${body}`.toLowerCase().includes(query),
    )
    return found.length > 0 ? feed(found, pageIn(request), request) : noResults()
  }),
  open('GET forum/thread/{id}', (request) => {
    const thread = request.social().forum.threads.get(Number(request.params.id))
    return thread ? threadModel(thread, pageIn(request), request) : notFound()
  }),
  personal('POST forum/thread', (request) => saveThread(request, undefined)),
  personal('PUT forum/thread', (request) => {
    const thread = request.social().forum.threads.get(numberIn(request.fields, 'id') ?? 0)
    return thread?.userId === request.viewer.id ? saveThread(request, thread) : notFound()
  }),
  personal('DELETE forum/thread/{id}', ({ social, params, viewer }) => {
    const { forum } = social()
    const id = Number(params.id)
    if (forum.threads.get(id)?.userId !== viewer.id) return notFound()
    forum.removeThread(id)
    return empty()
  }),
  // The path speaks of comments, but it is the thread that is subscribed to.
  personal('POST forum/comment/subscribe', ({ social, fields, viewer }) => {
    const { forum, subscriptions } = social()
    const thread = forum.threads.get(numberIn(fields, 'thread_id') ?? 0)
    if (!thread) return notFound()
    subscriptions.toggle(viewer.id, `thread ${thread.id}`)
    return empty()
  }),
  personal('POST forum/comment', addComment),
  personal('PUT forum/comment', editComment),
  personal('DELETE forum/comment/{id}', ({ social, params, viewer }) => {
    const { forum } = social()
    const id = Number(params.id)
    if (forum.comments.get(id)?.userId !== viewer.id) return notFound()
    forum.removeComment(id)
    return empty()
  }),
]
