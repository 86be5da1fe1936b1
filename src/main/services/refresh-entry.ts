import { changesTo, fieldsOf, isEmptyPatch, type EntryRef } from '../../shared/entry'
import { AppError } from '../../shared/failure'
import type { HandlersOf } from '../../shared/ipc'
import type { SyncCalls } from '../../shared/ipc/sync'
import { kindOf } from '../../shared/media'
import type { Entries } from '../db/entries'
import { packKey } from '../db/keys'
import type { Apply } from '../queue/apply'
import { entryCall } from '../queue/entry-call'
import type { Realm } from '../queue/realm'
import type { Accounts } from './accounts'
import type { Naming } from './naming/naming'

interface Options {
  accounts: Accounts
  realmOf: (realm: number) => Realm
  entries: Entries
  apply: Apply
  naming: Pick<Naming, 'doubt' | 'look'>
}

/** Reads one entry again because the user asks, with the least that the service can be asked for. */
export function createRefreshEntry(options: Options): HandlersOf<Pick<SyncCalls, 'sync:entry'>> {
  const { accounts, realmOf, entries, apply, naming } = options

  return {
    async 'sync:entry'({ accountId, title }: EntryRef) {
      const account = accounts.rowOf(accountId)
      if (!account) throw new AppError({ code: 'gone', reason: 'no-account' })
      if (!account.signedIn) throw new AppError({ code: 'signed-out' })
      const realm = realmOf(account.realm)
      realm.circuit.tryNow()

      const key = packKey(accountId, title)
      const before = entries.get(key)?.entry
      const call = entryCall(realm.provider, account, title)
      const ask = { priority: 'screen', account: accountId, impatient: true } as const
      const { value, askedAt } = await realm.execute.read(call, ask)
      const { items } = value
      const of = { account: accountId, realm: account.realm, kind: kindOf(title), tell: true }
      await apply.apply({ ...of, items, asked: [title], askedAt })
      naming.doubt(account.realm, title)
      void naming.look(accountId)

      if (!items.some(({ entry }) => entry.title === title)) return 'gone'
      const after = entries.get(key)?.entry
      if (!before || !after) return 'changed'
      return isEmptyPatch(changesTo(before, fieldsOf(after))) ? 'same' : 'changed'
    },
  }
}
