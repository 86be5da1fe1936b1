const liked = '{ id isLiked }'

export const toggleLikeDocument = `
mutation ToggleLike($id: Int, $type: LikeableType) {
  ToggleLikeV2(id: $id, type: $type) {
    ... on TextActivity ${liked}
    ... on MessageActivity ${liked}
    ... on ListActivity ${liked}
    ... on ActivityReply ${liked}
    ... on Thread ${liked}
    ... on ThreadComment ${liked}
  }
}`

export const isActivityLikedDocument = `
query IsActivityLiked($id: Int) {
  Activity(id: $id) {
    ... on TextActivity ${liked}
    ... on MessageActivity ${liked}
    ... on ListActivity ${liked}
  }
}`

export const isReplyLikedDocument = `
query IsReplyLiked($id: Int) {
  Page(page: 1, perPage: 1) {
    activityReplies(id: $id) ${liked}
  }
}`

/** How a thread stands for the signed-in user. */
export const threadStateDocument = `
query ThreadState($id: Int) {
  Thread(id: $id) { id isLiked isSubscribed }
}`

export const isCommentLikedDocument = `
query IsCommentLiked($id: Int) {
  ThreadComment(id: $id) ${liked}
}`
