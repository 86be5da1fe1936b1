import { createAccountsTable } from './accounts'
import { createAnswersTable } from './answers'
import type { Database } from './database'
import { createBackupJobs } from './backup-jobs'
import { createCommandsTable } from './commands'
import { createDraftsTable } from './drafts'
import { createEntries } from './entries'
import { createHistoryTable } from './history'
import { createLentTitles } from './lent-titles'
import { createListTable } from './list'
import { createMediaTable } from './media'
import { createMetaTable } from './meta'
import { createOutboxTable } from './outbox'
import { createPicturesTable } from './pictures'

/** One module a table; nobody else writes SQL. */
export function createTables(db: Database) {
  return {
    db,
    accounts: createAccountsTable(db),
    answers: createAnswersTable(db),
    backupJobs: createBackupJobs(db),
    commands: createCommandsTable(db),
    drafts: createDraftsTable(db),
    entries: createEntries(db),
    history: createHistoryTable(db),
    lent: createLentTitles(db),
    list: createListTable(db),
    media: createMediaTable(db),
    meta: createMetaTable(db),
    outbox: createOutboxTable(db),
    pictures: createPicturesTable(db),
  }
}

export type AllTables = ReturnType<typeof createTables>
