import { empty } from '../../core/reply'
import { emptyActivity, type Activity } from '../../social/activities'
import type { SandboxUser } from '../../world/user'
import {
  failure,
  notFound,
  numberIn,
  open,
  personal,
  userIn,
  type V1Request,
  type V1Route,
} from '../call'
import { activityModel, replyModel } from '../models/activity'

type Signed = V1Request & { viewer: SandboxUser }
const perPage = 20

function paged(found: readonly Activity[], request: V1Request): unknown {
  const page = Math.max(1, numberIn(request.fields, 'page') ?? 1)
  return [...found]
    .sort((a, b) => b.createdAt - a.createdAt || b.id - a.id)
    .slice((page - 1) * perPage, page * perPage)
    .map((activity) => activityModel(activity, request))
}

function create(request: Signed): unknown {
  const { fields, viewer, now, world } = request
  const { activities } = request.social()
  const text = fields.get('text') ?? ''
  if (!text.trim()) return failure(400, 'The text is required.')
  const replyTo = numberIn(fields, 'reply_id')
  if (replyTo !== undefined) return reply(request, replyTo, text)
  const recipientId = numberIn(fields, 'messenger_id') ?? null
  if (recipientId !== null && !world.users.get(recipientId)) return notFound()
  const kind =
    recipientId === null
      ? ({ graphType: 'TextActivity', type: 'TEXT' } as const)
      : ({ graphType: 'MessageActivity', type: 'MESSAGE' } as const)
  const of = { ...kind, id: activities.nextId(), userId: viewer.id, createdAt: now }
  const activity = { ...emptyActivity(of), recipientId, text }
  activities.table.put(activity)
  return activityModel(activity, request)
}

function reply(request: Signed, activityId: number, text: string): unknown {
  const { activities } = request.social()
  if (!activities.table.get(activityId)) return notFound()
  const id = activities.nextReplyId()
  const added = { id, activityId, userId: request.viewer.id, text, createdAt: request.now }
  activities.replies.put(added)
  return replyModel(added, request)
}

export const activityRoutes: readonly V1Route[] = [
  personal('GET user/activity', (request) => {
    const { activities, follows } = request.social()
    const { viewer } = request
    const seen = new Set([viewer.id, ...follows.by(viewer.id).map(Number)])
    return paged(
      activities.table.rows().filter(({ userId, isPrivate }) => seen.has(userId) && !isPrivate),
      request,
    )
  }),
  open('GET user/{user}/activity', (request) => {
    const user = userIn(request)
    if (!user) return notFound()
    const own = request
      .social()
      .activities.table.rows()
      .filter(
        ({ userId, recipientId, isPrivate }) => (recipientId ?? userId) === user.id && !isPrivate,
      )
    return paged(own, request)
  }),
  personal('POST user/activity', create),
  personal('DELETE user/activity/reply', ({ fields, social, viewer }) => {
    const { replies } = social().activities
    const id = numberIn(fields, 'id') ?? 0
    if (replies.get(id)?.userId !== viewer.id) return notFound()
    replies.remove(id)
    return empty()
  }),
  personal('DELETE user/activity', ({ fields, social, viewer }) => {
    const { activities } = social()
    const id = numberIn(fields, 'id') ?? 0
    if (activities.table.get(id)?.userId !== viewer.id) return notFound()
    activities.remove(id)
    return empty()
  }),
]
