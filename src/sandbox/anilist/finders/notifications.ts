import type { Notification } from '../../social/notifications'
import { viewerOf, type GraphContext } from '../context'
import { filterOf } from '../filter'
import type { Args } from './finder'

/** What happened to the viewer, newest first; asked for so, the unread ones count as read. */
export function findNotifications(args: Args, context: GraphContext): Notification[] {
  const viewer = viewerOf(context)
  const { notifications } = context.social()
  const fits = filterOf<Notification>(args, { type: (notification) => notification.type })
  if (args.resetNotificationCount === true) context.world.users.put({ ...viewer, unread: 0 })
  return notifications.of(viewer.id).filter(fits)
}
