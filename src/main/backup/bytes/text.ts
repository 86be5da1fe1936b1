/** Text of a file, and where its bytes had to be repaired. */
export interface DecodedText {
  readonly text: string
  /** Places in `text`, ascending, that were not what the encoding promised. */
  readonly repairedAt: readonly number[]
}

/** More broken places than this, and it was never text. */
const mostRepairs = 100_000

const single = new TextDecoder('windows-1252')

/**
 * Reads bytes as text: UTF-8 or UTF-16, each with or without BOM, or what an XML declaration
 * names. Bytes that are no UTF-8 are read as Windows-1252, one by one. `null` if it is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const wide = wideEncoding(bytes)
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), repairedAt: [] }
  const body = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? bytes.subarray(3) : bytes
  if (body.subarray(0, 4096).includes(0)) return null
  const whole = decode(body, 'utf-8')
  if (whole !== null) return { text: whole, repairedAt: [] }
  const declared = declaredEncoding(body)
  const other = declared === null ? null : decode(body, declared)
  return other === null ? repair(body) : { text: other, repairedAt: [] }
}

/** How many places lie in `from`..`to`; both lists of places are read forwards only. */
export function createRepairCounter(repairedAt: readonly number[]) {
  let next = 0
  return {
    /** Places before `position` that were not counted yet. */
    until(position: number): number {
      const start = next
      while ((repairedAt[next] ?? Infinity) < position) next++
      return next - start
    },
  }
}

/** Two bytes a character: by the mark, or by what every list begins with, `<`, `{`, `[` or a letter. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  const [first = 0, second = 0, third = 0, fourth] = bytes
  if (fourth === undefined) return null
  if (first > 0 && second === 0 && third > 0 && fourth === 0) return 'utf-16le'
  return first === 0 && second > 0 && third === 0 && fourth > 0 ? 'utf-16be' : null
}

function startsWith(bytes: Uint8Array, head: readonly number[]) {
  return head.every((byte, index) => bytes[index] === byte)
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = single.decode(bytes.subarray(0, 200))
  const name = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)["']/i.exec(head)?.[1] ?? null
  return name === null || /^utf-?8$/i.test(name) ? null : name
}

function repair(bytes: Uint8Array): DecodedText | null {
  const pieces: string[] = []
  const repairedAt: number[] = []
  const utf8 = new TextDecoder()
  let length = 0
  let from = 0
  const add = (piece: string) => {
    pieces.push(piece)
    length += piece.length
  }
  for (let at = 0; at < bytes.length;) {
    const size = sequenceLength(bytes, at)
    if (size > 0) {
      at += size
      continue
    }
    if (repairedAt.length >= mostRepairs) return null
    if (at > from) add(utf8.decode(bytes.subarray(from, at)))
    repairedAt.push(length)
    add(single.decode(bytes.subarray(at, at + 1)))
    from = ++at
  }
  if (bytes.length > from) add(utf8.decode(bytes.subarray(from)))
  return { text: pieces.join(''), repairedAt }
}

/** Bytes of the well-formed UTF-8 sequence at `at`; 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const size = sizeByFirst(first)
  for (let next = 1; next < size; next++) if ((bytes[at + next] ?? 0) >> 6 !== 2) return 0
  const [least, most] = secondByte.get(first) ?? [0x80, 0xbf]
  const second = bytes[at + 1] ?? 0
  return second >= least && second <= most ? size : 0
}

function sizeByFirst(first: number): number {
  if (first < 0xc2 || first > 0xf4) return 0
  if (first < 0xe0) return 2
  return first < 0xf0 ? 3 : 4
}

/** First bytes after which not every second one is allowed. */
const secondByte: ReadonlyMap<number, readonly [least: number, most: number]> = new Map([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
])
