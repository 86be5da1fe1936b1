/** Fewest characters of a review, as the document says. */
export const leastReview = 2_000
