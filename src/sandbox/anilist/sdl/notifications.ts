/** What happened to the user. */
export const notificationTypes = `
union NotificationUnion =
  | AiringNotification
  | FollowingNotification
  | ActivityMessageNotification
  | ActivityMentionNotification
  | ActivityReplyNotification
  | ActivityReplySubscribedNotification
  | ActivityLikeNotification
  | ActivityReplyLikeNotification
  | ThreadCommentMentionNotification
  | ThreadCommentReplyNotification
  | ThreadCommentSubscribedNotification
  | ThreadCommentLikeNotification
  | ThreadLikeNotification
  | RelatedMediaAdditionNotification
  | MediaDataChangeNotification
  | MediaMergeNotification
  | MediaDeletionNotification
  | MediaSubmissionUpdateNotification
  | StaffSubmissionUpdateNotification
  | CharacterSubmissionUpdateNotification

type AiringNotification {
  id: Int!
  type: NotificationType
  animeId: Int!
  episode: Int!
  contexts: [String]
  createdAt: Int
  media: Media
}

type FollowingNotification {
  id: Int!
  userId: Int!
  type: NotificationType
  context: String
  createdAt: Int
  user: User
}

type ActivityMessageNotification {
  id: Int!
  userId: Int!
  type: NotificationType
  activityId: Int!
  context: String
  createdAt: Int
  message: MessageActivity
  user: User
}

type ActivityMentionNotification {
  id: Int!
  userId: Int!
  type: NotificationType
  activityId: Int!
  context: String
  createdAt: Int
  activity: ActivityUnion
  user: User
}

type ActivityReplyNotification {
  id: Int!
  userId: Int!
  type: NotificationType
  activityId: Int!
  context: String
  createdAt: Int
  activity: ActivityUnion
  user: User
}

type ActivityReplySubscribedNotification {
  id: Int!
  userId: Int!
  type: NotificationType
  activityId: Int!
  context: String
  createdAt: Int
  activity: ActivityUnion
  user: User
}

type ActivityLikeNotification {
  id: Int!
  userId: Int!
  type: NotificationType
  activityId: Int!
  context: String
  createdAt: Int
  activity: ActivityUnion
  user: User
}

type ActivityReplyLikeNotification {
  id: Int!
  userId: Int!
  type: NotificationType
  activityId: Int!
  context: String
  createdAt: Int
  activity: ActivityUnion
  user: User
}

type ThreadCommentMentionNotification {
  id: Int!
  userId: Int!
  type: NotificationType
  commentId: Int!
  context: String
  createdAt: Int
  thread: Thread
  comment: ThreadComment
  user: User
}

type ThreadCommentReplyNotification {
  id: Int!
  userId: Int!
  type: NotificationType
  commentId: Int!
  context: String
  createdAt: Int
  thread: Thread
  comment: ThreadComment
  user: User
}

type ThreadCommentSubscribedNotification {
  id: Int!
  userId: Int!
  type: NotificationType
  commentId: Int!
  context: String
  createdAt: Int
  thread: Thread
  comment: ThreadComment
  user: User
}

type ThreadCommentLikeNotification {
  id: Int!
  userId: Int!
  type: NotificationType
  commentId: Int!
  context: String
  createdAt: Int
  thread: Thread
  comment: ThreadComment
  user: User
}

type ThreadLikeNotification {
  id: Int!
  userId: Int!
  type: NotificationType
  threadId: Int!
  context: String
  createdAt: Int
  thread: Thread
  comment: ThreadComment
  user: User
}

type RelatedMediaAdditionNotification {
  id: Int!
  type: NotificationType
  mediaId: Int!
  context: String
  createdAt: Int
  media: Media
}

type MediaDataChangeNotification {
  id: Int!
  type: NotificationType
  mediaId: Int!
  context: String
  reason: String
  createdAt: Int
  media: Media
}

type MediaMergeNotification {
  id: Int!
  type: NotificationType
  mediaId: Int!
  deletedMediaTitles: [String]
  context: String
  reason: String
  createdAt: Int
  media: Media
}

type MediaDeletionNotification {
  id: Int!
  type: NotificationType
  deletedMediaTitle: String
  context: String
  reason: String
  createdAt: Int
}

type MediaSubmissionUpdateNotification {
  id: Int!
  type: NotificationType
  contexts: [String]
  status: String
  notes: String
  createdAt: Int
  media: Media
  submittedTitle: String
}

type StaffSubmissionUpdateNotification {
  id: Int!
  type: NotificationType
  contexts: [String]
  status: String
  notes: String
  createdAt: Int
  staff: Staff
}

type CharacterSubmissionUpdateNotification {
  id: Int!
  type: NotificationType
  contexts: [String]
  status: String
  notes: String
  createdAt: Int
  character: Character
}

extend type Page {
  notifications(
    type: NotificationType type_in: [NotificationType] resetNotificationCount: Boolean
  ): [NotificationUnion]
}
`
