/** Every way in which something can fail. A code is added only when somebody must act differently. */
export const failureCodes = [
  'offline',
  'outcome-unknown',
  'rate-limited',
  'outage',
  'blocked',
  'scope',
  'signed-out',
  'refused',
  'gone',
  'bad-answer',
  'conflict',
  'storage',
  'cancelled',
  'invalid-input',
  'unexpected',
] as const

export type FailureCode = (typeof failureCodes)[number]

/** A failure as data: what crosses IPC, what the queue decides on, what the window words. */
export interface Failure {
  readonly code: FailureCode
  /** For people who look closer; the service's own words where it gave any. Never a secret. */
  readonly detail?: string
  /** Which case of the code this is, where the words differ: a key of the messages. */
  readonly reason?: string
  /** How long the service asked to be left alone, in ms. */
  readonly retryAfterMs?: number
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

/** The one error class that is thrown on purpose; anything else that is thrown is a bug. */
export class AppError extends Error {
  readonly failure: Failure

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.detail ?? failure.code, options)
    this.name = 'AppError'
    this.failure = failure
  }
}

/** The failure inside whatever was thrown; what is not ours becomes `unexpected`. */
export function toFailure(error: unknown): Failure {
  if (error instanceof AppError) return error.failure
  return { code: 'unexpected', detail: error instanceof Error ? error.message : String(error) }
}

/** Closes a switch over a union: a member without a branch does not compile. */
export function assertNever(value: never): never {
  throw new Error(`No branch for ${JSON.stringify(value)}`)
}
