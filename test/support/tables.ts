import { onTestFinished } from 'vitest'
import { openDatabase } from '../../src/main/db/database'
import { createTables } from '../../src/main/db/tables'

/** All tables over a database in memory, for one test. */
export function memoryTables() {
  const db = openDatabase(':memory:')
  onTestFinished(() => db.close())
  return createTables(db)
}
