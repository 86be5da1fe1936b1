import { Unzip, type UnzipFile, UnzipInflate } from 'fflate'
import { AppError } from '../../../shared/failure'
import type { ReadContext } from '../context'
import { problem } from '../problem'
import { join, tooBig, type Unpacked } from './gzip'

const sliceBytes = 16 * 1024

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/** The files in a zip, in their order; all together at most `limits.bytes`, else `too-big`. */
export function unzip(packed: Uint8Array, context: ReadContext): Unpacked[] {
  const members: { chunks: Uint8Array[]; size: number; done: boolean }[] = []
  let total = 0
  let failed = false
  const stream = new Unzip((file) => take(file))
  stream.register(UnzipInflate)

  function take(file: UnzipFile) {
    if (members.length >= context.limits.members) {
      throw problem('too-big', `The zip holds more than ${context.limits.members} files.`)
    }
    const member = { chunks: [] as Uint8Array[], size: 0, done: false }
    members.push(member)
    file.ondata = (error, chunk, final) => {
      if (error) {
        // fflate hands back what is thrown below.
        if (error instanceof AppError) throw error
        failed = true
        return
      }
      total += chunk.length
      if (total > context.limits.bytes) throw tooBig(context.limits.bytes)
      member.size += chunk.length
      if (chunk.length > 0) member.chunks.push(chunk)
      member.done ||= final
    }
    file.start()
  }

  try {
    for (let at = 0; at < packed.length; at += sliceBytes) {
      context.tick(at, packed.length)
      const end = Math.min(at + sliceBytes, packed.length)
      stream.push(packed.subarray(at, end), end === packed.length)
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    failed = true
  }
  const found = members.filter((member) => member.size > 0)
  if (found.length === 0)
    throw problem('damaged-file', 'The zip holds nothing that can be unpacked.')
  return found.map(({ chunks, size, done }) => ({
    bytes: join(chunks, size),
    damaged: failed || !done,
  }))
}
