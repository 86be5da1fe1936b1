/** Numbers in 0–1 that a seed determines. */
export function createRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Random = () => number

const tokens = [
  '',
  '\u0000',
  '<',
  '</anime>',
  '<anime>',
  '<![CDATA[',
  ']]>',
  '&',
  '&#x110000;',
  '<!DOCTYPE a>',
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\',
  ',',
  'null',
  '-1',
  '1e400',
  '99999999999999999999',
  '0000-99-99',
  'NaN',
  '\r\n',
  '\ud800',
  "'",
  ';',
]

/** Damages bytes in one of the ways in which files get damaged, or are made to. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const at = Math.floor(random() * bytes.length)
  const length = Math.floor(random() * Math.min(200, bytes.length - at))
  const before = bytes.subarray(0, at)
  const ways = [
    () => joined(before, bytes.subarray(at + length)),
    () => before,
    () => joined(before, bytes.subarray(at, at + length), bytes.subarray(at)),
    () => joined(before, new TextEncoder().encode(one(tokens, random)), bytes.subarray(at)),
    () =>
      joined(before, new TextEncoder().encode(one(tokens, random)), bytes.subarray(at + length)),
    () =>
      bytes.map((byte, index) => (index === at ? byte ^ (1 << Math.floor(random() * 8)) : byte)),
    () => joined(before, noise(length, random), bytes.subarray(at + length)),
  ]
  return one(ways, random)()
}

const values: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  255,
  1e308,
  2 ** 53,
  '',
  'x',
  '-5',
  '2020-13-45',
  '\ud800',
  [],
  {},
  [[]],
  [null],
  { lists: [] },
  { year: 'a', month: -1, day: 99 },
  { a: { b: { c: {} } } },
]

/** JSON in which one value is another, one key is gone, or one element stands twice. */
export function mutateJson(text: string, random: Random): string {
  const root: unknown = JSON.parse(text)
  const places: { holder: Record<string, unknown>; key: string }[] = []
  collect(root, places)
  if (places.length === 0) return text
  const { holder, key } = one(places, random)
  if (random() < 0.7) holder[key] = structuredClone(one(values, random))
  else if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]))
  else delete holder[key]
  return JSON.stringify(root)
}

function collect(value: unknown, places: { holder: Record<string, unknown>; key: string }[]) {
  if (typeof value !== 'object' || value === null) return
  const holder = value as Record<string, unknown>
  for (const key of Object.keys(holder)) {
    places.push({ holder, key })
    collect(holder[key], places)
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(parts.flatMap((part) => [...part]))
}

function noise(length: number, random: Random): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(random() * 256))
}

function one<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)]!
}
