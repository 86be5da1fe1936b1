import type { Database } from './database'

/** One work as airing knows it, and what the user chose for it. */
export interface ShowRow {
  readonly id: number
  readonly muted: boolean
  /** The user's own delay in minutes; `null`: as for all. */
  readonly delay: number | null
  /** Somebody here waited for its episodes when that was looked at last. */
  readonly followed: boolean
  /** Unix ms from which on episodes are announced. */
  readonly since: number
  /** How good its best schedule is, when that was asked for, and until when it counts (Unix s). */
  readonly rank: number
  readonly asked: number
  readonly coveredUntil: number
}

export type ShowsTable = ReturnType<typeof createShowsTable>

/** Works and their names: `anilist:123`, `mal:45`, … */
export function createShowsTable({ sql, transaction }: Database) {
  const selectAll = sql.prepare('SELECT * FROM airing_shows')
  const selectNames = sql.prepare('SELECT * FROM airing_names')
  const insert = sql.prepare('INSERT INTO airing_shows DEFAULT VALUES')
  const update = sql.prepare(
    `UPDATE airing_shows SET muted = ?, delay = ?, followed = ?, since = ?, rank = ?, asked = ?,
       covered_until = ? WHERE id = ?`,
  )
  const putName = sql.prepare('INSERT OR REPLACE INTO airing_names VALUES (?, ?)')
  const moveNames = sql.prepare('UPDATE airing_names SET show = ? WHERE show = ?')
  const moveEpisodes = sql.prepare('UPDATE OR IGNORE airing_episodes SET show = ? WHERE show = ?')
  const moveNotices = sql.prepare('UPDATE OR IGNORE airing_notices SET show = ? WHERE show = ?')
  const rest = ['airing_episodes', 'airing_notices'].map((table) =>
    sql.prepare(`DELETE FROM ${table} WHERE show = ?`),
  )
  const erase = sql.prepare('DELETE FROM airing_shows WHERE id = ?')

  return {
    all: () => (selectAll.all() as never as Columns[]).map(toRow),
    names: () => selectNames.all() as never as readonly { name: string; show: number }[],
    /** A new show with these names. */
    add(names: readonly string[]): ShowRow {
      return transaction(() => {
        const id = Number(insert.run().lastInsertRowid)
        for (const name of names) putName.run(name, id)
        return { id, ...freshShow }
      })
    },
    name: (name: string, show: number) => void putName.run(name, show),
    put(row: ShowRow) {
      const { id, muted, delay, followed, since, rank, asked, coveredUntil } = row
      update.run(Number(muted), delay, Number(followed), since, rank, asked, coveredUntil, id)
    },
    /** Two shows turned out to be one. What was said of either is said of it. */
    merge(kept: ShowRow, gone: number) {
      transaction(() => {
        for (const move of [moveNames, moveEpisodes, moveNotices]) move.run(kept.id, gone)
        for (const remove of rest) remove.run(gone)
        erase.run(gone)
        this.put(kept)
      })
    },
  }
}

const freshShow: Omit<ShowRow, 'id'> = {
  muted: false,
  delay: null,
  followed: false,
  since: 0,
  rank: 0,
  asked: 0,
  coveredUntil: 0,
}

interface Columns {
  id: number
  muted: number
  delay: number | null
  followed: number
  since: number
  rank: number
  asked: number
  covered_until: number
}

function toRow({
  id,
  muted,
  delay,
  followed,
  since,
  rank,
  asked,
  covered_until,
}: Columns): ShowRow {
  return {
    id,
    muted: muted === 1,
    delay,
    followed: followed === 1,
    since,
    rank,
    asked,
    coveredUntil: covered_until,
  }
}
