import type { Clock } from '../../../shared/clock'
import type { MediaKind } from '../../../shared/media'
import { serviceIds } from '../../../shared/service'
import type { AccountRow } from '../../db/accounts'
import { unpackKey, type PackedKey } from '../../db/keys'
import type { Lent } from '../../db/lent-titles'
import type { AllTables } from '../../db/tables'
import type { MediaRecord } from '../../providers/provider'
import type { Realm } from '../../queue/realm'
import type { Realms } from '../realms'

interface Options {
  tables: Pick<AllTables, 'db' | 'lent' | 'media'>
  realms: Pick<Realms, 'of' | 'providerOf'>
  clock: Clock
  /** These titles of a realm look different now. */
  onNamed: (realm: number, keys: readonly PackedKey[]) => void
  /** The lender knows these titles of a kind under numbers of its own; by MyAnimeList id. */
  onLent: (lender: Realm, kind: MediaKind, found: ReadonlyMap<number, MediaRecord>) => void
}

const dayMs = 24 * 60 * 60_000
/** How long what was lent of a title counts: totals and states of what still runs change. */
const goodForMs = { over: 90 * dayMs, running: 3 * dayMs, unknown: 30 * dayMs } as const
/** Ids that one request may ask for. */
const portion = 50

/** Asks the service that knows titles by their MyAnimeList ids for those on a list that lack theirs. */
export function createBorrow({ tables, realms, clock, onNamed, onLent }: Options) {
  const { db, lent, media } = tables

  /** Failures: all codes of services, `storage`. */
  async function borrow(account: AccountRow, realm: Realm, kind: MediaKind, signal: AbortSignal) {
    const listed = { account: account.id, realm: realm.id, kind }
    for (;;) {
      const due = lent.due(listed, clock.wall(), portion)
      const found = due.length > 0 ? await ask(realm, kind, due, signal) : null
      if (signal.aborted || !found) return
      keep(due, found)
      const named = due.filter(({ malId }) => found.has(malId))
      onNamed(
        realm.id,
        named.map(({ key }) => key),
      )
    }
  }

  async function ask(realm: Realm, kind: MediaKind, due: readonly Lent[], signal: AbortSignal) {
    const service = serviceIds.find((id) => realms.providerOf(id).mediaByMalId)
    const lender = service && realms.of(service, realm.sandbox)
    const malIds = [...new Set(due.map(({ malId }) => malId))]
    const call = lender?.provider.mediaByMalId?.(kind, malIds)
    if (!lender || !call) return null
    const at = { priority: 'background', account: null, impatient: true, signal } as const
    const found = await lender.execute.run(call, at)
    onLent(lender, kind, found)
    return found
  }

  /** Kept under the list's own key: a number means another title at another service. */
  function keep(due: readonly Lent[], found: ReadonlyMap<number, MediaRecord>) {
    db.transaction(() => {
      for (const { key, malId } of due) {
        const record = found.get(malId)
        if (record) media.put(key, { ...record, key: unpackKey(key).title, malId })
        lent.setDue(key, clock.wall() + goodForMs[lifeOf(record)])
      }
    })
  }

  return borrow
}

function lifeOf(record: MediaRecord | undefined) {
  if (!record) return 'unknown'
  return record.status === 'finished' || record.status === 'cancelled' ? 'over' : 'running'
}
