/**
 * The CBOR of Chromium's debugging pipe: a few kinds of values, where each object and each array
 * lies in an envelope that tells its length. It is several times quicker than JSON, and bytes need
 * no base64.
 */

const MAJOR = { natural: 0, negative: 1, bytes: 2, text: 3, tag: 6 } as const
const ENVELOPE = [0xd8, 0x18, 0x5a] as const
/** The start of an envelope: its mark and four bytes of length. */
export const ENVELOPE_HEAD = 7
const MAP = 0xbf
const LIST = 0x9f
const END = 0xff
const FALSE = 0xf4
const TRUE = 0xf5
const NULL = 0xf6
const DOUBLE = 0xfb
/** Bytes that JSON would have shown as base64. */
const BASE64 = 0xd6
const INT_MIN = -(2 ** 31)
const INT_MAX = 2 ** 31 - 1

/** One message: null, booleans, numbers, texts, bytes, lists and objects without undefined. */
export function encodeCbor(message: object): Buffer {
  let buffer = Buffer.allocUnsafe(1024)
  let end = 0

  function reserve(count: number) {
    if (end + count <= buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, end + count))
    buffer.copy(larger, 0, 0, end)
    buffer = larger
  }

  function byte(value: number) {
    reserve(1)
    buffer[end++] = value
  }

  function head(major: number, value: number) {
    reserve(5)
    if (value < 24) return byte((major << 5) | value)
    if (value <= 0xff) {
      byte((major << 5) | 24)
      return byte(value)
    }
    byte((major << 5) | (value <= 0xffff ? 25 : 26))
    end = value <= 0xffff ? buffer.writeUInt16BE(value, end) : buffer.writeUInt32BE(value, end)
  }

  function number(value: number) {
    if (Number.isInteger(value) && value >= INT_MIN && value <= INT_MAX && !Object.is(value, -0))
      return value >= 0 ? head(MAJOR.natural, value) : head(MAJOR.negative, -1 - value)
    byte(DOUBLE)
    reserve(8)
    end = buffer.writeDoubleBE(value, end)
  }

  /** ASCII as text, anything else as the UTF-16 that it is in memory on both sides. */
  function text(value: string) {
    const isAscii = Buffer.byteLength(value) === value.length
    const length = isAscii ? value.length : value.length * 2
    head(isAscii ? MAJOR.text : MAJOR.bytes, length)
    reserve(length)
    end += buffer.write(value, end, isAscii ? 'latin1' : 'utf16le')
  }

  function envelope(mark: number, fill: () => void) {
    for (const value of ENVELOPE) byte(value)
    reserve(4)
    const lengthAt = end
    end += 4
    byte(mark)
    fill()
    byte(END)
    buffer.writeUInt32BE(end - lengthAt - 4, lengthAt)
  }

  function put(value: unknown): void {
    if (typeof value === 'string') return text(value)
    if (typeof value === 'number') return number(value)
    if (typeof value === 'boolean') return byte(value ? TRUE : FALSE)
    if (typeof value !== 'object' || value === null) return byte(NULL)
    if (value instanceof Uint8Array) {
      byte(BASE64)
      head(MAJOR.bytes, value.length)
      reserve(value.length)
      buffer.set(value, end)
      end += value.length
      return
    }
    if (Array.isArray(value)) return envelope(LIST, () => value.forEach(put))
    envelope(MAP, () => {
      for (const [key, part] of Object.entries(value)) {
        if (part === undefined) continue
        text(key)
        put(part)
      }
    })
  }

  put(message)
  return buffer.subarray(0, end)
}

/** The value that Chromium wrote; its bytes come as base64, as JSON would have shown them. */
export function decodeCbor(buffer: Buffer): unknown {
  let at = 0

  function length(info: number): number {
    if (info < 24) return info
    const size = 2 ** (info - 24)
    at += size
    return buffer.readUIntBE(at - size, size)
  }

  function piece(info: number, encoding: BufferEncoding): string {
    const size = length(info)
    at += size
    return buffer.toString(encoding, at - size, at)
  }

  function tagged(initial: number): unknown {
    if (initial === BASE64) return piece((buffer[at++] ?? 0) & 0x1f, 'base64')
    at += ENVELOPE_HEAD - 1
    return next()
  }

  function list(): unknown[] {
    const values: unknown[] = []
    while (buffer[at] !== END) values.push(next())
    at += 1
    return values
  }

  function map(): Record<string, unknown> {
    const values: Record<string, unknown> = {}
    while (buffer[at] !== END) {
      const key = next() as string
      values[key] = next()
    }
    at += 1
    return values
  }

  function next(): unknown {
    const initial = buffer[at++] ?? END
    const info = initial & 0x1f
    switch (initial) {
      case MAP:
        return map()
      case LIST:
        return list()
      case FALSE:
        return false
      case TRUE:
        return true
      case NULL:
        return null
      case DOUBLE:
        at += 8
        return buffer.readDoubleBE(at - 8)
    }
    switch (initial >> 5) {
      case MAJOR.natural:
        return length(info)
      case MAJOR.negative:
        return -1 - length(info)
      case MAJOR.bytes:
        return piece(info, 'utf16le')
      case MAJOR.text:
        return piece(info, 'utf8')
      case MAJOR.tag:
        return tagged(initial)
    }
    throw new Error(`Chromium's pipe: unknown byte ${initial} at ${at - 1}`)
  }

  return next()
}
