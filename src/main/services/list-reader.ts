import type { Clock } from '../../shared/clock'
import type { MediaKind, TitleKey } from '../../shared/media'
import type { Status } from '../../shared/status'
import type { AccountRow } from '../db/accounts'
import type { Entries } from '../db/entries'
import { packKey, unpackKey, type PackedKey } from '../db/keys'
import type { MetaTable } from '../db/meta'
import type { ListPage, ServiceCall } from '../providers/provider'
import type { Apply } from '../queue/apply'
import type { Ask } from '../queue/ask'
import type { Freshness } from '../queue/freshness'
import { isTooMuch } from '../queue/loss'
import type { Plan } from '../queue/plan'
import type { Realm } from '../queue/realm'

interface Options {
  entries: Entries
  meta: MetaTable
  apply: Apply
  freshness: Freshness
  plan: Plan
  clock: Clock
}

/** Whose list of what is read, and how urgently. */
export interface ListToRead {
  readonly realm: Realm
  readonly account: AccountRow
  readonly kind: MediaKind
  readonly ask: Ask
}

/** Titles of ours that a reading of the whole list did not meet. */
export interface Gone {
  readonly keys: readonly PackedKey[]
  /** Monotonic ms at which the reading began. */
  readonly askedAt: number
  /** The list came in one piece, or cannot be asked about single titles. */
  readonly isSure: boolean
}

export type ReaderOf = ReturnType<typeof createReaderOf>
export type ListReader = ReturnType<ReaderOf>

/** Pages of recent changes after which the whole list is cheaper. */
const mostRecentPages = 10

/** Reads one kind of one account's list. */
export function createReaderOf({ entries, meta, apply, freshness, plan, clock }: Options) {
  return function readerOf(list: ListToRead, onRead: (count: number) => void) {
    const { realm, account, kind, ask } = list
    const { provider } = realm
    const mark = markName(account.id, kind)
    const of = { account: account.id, realm: account.realm, kind, tell: account.syncedAt !== null }
    const seen = new Set<PackedKey>()
    let newest = 0
    let pagesRead = 0

    async function take(call: ServiceCall<ListPage>, asked: readonly TitleKey[] | null = null) {
      const { value: page, askedAt } = await realm.execute.read(call, ask)
      pagesRead += 1
      for (const { entry } of page.items) {
        seen.add(packKey(account.id, entry.title))
        newest = Math.max(newest, entry.updatedAt ?? 0)
      }
      await apply.apply({ ...of, items: page.items, asked, askedAt })
      onRead(page.items.length)
      return page
    }

    async function pages(status: Status | null) {
      for (let page = 1; ; page += 1) {
        const { hasNext } = await take(provider.listPage(account, kind, page, status))
        if (!hasNext) return
      }
    }

    function saveMark(from: number) {
      if (Math.max(newest, from) > 0) meta.note(mark, String(Math.max(newest, from)))
    }

    function missing() {
      const known = entries.keys(account.id, kind)
      return known.filter((key) => !seen.has(key) && !plan.get(key))
    }

    /** What waits here for titles that the list did not show is judged now, or title by title when it leaves. */
    async function settleWaiting(askedAt: number, isSure: boolean) {
      const unseen = plan.ofList(account.id, kind).filter((row) => !seen.has(row.key))
      const asked = unseen.map((row) => unpackKey(row.key).title)
      if (isSure) await apply.apply({ ...of, items: [], asked, askedAt })
      else for (const { key } of unseen) freshness.doubt(key, clock.monotonic())
    }

    return {
      /** Reads changes since the last time, newest first; false when that cannot be told. */
      async recent(): Promise<boolean> {
        const known = Number(meta.read(mark) ?? 0)
        if (!provider.recentPage || known === 0) return false
        for (let page = 1; page <= mostRecentPages; page += 1) {
          const { items, hasNext } = await take(provider.recentPage(account, kind, page))
          const oldest = items.at(-1)?.entry.updatedAt ?? 0
          if (!hasNext || oldest < known) {
            saveMark(known)
            return true
          }
        }
        return false
      },

      /** Reads everything; answers the titles that the service does not seem to have any more. */
      async whole(): Promise<Gone> {
        const askedAt = clock.monotonic()
        const before = pagesRead
        const { listCap } = provider
        // A list that is known to be too long is read status by status at once.
        const isLong = listCap !== null && entries.count(account.id, kind) >= listCap
        if (!isLong) await pages(null)
        // While pages are read the list may move under them: a title can slip through between two.
        const isSure = pagesRead - before === 1 || !provider.someEntries
        const isCapped = () => listCap !== null && seen.size >= listCap
        if (isLong || isCapped())
          for (const status of provider.capabilities.statuses) await pages(status)
        saveMark(0)
        // At the cap the service does not show all of the list: nothing counts as removed.
        if (isCapped()) return { keys: [], askedAt, isSure }
        const isBelieved = !isTooMuch(missing().length, entries.count(account.id, kind))
        await settleWaiting(askedAt, isSure && isBelieved)
        freshness.heardWhole(account.id, kind, askedAt)
        const keys = missing().filter((key) => !freshness.wasMetAfter(key, askedAt))
        // An edit made before they are taken off must not go by what was known of them.
        for (const key of keys) freshness.missed(key, askedAt)
        return { keys, askedAt, isSure }
      },

      /** Asks for titles by name; those that are not there are taken off the list. */
      async confirm({ keys }: Gone) {
        const size = provider.someEntries?.size ?? keys.length
        for (let from = 0; from < keys.length; from += size) {
          const titles = keys.slice(from, from + size).map((key) => unpackKey(key).title)
          if (provider.someEntries) await take(provider.someEntries.call(account, titles), titles)
        }
      },
    }
  }
}

function markName(account: number, kind: MediaKind) {
  return `newest:${account}:${kind}`
}
