import type { AccountOptions } from '../../shared/account'
import type { ServiceId } from '../../shared/service'
import type { Database } from './database'

/** A service at an address. Titles, limits and tokens of different realms never mix. */
export interface RealmRow {
  readonly id: number
  readonly service: ServiceId
  /** The origin of the address, or `sandbox` for the built-in services. */
  readonly origin: string
}

export interface AccountRow {
  readonly id: number
  readonly realm: number
  readonly userId: number
  readonly userName: string
  readonly options: AccountOptions
  readonly signedIn: boolean
  /** Unix ms. */
  readonly signInEndsAt: number | null
  readonly syncedAt: number | null
}

export type AccountsTable = ReturnType<typeof createAccountsTable>

export function createAccountsTable({ sql, onRollback }: Database) {
  const insertRealm = sql.prepare('INSERT OR IGNORE INTO realms (service, origin) VALUES (?, ?)')
  const selectRealm = sql.prepare('SELECT * FROM realms WHERE service = ? AND origin = ?')
  /** A realm never changes; asked for with each row of a list. */
  const realms = new Map<number, RealmRow>()
  onRollback(() => realms.clear())
  const realmById = sql.prepare('SELECT * FROM realms WHERE id = ?')
  const selectAll = sql.prepare('SELECT * FROM accounts ORDER BY id')
  const select = sql.prepare('SELECT * FROM accounts WHERE id = ?')
  const byUser = sql.prepare('SELECT * FROM accounts WHERE realm = ? AND user_id = ?')
  const insert = sql.prepare(
    `INSERT INTO accounts (realm, user_id, user_name, options, signed_in, sign_in_ends_at)
     VALUES (?, ?, ?, ?, 1, ?)`,
  )
  const update = sql.prepare(
    `UPDATE accounts SET user_name = ?, options = ?, signed_in = ?, sign_in_ends_at = ?,
       synced_at = ? WHERE id = ?`,
  )
  const erase = sql.prepare('DELETE FROM accounts WHERE id = ?')

  return {
    realm(service: ServiceId, origin: string): RealmRow {
      insertRealm.run(service, origin)
      return selectRealm.get(service, origin) as never
    },
    realmById(id: number): RealmRow {
      const known = realms.get(id)
      if (known) return known
      const row = realmById.get(id) as RealmRow | undefined
      if (row) realms.set(id, row)
      return row as RealmRow
    },
    all: () => (selectAll.all() as never as Columns[]).map(toRow),
    get(id: number): AccountRow | null {
      const row = select.get(id)
      return row ? toRow(row as never) : null
    },
    ofUser(realm: number, userId: number): AccountRow | null {
      const row = byUser.get(realm, userId)
      return row ? toRow(row as never) : null
    },
    add(account: Omit<AccountRow, 'id' | 'signedIn' | 'syncedAt'>): AccountRow {
      const { realm, userId, userName, options, signInEndsAt } = account
      const added = insert.run(realm, userId, userName, JSON.stringify(options), signInEndsAt)
      return { ...account, id: Number(added.lastInsertRowid), signedIn: true, syncedAt: null }
    },
    update({ id, userName, options, signedIn, signInEndsAt, syncedAt }: AccountRow) {
      update.run(userName, JSON.stringify(options), Number(signedIn), signInEndsAt, syncedAt, id)
    },
    remove: (id: number) => void erase.run(id),
  }
}

interface Columns {
  id: number
  realm: number
  user_id: number
  user_name: string
  options: string
  signed_in: number
  sign_in_ends_at: number | null
  synced_at: number | null
}

function toRow(row: Columns): AccountRow {
  return {
    id: row.id,
    realm: row.realm,
    userId: row.user_id,
    userName: row.user_name,
    options: JSON.parse(row.options) as AccountOptions,
    signedIn: row.signed_in === 1,
    signInEndsAt: row.sign_in_ends_at,
    syncedAt: row.synced_at,
  }
}
