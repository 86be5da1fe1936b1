import { type ReviewDraft, reviewProblemsOf } from '../../shared/community/review'
import { AppError } from '../../shared/failure'

/** A draft that the services' limits allow; else `invalid-input`, the reason being the first problem. */
export function checkedReview(draft: ReviewDraft, leastText: number): ReviewDraft {
  const [reason] = reviewProblemsOf(draft, leastText)
  if (reason === undefined) return draft
  throw new AppError({ code: 'invalid-input', reason, detail: 'The review breaks a limit.' })
}
