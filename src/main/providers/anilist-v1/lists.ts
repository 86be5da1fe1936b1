import { z } from 'zod'
import type { MediaKind } from '../../../shared/media'
import type { Status } from '../../../shared/status'
import { badAnswer, readAs } from '../answers'
import type { FetchedEntry, ListOwner, ListPage, ServiceCall } from '../provider'
import type { MakeCall } from './call'
import { itemsOf } from './loose'
import { type RawRecord, recordSchema, toFetched } from './record'
import { statusOf } from './words'

interface Found {
  readonly raw: RawRecord
  status: Status | null
  readonly slots: number[]
}

/** The whole list in one answer: page 1 is all there is. */
export function listCall(
  call: MakeCall,
  owner: ListOwner,
  kind: MediaKind,
  status: Status | null,
): ServiceCall<ListPage> {
  return call({
    name: `GET user/{id || displayname}/${kind}list`,
    method: 'GET',
    path: `user/${owner.userId}/${kind}list`,
    read: (body) => {
      const items = readList(body, kind, owner)
      const wanted = items.filter((item) => status === null || item.entry.status === status)
      return { items: wanted, hasNext: false }
    },
  })
}

/** The same list without its titles. */
export function bareListCall(
  call: MakeCall,
  owner: ListOwner,
  kind: MediaKind,
): ServiceCall<ListPage> {
  return call({
    name: `GET user/{id || displayname}/${kind}list/raw`,
    method: 'GET',
    path: `user/${owner.userId}/${kind}list/raw`,
    read: (body) => ({ items: readList(body, kind, owner), hasNext: false }),
  })
}

/**
 * A list in our words. An entry stands under its status and once more under each custom list, a
 * hidden one under those only; it comes out once (docs/services.md, "AniList v1: lists").
 */
export function readList(
  body: unknown,
  kind: MediaKind,
  owner: ListOwner,
): readonly FetchedEntry[] {
  const list = readAs(z.record(z.string(), z.unknown()), body, `${kind} list`)
  if (!('lists' in list)) throw badAnswer(`The ${kind} list has no lists.`)

  const found = new Map<string, Found>()
  for (const [key, records] of itemsOf(list['lists'])) {
    collect(found, records, (item) => (item.status ??= statusOf(key)))
  }
  for (const [slot, records] of itemsOf(list['custom_lists'])) {
    collect(found, records, (item) => item.slots.push(Number(slot)))
  }
  return [...found.values()].map((item) => toFetched(item.raw, kind, owner, item))
}

function collect(found: Map<string, Found>, records: unknown, note: (item: Found) => void) {
  for (const [, value] of itemsOf(records)) {
    const raw = readAs(recordSchema, value, 'list record')
    const key = `${raw.record_id ?? ''}:${raw.series_id ?? raw.anime?.id ?? raw.manga?.id}`
    const item: Found = found.get(key) ?? { raw, status: null, slots: [] }
    found.set(key, item)
    note(item)
  }
}
