import type { Database } from './database'

/** An answer that was kept, and when it was given (Unix ms). */
export interface Kept<T> {
  readonly storedAt: number
  readonly value: T
}

export type SeasonCache = ReturnType<typeof createSeasonCache>

/** Answers about seasons and their weeks, kept under names of their own. */
export function createSeasonCache({ sql }: Database) {
  const select = sql.prepare('SELECT stored_at, data FROM cache WHERE key = ?')
  const replace = sql.prepare(
    'INSERT OR REPLACE INTO cache (key, stored_at, data) VALUES (?, ?, ?)',
  )
  const eraseOld = sql.prepare(`DELETE FROM cache WHERE key LIKE 'season-%' AND stored_at < ?`)

  return {
    read<T>(name: string): Kept<T> | null {
      const row = select.get(`season-${name}`)
      if (!row) return null
      return { storedAt: Number(row['stored_at']), value: JSON.parse(String(row['data'])) as T }
    },
    /** Forgets what is older than two months on the way. */
    write(name: string, value: unknown, atMs: number) {
      eraseOld.run(atMs - 60 * 24 * 3600 * 1000)
      replace.run(`season-${name}`, atMs, JSON.stringify(value))
    },
  }
}
