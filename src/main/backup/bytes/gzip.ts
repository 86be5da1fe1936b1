import { crc32, gunzipSync } from 'node:zlib'
import { Gunzip } from 'fflate'
import { AppError } from '../../../shared/failure'
import type { ReadContext } from '../context'
import { problem } from '../problem'

/** Deflate grows at most about 1,032 times, so one slice can make 17 MB before the limit is seen. */
const sliceBytes = 16 * 1024

export interface Unpacked {
  readonly bytes: Uint8Array
  /** It ended early, or its checksum does not fit: what could be had is here. */
  readonly damaged: boolean
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** Unpacks gzip up to `limits.bytes`; more is refused as `too-big`. */
export function gunzip(packed: Uint8Array, context: ReadContext): Unpacked {
  const { bytes: most } = context.limits
  context.tick(0, packed.length)
  try {
    const { buffer, byteOffset, length } = gunzipSync(packed, { maxOutputLength: most })
    context.tick(packed.length, packed.length)
    if (length > 0) return { bytes: new Uint8Array(buffer, byteOffset, length), damaged: false }
  } catch (error) {
    if (error instanceof AppError) throw error
    if (isTooLarge(error)) throw tooBig(most)
  }
  return mend(packed, context)
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}

/** What can be had of one that is damaged: piece by piece, up to where it breaks. */
function mend(packed: Uint8Array, context: ReadContext): Unpacked {
  const chunks: Uint8Array[] = []
  let size = 0
  let members = 1
  const stream = new Gunzip((chunk) => {
    size += chunk.length
    if (size > context.limits.bytes) throw tooBig(context.limits.bytes)
    if (chunk.length > 0) chunks.push(chunk)
  })
  stream.onmember = () => void members++
  const damaged = pushAll(stream, packed, context)
  if (size === 0) throw problem('damaged-file', 'Nothing can be unpacked from it.')
  const bytes = join(chunks, size)
  return { bytes, damaged: damaged || (members === 1 && trailer(packed) !== crc32(bytes)) }
}

export function tooBig(limit: number): AppError {
  return problem('too-big', `It unpacks to more than ${limit} bytes.`)
}

export function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

function pushAll(stream: Gunzip, packed: Uint8Array, context: ReadContext): boolean {
  try {
    for (let at = 0; at < packed.length; at += sliceBytes) {
      context.tick(at, packed.length)
      const end = Math.min(at + sliceBytes, packed.length)
      stream.push(packed.subarray(at, end), end === packed.length)
    }
    return false
  } catch (error) {
    if (error instanceof AppError) throw error
    return true
  }
}

/** The checksum that stands in the last eight bytes, least significant byte first. */
function trailer(packed: Uint8Array): number {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  return packed.length < 18 ? 0 : view.getUint32(packed.length - 8, true)
}
