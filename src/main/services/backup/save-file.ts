import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { AppError } from '../../../shared/failure'

/**
 * Saves a file whole or not at all: beside its place, synced, read back, then renamed. Failure:
 * `storage`; what stood there before is kept then.
 */
export function saveFile(path: string, bytes: Uint8Array): void {
  const beside = `${path}.part`
  try {
    const handle = openSync(beside, 'w', 0o600)
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    if (!readFileSync(beside).equals(bytes)) throw new Error('what was read back differs')
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    throw new AppError(
      { code: 'storage', reason: full ? 'disk-full' : 'not-saved', detail: String(error) },
      { cause: error },
    )
  }
}
