import type { Activity, ActivityReply } from '../../social/activities'
import type { V1Request } from '../call'
import { plainJapan } from '../times'
import { smallSeries } from './series'
import { smallUser } from './user'

const types = { TextActivity: 'text', ListActivity: 'list', MessageActivity: 'message' } as const

/** An activity. The document shows none; the keys are those that clients of the time read. */
export function activityModel(activity: Activity, request: V1Request): Record<string, unknown> {
  const { social, world } = request
  const { activities, likes } = social()
  const small = (id: number): unknown[] => {
    const user = world.users.get(id)
    return user ? [smallUser(user)] : []
  }
  const series = activity.mediaId === null ? undefined : world.series(activity.mediaId)
  const isMessage = activity.graphType === 'MessageActivity'
  return {
    id: activity.id,
    user_id: activity.recipientId ?? activity.userId,
    messenger_id: isMessage ? activity.userId : null,
    activity_type: types[activity.graphType],
    status: activity.status,
    value: activity.progress ?? activity.text,
    created_at: plainJapan(activity.createdAt),
    reply_count: activities.repliesTo(activity.id).length,
    users: small(activity.recipientId ?? activity.userId),
    messenger: isMessage ? (small(activity.userId)[0] ?? null) : null,
    series: series ? smallSeries(series, request) : null,
    replies: activities.repliesTo(activity.id).map((reply) => replyModel(reply, request)),
    likes: likes.of(`ACTIVITY ${activity.id}`).flatMap(small),
  }
}

export function replyModel(reply: ActivityReply, { world }: V1Request): Record<string, unknown> {
  const user = world.users.get(reply.userId)
  return {
    id: reply.id,
    user_id: reply.userId,
    activity_id: reply.activityId,
    reply_value: reply.text,
    created_at: plainJapan(reply.createdAt),
    user: user ? smallUser(user) : null,
  }
}
