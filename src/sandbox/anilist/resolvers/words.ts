import type { Activity, ActivityReply } from '../../social/activities'
import { threadCategories, type Comment, type Thread } from '../../social/forum'
import type { SandboxUser } from '../../world/user'
import type { Field, GraphContext, Resolvers } from '../context'
import { findComments } from '../finders/words'
import { notFound } from '../errors'

type Likeable = 'ACTIVITY' | 'ACTIVITY_REPLY' | 'THREAD' | 'THREAD_COMMENT'

/** Who likes it, and whether the viewer does. */
function likeFields(type: Likeable): Record<string, Field> {
  const fans = ({ id }: { id: number }, { social }: GraphContext): number[] =>
    social().likes.of(`${type} ${id}`)
  return {
    likeCount: (source: { id: number }, _args: unknown, context) => fans(source, context).length,
    isLiked: (source: { id: number }, _args: unknown, context) =>
      context.viewer !== null && fans(source, context).includes(context.viewer.id),
    likes: (source: { id: number }, _args: unknown, context) =>
      fans(source, context).flatMap((id) => context.world.users.get(id) ?? []),
  }
}

const writer: Field = ({ userId }: { userId: number }, _args: unknown, { world }) =>
  world.users.get(userId) ?? null

const activityFields: Readonly<Record<string, Field>> = {
  ...likeFields('ACTIVITY'),
  replyCount: (activity: Activity, _args: unknown, { social }) =>
    social().activities.repliesTo(activity.id).length,
  replies: (activity: Activity, _args: unknown, { social }) =>
    social().activities.repliesTo(activity.id),
  isSubscribed: (activity: Activity, _args: unknown, { social, viewer }) =>
    viewer !== null && social().subscriptions.has(viewer.id, `activity ${activity.id}`),
  isPinned: () => false,
  siteUrl: ({ id }: Activity) => `https://anilist.co/activity/${id}`,
}

const lastWriter = (thread: Thread, { social, world }: GraphContext): SandboxUser | null =>
  world.users.get(social().forum.lastComment(thread.id)?.userId ?? 0) ?? null

/** The answers to a comment as plain JSON, which is how AniList gives them. */
function childComments(comment: Comment, context: GraphContext): unknown[] {
  const { world, social, viewer } = context
  const { likes, forum } = social()
  return forum
    .commentsOf(comment.threadId)
    .filter(({ parentId }) => parentId === comment.id)
    .map((child) => {
      const user = world.users.get(child.userId)
      const fans = likes.of(`THREAD_COMMENT ${child.id}`)
      return {
        ...child,
        likeCount: fans.length,
        isLiked: viewer !== null && fans.includes(viewer.id),
        user: user && { id: user.id, name: user.name, avatar: { large: null, medium: null } },
        childComments: childComments(child, context),
      }
    })
}

/** What people write, as it is read. */
export const wordFields: Resolvers = {
  TextActivity: { ...activityFields, user: writer },
  ListActivity: {
    ...activityFields,
    user: writer,
    media: ({ mediaId }: Activity, _args: unknown, { world }) => world.series(mediaId ?? 0) ?? null,
  },
  MessageActivity: {
    ...activityFields,
    message: (activity: Activity) => activity.text,
    messengerId: (activity: Activity) => activity.userId,
    messenger: writer,
    recipient: ({ recipientId }: Activity, _args: unknown, { world }) =>
      world.users.get(recipientId ?? 0) ?? null,
  },
  ActivityReply: { ...likeFields('ACTIVITY_REPLY'), user: writer },
  Thread: {
    ...likeFields('THREAD'),
    user: writer,
    replyUser: (thread: Thread, _args: unknown, context) => lastWriter(thread, context),
    replyUserId: (thread: Thread, _args: unknown, context) =>
      lastWriter(thread, context)?.id ?? null,
    replyCount: (thread: Thread, _args: unknown, { social }) =>
      social().forum.commentsOf(thread.id).length,
    repliedAt: (thread: Thread, _args: unknown, { social }) => social().forum.repliedAt(thread),
    isSubscribed: (thread: Thread, _args: unknown, { social, viewer }) =>
      viewer !== null && social().subscriptions.has(viewer.id, `thread ${thread.id}`),
    siteUrl: ({ id }: Thread) => `https://anilist.co/forum/thread/${id}`,
    categories: (thread: Thread) =>
      thread.categories.map((id) => ({ id, name: threadCategories[id] ?? 'Misc' })),
    mediaCategories: (thread: Thread, _args: unknown, { world }) =>
      thread.mediaIds.flatMap((id) => world.series(id) ?? []),
  },
  ThreadComment: {
    ...likeFields('THREAD_COMMENT'),
    user: writer,
    isLocked: () => false,
    siteUrl: ({ id, threadId }: Comment) =>
      `https://anilist.co/forum/thread/${threadId}/comment/${id}`,
    thread: ({ threadId }: Comment, _args: unknown, { social }) =>
      social().forum.threads.get(threadId) ?? null,
    childComments: (comment: Comment, _args: unknown, context) => childComments(comment, context),
  },
  User: {
    isFollowing: ({ id }: SandboxUser, _args: unknown, { viewer, social }) =>
      viewer !== null && social().follows.has(viewer.id, String(id)),
    isFollower: ({ id }: SandboxUser, _args: unknown, { viewer, social }) =>
      viewer !== null && social().follows.has(id, String(viewer.id)),
  },
  Query: {
    ThreadComment(_source: unknown, args: Record<string, unknown>, context) {
      const found = findComments(args, context)
      if (found.length === 0) throw notFound()
      return found
    },
  },
}

/** The record a like is set on; undefined when it is gone. */
export function likeableOf(
  type: string,
  id: number,
  { social }: GraphContext,
): Activity | ActivityReply | Thread | Comment | undefined {
  const { activities, forum } = social()
  switch (type) {
    case 'ACTIVITY':
      return activities.table.get(id)
    case 'ACTIVITY_REPLY':
      return activities.replies.get(id)
    case 'THREAD':
      return forum.threads.get(id)
    case 'THREAD_COMMENT':
      return forum.comments.get(id)
    default:
      return undefined
  }
}
