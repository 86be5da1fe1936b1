import { z } from 'zod'
import { idOf, kindOf, type MediaKind, type TitleKey } from '../../../shared/media'
import type { Status } from '../../../shared/status'
import { badAnswer, readAs } from '../answers'
import type { FetchedEntry, ListOwner, ListPage, ServiceCall } from '../provider'
import type { MakeCall } from './call'
import { mediaListCollectionDocument } from './documents/media-list-collection'
import { mediaListPageDocument } from './documents/media-list-page'
import { entrySchema, toFetched } from './entry'
import { mediaTypes, statusWord } from './words'

const perChunk = 500
const perPage = 50
/** `Page` reaches this deep: page times entries a page. */
const pageDepth = 5_000

const entries = z.array(entrySchema.nullable()).nullish()
const groupSchema = z.object({ status: z.string().nullish(), entries })
const collectionSchema = z.object({
  hasNextChunk: z.boolean().nullish(),
  lists: z.array(groupSchema.nullable()),
})
const pageSchema = z.object({
  pageInfo: z.object({ hasNextPage: z.boolean().nullish() }).nullish(),
  mediaList: z.array(entrySchema.nullable()),
})

export function createLists(call: MakeCall) {
  /** 500 entries a page; entries of custom lists are merged into one each (docs/services.md, "AniList: lists"). */
  function listPage(
    owner: ListOwner,
    kind: MediaKind,
    page: number,
    status: Status | null,
  ): ServiceCall<ListPage> {
    const word = status === null ? undefined : statusWord(status)
    return call({
      name: 'MediaListCollection',
      effect: 'read',
      document: mediaListCollectionDocument,
      variables: {
        userId: owner.userId,
        type: mediaTypes[kind],
        ...(word === undefined ? {} : { status: word }),
        chunk: page,
        perChunk,
      },
      read: (data) => readCollection(data['MediaListCollection'], kind),
    })
  }

  /** 50 entries a page, newest change first, down to the 5,000th. */
  function recentPage(owner: ListOwner, kind: MediaKind, page: number): ServiceCall<ListPage> {
    return flatPage(kind, {
      page,
      perPage,
      userId: owner.userId,
      type: mediaTypes[kind],
      sort: ['UPDATED_TIME_DESC'],
    })
  }

  /** The entries of at most 50 titles of one kind. */
  function some(owner: ListOwner, titles: readonly TitleKey[]): ServiceCall<ListPage> {
    const kind = kindOf(titles[0] ?? 'anime:0')
    return flatPage(kind, {
      page: 1,
      perPage,
      userId: owner.userId,
      type: mediaTypes[kind],
      mediaIds: titles.map(idOf),
    })
  }

  function flatPage(kind: MediaKind, variables: { page: number; [name: string]: unknown }) {
    return call({
      name: 'Page.mediaList',
      effect: 'read',
      document: mediaListPageDocument,
      variables,
      read: (data) => {
        const page = readAs(pageSchema, data['Page'], 'Page')
        const hasNext = page.pageInfo?.hasNextPage === true && variables.page * perPage < pageDepth
        return { items: fetched([{ entries: page.mediaList }], kind), hasNext }
      },
    })
  }

  return { listPage, recentPage, someEntries: { size: perPage, call: some } }
}

/** One chunk of a collection. A collection that is missing is a `bad-answer`, never an empty list. */
export function readCollection(value: unknown, kind: MediaKind): ListPage {
  if (Array.isArray(value) && value.length === 0) return { items: [], hasNext: false }
  const collection = readAs(collectionSchema, value, 'MediaListCollection')
  return {
    items: fetched(collection.lists, kind),
    hasNext: collection.hasNextChunk === true,
  }
}

function fetched(
  groups: readonly (z.infer<typeof groupSchema> | null)[],
  kind: MediaKind,
): readonly FetchedEntry[] {
  const found = new Map<number | undefined, FetchedEntry>()
  for (const group of groups) {
    for (const raw of group?.entries ?? []) {
      if (raw === null) throw badAnswer('The list has an entry that is null.')
      // An entry stands once more in each custom list that it is in.
      const id = raw.mediaId ?? raw.media?.id
      if (id === undefined || !found.has(id)) found.set(id, toFetched(raw, kind, group?.status))
    }
  }
  return [...found.values()]
}
