/** Indexes of rows in the order in which they are shown. */
export type Indexes = Uint32Array

/** Those that belong, in their order. The array's own `filter` takes three times as long. */
export function pick(indexes: Indexes, belongs: (index: number) => boolean): Indexes {
  const picked = new Uint32Array(indexes.length)
  let count = 0
  for (const index of indexes) {
    if (!belongs(index)) continue
    picked[count] = index
    count += 1
  }
  return picked.slice(0, count)
}
