import { describe, expect, it } from 'vitest'
import { createAsk } from '../ask'

const collection = `
query ($userId: Int, $type: MediaType, $chunk: Int, $perChunk: Int, $status: MediaListStatus,
  $sort: [MediaListSort], $single: Boolean) {
  MediaListCollection(userId: $userId, type: $type, chunk: $chunk, perChunk: $perChunk,
    status: $status, sort: $sort, forceSingleCompletedList: $single) {
    hasNextChunk
    user { id }
    lists { name status isCustomList isSplitCompletedList
      entries { id mediaId status hiddenFromStatusLists private updatedAt score
        media { id title { romaji } } } }
  }
}`

interface Entry {
  id: number
  mediaId: number
  status: string
  hiddenFromStatusLists: boolean
  private: boolean
  updatedAt: number
}

interface Group {
  name: string
  status: string | null
  isCustomList: boolean
  isSplitCompletedList: boolean
  entries: Entry[]
}

async function read(ask: ReturnType<typeof createAsk>, variables: Record<string, unknown> = {}) {
  const asked = { userId: ask.userId, type: 'ANIME', ...variables }
  const { json } = await ask.graph(collection, asked)
  const found = json.data.MediaListCollection
  const lists = found.lists as Group[]
  const ids = new Set(lists.flatMap(({ entries }) => entries.map(({ id }) => id)))
  return { lists, ids, hasNextChunk: found.hasNextChunk as boolean }
}

describe('a list of AniList', () => {
  it('comes in groups by status and by custom list', async () => {
    const ask = createAsk({ entries: { anime: 120, manga: 0 } })
    const { lists, ids } = await read(ask)
    expect(ids.size).toBe(120)
    for (const group of lists) {
      if (group.isCustomList) expect(group.status).toBeNull()
      else for (const entry of group.entries) expect(entry.status).toBe(group.status)
    }
    expect(lists.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Watching', 'Completed', 'Fall Anime', 'Comfort', 'With friends']),
    )
  })

  it('shows hidden entries in custom lists only', async () => {
    const ask = createAsk({ entries: { anime: 150, manga: 0 } })
    const { lists } = await read(ask)
    const hidden = (isCustom: boolean) =>
      lists
        .filter(({ isCustomList }) => isCustomList === isCustom)
        .flatMap(({ entries }) => entries)
        .filter((entry) => entry.hiddenFromStatusLists)
    expect(hidden(true).length).toBeGreaterThan(0)
    expect(hidden(false)).toEqual([])
  })

  it('comes in chunks that together are the whole', async () => {
    const ask = createAsk({ entries: { anime: 70, manga: 0 } })
    const seen = new Set<number>()
    const sizes = []
    for (let chunk = 1, more = true; more; chunk++) {
      const part = await read(ask, { chunk, perChunk: 25 })
      for (const id of part.ids) seen.add(id)
      sizes.push(part.ids.size)
      more = part.hasNextChunk
    }
    expect(sizes).toEqual([25, 25, 20])
    expect(seen.size).toBe(70)
  })

  it('gives no more than 500 in a chunk', async () => {
    const ask = createAsk({ entries: { anime: 150, manga: 0 } })
    const { ids, hasNextChunk } = await read(ask, { chunk: 1, perChunk: 5000 })
    expect([ids.size, hasNextChunk]).toEqual([150, false])
  })

  it('ends at the most recently updated entries, and gives the tail by status', async () => {
    const ask = createAsk({ entries: { anime: 100, manga: 0 }, behaviour: { listCap: 40 } })
    const all = ask.sandbox.inspect.entries('anilist', 'anime')
    const newest = [...all].sort((a, b) => b.updatedAt - a.updatedAt).slice(0, 40)
    const { ids } = await read(ask)
    expect(ids).toEqual(new Set(newest.map(({ id }) => id)))
    const dropped = all.filter(({ status }) => status === 'DROPPED')
    expect((await read(ask, { status: 'DROPPED' })).ids.size).toBe(dropped.length)
  })

  it('is sorted as wished', async () => {
    const ask = createAsk()
    const { lists } = await read(ask, { sort: ['UPDATED_TIME_DESC'] })
    for (const { entries } of lists) {
      const times = entries.map(({ updatedAt }) => updatedAt)
      expect(times).toEqual([...times].sort((a, b) => b - a))
    }
  })

  it('has completed titles split by format unless told not to', async () => {
    const ask = createAsk({ entries: { anime: 100, manga: 0 } })
    ask.sandbox.control.setUser('anilist', { splitCompleted: { anime: true, manga: false } })
    const split = (await read(ask)).lists.filter((group) => group.isSplitCompletedList)
    expect(split.length).toBeGreaterThan(1)
    expect(split[0]?.name).toMatch(/^Completed /)
    const single = (await read(ask, { single: true })).lists
    expect(single.filter(({ status }) => status === 'COMPLETED')).toHaveLength(1)
  })

  it("keeps others' private entries to themselves", async () => {
    const ask = createAsk()
    const other = ask.sandbox.inspect.entries('anilist', 'anime', ask.userId + 1)
    expect(other.length).toBeGreaterThan(0)
    const { lists } = await read(ask, { userId: ask.userId + 1 })
    const shown = lists.flatMap(({ entries }) => entries)
    expect(shown.filter((entry) => entry.private)).toEqual([])
    expect((await read(ask)).ids.size).toBe(30)
  })

  it('needs a type and a user', async () => {
    const ask = createAsk()
    const noType = await ask.graph(collection, { userId: ask.userId })
    expect(noType.json.errors[0].validation).toHaveProperty('type')
    const nobody = await ask.graph(collection, { type: 'ANIME' })
    expect(nobody.json.errors[0].validation).toHaveProperty('userId')
    expect((await ask.graph(collection, { userId: 1, type: 'ANIME' })).status).toBe(404)
  })
})

describe('a page of AniList', () => {
  const page = `query ($page: Int, $perPage: Int, $userId: Int, $ids: [Int], $sort: [MediaListSort]) {
    Page(page: $page, perPage: $perPage) {
      pageInfo { hasNextPage perPage currentPage total }
      mediaList(userId: $userId, mediaId_in: $ids, sort: $sort) { mediaId updatedAt }
    }
  }`

  it('holds the entries of the titles asked for', async () => {
    const ask = createAsk()
    const ids = ask.sandbox.inspect.entries('anilist').slice(0, 3)
    const wanted = [...ids.map(({ mediaId }) => mediaId), 1]
    const { json } = await ask.graph(page, { userId: ask.userId, ids: wanted })
    expect(json.data.Page.mediaList.map((entry: Entry) => entry.mediaId)).toEqual(
      ids.map(({ mediaId }) => mediaId),
    )
    expect(json.data.Page.pageInfo.hasNextPage).toBe(false)
  })

  it('holds 50 at most and says whether there are more', async () => {
    const ask = createAsk({ entries: { anime: 60, manga: 0 } })
    const { json } = await ask.graph(page, { userId: ask.userId, perPage: 500 })
    expect(json.data.Page.mediaList).toHaveLength(50)
    expect(json.data.Page.pageInfo).toMatchObject({ hasNextPage: true, perPage: 50 })
  })

  it('goes no deeper than 5,000 entries', async () => {
    const ask = createAsk()
    expect((await ask.graph(page, { userId: ask.userId, page: 100, perPage: 50 })).status).toBe(200)
    expect((await ask.graph(page, { userId: ask.userId, page: 101, perPage: 50 })).status).toBe(400)
  })

  it('holds one kind of thing only', async () => {
    const { graph } = createAsk()
    const { status } = await graph('{ Page { media { id } users { id } } }')
    expect(status).toBe(400)
  })

  it('finds its data in fragments too', async () => {
    const { graph } = createAsk()
    const { json } = await graph(
      '{ Page(perPage: 2) { ...P } } fragment P on Page { media { id } }',
    )
    expect(json.data.Page.media).toHaveLength(2)
  })
})
