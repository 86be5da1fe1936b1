import type { Activity, ActivityReply } from '../../social/activities'
import type { Comment, Thread } from '../../social/forum'
import type { SandboxUser } from '../../world/user'
import type { GraphContext } from '../context'
import { filterOf, orderOf } from '../filter'
import { searchIn, sortIn, type Args } from './finder'

/** `MEDIA_LIST` means both kinds of list activities. */
function withMediaList(args: Args): Args {
  const both = ['ANIME_LIST', 'MANGA_LIST']
  const { type, ...rest } = args
  return type === 'MEDIA_LIST' ? { ...rest, type_in: both } : args
}

/** Messages marked private are for the two who write. */
export function findActivities(args: Args, { social, viewer }: GraphContext): Activity[] {
  const { activities, follows } = social()
  const fits = filterOf<Activity>(withMediaList(args), {
    id: (activity) => activity.id,
    userId: (activity) => activity.recipientId ?? activity.userId,
    messengerId: (activity) => (activity.type === 'MESSAGE' ? activity.userId : null),
    mediaId: (activity) => activity.mediaId,
    type: (activity) => activity.type,
    createdAt: (activity) => activity.createdAt,
  })
  const followed = viewer && args.isFollowing === true ? follows.by(viewer.id) : null
  const wanted = (activity: Activity): boolean => {
    const { id, userId, type, isPrivate, recipientId } = activity
    const replied = activities.repliesTo(id).length > 0
    return (
      (!isPrivate || viewer?.id === userId || viewer?.id === recipientId) &&
      (!followed || followed.includes(String(userId)) || userId === viewer?.id) &&
      (args.hasReplies !== true || replied) &&
      (args.hasRepliesOrTypeText !== true || replied || type === 'TEXT')
    )
  }
  return activities.table
    .rows()
    .filter((activity) => fits(activity) && wanted(activity))
    .sort(
      orderOf(sortIn(args, 'ID'), {
        ID: (activity) => activity.id,
        PINNED: (activity) => activity.id,
      }),
    )
}

export function findReplies(args: Args, { social }: GraphContext): ActivityReply[] {
  const fits = filterOf<ActivityReply>(args, {
    id: (reply) => reply.id,
    activityId: (reply) => reply.activityId,
  })
  return social()
    .activities.replies.rows()
    .filter(fits)
    .sort((a, b) => a.id - b.id)
}

export function findThreads(args: Args, { social, viewer }: GraphContext): Thread[] {
  const { forum, subscriptions } = social()
  const words = searchIn(args) ?? ''
  const fits = filterOf<Thread>(args, {
    id: (thread) => thread.id,
    userId: (thread) => thread.userId,
    replyUserId: (thread) => forum.lastComment(thread.id)?.userId ?? null,
    categoryId: (thread) => thread.categories,
    mediaCategoryId: (thread) => thread.mediaIds,
    subscribed: (thread) => viewer !== null && subscriptions.has(viewer.id, `thread ${thread.id}`),
  })
  return forum.threads
    .rows()
    .filter(
      (thread) => fits(thread) && `${thread.title} ${thread.body}`.toLowerCase().includes(words),
    )
    .sort(
      orderOf(sortIn(args, 'ID'), {
        ID: (thread) => thread.id,
        TITLE: (thread) => thread.title,
        CREATED_AT: (thread) => thread.createdAt,
        UPDATED_AT: (thread) => thread.updatedAt,
        REPLIED_AT: (thread) => forum.repliedAt(thread),
        REPLY_COUNT: (thread) => forum.commentsOf(thread.id).length,
        VIEW_COUNT: (thread) => thread.viewCount,
        IS_STICKY: (thread) => (thread.isSticky ? 0 : 1),
        SEARCH_MATCH: (thread) => -thread.viewCount,
      }),
    )
}

/** Comments at the root of their thread; the answers are in `childComments`. */
export function findComments(args: Args, { social }: GraphContext): Comment[] {
  const fits = filterOf<Comment>(args, {
    id: (comment) => comment.id,
    threadId: (comment) => comment.threadId,
    userId: (comment) => comment.userId,
  })
  const rootsOnly = args.threadId != null && args.id == null
  return social()
    .forum.comments.rows()
    .filter((comment) => fits(comment) && (!rootsOnly || comment.parentId === null))
    .sort(orderOf(sortIn(args, 'ID'), { ID: (comment) => comment.id }))
}

function people(ids: readonly number[], { world }: GraphContext): SandboxUser[] {
  return ids.flatMap((id) => world.users.get(id) ?? [])
}

export function findLikes(args: Args, context: GraphContext): SandboxUser[] {
  const { likeableId, type } = args
  if (typeof likeableId !== 'number' || typeof type !== 'string') return []
  return people(context.social().likes.of(`${type} ${likeableId}`), context)
}

export function findFollowers(args: Args, context: GraphContext): SandboxUser[] {
  return people(context.social().follows.of(String(Number(args.userId))), context)
}

export function findFollowing(args: Args, context: GraphContext): SandboxUser[] {
  return people(context.social().follows.by(Number(args.userId)).map(Number), context)
}
