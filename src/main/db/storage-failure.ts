import { AppError, type Failure } from '../../shared/failure'

// Primary result codes of SQLite that say something about the disk or the file.
const reasons: Readonly<Record<number, string>> = {
  5: 'busy',
  8: 'read-only',
  10: 'disk',
  11: 'damaged',
  13: 'disk-full',
  14: 'cannot-open',
  26: 'damaged',
}

/** The failure `storage` for an error of SQLite, with the reason in `reason`; others pass through. */
export function storageFailure(error: unknown): Error {
  if (error instanceof AppError) return error
  const reason = storageReason(error)
  if (!reason) return error instanceof Error ? error : new Error(String(error))
  const failure: Failure = { code: 'storage', reason, detail: (error as Error).message }
  return new AppError(failure, { cause: error })
}

/** Why the storage failed; `null` when the error is not one of SQLite's. */
export function storageReason(error: unknown): string | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null
  return reasons[Number(error.errcode) & 0xff] ?? 'disk'
}
