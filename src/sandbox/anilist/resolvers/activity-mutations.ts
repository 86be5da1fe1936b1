import { emptyActivity, type Activity } from '../../social/activities'
import { viewerOf, type GraphContext, type Resolvers } from '../context'
import { invalid, notFound } from '../errors'
import { likeableOf } from './words'

interface Args {
  id?: number
  text?: string
  message?: string
  recipientId?: number
  private?: boolean
  activityId?: number
  userId?: number
  subscribe?: boolean
  type?: string
}

/** Fewest and most characters, as the schema says. */
type Bounds = readonly [least: number, most: number]

function checkText(name: string, text: string | undefined, [least, most]: Bounds): string {
  if (!text?.trim()) throw invalid(name, `The ${name} field is required.`)
  if (text.trim().length < least) {
    throw invalid(name, `The ${name} must be at least ${least} characters.`)
  }
  if (text.length > most) {
    throw invalid(name, `The ${name} may not be greater than ${most} characters.`)
  }
  return text
}

function ownActivity(id: number | undefined, context: GraphContext): Activity {
  const activity = context.social().activities.table.get(id ?? 0)
  const user = viewerOf(context)
  // Messages on one's own page may be taken away by their recipient too.
  if (!activity || (activity.userId !== user.id && activity.recipientId !== user.id)) {
    throw notFound()
  }
  return activity
}

function saveActivity(
  args: Args,
  kind: Pick<Activity, 'graphType' | 'type'> & Partial<Activity>,
  context: GraphContext,
): Activity {
  const user = viewerOf(context)
  const { activities } = context.social()
  const existing = args.id === undefined ? undefined : ownActivity(args.id, context)
  const empty = (): Activity =>
    emptyActivity({ ...kind, id: activities.nextId(), userId: user.id, createdAt: context.now })
  const activity = { ...(existing ?? empty()), ...kind }
  activities.table.put(activity)
  return activity
}

function toggleLike({ id = 0, type = '' }: Args, context: GraphContext): object {
  const user = viewerOf(context)
  const likeable = likeableOf(type, id, context)
  if (!likeable) throw notFound()
  context.social().likes.toggle(user.id, `${type} ${id}`)
  return likeable
}

const graphTypes: Readonly<Record<string, string>> = {
  ACTIVITY_REPLY: 'ActivityReply',
  THREAD: 'Thread',
  THREAD_COMMENT: 'ThreadComment',
}

/** Writing to others, liking, following. */
export const activityMutations: Resolvers = {
  Mutation: {
    SaveTextActivity(_source: unknown, args: Args, context) {
      const text = checkText('text', args.text, [5, 10_000])
      return saveActivity(args, { graphType: 'TextActivity', type: 'TEXT', text }, context)
    },
    SaveMessageActivity(_source: unknown, args: Args, context) {
      const text = checkText('message', args.message, [2, 10_000])
      const existing = args.id === undefined ? undefined : ownActivity(args.id, context)
      const recipientId = existing?.recipientId ?? args.recipientId ?? 0
      if (!context.world.users.get(recipientId)) throw notFound()
      const isPrivate = args.private ?? existing?.isPrivate ?? false
      const message = { graphType: 'MessageActivity', type: 'MESSAGE', text, recipientId } as const
      return saveActivity(args, { ...message, isPrivate }, context)
    },
    DeleteActivity(_source: unknown, { id }: Args, context) {
      context.social().activities.remove(ownActivity(id, context).id)
      return { deleted: true }
    },
    ToggleActivitySubscription(_source: unknown, args: Args, context) {
      const user = viewerOf(context)
      const { activities, subscriptions } = context.social()
      const activity = activities.table.get(args.activityId ?? 0)
      if (!activity) throw notFound()
      const target = `activity ${activity.id}`
      const on = args.subscribe ?? !subscriptions.has(user.id, target)
      subscriptions.set(user.id, target, on)
      return activity
    },
    SaveActivityReply(_source: unknown, args: Args, context) {
      const user = viewerOf(context)
      const { activities } = context.social()
      const text = checkText('text', args.text, [2, 8_000])
      const existing = args.id === undefined ? undefined : activities.replies.get(args.id)
      if (args.id !== undefined && existing?.userId !== user.id) throw notFound()
      const activityId = existing?.activityId ?? args.activityId ?? 0
      if (!activities.table.get(activityId)) throw notFound()
      const id = existing?.id ?? activities.nextReplyId()
      const createdAt = existing?.createdAt ?? context.now
      const reply = { id, activityId, userId: user.id, text, createdAt }
      activities.replies.put(reply)
      return reply
    },
    DeleteActivityReply(_source: unknown, { id }: Args, context) {
      const { replies } = context.social().activities
      if (replies.get(id ?? 0)?.userId !== viewerOf(context).id) throw notFound()
      replies.remove(id ?? 0)
      return { deleted: true }
    },
    ToggleLike(_source: unknown, args: Args, context) {
      toggleLike(args, context)
      const fans = context.social().likes.of(`${args.type} ${args.id}`)
      return fans.flatMap((id) => context.world.users.get(id) ?? [])
    },
    ToggleLikeV2: (_source: unknown, args: Args, context) => ({
      graphType: graphTypes[args.type ?? ''],
      ...toggleLike(args, context),
    }),
    ToggleFollow(_source: unknown, { userId }: Args, context) {
      const user = viewerOf(context)
      const other = context.world.users.get(userId ?? 0)
      if (!other || other.id === user.id) throw notFound()
      context.social().follows.toggle(user.id, String(other.id))
      return other
    },
  },
}
