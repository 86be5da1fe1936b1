import { AppError } from '../../../shared/failure'

/** A call that a service may lack. Failure: `invalid-input` (`ability-missing`). */
export function needed<T>(call: T | undefined): T {
  if (call !== undefined) return call
  throw new AppError({ code: 'invalid-input', reason: 'ability-missing' })
}
