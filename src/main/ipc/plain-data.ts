/** Most that one call may carry, in characters of text plus 8 for everything else. */
export const mostWeight = 256 * 1024

const mostDepth = 16

/**
 * Says what is wrong with data that came from outside, before anything reads it closely: `null` is
 * fine. Stops at the limit, so that a huge message costs no more than a large one.
 */
export function faultOf(value: unknown, limit = mostWeight): string | null {
  let left = limit

  function visit(item: unknown, depth: number): string | null {
    left -= typeof item === 'string' ? item.length + 8 : 8
    if (left < 0) return 'too much data'
    if (depth > mostDepth) return 'nested too deep'
    if (typeof item !== 'object' || item === null) return isPlainValue(item)
    if (Array.isArray(item)) return first(item, depth)
    if (!isPlainObject(item)) return 'not plain data'
    return visitKeys(item, depth)
  }

  function visitKeys(item: object, depth: number) {
    for (const [key, held] of Object.entries(item)) {
      if (key === '__proto__') return 'a forbidden key'
      left -= key.length
      const fault = visit(held, depth + 1)
      if (fault !== null) return fault
    }
    return null
  }

  function first(items: readonly unknown[], depth: number) {
    if (items.length * 8 > left) return 'too much data'
    for (const item of items) {
      const fault = visit(item, depth + 1)
      if (fault !== null) return fault
    }
    return null
  }

  return visit(value, 0)
}

function isPlainValue(value: unknown) {
  const plain = value === null || ['string', 'number', 'boolean'].includes(typeof value)
  return plain ? null : 'not plain data'
}

function isPlainObject(value: object) {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
