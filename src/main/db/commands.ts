import type { Failure } from '../../shared/failure'
import type { Database } from './database'

/** Something to be done once at a service that is not a change of an entry: a post, a toggle. */
export interface CommandRow {
  readonly id: number
  readonly account: number
  /** Which command it is: a key of the kinds that are known. */
  readonly kind: string
  /** What it needs, as its kind reads it. */
  readonly payload: unknown
  readonly state: 'waiting' | 'attention'
  readonly attempts: number
  readonly failure: Failure | null
  /** It has left, and nobody knows whether it arrived. */
  readonly sent: boolean
  /** Unix ms. */
  readonly createdAt: number
}

export type CommandsTable = ReturnType<typeof createCommandsTable>

export function createCommandsTable({ sql }: Database) {
  const selectAll = sql.prepare('SELECT * FROM commands ORDER BY id')
  const select = sql.prepare('SELECT * FROM commands WHERE id = ?')
  const insert = sql.prepare(
    `INSERT INTO commands (id, account, kind, payload, state, attempts, sent, created_at)
     VALUES (?, ?, ?, ?, 'waiting', 0, 0, ?)`,
  )
  const update = sql.prepare(
    'UPDATE commands SET state = ?, attempts = ?, failure = ?, sent = ? WHERE id = ?',
  )
  const erase = sql.prepare('DELETE FROM commands WHERE id = ?')
  const eraseAll = sql.prepare('DELETE FROM commands WHERE account = ?')

  // SQLite would give a number again that has just been taken back, and somebody may still hold it.
  let lastId = Number(sql.prepare('SELECT MAX(id) AS id FROM commands').get()?.['id'] ?? 0)

  return {
    /** In the order in which they were given. */
    all: () => selectAll.all().map(toRow),
    get(id: number): CommandRow | null {
      const row = select.get(id)
      return row ? toRow(row) : null
    },
    add(account: number, kind: string, payload: unknown, at: number): number {
      lastId += 1
      insert.run(lastId, account, kind, JSON.stringify(payload), at)
      return lastId
    },
    put({ id, state, attempts, failure, sent }: CommandRow) {
      update.run(state, attempts, failure && JSON.stringify(failure), Number(sent), id)
    },
    remove: (id: number) => void erase.run(id),
    removeAll: (account: number) => void eraseAll.run(account),
  }
}

function toRow(row: Record<string, unknown>): CommandRow {
  const failure = row['failure']
  return {
    id: Number(row['id']),
    account: Number(row['account']),
    kind: String(row['kind']),
    payload: JSON.parse(String(row['payload'])) as unknown,
    state: row['state'] === 'attention' ? 'attention' : 'waiting',
    attempts: Number(row['attempts']),
    failure: typeof failure === 'string' ? (JSON.parse(failure) as Failure) : null,
    sent: row['sent'] === 1,
    createdAt: Number(row['created_at']),
  }
}
