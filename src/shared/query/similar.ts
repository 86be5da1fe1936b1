/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make one
 * word of the other. Stops counting at `most + 1`.
 */
export function editDistance(one: string, other: string, most = Number.POSITIVE_INFINITY): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row]
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1]
      const changed = (last[at - 1] ?? 0) + (same ? 0 : 1)
      const swapped =
        row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]
          ? (before[at - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY
      now.push(Math.min(changed, swapped, (last[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1))
    }
    // A swap reaches back over two rows.
    if (Math.min(...now, ...last) > most) return most + 1
    before = last
    last = now
  }
  return Math.min(last[other.length] ?? 0, most + 1)
}

/** The word that is meant, if one is near enough: one slip in a short word, two in a long one. */
export function nearest(typed: string, words: Iterable<string>): string | null {
  if (typed.length < 3) return null
  let best: string | null = null
  let least = typed.length < 6 ? 1 : 2
  for (const word of words) {
    const distance = editDistance(typed, word, least)
    if (distance < least || (distance === least && best === null)) {
      best = word
      least = distance
    }
  }
  return best
}
