import type { Draft, DraftKey, KeptDraft } from '../../shared/community/post'
import type { Database } from './database'

export type DraftsTable = ReturnType<typeof createDraftsTable>

/** Words that wait for their writer. Failure: `storage`. */
export function createDraftsTable({ sql }: Database) {
  const select = sql.prepare('SELECT data FROM drafts WHERE account = ? AND key = ?')
  const selectAll = sql.prepare(
    'SELECT * FROM drafts WHERE account = ? ORDER BY changed_at DESC, key',
  )
  const replace = sql.prepare('INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?)')
  const erase = sql.prepare('DELETE FROM drafts WHERE account = ? AND key = ?')
  const eraseAll = sql.prepare('DELETE FROM drafts WHERE account = ?')

  return {
    get(account: number, key: DraftKey): Draft | null {
      const row = select.get(account, key) as { data: string } | undefined
      return row ? (JSON.parse(row.data) as Draft) : null
    },
    /** The latest first. */
    of: (account: number): readonly KeptDraft[] =>
      selectAll.all(account).map((row) => ({
        key: String(row['key']) as DraftKey,
        draft: JSON.parse(String(row['data'])) as Draft,
        changedAt: Number(row['changed_at']),
      })),
    put: (account: number, key: DraftKey, draft: Draft, nowMs: number) =>
      void replace.run(account, key, JSON.stringify(draft), nowMs),
    remove: (account: number, key: DraftKey) => void erase.run(account, key),
    removeAll: (account: number) => void eraseAll.run(account),
  }
}
