import type { MediaKind } from '../../shared/media'
import type { Database } from './database'
import { keyOffset, keyRange, type PackedKey } from './keys'

/** A title of a realm and the id by which others know it. */
export interface Lent {
  readonly key: PackedKey
  readonly malId: number
}

export interface Nameless {
  readonly key: PackedKey
  readonly malId: number | null
}

/** Whose list: titles that are on it are asked for, and no others. */
export interface Listed {
  readonly account: number
  readonly realm: number
  readonly kind: MediaKind
}

export type LentTitles = ReturnType<typeof createLentTitles>

/** Where titles come from whose service sends ids only. Keys are those of the realm. */
export function createLentTitles({ sql }: Database) {
  const note = sql.prepare(
    `INSERT INTO lent_titles (key, mal_id, due_at) VALUES (?, ?, 0)
     ON CONFLICT (key) DO UPDATE SET mal_id = excluded.mal_id, due_at = 0
     WHERE mal_id IS NOT excluded.mal_id`,
  )
  const due = sql.prepare(
    // Begins with what was lent, which is nothing at services that tell titles.
    `SELECT lent_titles.key, mal_id AS malId FROM lent_titles
     CROSS JOIN entries ON entries.key = lent_titles.key - ?
     WHERE lent_titles.key >= ? AND lent_titles.key < ? AND mal_id IS NOT NULL AND due_at <= ?
     LIMIT ?`,
  )
  const setDue = sql.prepare('UPDATE lent_titles SET due_at = ? WHERE key = ?')
  const nameless = sql.prepare(
    `SELECT entries.key + ? AS key, mal_id AS malId FROM entries
     LEFT JOIN lent_titles ON lent_titles.key = entries.key + ?
     WHERE entries.key >= ? AND entries.key < ?
     AND NOT EXISTS (SELECT 1 FROM media WHERE media.key = entries.key + ?)`,
  )
  const names = sql.prepare('SELECT names FROM own_names WHERE key = ?')
  const keepNames = sql.prepare('INSERT OR REPLACE INTO own_names (key, names) VALUES (?, ?)')

  return {
    /** The title came without its names, and with this id or none. A new id is due at once. */
    note: (key: PackedKey, malId: number | null) => void note.run(key, malId),
    /** Titles on the list that are to be asked for at `nowMs` (Unix ms), at most `most`. */
    due({ account, realm, kind }: Listed, nowMs: number, most: number): readonly Lent[] {
      const { first, end } = keyRange(realm, kind)
      return due.all(keyOffset(account, realm), first, end, nowMs, most) as never
    },
    /** When to ask next, in Unix ms. */
    setDue: (key: PackedKey, atMs: number) => void setDue.run(atMs, key),
    /** Titles on the list of which nothing is known. */
    nameless({ account, realm, kind }: Listed): readonly Nameless[] {
      const { first, end } = keyRange(account, kind)
      const offset = keyOffset(account, realm)
      return nameless.all(offset, offset, first, end, offset) as never
    },
    /** The names that its own service has for a title, the main one first; none when not known. */
    ownNames(key: PackedKey): readonly string[] {
      const row = names.get(key) as { names: string } | undefined
      return row ? (JSON.parse(row.names) as string[]) : []
    },
    keepOwnNames: (key: PackedKey, all: readonly string[]) =>
      void keepNames.run(key, JSON.stringify(all)),
  }
}
