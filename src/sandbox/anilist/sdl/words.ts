const activityFilters = `
  id: Int id_not: Int id_in: [Int] id_not_in: [Int]
  userId: Int userId_not: Int userId_in: [Int] userId_not_in: [Int]
  messengerId: Int messengerId_not: Int messengerId_in: [Int] messengerId_not_in: [Int]
  mediaId: Int mediaId_not: Int mediaId_in: [Int] mediaId_not_in: [Int]
  type: ActivityType type_not: ActivityType type_in: [ActivityType] type_not_in: [ActivityType]
  createdAt: Int createdAt_greater: Int createdAt_lesser: Int
  isFollowing: Boolean hasReplies: Boolean hasRepliesOrTypeText: Boolean sort: [ActivitySort]
`

/** What people write: activities, threads, comments. */
export const wordTypes = `
enum ActivityType {
  TEXT ANIME_LIST MANGA_LIST MESSAGE MEDIA_LIST
}

enum ActivitySort {
  ID ID_DESC PINNED
}

type TextActivity {
  id: Int!
  userId: Int
  type: ActivityType
  replyCount: Int!
  text(asHtml: Boolean): String
  siteUrl: String
  isLocked: Boolean
  isSubscribed: Boolean
  likeCount: Int!
  isLiked: Boolean
  isPinned: Boolean
  createdAt: Int!
  user: User
  replies: [ActivityReply]
  likes: [User]
}

type ListActivity {
  id: Int!
  userId: Int
  type: ActivityType
  replyCount: Int!
  status: String
  progress: String
  isLocked: Boolean
  isSubscribed: Boolean
  likeCount: Int!
  isLiked: Boolean
  isPinned: Boolean
  siteUrl: String
  createdAt: Int!
  user: User
  media: Media
  replies: [ActivityReply]
  likes: [User]
}

type MessageActivity {
  id: Int!
  recipientId: Int
  messengerId: Int
  type: ActivityType
  replyCount: Int!
  message(asHtml: Boolean): String
  isLocked: Boolean
  isSubscribed: Boolean
  likeCount: Int!
  isLiked: Boolean
  isPinned: Boolean
  isPrivate: Boolean
  siteUrl: String
  createdAt: Int!
  recipient: User
  messenger: User
  replies: [ActivityReply]
  likes: [User]
}

type ActivityReply {
  id: Int!
  userId: Int
  activityId: Int
  text(asHtml: Boolean): String
  likeCount: Int!
  isLiked: Boolean
  createdAt: Int!
  user: User
  likes: [User]
}

union ActivityUnion = TextActivity | ListActivity | MessageActivity

type Thread {
  id: Int!
  title: String
  body(asHtml: Boolean): String
  userId: Int!
  replyUserId: Int
  replyCount: Int
  viewCount: Int
  isLocked: Boolean
  isSticky: Boolean
  isSubscribed: Boolean
  likeCount: Int!
  isLiked: Boolean
  repliedAt: Int
  createdAt: Int!
  updatedAt: Int!
  user: User
  replyUser: User
  likes: [User]
  siteUrl: String
  categories: [ThreadCategory]
  mediaCategories: [Media]
}

type ThreadCategory {
  id: Int!
  name: String!
}

type ThreadComment {
  id: Int!
  userId: Int
  threadId: Int
  comment(asHtml: Boolean): String
  likeCount: Int!
  isLiked: Boolean
  siteUrl: String
  createdAt: Int!
  updatedAt: Int!
  thread: Thread
  user: User
  likes: [User]
  childComments: Json
  isLocked: Boolean
}

enum ThreadSort {
  ID ID_DESC TITLE TITLE_DESC CREATED_AT CREATED_AT_DESC UPDATED_AT UPDATED_AT_DESC
  REPLIED_AT REPLIED_AT_DESC REPLY_COUNT REPLY_COUNT_DESC VIEW_COUNT VIEW_COUNT_DESC
  IS_STICKY SEARCH_MATCH
}

enum ThreadCommentSort {
  ID ID_DESC
}

enum LikeableType {
  THREAD THREAD_COMMENT ACTIVITY ACTIVITY_REPLY
}

union LikeableUnion =
  | ListActivity
  | TextActivity
  | MessageActivity
  | ActivityReply
  | Thread
  | ThreadComment

extend type Query {
  Activity(${activityFilters}): ActivityUnion
  Thread(
    id: Int id_in: [Int] userId: Int replyUserId: Int subscribed: Boolean
    categoryId: Int mediaCategoryId: Int search: String sort: [ThreadSort]
  ): Thread
  ThreadComment(id: Int, threadId: Int, userId: Int, sort: [ThreadCommentSort]): [ThreadComment]
}

extend type Page {
  activities(${activityFilters}): [ActivityUnion]
  activityReplies(id: Int, activityId: Int): [ActivityReply]
  threads(
    id: Int id_in: [Int] userId: Int replyUserId: Int subscribed: Boolean
    categoryId: Int mediaCategoryId: Int search: String sort: [ThreadSort]
  ): [Thread]
  threadComments(id: Int, threadId: Int, userId: Int, sort: [ThreadCommentSort]): [ThreadComment]
  likes(likeableId: Int, type: LikeableType): [User]
  followers(userId: Int!, sort: [UserSort]): [User]
  following(userId: Int!, sort: [UserSort]): [User]
}

extend type Mutation {
  SaveTextActivity(id: Int, text: String, locked: Boolean): TextActivity
  SaveMessageActivity(
    id: Int message: String recipientId: Int private: Boolean locked: Boolean
  ): MessageActivity
  DeleteActivity(id: Int): Deleted
  ToggleActivitySubscription(activityId: Int, subscribe: Boolean): ActivityUnion
  SaveActivityReply(id: Int, activityId: Int, text: String): ActivityReply
  DeleteActivityReply(id: Int): Deleted
  ToggleLike(id: Int, type: LikeableType): [User]
  ToggleLikeV2(id: Int, type: LikeableType): LikeableUnion
  ToggleFollow(userId: Int): User
  SaveThread(
    id: Int title: String body: String categories: [Int] mediaCategories: [Int]
    sticky: Boolean locked: Boolean
  ): Thread
  DeleteThread(id: Int): Deleted
  ToggleThreadSubscription(threadId: Int, subscribe: Boolean): Thread
  SaveThreadComment(
    id: Int threadId: Int parentCommentId: Int comment: String locked: Boolean
  ): ThreadComment
  DeleteThreadComment(id: Int): Deleted
}
`
