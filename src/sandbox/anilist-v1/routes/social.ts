import { empty } from '../../core/reply'
import { favouritesOf, type FavouriteKind } from '../../social/social'
import type { SandboxUser } from '../../world/user'
import { notFound, numberIn, personal, userIn, type V1Request, type V1Route } from '../call'
import { smallCharacter, smallStaff, studioModel } from '../models/people'
import { smallSeries } from '../models/series'
import { smallUser } from '../models/user'
import { plainJapan } from '../times'

const mostNotifications = 10

function people(ids: readonly number[], { world }: V1Request): unknown[] {
  return ids.flatMap((id) => {
    const user = world.users.get(id)
    return user ? [smallUser(user)] : []
  })
}

function favourites(user: SandboxUser, request: V1Request): unknown {
  const { world } = request
  const { characters, staff, studios } = world.catalogue.cast()
  const of = (kind: FavouriteKind, model: (id: number) => unknown[]): unknown[] =>
    favouritesOf(request.social(), user.id, kind).flatMap(model)
  const series = (id: number): unknown[] => {
    const found = world.series(id)
    return found ? [smallSeries(found, request)] : []
  }
  return {
    anime: of('anime', series),
    manga: of('manga', series),
    character: of('character', (id) =>
      characters.filter((one) => one.id === id).map((one) => smallCharacter(one, null, request)),
    ),
    staff: of('staff', (id) =>
      staff.filter((one) => one.id === id).map((one) => smallStaff(one, null, request)),
    ),
    studio: of('studio', (id) =>
      studios.filter((one) => one.id === id).map((one) => studioModel(one, null)),
    ),
  }
}

/** Notifications. The document shows none, so nothing but these few keys can be promised. */
function notifications(request: V1Request & { viewer: SandboxUser }): unknown {
  const found = request.social().notifications.of(request.viewer.id)
  return found.slice(0, mostNotifications).map((notification) => ({
    id: notification.id,
    user_id: notification.userId ?? null,
    object_id: notification.activityId ?? notification.commentId ?? notification.mediaId ?? null,
    object_type: notification.type.toLowerCase(),
    value: notification.context,
    created_at: plainJapan(notification.createdAt),
    user: people([notification.userId ?? 0], request)[0] ?? null,
  }))
}

/** Of whom the path names, for signed-in users only. */
function of(name: string, answer: (user: SandboxUser, request: V1Request) => unknown): V1Route {
  return personal(name, (request) => {
    const user = userIn(request)
    return user ? answer(user, request) : notFound()
  })
}

export const socialRoutes: readonly V1Route[] = [
  personal('GET user/notifications/count', ({ viewer }) => viewer.unread),
  personal('GET user/notifications', notifications),
  of('GET user/{user}/following', (user, request) =>
    people(request.social().follows.by(user.id).map(Number), request),
  ),
  of('GET user/{user}/followers', (user, request) =>
    people(request.social().follows.of(String(user.id)), request),
  ),
  of('GET user/{user}/favourites', favourites),
  personal('POST user/follow', ({ fields, social, viewer, world }) => {
    const other = world.users.get(numberIn(fields, 'id') ?? 0)
    if (!other || other.id === viewer.id) return notFound()
    social().follows.toggle(viewer.id, String(other.id))
    return empty()
  }),
]
