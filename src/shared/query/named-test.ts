import { fold } from '../titles'
import type { Wanted } from './condition'
import type { NameColumn } from './name-column'

interface WantedName {
  /** Folded. */
  readonly text: string
  readonly whole: boolean
}

/** Tells whether a row has one of the names that are wanted: whole ones, or words that begin so. */
export function namedTest(wanted: Wanted, column: NameColumn): (index: number) => boolean {
  const { starts, ids } = column
  const countAt = (index: number) => (starts[index + 1] ?? 0) - (starts[index] ?? 0)
  if (wanted.type === 'none') return (index) => countAt(index) <= 0
  if (wanted.type === 'any') return (index) => countAt(index) > 0
  if (wanted.type !== 'names') return () => false

  const isWanted = Uint8Array.from(column.names, (name) => Number(isNamed(name, wanted.names)))
  if (!isWanted.includes(1)) return () => false
  return (index) => {
    const end = starts[index + 1] ?? 0
    for (let at = starts[index] ?? 0; at < end; at += 1) {
      if (isWanted[ids[at] ?? 0] === 1) return true
    }
    return false
  }
}

function isNamed(name: string, wanted: readonly WantedName[]): boolean {
  const folded = fold(name).replaceAll('"', '')
  return wanted.some(({ text, whole }) => (whole ? folded === text : beginsWord(folded, text)))
}

function beginsWord(name: string, text: string): boolean {
  for (let at = name.indexOf(text); at >= 0; at = name.indexOf(text, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(name[at - 1] ?? '')) return true
  }
  return false
}
