import { changesTo, type EntryFields, type EntryPatch, isEmptyPatch, type ListRow } from './entry'
import { totalOf } from './media'

/** What is to be done to many titles at once. */
export type BulkChange =
  | { readonly do: 'set'; readonly patch: EntryPatch }
  /** On or off a custom list; other lists stay. */
  | { readonly do: 'list'; readonly name: string; readonly on: boolean }
  | { readonly do: 'step'; readonly by: 1 | -1 }
  | { readonly do: 'remove' }

/** What a change of many would do, counted before it is made. */
export interface BulkPreview {
  readonly changing: number
  /** Are already as they would be. */
  readonly same: number
  /** Changes that a service with a feed may post there: progress and status of what is not private. */
  readonly posts: number
}

/** Episodes or chapters after one more or one less; never below 0, and not past the last one. */
export function stepped(progress: number, by: 1 | -1, total: number | null): number {
  const next = Math.max(0, progress + by)
  return by > 0 && total !== null && progress < total ? Math.min(total, next) : next
}

/** What a change of many means for one entry; `null` takes it off the list. */
export function bulkPatch(
  entry: EntryFields,
  total: number | null,
  change: BulkChange,
): EntryPatch | null {
  switch (change.do) {
    case 'set':
      return change.patch
    case 'list': {
      const others = entry.customLists.filter((name) => name !== change.name)
      return { customLists: change.on ? [...others, change.name] : others }
    }
    case 'step': {
      const atEnd = change.by > 0 && total !== null && entry.progress >= total
      return { progress: atEnd ? entry.progress : stepped(entry.progress, change.by, total) }
    }
    case 'remove':
      return null
  }
}

/** How many rows a change would touch. */
export function previewBulk(rows: readonly ListRow[], change: BulkChange): BulkPreview {
  let changing = 0
  let posts = 0
  for (const { entry, media } of rows) {
    const patch = bulkPatch(entry, totalOf(media), change)
    const changes = patch && changesTo(entry, patch)
    if (changes && isEmptyPatch(changes)) continue
    changing += 1
    if (changes && ('progress' in changes || 'status' in changes) && !entry.private) posts += 1
  }
  return { changing, same: rows.length - changing, posts }
}
