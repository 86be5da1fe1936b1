import { type Approximate, approximate } from './approximate'
import { pairAt, sign, signatureSize } from './signature'

interface Term {
  readonly word: string
  /** How many slips are forgiven. */
  readonly most: number
  readonly find: Approximate
  /** Places in the signature: which number, and which bit of it. */
  readonly pairs: readonly (readonly [number, number])[]
  /** So many of the pairs are left after all slips. */
  readonly needed: number
}

/** Texts that are looked at closely, and those that are handed out. */
const mostCandidates = 3000
const mostFound = 50

/**
 * Finds the texts that nearly hold all terms, the nearest first. Keeps a small signature of every
 * text it has seen: give it the same array each time, and it only signs what is new.
 */
export function createSimilarTexts() {
  let texts: readonly string[] = []
  let signed: string[] = []
  let signatures = new Int32Array(0)

  /** Brings the signatures up to date. */
  function take(newest: readonly string[]) {
    if (newest !== texts) signed = []
    texts = newest
    if (signatures.length < texts.length * signatureSize || signed.length === 0) {
      const larger = new Int32Array(Math.ceil(texts.length * 1.25) * signatureSize)
      if (signed.length > 0) larger.set(signatures)
      signatures = larger
    }
    for (const [index, text] of texts.entries()) {
      if (signed[index] === text) continue
      const at = index * signatureSize
      signatures.fill(0, at, at + signatureSize)
      sign(text, signatures, at)
      signed[index] = text
    }
  }

  function mayHold(index: number, { pairs, needed }: Term): boolean {
    if (needed <= 0) return true
    const at = index * signatureSize
    let left = pairs.length - needed
    for (const [number, bit] of pairs) {
      if (((signatures[at + number] ?? 0) & bit) !== 0) continue
      left -= 1
      if (left < 0) return false
    }
    return true
  }

  /**
   * @param indexes where to look, in the order for those that are equally near
   * @param newest the texts, folded, with one name a line
   * @param words folded terms, each of which must be found
   */
  return (indexes: Uint32Array, newest: readonly string[], words: readonly string[]) => {
    const terms = words.map(toTerm).toSorted((a, b) => b.word.length - a.word.length)
    if (!terms.some(({ most }) => most > 0)) return new Uint32Array(0)
    take(newest)

    let best = Number.POSITIVE_INFINITY
    let candidates: { index: number; slips: number }[] = []
    for (const index of indexes) {
      if (!terms.every((term) => mayHold(index, term))) continue
      const slips = slipsIn(texts[index] ?? '', terms)
      if (slips === Number.POSITIVE_INFINITY || slips > best + 1) continue
      if (slips < best) best = slips
      candidates.push({ index, slips })
    }
    candidates = candidates.filter(({ slips }) => slips <= best + 1).slice(0, mostCandidates)
    const length = words.join(' ').length
    const ranked = candidates
      .map(({ index }) => ({ index, far: farness(texts[index] ?? '', terms, length) }))
      .toSorted((a, b) => a.far - b.far)
    return Uint32Array.from(ranked.slice(0, mostFound), ({ index }) => index)
  }
}

/** Slips of all terms together; endless when one of them needs too many. */
function slipsIn(text: string, terms: readonly Term[]): number {
  let sum = 0
  for (const { word, most, find } of terms) {
    const slips = most === 0 ? Number(!text.includes(word)) : find(text, most)
    if (slips > most) return Number.POSITIVE_INFINITY
    sum += slips
  }
  return sum
}

/** How far the nearest of the names is: by slips, then by begins of words, then by length. */
function farness(text: string, terms: readonly Term[], length: number): number {
  let least = Number.POSITIVE_INFINITY
  for (const name of text.split('\n')) {
    let slips = 0
    let begins = 0
    for (const { word, most, find } of terms) {
      slips += find(name, most + 1)
      if (` ${name}`.includes(` ${word.slice(0, 2)}`)) begins += 1
    }
    const rest = Math.min(9, Math.abs(name.length - length) / 6)
    least = Math.min(least, slips * 10 - (4 * begins) / terms.length + rest)
  }
  return least
}

function toTerm(word: string): Term {
  const most = word.length < 3 ? 0 : word.length < 6 ? 1 : word.length < 12 ? 2 : 3
  const bits = new Set<number>()
  // Of a longer word only so much is looked for.
  for (let place = 1; place < Math.min(word.length, 31); place += 1) bits.add(pairAt(word, place))
  const pairs = [...bits].map((bit) => [bit >> 5, 1 << (bit & 31)] as const)
  // A slip spoils two pairs at most, a swap three.
  return { word, most, find: approximate(word), pairs, needed: pairs.length - 3 * most }
}
