import type { Section } from './groups'

/** A line of a list: a heading, or as many rows as stand side by side. */
export type Line =
  | { readonly type: 'heading'; readonly section: Section }
  /** Places of its first row and of the one after its last. */
  | { readonly type: 'rows'; readonly from: number; readonly end: number }

export interface Lines {
  readonly count: number
  at: (line: number) => Line
  /** The line that a row stands in. */
  lineOf: (place: number) => number
  isHeading: (line: number) => boolean
}

/** How rows stand in lines: a heading before each section, and no section without end. */
export function linesOf(count: number, columns: number, sections: readonly Section[]): Lines {
  if (sections.length === 0) return plainLines(count, columns)
  const starts: number[] = []
  let total = 0
  for (const section of sections) {
    starts.push(total)
    total += 1 + Math.ceil(section.count / columns)
  }
  const sectionAt = (line: number) => lastAtMost(starts, line)

  return {
    count: total,
    at(line) {
      const at = sectionAt(line)
      const section = sections[at] ?? { group: 0, from: 0, count: 0 }
      const inside = line - (starts[at] ?? 0) - 1
      if (inside < 0) return { type: 'heading', section }
      const from = section.from + inside * columns
      return { type: 'rows', from, end: Math.min(from + columns, section.from + section.count) }
    },
    lineOf(place) {
      const at = lastAtMost(
        sections.map(({ from }) => from),
        place,
      )
      const inside = place - (sections[at]?.from ?? 0)
      return (starts[at] ?? 0) + 1 + Math.floor(inside / columns)
    },
    isHeading: (line) => starts[sectionAt(line)] === line,
  }
}

function plainLines(count: number, columns: number): Lines {
  return {
    count: Math.ceil(count / columns),
    at: (line) => ({
      type: 'rows',
      from: line * columns,
      end: Math.min((line + 1) * columns, count),
    }),
    lineOf: (place) => Math.floor(place / columns),
    isHeading: () => false,
  }
}

/** The index of the last number that is not above `value`; the numbers rise. */
function lastAtMost(numbers: readonly number[], value: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((numbers[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}
