import type { ListRow } from '../entry'

/** The names of one field for many rows, each distinct name kept once. */
export interface NameColumn {
  readonly names: readonly string[]
  /** How many rows have each name. */
  readonly counts: readonly number[]
  /** The places in `names` of row `index` stand from `starts[index]` to `starts[index + 1]`. */
  readonly starts: Uint32Array
  readonly ids: Uint32Array
}

export type ReadNames = readonly ((row: ListRow) => readonly string[])[]

export function nameColumn(rows: readonly ListRow[], read: ReadNames): NameColumn {
  const idOf = new Map<string, number>()
  const counts: number[] = []
  const starts = new Uint32Array(rows.length + 1)
  let ids = new Uint32Array(rows.length * 4 + 16)
  let end = 0
  for (const [index, row] of rows.entries()) {
    starts[index] = end
    for (const each of read) {
      for (const name of each(row)) {
        const id = idOf.get(name) ?? idOf.size
        idOf.set(name, id)
        counts[id] = (counts[id] ?? 0) + 1
        if (end === ids.length) ids = grown(ids)
        ids[end] = id
        end += 1
      }
    }
  }
  starts[rows.length] = end
  return { names: [...idOf.keys()], counts, starts, ids: ids.subarray(0, end) }
}

/** Whether a row of a column still has the names that it had. */
export function hasSameNames(
  column: NameColumn,
  index: number,
  row: ListRow,
  read: ReadNames,
): boolean {
  let at = column.starts[index] ?? 0
  const end = column.starts[index + 1] ?? at
  for (const each of read) {
    for (const name of each(row)) {
      if (at >= end || column.names[column.ids[at] ?? -1] !== name) return false
      at += 1
    }
  }
  return at === end
}

function grown(ids: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(ids.length * 2)
  larger.set(ids)
  return larger
}
