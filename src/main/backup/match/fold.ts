import { fold } from '../../../shared/titles'

/** Letters and digits of a title, without accents, case and marks: what all spellings share. */
export function foldTitle(text: string): string {
  const plain = fold(text).replaceAll('&', ' and ').replaceAll('×', 'x')
  const folded = plain.replace(/[^\p{L}\p{N}]+/gu, '')
  return folded === '' ? text.trim().toLowerCase() : folded
}

/** The title as typed, but for case, width and spaces. */
export function exactTitle(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/**
 * As `foldTitle`, but the marks at the end stay: `K-On!` and `K-On!!` are two seasons, so are
 * `Gintama` and `Gintama'`.
 */
export function benignTitle(text: string): string {
  const marks = /[\s!?.♪☆★+°'’′~]+$/u.exec(text.trim())?.[0] ?? ''
  return foldTitle(text) + marks.replace(/[\s~]/g, '').replace(/[’′]/g, "'")
}

const numerals: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ii: '2',
    iii: '3',
    iv: '4',
    v: '5',
    vi: '6',
    vii: '7',
    viii: '8',
    ix: '9',
    x: '10',
  }),
)
const ordinals: ReadonlyMap<string, string> = new Map(
  Object.entries({
    first: '1',
    second: '2',
    third: '3',
    fourth: '4',
    fifth: '5',
  }),
)
const empty = new Set(['season', 'part', 'cour', 'series', 'the', 'a', 'an', 'tv'])

/** The words of a title, its season written one way only; Japanese in pairs of characters. */
export function titleWords(text: string): string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.flatMap((word, index) => {
    if (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(word)) return pairs(word)
    const number = /^(?:s?(\d+)|(\d+)(?:st|nd|rd|th))$/.exec(word)
    if (number) return [number[1] ?? number[2] ?? word]
    const season = (index > 0 ? numerals.get(word) : undefined) ?? ordinals.get(word)
    if (season !== undefined) return [season]
    return empty.has(word) ? [] : [word]
  })
}

/** Two titles that differ only in how they write their season have the same. */
export function looseTitle(text: string): string {
  return titleWords(text).join(' ')
}

/** How alike two folded titles are, 0–1: the share of character pairs that both have. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  if (a.length < 2 || b.length < 2) return 0
  const counts = new Map<string, number>()
  for (let at = 0; at < a.length - 1; at++) {
    const pair = a.slice(at, at + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  let shared = 0
  for (let at = 0; at < b.length - 1; at++) {
    const pair = b.slice(at, at + 2)
    const left = counts.get(pair) ?? 0
    if (left === 0) continue
    counts.set(pair, left - 1)
    shared++
  }
  return (2 * shared) / (a.length + b.length - 2)
}

function pairs(word: string): string[] {
  if (word.length < 2) return [word]
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))
}
