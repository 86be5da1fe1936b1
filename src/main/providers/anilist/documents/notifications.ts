import { cardFields, userFields } from './community-fields'

const common = 'id type context createdAt'
const byUser = `${common} user { ...UserFields }`
const onActivity = `{ ${byUser} activityId }`
const onComment = `{ ${byUser} commentId thread { id title } }`

/** Kinds that are not named here come as empty objects. `reset` is for what the user opens only. */
export const notificationsDocument = `
query Notifications($page: Int, $perPage: Int, $reset: Boolean) {
  Page(page: $page, perPage: $perPage) {
    pageInfo { hasNextPage }
    notifications(resetNotificationCount: $reset) {
      ... on AiringNotification { id type contexts createdAt episode media { ...CardFields } }
      ... on FollowingNotification { ${byUser} }
      ... on ActivityMessageNotification ${onActivity}
      ... on ActivityMentionNotification ${onActivity}
      ... on ActivityReplyNotification ${onActivity}
      ... on ActivityReplySubscribedNotification ${onActivity}
      ... on ActivityLikeNotification ${onActivity}
      ... on ActivityReplyLikeNotification ${onActivity}
      ... on ThreadCommentMentionNotification ${onComment}
      ... on ThreadCommentReplyNotification ${onComment}
      ... on ThreadCommentSubscribedNotification ${onComment}
      ... on ThreadCommentLikeNotification ${onComment}
      ... on ThreadLikeNotification { ${byUser} threadId thread { id title } }
      ... on RelatedMediaAdditionNotification { ${common} media { ...CardFields } }
      ... on MediaDataChangeNotification { ${common} reason media { ...CardFields } }
      ... on MediaMergeNotification {
        ${common} reason deletedMediaTitles media { ...CardFields }
      }
      ... on MediaDeletionNotification { ${common} reason deletedMediaTitle }
      ... on MediaSubmissionUpdateNotification {
        id type contexts createdAt notes media { ...CardFields }
      }
      ... on StaffSubmissionUpdateNotification { id type contexts createdAt notes }
      ... on CharacterSubmissionUpdateNotification { id type contexts createdAt notes }
    }
  }
}
${cardFields}
${userFields}`

export const unreadCountDocument = `
query UnreadCount {
  Viewer { unreadNotificationCount }
}`
