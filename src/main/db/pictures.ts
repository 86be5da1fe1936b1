import type { Picture, PictureKey } from '../providers/provider'
import type { Database } from './database'

/** Far more than anybody looks at; those not named for longest go first. */
const mostPictures = 50_000
const atOnce = 1_000
const dayMs = 86_400_000

export type PicturesTable = ReturnType<typeof createPicturesTable>

/** Where the pictures of people of a realm are. Covers of titles stand with their titles. */
export function createPicturesTable({ sql }: Database, most = mostPictures) {
  const select = sql.prepare('SELECT data FROM pictures WHERE realm = ? AND key = ?')
  const upsert = sql.prepare(
    `INSERT INTO pictures (realm, key, data, seen_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (realm, key) DO UPDATE SET data = excluded.data, seen_at = excluded.seen_at
     WHERE data <> excluded.data OR seen_at < excluded.seen_at - ${dayMs}`,
  )
  const count = sql.prepare('SELECT COUNT(*) AS count FROM pictures')
  const forget = sql.prepare(
    'DELETE FROM pictures WHERE rowid IN (SELECT rowid FROM pictures ORDER BY seen_at, rowid LIMIT ?)',
  )

  return {
    get(realm: number, key: PictureKey): Picture | null {
      const row = select.get(realm, key) as { data: string } | undefined
      return row ? { key, ...(JSON.parse(row.data) as Omit<Picture, 'key'>) } : null
    },
    putAll(realm: number, pictures: readonly Picture[], nowMs: number) {
      for (const { key, ...addresses } of pictures) {
        upsert.run(realm, key, JSON.stringify(addresses), nowMs)
      }
      if (pictures.length === 0) return
      const over = Number(count.get()?.['count']) - most
      if (over > 0) forget.run(Math.max(over, Math.min(atOnce, Math.ceil(most / 10))))
    },
  }
}
