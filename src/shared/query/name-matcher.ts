import { fold } from '../titles'

interface WantedName {
  /** Folded. */
  readonly text: string
  readonly whole: boolean
}

/**
 * Tells whether a name is one of those that are wanted: a whole one, or one with a word that begins
 * so. Remembers what it was asked, as 50,000 titles share some hundred names.
 */
export function nameMatcher(wanted: readonly WantedName[]): (name: string) => boolean {
  const known = new Map<string, boolean>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const folded = fold(name).replaceAll('"', '')
    const matches = wanted.some(({ text, whole }) =>
      whole ? folded === text : beginsWord(folded, text),
    )
    known.set(name, matches)
    return matches
  }
}

function beginsWord(name: string, text: string): boolean {
  for (let at = name.indexOf(text); at >= 0; at = name.indexOf(text, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(name[at - 1] ?? '')) return true
  }
  return false
}
