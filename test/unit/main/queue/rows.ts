import { packKey, type PackedKey } from '../../../../src/main/db/keys'
import type { OutboxRow } from '../../../../src/main/db/outbox'
import type { TitleKey } from '../../../../src/shared/media'
import { entryOf } from '../../../support/entries'

export const keyOf = (title: TitleKey = 'anime:1', account = 1): PackedKey =>
  packKey(account, title)

/** A change that waits: of an entry with 3 episodes seen that shall have 4. */
export function outboxRow(more: Partial<OutboxRow> & { title?: TitleKey } = {}): OutboxRow {
  const { title = 'anime:1', ...row } = more
  return {
    key: keyOf(title),
    base: entryOf(title, { status: 'current', progress: 3 }),
    wanted: { progress: 4 },
    revision: 1,
    sent: null,
    attempts: 0,
    state: 'waiting',
    failure: null,
    conflicts: [],
    origin: 'user',
    corrected: false,
    touchedAt: 0,
    ...row,
  }
}
