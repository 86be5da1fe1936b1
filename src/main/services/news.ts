import type { ListRow } from '../../shared/entry'
import type { Push } from '../../shared/ipc'
import type { TitleKey } from '../../shared/media'
import { unpackKey, type PackedKey } from '../db/keys'

/** Rows told in one message, so that none grows past 256 kB. */
const rowsPerMessage = 100

export type News = ReturnType<typeof createNews>

/** Tells the window which rows look different now; several steps of one moment are told once. */
export function createNews(push: Push, rowOf: (key: PackedKey) => ListRow | null) {
  const pending = new Set<PackedKey>()

  function tell() {
    const byAccount = new Map<number, { rows: ListRow[]; removed: TitleKey[] }>()
    for (const key of pending) {
      const { owner, title } = unpackKey(key)
      const news = byAccount.get(owner) ?? { rows: [], removed: [] }
      byAccount.set(owner, news)
      const row = rowOf(key)
      if (row) news.rows.push(row)
      else news.removed.push(title)
    }
    pending.clear()
    for (const [accountId, { rows, removed }] of byAccount) send(accountId, rows, removed)
  }

  function send(accountId: number, rows: readonly ListRow[], removed: readonly TitleKey[]) {
    const most = Math.max(rows.length, removed.length)
    for (let from = 0; from < most; from += rowsPerMessage) {
      push('library:changed', {
        accountId,
        rows: rows.slice(from, from + rowsPerMessage),
        removed: removed.slice(from, from + rowsPerMessage),
      })
    }
  }

  return {
    changed(keys: readonly PackedKey[]) {
      if (pending.size === 0 && keys.length > 0) queueMicrotask(tell)
      for (const key of keys) pending.add(key)
    },
  }
}
