/** Hears of each change of a service's records; `row` is null when one was removed. */
export type ChangeListener = (table: string, key: string, row: unknown) => void

/** The changes of one service: told to a listener, and undone when a request fails whole. */
export interface Changes {
  note(table: string, key: string, row: unknown, undo: () => void): void
  /** Rows kept from an earlier run, or null when there was none. */
  kept(table: string): readonly unknown[] | null
  /** Runs `work`; when it returns false every change it made is taken back. */
  attempt(work: () => boolean): void
}

export function createChanges(
  listener: ChangeListener = () => undefined,
  kept: (table: string) => readonly unknown[] | null = () => null,
): Changes {
  let undos: (() => void)[] | null = null
  return {
    kept,
    note(table, key, row, undo) {
      undos?.push(undo)
      listener(table, key, row)
    },
    attempt(work) {
      undos = []
      const done = work()
      const takeBack = undos.reverse()
      undos = null
      if (!done) for (const undo of takeBack) undo()
    },
  }
}

export interface Table<Key extends string | number, Row> {
  /** True when the rows come from an earlier run, so that nothing must be made up. */
  readonly wasKept: boolean
  get(key: Key): Row | undefined
  /** Adds or replaces. Rows are never changed in place. */
  put(row: Row): void
  remove(key: Key): boolean
  rows(): Row[]
  size(): number
  /** Told of each change, also of one taken back: what was there, what is there now. */
  onChange(listener: (before: Row | undefined, after: Row | undefined) => void): void
}

export function createTable<Key extends string | number, Row>(
  name: string,
  keyOf: (row: Row) => Key,
  changes: Changes,
): Table<Key, Row> {
  const kept = changes.kept(name)
  const rows = new Map<Key, Row>()
  const listeners: ((before: Row | undefined, after: Row | undefined) => void)[] = []
  // Kept rows were written by this very table, so their shape is known.
  for (const row of kept ?? []) rows.set(keyOf(row as Row), row as Row)

  function set(key: Key, after: Row | undefined): void {
    const before = rows.get(key)
    if (after === undefined) rows.delete(key)
    else rows.set(key, after)
    for (const listener of listeners) listener(before, after)
    changes.note(name, String(key), after ?? null, () => set(key, before))
  }

  return {
    wasKept: kept !== null,
    get: (key) => rows.get(key),
    put: (row) => set(keyOf(row), row),
    remove(key) {
      if (!rows.has(key)) return false
      set(key, undefined)
      return true
    },
    rows: () => [...rows.values()],
    size: () => rows.size,
    onChange(listener) {
      listeners.push(listener)
      for (const row of rows.values()) listener(undefined, row)
    },
  }
}

/** Gives numbers above all that the table has held. */
export function createIds(table: { rows(): { id: number }[] }, first = 1): () => number {
  let next = table.rows().reduce((most, row) => Math.max(most, row.id + 1), first)
  return () => next++
}
