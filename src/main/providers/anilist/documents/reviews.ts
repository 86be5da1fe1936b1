import { cardFields, reviewFields, userFields } from './community-fields'

const fragments = [reviewFields, cardFields, userFields].join('')

/** Reviews of a title, of a user, or of everybody; without their texts. */
export const reviewsDocument = `
query Reviews(
  $page: Int
  $perPage: Int
  $mediaId: Int
  $userId: Int
  $mediaType: MediaType
  $sort: [ReviewSort]
) {
  Page(page: $page, perPage: $perPage) {
    pageInfo { hasNextPage }
    reviews(mediaId: $mediaId, userId: $userId, mediaType: $mediaType, sort: $sort) {
      ...ReviewFields
    }
  }
}
${fragments}`

export const reviewDocument = `
query Review($id: Int) {
  Review(id: $id) { ...ReviewFields body(asHtml: false) }
}
${fragments}`

export const saveReviewDocument = `
mutation SaveReview(
  $id: Int
  $mediaId: Int
  $body: String
  $summary: String
  $score: Int
  $private: Boolean
) {
  SaveReview(
    id: $id
    mediaId: $mediaId
    body: $body
    summary: $summary
    score: $score
    private: $private
  ) {
    ...ReviewFields
    body(asHtml: false)
  }
}
${fragments}`

export const rateReviewDocument = `
mutation RateReview($reviewId: Int, $rating: ReviewRating) {
  RateReview(reviewId: $reviewId, rating: $rating) { ...ReviewFields }
}
${fragments}`

export const deleteReviewDocument = `
mutation DeleteReview($id: Int) {
  DeleteReview(id: $id) { deleted }
}`
