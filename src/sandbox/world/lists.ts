import { createIds, createTable, type Changes } from '../core/table'
import { emptyEntry, type EntryChange, type ListEntry } from './entry'
import type { SeriesType } from './series'

/** All entries of all users of one service. */
export interface Lists {
  wasKept: boolean
  byId(id: number): ListEntry | undefined
  find(userId: number, mediaId: number): ListEntry | undefined
  /** In no order; do not change it. */
  of(userId: number, type: SeriesType): ReadonlyMap<number, ListEntry>
  /** Newest update first. */
  newestFirst(userId: number, type: SeriesType): readonly ListEntry[]
  /** Adds an entry; times are Unix s. */
  add(
    of: Pick<ListEntry, 'userId' | 'mediaId' | 'type'>,
    change: EntryChange,
    now: number,
  ): ListEntry
  /** Changes an entry and its update time. */
  change(entry: ListEntry, change: EntryChange, now: number): ListEntry
  put(entry: ListEntry): void
  remove(entry: ListEntry): void
}

export function createLists(changes: Changes): Lists {
  const table = createTable<number, ListEntry>('entries', (entry) => entry.id, changes)
  const nextId = createIds(table, 10_001)
  const index = new Map<string, Map<number, ListEntry>>()
  const sorted = new Map<string, readonly ListEntry[]>()

  function listOf(userId: number, type: SeriesType): Map<number, ListEntry> {
    const key = `${userId}${type}`
    const list = index.get(key) ?? new Map<number, ListEntry>()
    index.set(key, list)
    return list
  }

  table.onChange((before, after) => {
    const entry = after ?? before
    if (!entry) return
    const list = listOf(entry.userId, entry.type)
    sorted.delete(`${entry.userId}${entry.type}`)
    if (after) list.set(entry.mediaId, after)
    else list.delete(entry.mediaId)
  })

  return {
    wasKept: table.wasKept,
    byId: (id) => table.get(id),
    find: (userId, mediaId) =>
      listOf(userId, 'anime').get(mediaId) ?? listOf(userId, 'manga').get(mediaId),
    of: listOf,
    newestFirst(userId, type) {
      const key = `${userId}${type}`
      const known = sorted.get(key)
      if (known) return known
      const entries = [...listOf(userId, type).values()]
      entries.sort((a, b) => b.updatedAt - a.updatedAt || b.id - a.id)
      sorted.set(key, entries)
      return entries
    },
    add(of, change, now) {
      const empty = emptyEntry({ ...of, id: nextId(), createdAt: now, updatedAt: now })
      const entry = { ...empty, ...change }
      table.put(entry)
      return entry
    },
    change(entry, change, now) {
      const changed = { ...entry, ...change, updatedAt: now }
      table.put(changed)
      return changed
    },
    put: (entry) => table.put(entry),
    remove: (entry) => void table.remove(entry.id),
  }
}
