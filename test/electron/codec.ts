export type Encoded = { readonly plain: unknown } | { readonly graph: Graph }

/** Nodes that refer to each other by number, so that cycles and shared objects survive. */
export interface Graph {
  readonly top: Reference
  readonly nodes: readonly Node[]
}

/** A literal, or the number of a node, or a number, bigint or nothing that JSON has no word for. */
export type Reference =
  | { readonly v: null | boolean | number | string }
  | { readonly r: number }
  | { readonly n: string }
  | { readonly b: string }
  | { readonly u: 1 }

export type Node = readonly [tag: string, ...parts: unknown[]]

export interface Codec {
  /** What structured cloning lets through, as something JSON can carry; throws for the rest. */
  encode(value: unknown): Encoded
  decode(encoded: Encoded): unknown
}

/** For the few values a plain clone cannot carry: functions and promises of the context bridge. */
export interface CodecOptions {
  refuse?(value: object): boolean
  encodeSpecial?(value: object): unknown
  decodeSpecial?(code: unknown): unknown
}

/**
 * Structured clone to JSON and back. It is also sent to pages as source text, so it must not use
 * anything outside itself.
 */
export function createCodec(options: CodecOptions = {}): Codec {
  const VIEWS =
    /^(Int8|Uint8|Uint8Clamped|Int16|Uint16|Int32|Uint32|Float16|Float32|Float64|BigInt64|BigUint64)Array$|^DataView$/
  const PIECE = 32768 // Arguments one call may have.

  const refused = () => new Error('An object could not be cloned.')
  const tagOf = (value: object) => Object.prototype.toString.call(value).slice(8, -1)

  function toBase64(bytes: Uint8Array) {
    let text = ''
    for (let at = 0; at < bytes.length; at += PIECE)
      text += String.fromCharCode(...bytes.subarray(at, at + PIECE))
    return btoa(text)
  }

  function fromBase64(text: string) {
    const letters = atob(text)
    const bytes = new Uint8Array(letters.length)
    for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at)
    return bytes.buffer
  }

  /** Whether JSON says it all: most messages, and many times quicker than a graph. */
  function isPlain(value: unknown, seen: Set<object>): boolean {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
    if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
    if (typeof value !== 'object' || seen.has(value) || options.refuse?.(value)) return false
    seen.add(value)
    return arePartsPlain(value, seen)
  }

  function arePartsPlain(value: object, seen: Set<object>): boolean {
    if (Array.isArray(value)) {
      // By index: a hole counts as undefined, which JSON would turn into null.
      for (let at = 0; at < value.length; at++) if (!isPlain(value[at], seen)) return false
      return true
    }
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return false
    if (tagOf(value) !== 'Object') return false
    for (const part of Object.values(value)) if (!isPlain(part, seen)) return false
    return true
  }

  function encodeGraph(root: unknown): Graph {
    const numbers = new Map<object, number>()
    const nodes: Node[] = []

    function refer(value: unknown): Reference {
      if (value === null) return { v: null }
      switch (typeof value) {
        case 'string':
        case 'boolean':
          return { v: value }
        case 'undefined':
          return { u: 1 }
        case 'number':
          if (Object.is(value, -0)) return { n: '-0' }
          return Number.isFinite(value) ? { v: value } : { n: String(value) }
        case 'bigint':
          return { b: String(value) }
        case 'symbol':
          throw refused()
        default:
          return referToNode(value)
      }
    }

    function referToNode(value: object): Reference {
      const known = numbers.get(value)
      if (known !== undefined) return { r: known }
      const number = nodes.length
      numbers.set(value, number)
      nodes.push(['placeholder'])
      nodes[number] = describe(value)
      return { r: number }
    }

    function describe(value: object): Node {
      const special = options.encodeSpecial?.(value)
      if (special !== undefined) return ['special', special]
      if (typeof value === 'function' || options.refuse?.(value)) throw refused()
      if (Array.isArray(value)) return ['array', Array.from(value, refer)]
      if (ArrayBuffer.isView(value)) {
        const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
        const tag = tagOf(value)
        return ['view', VIEWS.test(tag) ? tag : 'Uint8Array', toBase64(bytes)]
      }
      if (value instanceof Error) return ['error', value.name, value.message, value.stack ?? '']
      switch (tagOf(value)) {
        case 'Date':
          return ['date', refer((value as Date).getTime())]
        case 'RegExp':
          return ['regexp', (value as RegExp).source, (value as RegExp).flags]
        case 'Map':
          return [
            'map',
            Array.from(value as Map<unknown, unknown>, ([k, v]) => [refer(k), refer(v)]),
          ]
        case 'Set':
          return ['set', Array.from(value as Set<unknown>, refer)]
        case 'ArrayBuffer':
          return ['buffer', toBase64(new Uint8Array(value as ArrayBuffer))]
        case 'Object':
          return ['object', Object.entries(value).map(([key, part]) => [key, refer(part)])]
      }
      throw refused()
    }

    const top = refer(root)
    return { top, nodes }
  }

  function decodeGraph({ top, nodes }: Graph): unknown {
    const made: unknown[] = []
    const errors: Record<string, ErrorConstructor> = {
      TypeError,
      RangeError,
      SyntaxError,
      ReferenceError,
      EvalError,
      URIError,
    }
    type Pairs = readonly (readonly [Reference, Reference])[]

    function resolve(reference: Reference): unknown {
      if ('v' in reference) return reference.v
      if ('u' in reference) return undefined
      if ('n' in reference) return Number(reference.n)
      if ('b' in reference) return BigInt(reference.b)
      if (!(reference.r in made)) build(reference.r)
      return made[reference.r]
    }

    function build(number: number): unknown {
      // The parts are what encodeGraph wrote at the other end.
      const [tag, first, second, third] = nodes[number] as readonly [string, never, never, never]
      const keep = <T>(value: T) => {
        made[number] = value
        return value
      }
      switch (tag) {
        case 'special':
          return keep(options.decodeSpecial?.(first))
        case 'date':
          return keep(new Date(resolve(first) as number))
        case 'regexp':
          return keep(new RegExp(first, second))
        case 'buffer':
          return keep(fromBase64(first))
        case 'view': {
          const views = globalThis as unknown as Record<string, new (b: ArrayBuffer) => object>
          return keep(new (views[first as string] ?? Uint8Array)(fromBase64(second)))
        }
        case 'error': {
          const error = keep(new (errors[first as string] ?? Error)(second))
          return Object.defineProperty(error, 'stack', { value: third, configurable: true })
        }
        case 'array': {
          const array = keep<unknown[]>([])
          for (const part of first as Reference[]) array.push(resolve(part))
          return array
        }
        case 'map': {
          const map = keep(new Map())
          for (const [key, value] of first as Pairs) map.set(resolve(key), resolve(value))
          return map
        }
        case 'set': {
          const set = keep(new Set())
          for (const part of first as Reference[]) set.add(resolve(part))
          return set
        }
      }
      const object = keep({})
      for (const [key, part] of first as readonly (readonly [string, Reference])[])
        Object.defineProperty(object, key, {
          value: resolve(part),
          enumerable: true,
          writable: true,
          configurable: true,
        })
      return object
    }

    return resolve(top)
  }

  return {
    encode: (value) =>
      isPlain(value, new Set()) ? { plain: value } : { graph: encodeGraph(value) },
    decode: (encoded) => ('plain' in encoded ? encoded.plain : decodeGraph(encoded.graph)),
  }
}
