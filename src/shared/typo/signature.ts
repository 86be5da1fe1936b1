/** Whole numbers that make up a signature. */
export const signatureSize = 4

const bits = signatureSize * 32

/**
 * Notes which pairs of neighbouring letters a text has, in few bits: what lacks too many pairs of a
 * word cannot hold it, however few slips are allowed. Adds to `signatures` from `at` on.
 */
export function sign(text: string, signatures: Int32Array, at: number): void {
  for (let place = 1; place < text.length; place += 1) {
    const bit = pairAt(text, place)
    const word = at + (bit >> 5)
    signatures[word] = (signatures[word] ?? 0) | (1 << (bit & 31))
  }
}

/** Which of the bits the pair that ends at a place of a text sets. */
export function pairAt(text: string, place: number): number {
  return (text.charCodeAt(place - 1) * 31 + text.charCodeAt(place) * 17) % bits
}
