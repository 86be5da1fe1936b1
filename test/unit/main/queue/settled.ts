import type { OutboxRow } from '../../../../src/main/db/outbox'
import type { MergeRules } from '../../../../src/main/queue/merge'
import { createSettle } from '../../../../src/main/queue/settle'
import type { Entry } from '../../../../src/shared/entry'
import { entryOf } from '../../../support/entries'
import { memoryTables } from '../../../support/tables'
import { createVirtualClock } from '../../../support/virtual-clock'
import { keyOf, outboxRow } from './rows'

export const key = keyOf()
export const base = entryOf('anime:1', { status: 'current', progress: 3 })

/** One title with what waits for it, shown as it will be. */
export function open(row: OutboxRow | null = outboxRow({ base }), shown: Entry | null = null) {
  const tables = memoryTables()
  const clock = createVirtualClock()
  if (row) {
    tables.outbox.put(row)
    if (row.wanted) tables.entries.put(key, { ...base, ...row.wanted }, null)
  }
  if (shown) tables.entries.put(key, shown, null)
  const settle = createSettle(tables, clock)
  return {
    ...settle,
    written: (sent: OutboxRow, answer: Entry | null, rules: MergeRules = { progress: 'ask' }) =>
      settle.written(sent, answer, rules),
    clock,
    tables,
    row: () => tables.outbox.get(key),
    shown: () => tables.entries.get(key)?.entry ?? null,
  }
}
