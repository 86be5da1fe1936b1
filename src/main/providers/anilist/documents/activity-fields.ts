/** Spreads UserFields. */
export const replyFields = `
fragment ReplyFields on ActivityReply {
  id
  activityId
  text
  likeCount
  isLiked
  createdAt
  user { ...UserFields }
}`

/** Spreads UserFields. */
export const textActivityFields = `
fragment TextActivityFields on TextActivity {
  id
  type
  replyCount
  likeCount
  isLiked
  isLocked
  createdAt
  text
  user { ...UserFields }
}`

/** Spreads UserFields. */
export const messageActivityFields = `
fragment MessageActivityFields on MessageActivity {
  id
  type
  replyCount
  likeCount
  isLiked
  isLocked
  isPrivate
  createdAt
  message
  messenger { ...UserFields }
  recipient { ...UserFields }
}`

/** Spreads UserFields and CardFields. */
export const listActivityFields = `
fragment ListActivityFields on ListActivity {
  id
  type
  replyCount
  likeCount
  isLiked
  isLocked
  createdAt
  status
  progress
  user { ...UserFields }
  media { ...CardFields }
}`
