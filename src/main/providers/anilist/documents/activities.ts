import {
  listActivityFields,
  messageActivityFields,
  replyFields,
  textActivityFields,
} from './activity-fields'
import { cardFields, userFields } from './community-fields'

const anyActivity = '...TextActivityFields ...MessageActivityFields ...ListActivityFields'
const fragments = [
  textActivityFields,
  messageActivityFields,
  listActivityFields,
  cardFields,
  userFields,
].join('')

/** What the signed-in user and those they follow did, newest first. */
export const activityFeedDocument = `
query ActivityFeed($page: Int, $perPage: Int) {
  Page(page: $page, perPage: $perPage) {
    pageInfo { hasNextPage }
    activities(isFollowing: true, sort: [ID_DESC]) { ${anyActivity} }
  }
}
${fragments}`

export const userActivitiesDocument = `
query UserActivities($page: Int, $perPage: Int, $userId: Int) {
  Page(page: $page, perPage: $perPage) {
    pageInfo { hasNextPage }
    activities(userId: $userId, sort: [ID_DESC]) { ${anyActivity} }
  }
}
${fragments}`

/** One activity with the replies to it. */
export const activityDocument = `
query Activity($id: Int) {
  Activity(id: $id) {
    ...TextActivityFields
    ...MessageActivityFields
    ...ListActivityFields
    ... on TextActivity { replies { ...ReplyFields } }
    ... on MessageActivity { replies { ...ReplyFields } }
    ... on ListActivity { replies { ...ReplyFields } }
  }
}
${replyFields}
${fragments}`

export const saveTextActivityDocument = `
mutation SaveTextActivity($text: String) {
  SaveTextActivity(text: $text) { ...TextActivityFields }
}
${textActivityFields}
${userFields}`

export const saveMessageActivityDocument = `
mutation SaveMessageActivity($message: String, $recipientId: Int) {
  SaveMessageActivity(message: $message, recipientId: $recipientId) { ...MessageActivityFields }
}
${messageActivityFields}
${userFields}`

export const saveActivityReplyDocument = `
mutation SaveActivityReply($activityId: Int, $text: String) {
  SaveActivityReply(activityId: $activityId, text: $text) { ...ReplyFields }
}
${replyFields}
${userFields}`

export const deleteActivityDocument = `
mutation DeleteActivity($id: Int) {
  DeleteActivity(id: $id) { deleted }
}`

export const deleteActivityReplyDocument = `
mutation DeleteActivityReply($id: Int) {
  DeleteActivityReply(id: $id) { deleted }
}`
