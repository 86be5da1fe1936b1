import { cardFields, commentFields, threadFields, userFields } from './community-fields'

const fragments = [threadFields, cardFields, userFields].join('')

export const threadsDocument = `
query Threads(
  $page: Int
  $perPage: Int
  $subscribed: Boolean
  $categoryId: Int
  $mediaCategoryId: Int
  $search: String
  $sort: [ThreadSort]
) {
  Page(page: $page, perPage: $perPage) {
    pageInfo { hasNextPage }
    threads(
      subscribed: $subscribed
      categoryId: $categoryId
      mediaCategoryId: $mediaCategoryId
      search: $search
      sort: $sort
    ) {
      ...ThreadFields
    }
  }
}
${fragments}`

/** A thread and a page of its comments, as one request. Answers to comments come as plain JSON. */
export const threadDocument = `
query ThreadPage($id: Int, $page: Int, $perPage: Int) {
  Thread(id: $id) { ...ThreadFields body(asHtml: false) }
  Page(page: $page, perPage: $perPage) {
    pageInfo { hasNextPage }
    threadComments(threadId: $id, sort: [ID]) { ...CommentFields childComments }
  }
}
${fragments}
${commentFields}`

export const saveThreadDocument = `
mutation SaveThread(
  $id: Int
  $title: String
  $body: String
  $categories: [Int]
  $mediaCategories: [Int]
) {
  SaveThread(
    id: $id
    title: $title
    body: $body
    categories: $categories
    mediaCategories: $mediaCategories
  ) {
    ...ThreadFields
  }
}
${fragments}`

export const deleteThreadDocument = `
mutation DeleteThread($id: Int) {
  DeleteThread(id: $id) { deleted }
}`

/** Unlike other toggles this one is told what it shall be. */
export const threadSubscriptionDocument = `
mutation ToggleThreadSubscription($threadId: Int, $subscribe: Boolean) {
  ToggleThreadSubscription(threadId: $threadId, subscribe: $subscribe) { id isSubscribed }
}`

export const saveThreadCommentDocument = `
mutation SaveThreadComment($id: Int, $threadId: Int, $parentCommentId: Int, $comment: String) {
  SaveThreadComment(
    id: $id
    threadId: $threadId
    parentCommentId: $parentCommentId
    comment: $comment
  ) {
    ...CommentFields
  }
}
${commentFields}
${userFields}`

export const deleteThreadCommentDocument = `
mutation DeleteThreadComment($id: Int) {
  DeleteThreadComment(id: $id) { deleted }
}`
