import { AppError } from '../../../shared/failure'

/** Bytes of all pieces together; readers refuse more anyway. */
const mostBytes = 64 * 1024 * 1024

interface Transfer {
  readonly id: number
  readonly name: string
  readonly bytes: Uint8Array
  filled: number
}

/** Puts a file together that the window hands over in pieces. One at a time: a new one replaces it. */
export function createReceived() {
  let current: Transfer | null = null
  let lastId = 0

  function need(id: number): Transfer {
    if (current?.id !== id) throw new AppError({ code: 'gone', reason: 'no-transfer' })
    return current
  }

  return {
    begin(bytes: number, name: string): number {
      if (bytes > mostBytes) throw new AppError({ code: 'invalid-input', reason: 'too-big' })
      lastId += 1
      current = { id: lastId, name, bytes: new Uint8Array(bytes), filled: 0 }
      return lastId
    },
    /** Answers how many bytes are there now. Failure: `gone`, `invalid-input`. */
    add(id: number, base64: string): number {
      const transfer = need(id)
      const piece = Buffer.from(base64, 'base64')
      if (transfer.filled + piece.length > transfer.bytes.length) {
        throw new AppError({ code: 'invalid-input', detail: 'more than was announced' })
      }
      transfer.bytes.set(piece, transfer.filled)
      return (transfer.filled += piece.length)
    },
    /** The whole file. Failure: `gone`, or `invalid-input` when something is missing. */
    end(id: number): { name: string; bytes: Uint8Array } {
      const { name, bytes, filled } = need(id)
      current = null
      if (filled === bytes.length) return { name, bytes }
      throw new AppError({ code: 'invalid-input', reason: 'damaged-file', detail: 'cut short' })
    },
    sizeOf: (id: number) => need(id).bytes.length,
  }
}
