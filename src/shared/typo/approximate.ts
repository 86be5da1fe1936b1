/** A word whose traces are looked for in many texts. */
export type Approximate = (text: string, most: number) => number

const longest = 31

/**
 * Looks for a word anywhere in a text, with slips: gives the fewest letters that must be put in, left
 * out, changed or swapped so that it stands there, or `most + 1` when more than `most` are needed.
 * Each letter of the text costs a few operations on whole numbers, whatever the word (Myers 1999,
 * with swaps after Hyyrö 2003). Of a word of more than 31 letters only the begin counts.
 */
export function approximate(word: string): Approximate {
  const length = Math.min(word.length, longest)
  const last = 1 << (length - 1)
  const places = placesOf(word.slice(0, length))
  const other = new Map<number, number>()
  const common = new Int32Array(128)
  for (const [code, bits] of places) {
    if (code < 128) common[code] = bits
    else other.set(code, bits)
  }

  return (text, most) => {
    let more = -1
    let less = 0
    let equal = 0
    let before = 0
    let distance = length
    let best = length
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      const match = code < 128 ? (common[code] ?? 0) : (other.get(code) ?? 0)
      const swapped = ((~equal & match) << 1) & before
      const zero = (((match & more) + more) ^ more) | match | less | swapped
      equal = zero
      before = match
      const up = less | ~(zero | more)
      const down = more & zero
      if (up & last) distance += 1
      if (down & last) distance -= 1
      // A match may begin anywhere: nothing is shifted in from above.
      const shifted = up << 1
      more = (down << 1) | ~(zero | shifted)
      less = shifted & zero
      if (distance < best) {
        best = distance
        if (best === 0) return 0
      }
    }
    return best > most ? most + 1 : best
  }
}

/** For every letter of a word, the bits of its places. */
function placesOf(word: string): ReadonlyMap<number, number> {
  const places = new Map<number, number>()
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at)
    places.set(code, (places.get(code) ?? 0) | (1 << at))
  }
  return places
}
