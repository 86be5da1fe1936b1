import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAccountsTable } from '../../db/accounts'
import { openDatabase } from '../../db/database'
import { sandboxOrigin } from '../realms'
import type { SourceAccount } from './open-library'

/**
 * Brings the copy of an older database forward, beside it, and hands out where it lies and whose
 * lists it holds; it is removed afterwards. Failure: `storage`.
 */
export async function withOldDatabase<T>(
  path: string,
  use: (file: string, accounts: readonly SourceAccount[]) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tsuzuki-'))
  try {
    const file = join(folder, 'library.db')
    copyFileSync(path, file)
    const db = openDatabase(file)
    const accounts = accountsOf(createAccountsTable(db))
    db.close()
    return await use(file, accounts)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function accountsOf(table: ReturnType<typeof createAccountsTable>): SourceAccount[] {
  return table.all().map(({ id, realm, userId, userName, options }) => {
    const { service, origin } = table.realmById(realm)
    return { id, realm, service, userId, userName, options, sandbox: origin === sandboxOrigin }
  })
}
