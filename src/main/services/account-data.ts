import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../../shared/clock'
import { dayOf } from '../../shared/fuzzy-date'
import { kindOf, mediaKinds } from '../../shared/media'
import { keyRange, unpackKey } from '../db/keys'
import type { AllTables } from '../db/tables'
import type { Plan } from '../queue/plan'

interface Options {
  tables: AllTables
  plan: Plan
  profileDir: string
  clock: Clock
}

/**
 * Removes all that is known of an account. What still waits, posts and drafts too, is written to a
 * file first, whose path it answers; `null` when nothing waited. Failure: `storage`.
 */
export function createAccountRemoval({ tables, plan, profileDir, clock }: Options) {
  return function removeData(account: number): string | null {
    const waiting = tables.outbox.ofAccount(account)
    const unsent = waiting.map(({ key, base, wanted }) => {
      const { title } = unpackKey(key)
      return { title, kind: kindOf(title), base, wanted }
    })
    const posts = tables.commands.all().filter((row) => row.account === account)
    const drafts = tables.drafts.of(account)
    const isLeft = [unsent, posts, drafts].some((rows) => rows.length > 0)
    const file = isLeft ? join(profileDir, fileName(account, clock)) : null
    if (file) {
      const words = posts.map(({ kind, payload, createdAt }) => ({ kind, payload, createdAt }))
      writeFileSync(file, JSON.stringify({ unsent, posts: words, drafts }, null, 2))
    }
    tables.db.transaction(() => {
      const { first, end } = keyRange(account, null)
      for (const row of waiting) tables.outbox.remove(row.key)
      tables.entries.removeAll(account)
      tables.history.removeRange(first, end)
      tables.backupJobs.removeOf(account)
      tables.answers.removeOf(account)
      tables.commands.removeAll(account)
      tables.drafts.removeAll(account)
      tables.meta.remove(`honoured-news:${account}`)
      tables.meta.remove(`import-choices:${account}`)
      for (const kind of mediaKinds) tables.meta.remove(`newest:${account}:${kind}`)
    })
    plan.removeAccount(account)
    return file
  }
}

function fileName(account: number, clock: Clock) {
  return `unsent-${account}-${dayOf(clock.wall())}.json`
}
