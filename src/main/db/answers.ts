import type { Database } from './database'

/** Whose answer it is: of a realm, and of an account where the service answers each one differently. */
export interface AnswerName {
  readonly realm: number
  /** 0 for everybody. */
  readonly account: number
  /** The call with its arguments. */
  readonly name: string
}

export interface KeptAnswer {
  readonly value: unknown
  /** Unix ms. */
  readonly askedAt: number
}

/** Characters of all answers together; what was not looked at for longest goes first. */
export const mostAnswers = 32_000_000
/** How exactly it is kept when an answer was looked at, in ms: each note of it is a write. */
const usedStepMs = 3600_000

export type AnswersTable = ReturnType<typeof createAnswersTable>

/** What services told, for a while. Failure: `storage`. */
export function createAnswersTable({ sql }: Database, most = mostAnswers) {
  const where = 'WHERE realm = ? AND account = ? AND name = ?'
  const select = sql.prepare(`SELECT id, asked_at, used_at, data FROM answers ${where}`)
  const use = sql.prepare('UPDATE answers SET used_at = ? WHERE id = ?')
  const upsert = sql.prepare(
    `INSERT INTO answers (realm, account, name, asked_at, used_at, size, data)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (realm, account, name) DO UPDATE SET asked_at = excluded.asked_at,
       used_at = excluded.used_at, size = excluded.size, data = excluded.data`,
  )
  const sum = sql.prepare('SELECT COALESCE(SUM(size), 0) AS size FROM answers')
  const oldest = sql.prepare('SELECT id, size FROM answers ORDER BY used_at, id LIMIT 20')
  const remove = sql.prepare('DELETE FROM answers WHERE id = ?')
  const removeOf = sql.prepare('DELETE FROM answers WHERE account = ?')
  const outdate = sql.prepare(`UPDATE answers SET asked_at = 0
    WHERE realm = ? AND account IN (0, ?) AND substr(name, 1, ?) = ?`)

  function makeRoom() {
    let size = Number(sum.get()?.['size'])
    while (size > most) {
      const rows = oldest.all() as { id: number; size: number }[]
      for (const row of rows) {
        if (size <= most) return
        remove.run(row.id)
        size -= row.size
      }
    }
  }

  return {
    read({ realm, account, name }: AnswerName, nowMs: number): KeptAnswer | null {
      const row = select.get(realm, account, name) as Row | undefined
      if (!row) return null
      if (Math.abs(nowMs - row.used_at) > usedStepMs) use.run(nowMs, row.id)
      return { value: JSON.parse(row.data), askedAt: row.asked_at }
    },
    /** Makes room on the way. */
    put({ realm, account, name }: AnswerName, value: unknown, nowMs: number) {
      const data = JSON.stringify(value)
      upsert.run(realm, account, name, nowMs, nowMs, data.length, data)
      makeRoom()
    },
    /** What is known under names that begin so is past its age now, yet can still be shown. */
    outdate(realm: number, account: number, prefix: string) {
      outdate.run(realm, account, prefix.length, prefix)
    },
    removeOf: (account: number) => void removeOf.run(account),
  }
}

interface Row {
  readonly id: number
  readonly asked_at: number
  readonly used_at: number
  readonly data: string
}
