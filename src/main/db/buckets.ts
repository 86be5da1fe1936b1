import type { Database } from './database'

/** How full a limit was when it was last written down. */
export interface StoredBucket {
  /** Slots that were busy. */
  readonly busy: number
  /** What was left of a pause, in ms. */
  readonly pauseMs: number
  /** Monotonic ms at that moment. */
  readonly savedAt: number
}

/** Keeps the limits of one realm over a restart and over kill -9 (not over a power cut: docs/adr/0020). */
export interface BucketStore {
  read(name: string): StoredBucket | null
  write(name: string, bucket: StoredBucket): void
}

export function createBucketStore(db: Database, realm: number): BucketStore {
  const { sql } = db
  const select = sql.prepare(
    'SELECT busy, pause_ms, saved_at FROM buckets WHERE realm = ? AND name = ?',
  )
  const replace = sql.prepare('INSERT OR REPLACE INTO buckets VALUES (?, ?, ?, ?, ?)')
  return {
    read(name) {
      const row = select.get(realm, name) as
        { busy: number; pause_ms: number; saved_at: number } | undefined
      return row ? { busy: row.busy, pauseMs: row.pause_ms, savedAt: row.saved_at } : null
    },
    write(name, { busy, pauseMs, savedAt }) {
      db.quickly(() => {
        replace.run(realm, name, busy, Math.ceil(pauseMs), Math.floor(savedAt))
      })
    },
  }
}
