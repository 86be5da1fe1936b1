import { AppError } from '../../shared/failure'

/** Why a file cannot be taken at all. */
export type ProblemReason =
  | 'unknown-file'
  | 'web-page'
  | 'empty-file'
  | 'damaged-file'
  | 'too-big'
  | 'too-deep'
  | 'unsafe-xml'
  | 'newer-version'
  | 'pickle'

/** The error of a file that is refused whole; `detail` never quotes the file. */
export function problem(reason: ProblemReason, detail: string, cause?: unknown): AppError {
  return new AppError({ code: 'invalid-input', reason, detail }, { cause })
}
