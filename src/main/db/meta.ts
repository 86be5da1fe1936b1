import type { Database } from './database'

export type MetaTable = ReturnType<typeof createMetaTable>

/** Single values that belong to the lists rather than to the settings. */
export function createMetaTable(db: Database) {
  const { sql } = db
  const select = sql.prepare('SELECT value FROM meta WHERE name = ?')
  const replace = sql.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)')
  const erase = sql.prepare('DELETE FROM meta WHERE name = ?')
  return {
    read(name: string): string | null {
      const row = select.get(name) as { value: string } | undefined
      return row?.value ?? null
    },
    write: (name: string, value: string) => void replace.run(name, value),
    /** The same without waiting for the disk: for what would only be asked once more. */
    note: (name: string, value: string) => db.quickly(() => void replace.run(name, value)),
    remove: (name: string) => void erase.run(name),
  }
}
