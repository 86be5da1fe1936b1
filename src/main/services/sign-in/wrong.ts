import { AppError } from '../../../shared/failure'
import type { SignInReason } from '../../../shared/sign-in'

/** What the user can put right: `invalid-input` with the reason. */
export function wrong(reason: SignInReason): AppError {
  return new AppError({ code: 'invalid-input', reason })
}
