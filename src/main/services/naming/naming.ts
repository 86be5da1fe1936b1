import type { Clock } from '../../../shared/clock'
import { toFailure } from '../../../shared/failure'
import { mediaKinds, type TitleKey } from '../../../shared/media'
import { keyOffset, packKey, unpackKey, type PackedKey } from '../../db/keys'
import type { AllTables } from '../../db/tables'
import type { MediaRecord } from '../../providers/provider'
import type { Accounts } from '../accounts'
import type { BundledTitles } from '../bundled-titles'
import type { Realms } from '../realms'
import { createBorrow } from './borrow'
import { createOwnNames } from './own-names'

interface Options {
  tables: AllTables
  accounts: Accounts
  realms: Pick<Realms, 'byId' | 'of' | 'providerOf'>
  bundled: BundledTitles
  clock: Clock
  breathe: () => Promise<void>
  /** These entries look different now. */
  onNamed: (keys: readonly PackedKey[]) => void
  onLent: Parameters<typeof createBorrow>[0]['onLent']
  onError: (error: unknown) => void
}

export type Naming = ReturnType<typeof createNaming>

/**
 * Titles and covers for lists whose service sends ids only: from the service that knows titles by
 * their MyAnimeList ids, from the index that ships with the program, from the names that the list's
 * own service tells of all its titles, in this order (docs/services.md, "aniSearch: database").
 * Only titles that are on a list here are asked for.
 */
export function createNaming(options: Options) {
  const { tables, accounts, realms, bundled, clock, breathe, onNamed } = options
  const { entries, lent, media } = tables
  const running = new Map<number, AbortController>()
  const ending = new AbortController()
  const borrow = createBorrow({ tables, realms, clock, onNamed: tell, onLent: options.onLent })
  const own = createOwnNames({ tables, clock, breathe, onNamed: tell, onError: note })

  function tell(realm: number, keys: readonly PackedKey[]) {
    for (const { id } of accounts.rows().filter((row) => row.realm === realm)) {
      const shown = keys.map((key) => key - keyOffset(id, realm))
      onNamed(shown.filter((key) => entries.get(key)))
    }
  }

  /** Services that cannot be reached now are asked after the next reading of the list. */
  function note(error: unknown) {
    if (toFailure(error).code === 'unexpected') options.onError(error)
  }

  return {
    /**
     * An entry came without its title: notes the id, and answers what is known offline when nothing
     * is known yet. `key` is that of the realm. To be called within a transaction.
     */
    met(key: PackedKey, malId: number | null): MediaRecord | null {
      lent.note(key, malId)
      if (media.get(key)) return null
      const found = malId && bundled.find(unpackKey(key).title, malId)
      return found || own.recordOf({ key, malId })
    },

    /** Asks for what the account's list lacks; a second call while one runs does nothing. Never throws. */
    async look(accountId: number): Promise<void> {
      const account = accounts.rowOf(accountId)
      if (!account || running.has(accountId) || ending.signal.aborted) return
      const stop = new AbortController()
      running.set(accountId, stop)
      const signal = AbortSignal.any([stop.signal, ending.signal])
      try {
        const realm = realms.byId(account.realm)
        for (const kind of mediaKinds) await borrow(account, realm, kind, signal).catch(note)
        if (!signal.aborted) own.look(accountId, realm, ending.signal)
      } catch (error) {
        note(error)
      } finally {
        running.delete(accountId)
      }
    },

    /** What is known of a title counts no more: it is asked for when the list is looked at next. */
    doubt: (realm: number, title: TitleKey) => lent.setDue(packKey(realm, title), 0),
    forget: (accountId: number) => running.get(accountId)?.abort(),
    stop: () => ending.abort(),
  }
}
