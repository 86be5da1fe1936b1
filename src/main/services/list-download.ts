import type { Clock } from '../../shared/clock'
import { kindOf, mediaKinds, type MediaKind } from '../../shared/media'
import type { Status } from '../../shared/status'
import type { AccountRow } from '../db/accounts'
import type { Entries } from '../db/entries'
import { packKey, unpackKey, type PackedKey } from '../db/keys'
import type { MetaTable } from '../db/meta'
import type { ListPage, ServiceCall } from '../providers/provider'
import type { Apply } from '../queue/apply'
import type { Ask } from '../queue/execute'
import type { Freshness } from '../queue/freshness'
import type { Plan } from '../queue/plan'
import type { Realm } from '../queue/realm'

interface Options {
  entries: Entries
  meta: MetaTable
  apply: Apply
  freshness: Freshness
  plan: Plan
  clock: Clock
  /** Takes titles off the list that the service does not have any more. */
  removeGone: (keys: readonly PackedKey[]) => void
}

/** More than this share of a list gone at once is not believed unasked. */
const believableLoss = 0.2
/** Pages of recent changes after which the whole list is cheaper. */
const mostRecentPages = 10

export type ListDownload = ReturnType<typeof createListDownload>

/** Reads an account's list page by page; each page is in the database, and usable, at once. */
export function createListDownload(options: Options) {
  const { entries, meta, apply, freshness, plan, clock, removeGone } = options
  const doubtful = new Map<number, PackedKey[]>()

  /**
   * Reads what is new, or all of it. Answers how many titles are gone from the service that were
   * not taken off the list because they are too many. Failures: all codes of services.
   */
  async function run(
    realm: Realm,
    account: AccountRow,
    whole: boolean,
    ask: Ask,
    progress: (read: number) => void,
  ): Promise<number> {
    let read = 0
    const gone: PackedKey[] = []
    let known = 0
    doubtful.delete(account.id)
    for (const kind of mediaKinds) {
      known += entries.count(account.id, kind)
      const list = createReader(realm, account, kind, ask, (count) => progress((read += count)))
      if (!whole && (await list.recent())) continue
      gone.push(...(await list.whole()))
    }
    if (gone.length > 1 && gone.length > known * believableLoss) {
      doubtful.set(account.id, gone)
      return gone.length
    }
    if (gone.length > 0) removeGone(gone)
    return 0
  }

  function createReader(
    realm: Realm,
    account: AccountRow,
    kind: MediaKind,
    ask: Ask,
    onRead: (count: number) => void,
  ) {
    const tell = account.syncedAt !== null
    const seen = new Set<PackedKey>()
    let newest = 0

    async function take(call: ServiceCall<ListPage>): Promise<ListPage> {
      let askedAt = 0
      const page = (await realm.execute.atTurn(
        call.bucket,
        () => {
          askedAt = clock.monotonic()
          return call
        },
        ask,
      ))!
      const { id, realm: realmId } = account
      for (const { entry } of page.items) {
        seen.add(packKey(id, entry.title))
        newest = Math.max(newest, entry.updatedAt ?? 0)
      }
      await apply.apply({
        account: id,
        realm: realmId,
        kind,
        items: page.items,
        asked: null,
        askedAt,
        tell,
      })
      onRead(page.items.length)
      return page
    }

    async function pages(status: Status | null) {
      for (let page = 1; ; page += 1) {
        const { hasNext } = await take(realm.provider.listPage(account, kind, page, status))
        if (!hasNext) return
      }
    }

    /** Titles that wait here and that the service does not have are judged one by one. */
    async function settleWaiting(askedAt: number) {
      const waiting = [...plan.all()].filter(
        (row) => row.account === account.id && !seen.has(row.key),
      )
      const asked = waiting
        .map((row) => unpackKey(row.key).title)
        .filter((title) => kindOf(title) === kind)
      const { id, realm: realmId } = account
      await apply.apply({ account: id, realm: realmId, kind, items: [], asked, askedAt, tell })
    }

    return {
      /** Reads changes since the last time, newest first; false when that cannot be told. */
      async recent(): Promise<boolean> {
        const mark = Number(meta.read(markName(account.id, kind)) ?? 0)
        if (!realm.provider.recentPage || mark === 0) return false
        for (let page = 1; page <= mostRecentPages; page += 1) {
          const { items, hasNext } = await take(realm.provider.recentPage(account, kind, page))
          const oldest = items.at(-1)?.entry.updatedAt ?? 0
          if (!hasNext || oldest < mark) {
            saveMark(account.id, kind, Math.max(newest, mark))
            return true
          }
        }
        return false
      },

      /** Reads everything; answers the titles that the service does not have any more. */
      async whole(): Promise<PackedKey[]> {
        const startedAt = clock.monotonic()
        await pages(null)
        const { listCap } = realm.provider
        const capped = listCap !== null && seen.size >= listCap
        if (capped) for (const status of realm.provider.capabilities.statuses) await pages(status)
        saveMark(account.id, kind, newest)
        // At the cap the service does not show all of the list: nothing counts as removed.
        if (capped) return []
        await settleWaiting(startedAt)
        freshness.heardWhole(account.id, kind, startedAt)
        return entries
          .keys(account.id, kind)
          .filter((key) => !seen.has(key) && !plan.get(key))
          .filter((key) => !freshness.isNewerThan(key, startedAt))
      },
    }
  }

  function saveMark(account: number, kind: MediaKind, newest: number) {
    if (newest > 0) meta.write(markName(account, kind), String(newest))
  }

  return {
    run,
    /** The user's answer about titles that went missing. */
    accept(account: number, remove: boolean) {
      const keys = doubtful.get(account) ?? []
      doubtful.delete(account)
      if (remove && keys.length > 0) removeGone(keys)
    },
  }
}

function markName(account: number, kind: MediaKind) {
  return `newest:${account}:${kind}`
}
