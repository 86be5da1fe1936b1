import type { Entry } from '../../shared/entry'
import type { AccountRow } from '../db/accounts'
import { unpackKey, type PackedKey } from '../db/keys'
import type { OutboxRow } from '../db/outbox'
import type { AllTables } from '../db/tables'
import type { Realm } from '../queue/realm'

interface Options {
  tables: Pick<AllTables, 'db' | 'entries' | 'outbox'>
  realmOf: (account: AccountRow) => Realm
  /** A title looks different. */
  onKept: (key: PackedKey) => void
  onError: (error: unknown) => void
}

const dateFields = ['startedAt', 'completedAt'] as const
type DateField = (typeof dateFields)[number]

/** Dates that were left out, until it is known what the service did with them. */
interface Clearing {
  readonly key: PackedKey
  readonly base: Entry | null
  fields: readonly DateField[]
}

/**
 * Where a cleared date can only be left out of a write, documents say of such fields that they are
 * reset and that they stay. The first write of a connection that clears one is read again; where it
 * stayed, the clearing is kept here from then on, or the next reading would bring the date back.
 */
export function createClearedDates({ tables, realmOf, onKept, onError }: Options) {
  const { db, entries, outbox } = tables
  /** By realm; what could not be read is learned from the next such write. */
  const staying = new Map<number, Promise<boolean>>()
  const open = new Set<Clearing>()

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

  function keepHere({ key, base, fields }: Clearing) {
    const isKept = db.transaction(() => {
      const stored = entries.get(key)
      const row = outbox.get(key)
      if (!stored || row?.wanted === null) return false
      // A reading may have brought the date back; what was set again meanwhile is on its way.
      const still = fields.filter((field) => {
        const isOurs = stored.entry[field] === null || stored.entry[field] === base?.[field]
        return isOurs && !(field in { ...row?.wanted })
      })
      if (still.length === 0) return false
      const mine = Object.fromEntries(still.map((field) => [field, null]))
      const theirs = Object.fromEntries(still.map((field) => [field, base?.[field] ?? null]))
      const { local } = stored
      entries.put(
        key,
        { ...stored.entry, ...mine },
        { mine: { ...local?.mine, ...mine }, theirs: { ...local?.theirs, ...theirs } },
      )
      // An edit that waits was made on the belief that the service had reset them.
      if (row?.base) outbox.put({ ...row, base: { ...row.base, ...theirs } })
      return true
    })
    if (isKept) onKept(key)
  }

  /** What was written again since is no longer as it was left out. */
  function overtake({ key, wanted }: OutboxRow) {
    for (const each of open) {
      if (each.key === key) each.fields = each.fields.filter((field) => !(field in { ...wanted }))
    }
  }

  return {
    /** These rows were written. */
    written(account: AccountRow, sent: readonly OutboxRow[]): void {
      const realm = realmOf(account)
      if (!realm.provider.omitsClearedDates) return
      for (const row of sent) {
        overtake(row)
        const fields = clearedBy(row)
        if (fields.length === 0) continue
        const clearing = { key: row.key, base: row.base, fields }
        open.add(clearing)
        learned(account, realm, row)
          .then(
            (stays) => stays && keepHere(clearing),
            () => undefined,
          )
          .catch(onError)
          .finally(() => open.delete(clearing))
      }
    },
  }
}

/** The dates that the service had and that a row leaves out. */
function clearedBy({ base, wanted }: OutboxRow): readonly DateField[] {
  const had = (field: DateField, entry: Entry) => entry[field] !== null
  return dateFields.filter((field) => base && wanted?.[field] === null && had(field, base))
}
