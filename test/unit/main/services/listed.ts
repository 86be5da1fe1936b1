import type { AccountRow } from '../../../../src/main/db/accounts'
import { packKey } from '../../../../src/main/db/keys'
import { planRow } from '../../../../src/main/db/outbox'
import type { ListPage, ServiceCall } from '../../../../src/main/providers/provider'
import type { Heard } from '../../../../src/main/queue/apply'
import { createFreshness } from '../../../../src/main/queue/freshness'
import { createPlan } from '../../../../src/main/queue/plan'
import { createReaderOf } from '../../../../src/main/services/list-reader'
import { AppError } from '../../../../src/shared/failure'
import type { TitleKey } from '../../../../src/shared/media'
import { entryOf } from '../../../support/entries'
import { memoryTables } from '../../../support/tables'
import { createVirtualClock } from '../../../support/virtual-clock'
import { outboxRow } from '../queue/rows'

export const account = { id: 1, realm: 9, syncedAt: 1_000 } as AccountRow
export const titleOf = (id: number): TitleKey => `anime:${id}`
export const keyOf = (id: number) => packKey(1, titleOf(id))
export const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)

interface Service {
  /** Ids in the order of the service. */
  list?: readonly number[]
  pageSize?: number
  cap?: number
  /** How many titles can be asked for by name; none: none. */
  byName?: number
  /** When each was changed, in Unix s; none: what is new cannot be told. */
  changedAt?: (id: number) => number
}

/** A service with one list, and how it is asked. */
export function open(service: Service) {
  const tables = memoryTables()
  const clock = createVirtualClock()
  const plan = createPlan()
  const freshness = createFreshness()
  const asked: string[] = []
  const heard: Heard[] = []
  const { pageSize = 3, cap = null, byName, changedAt } = service
  const list = () => service.list ?? []
  const call = (name: string, answer: () => ListPage) =>
    ({ name, bucket: 'api', effect: 'read', parse: answer }) as unknown as ServiceCall<ListPage>
  const pageOf = (ids: readonly number[], page: number): ListPage => ({
    items: ids.slice((page - 1) * pageSize, page * pageSize).map((id) => ({
      entry: entryOf(titleOf(id), { updatedAt: changedAt?.(id) ?? null }),
      media: null,
    })),
    hasNext: page * pageSize < ids.length,
  })
  const provider = {
    capabilities: { statuses: ['current', 'planned'] },
    listCap: cap,
    listPage: (_: unknown, _kind: string, page: number, status: string | null) =>
      call(`page ${page} ${status ?? 'all'}`, () => {
        const capped = cap === null ? list() : list().slice(0, cap)
        const part =
          status === 'current'
            ? list().filter((id) => id % 2 === 1)
            : list().filter((id) => id % 2 === 0)
        return pageOf(status === null ? capped : part, page)
      }),
    ...(changedAt
      ? {
          recentPage: (_: unknown, _kind: string, page: number) =>
            call(`recent ${page}`, () =>
              pageOf(
                list().toSorted((a, b) => changedAt(b) - changedAt(a)),
                page,
              ),
            ),
        }
      : {}),
    ...(byName === undefined
      ? {}
      : {
          someEntries: {
            size: byName,
            call: (_: unknown, titles: readonly TitleKey[]) =>
              call(`some ${titles.length}`, () => {
                const there = list().filter((id) => titles.includes(titleOf(id)))
                return { ...pageOf(there, 1), hasNext: false }
              }),
          },
        }),
  }
  let failsAfter = Infinity
  const realm = {
    provider,
    execute: {
      read(each: ServiceCall<ListPage>) {
        if (asked.length >= failsAfter) return Promise.reject(new AppError({ code: 'offline' }))
        asked.push(each.name)
        const askedAt = clock.monotonic()
        return Promise.resolve({ value: each.parse({} as never), askedAt })
      },
    },
  }
  const readerOf = createReaderOf({
    entries: tables.entries,
    meta: tables.meta,
    freshness,
    plan,
    clock,
    apply: {
      apply(each) {
        heard.push(each)
        for (const { entry } of each.items) {
          tables.entries.put(packKey(1, entry.title), entry, null)
          freshness.heard(packKey(1, entry.title), each.askedAt)
        }
        return Promise.resolve()
      },
    },
  })
  const counts: number[] = []
  const ask = { priority: 'background', account: 1 } as const
  return {
    tables,
    plan,
    freshness,
    clock,
    asked,
    heard,
    counts,
    failAfter: (requests: number) => (failsAfter = requests),
    /** Another device. */
    change: (ids: readonly number[]) => (service.list = ids),
    known: (...ids: number[]) => {
      for (const id of ids) tables.entries.put(keyOf(id), entryOf(titleOf(id)), null)
    },
    waits: (id: number) => plan.put(keyOf(id), planRow(outboxRow({ title: titleOf(id) })), 0),
    isFresh: (id: number) => freshness.isFresh(keyOf(id), clock.monotonic()),
    reader: (of: AccountRow = account) =>
      readerOf({ realm: realm as never, account: of, kind: 'anime', ask }, (count) =>
        counts.push(count),
      ),
  }
}
