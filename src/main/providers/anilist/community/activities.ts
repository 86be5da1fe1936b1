import type { SocialCalls } from '../../community'
import { partsOf } from '../../lenient'
import { countOrNull, needed } from '../../reading'
import { written } from '../../written'
import type { MakeCall } from '../call'
import {
  activityDocument,
  activityFeedDocument,
  deleteActivityDocument,
  deleteActivityReplyDocument,
  saveActivityReplyDocument,
  saveMessageActivityDocument,
  saveTextActivityDocument,
  userActivitiesDocument,
} from '../documents/activities'
import { notificationsDocument, unreadCountDocument } from '../documents/notifications'
import { toActivity, toReply } from '../read/activities'
import { toNotification } from '../read/notifications'
import { textLimits } from '../text-limits'
import type { Ask } from './ask'

type ActivityCalls = Omit<
  SocialCalls,
  'me' | 'user' | 'userNamed' | 'searchUsers' | 'following' | 'followers' | 'favourites'
>

/** What people do and say, and what one is told of it. */
export function createActivityCalls(call: MakeCall, ask: Ask): ActivityCalls {
  const { find, page, change, remove } = ask
  return {
    feed: (number) =>
      page(
        {
          name: 'Page.activities',
          field: 'activities',
          document: activityFeedDocument,
          needsUser: true,
        },
        { page: number },
        toActivity,
      ),
    activitiesOf: (userId, number) =>
      page(
        { name: 'Page.activities', field: 'activities', document: userActivitiesDocument },
        { page: number, userId },
        toActivity,
      ),
    activity: (id) =>
      find({ name: 'Activity', document: activityDocument }, { id }, (data, into) =>
        needed(toActivity(partsOf(data['Activity']), into), 'Activity'),
      ),
    postStatus: (text) =>
      change(
        'SaveTextActivity',
        saveTextActivityDocument,
        { text: written(text, textLimits.status) },
        toActivity,
      ),
    postMessage: (recipientId, text) =>
      change(
        'SaveMessageActivity',
        saveMessageActivityDocument,
        { recipientId, message: written(text, textLimits.message) },
        toActivity,
      ),
    postReply: (activityId, text) =>
      change(
        'SaveActivityReply',
        saveActivityReplyDocument,
        { activityId, text: written(text, textLimits.reply) },
        toReply,
      ),
    removeActivity: (id) => remove('DeleteActivity', deleteActivityDocument, { id }),
    removeReply: (id) => remove('DeleteActivityReply', deleteActivityReplyDocument, { id }),
    notifications: (number, unread) =>
      page(
        {
          name: 'Page.notifications',
          field: 'notifications',
          document: notificationsDocument,
          needsUser: true,
        },
        { page: number, reset: unread === 'reset' },
        toNotification,
      ),
    unreadCount: () =>
      call({
        name: 'Viewer.unreadNotificationCount',
        effect: 'read',
        document: unreadCountDocument,
        variables: {},
        needsUser: true,
        read: (data) => countOrNull(partsOf(data['Viewer'])['unreadNotificationCount']),
      }),
  }
}
