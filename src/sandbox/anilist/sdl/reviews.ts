/** Reviews and recommendations. */
export const reviewTypes = `
enum ReviewSort {
  ID ID_DESC SCORE SCORE_DESC RATING RATING_DESC CREATED_AT CREATED_AT_DESC UPDATED_AT
  UPDATED_AT_DESC
}

enum ReviewRating {
  NO_VOTE UP_VOTE DOWN_VOTE
}

type Review {
  id: Int!
  userId: Int!
  mediaId: Int!
  mediaType: MediaType
  summary: String
  body(asHtml: Boolean): String
  rating: Int
  ratingAmount: Int
  userRating: ReviewRating
  score: Int
  private: Boolean
  siteUrl: String
  createdAt: Int!
  updatedAt: Int!
  user: User
  media: Media
}

type ReviewConnection {
  edges: [ReviewEdge]
  nodes: [Review]
  pageInfo: PageInfo
}

type ReviewEdge {
  node: Review
}

enum RecommendationSort {
  ID ID_DESC RATING RATING_DESC
}

enum RecommendationRating {
  NO_RATING RATE_UP RATE_DOWN
}

type Recommendation {
  id: Int!
  rating: Int
  userRating: RecommendationRating
  media: Media
  mediaRecommendation: Media
  user: User
}

type RecommendationConnection {
  edges: [RecommendationEdge]
  nodes: [Recommendation]
  pageInfo: PageInfo
}

type RecommendationEdge {
  node: Recommendation
}

extend type Query {
  Review(id: Int, mediaId: Int, userId: Int, mediaType: MediaType, sort: [ReviewSort]): Review
  Recommendation(
    id: Int mediaId: Int mediaRecommendationId: Int userId: Int rating: Int
    rating_greater: Int rating_lesser: Int sort: [RecommendationSort]
  ): Recommendation
}

extend type Page {
  reviews(id: Int, mediaId: Int, userId: Int, mediaType: MediaType, sort: [ReviewSort]): [Review]
  recommendations(
    id: Int mediaId: Int mediaRecommendationId: Int userId: Int rating: Int
    rating_greater: Int rating_lesser: Int sort: [RecommendationSort]
  ): [Recommendation]
}

extend type Media {
  reviews(limit: Int, sort: [ReviewSort], page: Int, perPage: Int): ReviewConnection
  recommendations(sort: [RecommendationSort], page: Int, perPage: Int): RecommendationConnection
}

extend type Mutation {
  SaveReview(
    id: Int mediaId: Int body: String summary: String score: Int private: Boolean
  ): Review
  DeleteReview(id: Int): Deleted
  RateReview(reviewId: Int, rating: ReviewRating): Review
  SaveRecommendation(
    mediaId: Int mediaRecommendationId: Int rating: RecommendationRating
  ): Recommendation
}
`
