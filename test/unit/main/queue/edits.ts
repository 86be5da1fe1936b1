import { expect } from 'vitest'
import { createOutbox, type Edit } from '../../../../src/main/queue/outbox'
import type { EntryPatch } from '../../../../src/shared/entry'
import { entryOf } from '../../../support/entries'
import { memoryTables } from '../../../support/tables'
import { createVirtualClock } from '../../../support/virtual-clock'
import { keyOf } from './rows'

export const key = keyOf()
export const there = entryOf('anime:1', { status: 'current', progress: 3, notes: 'old' })

/** Entry, outbox and history of a title that the service has, or does not have. */
export function open(onList = true) {
  const tables = memoryTables()
  const clock = createVirtualClock()
  if (onList) tables.entries.put(key, there, null)
  const outbox = createOutbox(tables, clock)
  const edit = (writable: EntryPatch | null, more: Partial<Edit> = {}) =>
    outbox.edit({
      key,
      patch: writable && { writable, mine: {} },
      source: 'me',
      origin: 'user',
      group: null,
      ...more,
    })
  return {
    ...outbox,
    tables,
    clock,
    edit,
    row: () => tables.outbox.get(key),
    shown: () => tables.entries.get(key)?.entry ?? null,
    /** As when a request has left and nobody knows yet. */
    leaves() {
      const row = tables.outbox.get(key) ?? expect.unreachable()
      tables.outbox.put({ ...row, sent: { revision: row.revision, patch: row.wanted } })
    },
  }
}
