import type { Clock } from '../../shared/clock'
import { fieldsOf, type EntryPatch } from '../../shared/entry'
import type { Entry } from '../../shared/entry'
import type { AccountRow } from '../db/accounts'
import { unpackKey, type PackedKey } from '../db/keys'
import type { OutboxRow } from '../db/outbox'
import type { AllTables } from '../db/tables'
import type { Realm } from '../queue/realm'
import { asSent } from '../queue/sent'

interface Options {
  tables: Pick<AllTables, 'db' | 'outbox'>
  clock: Clock
  realmOf: (account: AccountRow) => Realm
  /** The outbox of these titles has changed. */
  onAgain: (keys: readonly PackedKey[]) => void
}

/**
 * Reads a write again where a service's documents contradict themselves, and writes it once more in
 * the other words when it did not stick: else the next reading would take the user's change away.
 */
export function createProving({ tables, clock, realmOf, onAgain }: Options) {
  const { db, outbox } = tables

  async function prove(account: AccountRow, realm: Realm, row: OutboxRow) {
    const { proof, oneEntry } = realm.provider
    if (!proof || !oneEntry) return
    const call = oneEntry(account, unpackKey(row.key).title)
    const found = await realm.execute.run(call, { priority: 'edit', account: account.id })
    const again = found && proof.heard(fieldsOf(asSent(row)), found.entry)
    if (found && again && wait(row.key, found.entry, again)) onAgain([row.key])
  }

  /** False when the title was edited meanwhile: what leaves then is complete, in the new words. */
  function wait(key: PackedKey, base: Entry, wanted: EntryPatch): boolean {
    return db.transaction(() => {
      if (outbox.get(key)) return false
      outbox.put({
        key,
        base,
        wanted,
        revision: 1,
        sent: null,
        attempts: 0,
        state: 'waiting',
        failure: null,
        conflicts: [],
        origin: 'user',
        corrected: true,
        touchedAt: clock.wall(),
      })
      return true
    })
  }

  return {
    /** These rows were written. What cannot be read now is proven by the next such write. */
    written(account: AccountRow, sent: readonly OutboxRow[]): void {
      const realm = realmOf(account)
      const { proof } = realm.provider
      if (!proof || realm.sandbox) return
      const row = sent.find((each) => proof.wants(unpackKey(each.key).title, asSent(each)))
      if (row) void prove(account, realm, row).catch(() => undefined)
    },
  }
}
