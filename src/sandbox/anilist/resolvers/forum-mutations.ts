import { sent } from '../../core/sent'
import type { Comment, Thread } from '../../social/forum'
import { viewerOf, type GraphContext, type Resolvers } from '../context'
import { apiError, invalid, notFound } from '../errors'

interface ThreadArgs {
  id?: number
  title?: string
  body?: string
  categories?: number[]
  mediaCategories?: number[]
}

interface CommentArgs {
  id?: number
  threadId?: number
  parentCommentId?: number
  comment?: string
}

function ownThread(id: number | undefined, context: GraphContext): Thread {
  const thread = context.social().forum.threads.get(id ?? 0)
  if (!thread || thread.userId !== viewerOf(context).id) throw notFound()
  return thread
}

function ownComment(id: number | undefined, context: GraphContext): Comment {
  const comment = context.social().forum.comments.get(id ?? 0)
  if (!comment || comment.userId !== viewerOf(context).id) throw notFound()
  return comment
}

function saveThread(args: ThreadArgs, context: GraphContext): Thread {
  const user = viewerOf(context)
  const { forum } = context.social()
  const base = args.id === undefined ? newThread(user.id, context.now) : ownThread(args.id, context)
  const { title, body, categories, mediaCategories: mediaIds } = args
  const thread = { ...base, ...sent({ title, body, categories, mediaIds }), updatedAt: context.now }
  const missing = (['title', 'body', 'categories'] as const).filter(
    (name) => thread[name].length === 0,
  )
  if (missing.length > 0) {
    const words = missing.map((name) => [name, [`The ${name} field is required.`]])
    throw apiError('validation', 400, Object.fromEntries(words) as Record<string, string[]>)
  }
  if (thread.id === 0) thread.id = forum.nextThreadId()
  forum.threads.put(thread)
  return thread
}

/** A thread that has no number yet. */
function newThread(userId: number, now: number): Thread {
  return {
    id: 0,
    userId,
    title: '',
    body: '',
    categories: [],
    mediaIds: [],
    isSticky: false,
    isLocked: false,
    viewCount: 0,
    createdAt: now,
    updatedAt: now,
  }
}

function saveComment(args: CommentArgs, context: GraphContext): Comment {
  const { forum } = context.social()
  const base = args.id === undefined ? newComment(args, context) : ownComment(args.id, context)
  const comment = args.comment ?? base.comment
  if (!comment.trim()) throw invalid('comment', 'The comment field is required.')
  const thread = forum.threads.get(base.threadId)
  if (!thread) throw notFound()
  if (thread.isLocked) throw apiError('This thread is locked.', 403)
  const id = base.id || forum.nextCommentId()
  const saved: Comment = { ...base, id, comment, updatedAt: context.now }
  forum.comments.put(saved)
  return saved
}

/** A comment that has no number yet; an answer belongs where its parent does. */
function newComment({ threadId, parentCommentId }: CommentArgs, context: GraphContext): Comment {
  const parent = context.social().forum.comments.get(parentCommentId ?? 0)
  return {
    id: 0,
    threadId: threadId ?? parent?.threadId ?? 0,
    parentId: parent?.id ?? null,
    userId: viewerOf(context).id,
    comment: '',
    createdAt: context.now,
    updatedAt: context.now,
  }
}

/** Writing in the forum. */
export const forumMutations: Resolvers = {
  Mutation: {
    SaveThread: (_source: unknown, args: ThreadArgs, context) => saveThread(args, context),
    DeleteThread(_source: unknown, { id }: { id?: number }, context) {
      context.social().forum.removeThread(ownThread(id, context).id)
      return { deleted: true }
    },
    ToggleThreadSubscription(
      _source: unknown,
      { threadId, subscribe }: { threadId?: number; subscribe?: boolean },
      context,
    ) {
      const user = viewerOf(context)
      const { forum, subscriptions } = context.social()
      const thread = forum.threads.get(threadId ?? 0)
      if (!thread) throw notFound()
      const target = `thread ${thread.id}`
      subscriptions.set(user.id, target, subscribe ?? !subscriptions.has(user.id, target))
      return thread
    },
    SaveThreadComment: (_source: unknown, args: CommentArgs, context) => saveComment(args, context),
    DeleteThreadComment(_source: unknown, { id }: { id?: number }, context) {
      context.social().forum.removeComment(ownComment(id, context).id)
      return { deleted: true }
    },
  },
}
