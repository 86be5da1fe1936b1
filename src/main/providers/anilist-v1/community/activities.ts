import { wholePage } from '../../../../shared/community/paging'
import type { SocialCalls } from '../../community'
import { numberOrNull } from '../../lenient'
import { countOrNull } from '../../reading'
import { written } from '../../written'
import type { MakeCall } from '../call'
import { toActivity, toReply } from '../read/activities'
import { toNotification } from '../read/notifications'
import { openPage, readRows } from '../read/rows'
import type { Ask } from './ask'

type ActivityCalls = Omit<
  SocialCalls,
  'me' | 'user' | 'userNamed' | 'searchUsers' | 'following' | 'followers' | 'favourites'
>

/** What people do and say, and what one is told of it. One call posts all three kinds of texts. */
export function createActivityCalls(call: MakeCall, { find, change, send }: Ask): ActivityCalls {
  const post = { name: 'POST user/activity', method: 'POST', path: 'user/activity' } as const
  return {
    feed: (page) =>
      find(
        { name: 'GET user/activity', path: 'user/activity', query: { page }, needsUser: true },
        (body, into) => openPage(readRows(body, 'activity', (row) => toActivity(row, into))),
      ),
    activitiesOf: (userId, page) =>
      find(
        {
          name: 'GET user/{id || displayname}/activity',
          path: `user/${userId}/activity`,
          query: { page },
        },
        (body, into) => openPage(readRows(body, 'activity', (row) => toActivity(row, into))),
      ),
    postStatus: (text) => change({ ...post, form: { text: written(text) } }, toActivity),
    postMessage: (recipientId, text) =>
      change({ ...post, form: { text: written(text), messenger_id: recipientId } }, toActivity),
    postReply: (activityId, text) =>
      change({ ...post, form: { text: written(text), reply_id: activityId } }, toReply),
    removeActivity: (id) =>
      send({
        name: 'DELETE user/activity',
        method: 'DELETE',
        path: 'user/activity',
        form: { id },
      }),
    removeReply: (id) =>
      send({
        name: 'DELETE user/activity/reply',
        method: 'DELETE',
        path: 'user/activity/reply',
        form: { id },
      }),
    /** The ten latest; there is neither a second page nor a way to set the counter back. */
    notifications: () =>
      find(
        { name: 'GET user/notifications', path: 'user/notifications', needsUser: true },
        (body, into) =>
          wholePage(readRows(body, 'notifications', (row) => toNotification(row, into))),
      ),
    /** The document wants the code grant for this one, so a pin's token may be refused here alone. */
    unreadCount: () =>
      call({
        name: 'GET user/notifications/count',
        method: 'GET',
        path: 'user/notifications/count',
        needsUser: true,
        mayBeClosed: true,
        read: (body) => countOrNull(numberOrNull(body)),
      }),
  }
}
