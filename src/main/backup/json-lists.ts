import { isUtf8 } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import type { ReadContext } from './context'
import { type FoundList, scanJson } from './json-scan'

/**
 * Parses a big JSON document so that its long lists stay bytes: each element is parsed when it is
 * looked at, and forgotten. An element that cannot be parsed is `undefined`, and `broken` answers how
 * many of those that were looked at so far are. `null` when the document is no JSON, or none that
 * gains from it: then it is to be parsed whole.
 */
export function parseBigJson(
  bytes: Uint8Array,
  context: ReadContext,
): { value: unknown; broken: () => number } | null {
  const body =
    bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
  if (body.length < context.limits.wholeJson || !beginsLikeJson(body) || !isUtf8(body)) return null
  const lists = scanJson(body, context)
  if (lists === null || lists.length === 0) return null
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const mark = randomUUID()
  const pieces: string[] = []
  const brokenAt = new Set<number>()
  let from = 0
  lists.forEach((list, index) => {
    pieces.push(buffer.toString('utf8', from, list.from), `"${mark}${index}"`)
    from = list.to
  })
  pieces.push(buffer.toString('utf8', from))
  try {
    const value: unknown = JSON.parse(pieces.join(''), (_key, held: unknown) => {
      if (typeof held !== 'string' || !held.startsWith(mark)) return held
      const list = lists[Number(held.slice(mark.length))]
      return list === undefined ? held : lazyList(buffer, list, brokenAt)
    })
    return { value, broken: () => brokenAt.size }
  } catch {
    return null
  }
}

function beginsLikeJson(bytes: Uint8Array): boolean {
  const first = bytes.subarray(0, 100).find((byte) => byte > 32)
  return first === 0x7b || first === 0x5b
}

/** An array to whoever reads it, of which only the bytes exist. Notes where what is no JSON begins. */
function lazyList(
  buffer: Buffer,
  { starts }: FoundList,
  brokenAt: Set<number>,
): readonly unknown[] {
  const count = starts.length - 1
  const indexOf = (key: string | symbol) => {
    const index = typeof key === 'string' && /^\d{1,9}$/.test(key) ? Number(key) : count
    return index < count ? index : null
  }
  // Nothing is ever put into it: the traps answer for its elements.
  return new Proxy<unknown[]>([], {
    get(target, key) {
      if (key === 'length') return count
      const index = indexOf(key)
      if (index === null) return Reflect.get(target, key) as unknown
      const from = starts[index] ?? 0
      const value = parsed(buffer.toString('utf8', from, (starts[index + 1] ?? 1) - 1))
      if (value === undefined) brokenAt.add(from)
      return value
    },
    has: (target, key) => indexOf(key) !== null || Reflect.has(target, key),
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
