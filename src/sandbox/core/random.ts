/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number from `low` to `high`, both included. */
export function between(random: () => number, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1))
}

/** One of the items; the list must not be empty. */
export function pick<Item>(random: () => number, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('Nothing to pick from.')
  return item
}

/** One of the keys, each as likely as its weight says. */
export function pickWeighted<Key extends string>(
  random: () => number,
  weights: Readonly<Record<Key, number>>,
): Key {
  const entries = Object.entries<number>(weights)
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0)
  const found = entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1)
  // Object.entries forgets the key type that the parameter states.
  return found?.[0] as Key
}

/** `count` different items in random order; all of them when there are fewer. No item twice in `items`. */
export function sample<Item>(random: () => number, items: readonly Item[], count: number): Item[] {
  const chosen = new Set<Item>()
  const wanted = Math.min(count, items.length)
  while (chosen.size < wanted) chosen.add(pick(random, items))
  return [...chosen]
}

/** The items in random order. */
export function shuffled<Item>(random: () => number, items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}

/** Letters and digits of the given length. */
export function randomText(random: () => number, length: number): string {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  return Array.from({ length }, () => pick(random, [...signs])).join('')
}
