import type { Entry } from '../../shared/entry'
import type { AccountRow } from '../db/accounts'
import { unpackKey } from '../db/keys'
import type { OutboxRow } from '../db/outbox'
import type { AllTables } from '../db/tables'
import type { Realm } from '../queue/realm'

interface Options {
  tables: Pick<AllTables, 'db' | 'entries' | 'outbox'>
  realmOf: (account: AccountRow) => Realm
}

const dateFields = ['startedAt', 'completedAt'] as const
type DateField = (typeof dateFields)[number]

/**
 * Where a cleared date can only be left out of a write, documents say of such fields that they are
 * reset and that they stay. The first write of a connection that clears one is read again; where it
 * stayed, the clearing is kept here from then on, or the next reading would bring the date back.
 */
export function createClearedDates({ tables, realmOf }: Options) {
  const { db, entries, outbox } = tables
  /** By realm; what could not be read is learned from the next such write. */
  const staying = new Map<number, Promise<boolean>>()

  function learned(account: AccountRow, realm: Realm, row: OutboxRow): Promise<boolean> {
    const known = staying.get(realm.id)
    if (known) return known
    const learning = read(account, realm, row)
    staying.set(realm.id, learning)
    learning.catch(() => staying.delete(realm.id))
    return learning
  }

  async function read(account: AccountRow, { provider, execute }: Realm, row: OutboxRow) {
    const call = provider.oneEntry?.(account, unpackKey(row.key).title)
    const found = call && (await execute.run(call, { priority: 'edit', account: account.id }))
    if (!found) throw new Error('Nothing was found to learn from.')
    return clearedBy(row).some((field) => found.entry[field] === row.base?.[field])
  }

  function keepHere({ key, base }: OutboxRow, fields: readonly DateField[]) {
    db.transaction(() => {
      const stored = entries.get(key)
      const wanted = outbox.get(key)?.wanted
      if (!stored || wanted === null) return
      // What was set again meanwhile is on its way.
      const still = fields.filter(
        (field) => stored.entry[field] === null && !(field in { ...wanted }),
      )
      if (still.length === 0) return
      const mine = Object.fromEntries(still.map((field) => [field, null]))
      const theirs = Object.fromEntries(still.map((field) => [field, base?.[field] ?? null]))
      const { local } = stored
      entries.put(key, stored.entry, {
        mine: { ...local?.mine, ...mine },
        theirs: { ...local?.theirs, ...theirs },
      })
    })
  }

  return {
    /** These rows were written. */
    written(account: AccountRow, sent: readonly OutboxRow[]): void {
      const realm = realmOf(account)
      if (!realm.provider.omitsClearedDates) return
      for (const row of sent.filter((each) => clearedBy(each).length > 0)) {
        learned(account, realm, row).then(
          (stays) => stays && keepHere(row, clearedBy(row)),
          () => undefined,
        )
      }
    },
  }
}

/** The dates that the service had and that a row leaves out. */
function clearedBy({ base, wanted }: OutboxRow): readonly DateField[] {
  const had = (field: DateField, entry: Entry) => entry[field] !== null
  return dateFields.filter((field) => base && wanted?.[field] === null && had(field, base))
}
