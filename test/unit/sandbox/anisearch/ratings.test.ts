import { describe, expect, it } from 'vitest'
import { catalogue, createAsk, unlisted } from '../ask'

type Ask = ReturnType<typeof createAsk>

function listed(ask: Ask, type: 'anime' | 'manga' = 'anime') {
  const [entry] = ask.sandbox.inspect.entries('anisearch', type)
  const series = catalogue.get(entry?.mediaId ?? 0)
  if (!entry || !series) throw new Error('The list is empty.')
  return { entry, series, path: `my/${type}/${series.idAnisearch}/ratings` }
}

const full = {
  status: 'completed',
  is_visible: false,
  public_rating: 8,
  public_fraction: 4,
  personal_rating: 91,
  episodes_watched: 12,
  start_date: '2024-01-02',
  end_date: '2024-03-04',
  is_rewatching: true,
  times_rewatched: 2,
  rewatch_desire: 5,
  notes: 'ä & ♪',
  priority: 3,
}

describe('ratings of aniSearch', () => {
  it('come as an array, of one as of all', async () => {
    const ask = createAsk()
    const { series, path } = listed(ask)
    const one = await ask.anisearch('GET', path)
    expect(one.json).toHaveLength(1)
    expect(one.json[0]).toMatchObject({
      'id-anisearch': series.idAnisearch,
      'id-myanimelist': series.idMal,
    })
    const all = await ask.anisearch('GET', 'my/anime/ratings')
    expect(all.json).toHaveLength(30)
    expect(all.json).toContainEqual(one.json[0])
  })

  it('are an empty array for a title on no list, and 404 for none at all', async () => {
    const ask = createAsk()
    const { idAnisearch } = unlisted(ask, 'anisearch')
    expect((await ask.anisearch('GET', `my/anime/${idAnisearch}/ratings`)).json).toEqual([])
    expect((await ask.anisearch('GET', 'my/anime/999999/ratings')).status).toBe(404)
    expect((await ask.anisearch('GET', 'my/music/ratings')).status).toBe(404)
  })

  it('of manga tell chapters under the name of episodes', async () => {
    const ask = createAsk()
    const { entry, path } = listed(ask, 'manga')
    const { json } = await ask.anisearch('GET', path)
    expect(json[0]).toMatchObject({
      episodes_watched: entry.progress,
      chapters_read: entry.progress,
      volumes_read: entry.progressVolumes,
      is_reread: entry.repeating,
    })
    const bare = createAsk({ behaviour: { mangaProgress: 'documented' } })
    const documented = await bare.anisearch('GET', listed(bare, 'manga').path)
    expect(documented.json[0]).not.toHaveProperty('chapters_read')
  })

  it('take every field', async () => {
    const ask = createAsk()
    const { idAnisearch, id } = unlisted(ask, 'anisearch')
    const path = `my/anime/${idAnisearch}/ratings`
    expect((await ask.anisearch('PUT', path, full)).json).toEqual({ success: true })
    expect((await ask.anisearch('GET', path)).json[0]).toMatchObject(full)
    expect(ask.sandbox.inspect.entry('anisearch', id)).toMatchObject({
      status: 'COMPLETED',
      score: 84,
      private: true,
      repeating: true,
      repeat: 2,
      desire: 5,
    })
  })

  it('of manga take chapters and volumes, and only the key of the table', async () => {
    for (const [rereadKey, isReread] of [
      ['is_rereading', true],
      ['is_reread', false],
      ['both', true],
    ] as const) {
      const ask = createAsk({ behaviour: { rereadKey } })
      const { path } = listed(ask, 'manga')
      const body = { status: 'completed', chapters_read: 9, volumes_read: 2, is_rereading: true }
      await ask.anisearch('PUT', path, body)
      const { json } = await ask.anisearch('GET', path)
      expect(json[0]).toMatchObject({ chapters_read: 9, volumes_read: 2, is_reread: isReread })
    }
  })

  it.each([
    ['reset', 0, ''],
    ['keep', 84, 'ä & ♪'],
  ] as const)('with "%s" do so to what was left out', async (omittedFields, score, notes) => {
    const ask = createAsk({ behaviour: { omittedFields } })
    const { entry, path } = listed(ask)
    await ask.anisearch('PUT', path, full)
    await ask.anisearch('PUT', path, { status: 'ongoing' })
    expect(ask.sandbox.inspect.entry('anisearch', entry.mediaId)).toMatchObject({
      status: 'CURRENT',
      score,
      notes: notes || null,
    })
  })

  it('are found by the number of MyAnimeList where that is asked for', async () => {
    const ask = createAsk()
    const { id, idMal } = unlisted(ask, 'anisearch')
    const body = { status: 'bookmark', use_myanimelist_id: true }
    expect((await ask.anisearch('PUT', `my/anime/${idMal}/ratings`, body)).status).toBe(200)
    expect(ask.sandbox.inspect.entry('anisearch', id)?.status).toBe('PLANNING')
    expect((await ask.anisearch('DELETE', `my/anime/${idMal}/ratings`)).status).toBe(404)
  })

  it('move their time on only when touched', async () => {
    const ask = createAsk()
    const { entry, path } = listed(ask)
    const time = () => ask.sandbox.inspect.entry('anisearch', entry.mediaId)?.updatedAt
    await ask.anisearch('PUT', path, { status: 'ongoing' })
    expect(time()).toBe(entry.updatedAt)
    await ask.anisearch('PUT', path, { status: 'ongoing', touch: true })
    expect(time()).toBe(Math.floor(ask.clock.wall() / 1000))
  })

  it('are deleted once', async () => {
    const ask = createAsk()
    const { path } = listed(ask)
    expect((await ask.anisearch('DELETE', path)).json).toEqual({ success: true })
    expect((await ask.anisearch('DELETE', path)).status).toBe(404)
  })

  it.each([
    [{}],
    [{ status: 'watching' }],
    [{ status: 'ongoing', public_rating: 11 }],
    [{ status: 'ongoing', public_fraction: 10 }],
    [{ status: 'ongoing', personal_rating: 101 }],
    [{ status: 'ongoing', priority: 4 }],
    [{ status: 'ongoing', rewatch_desire: 6 }],
    [{ status: 'ongoing', start_date: '2024-13-01' }],
    [{ status: 'ongoing', start_date: '2024' }],
    [{ status: 'ongoing', episodes_watched: -1 }],
  ])('refuse %j and change nothing', async (body) => {
    const ask = createAsk()
    const { entry, path } = listed(ask)
    expect((await ask.anisearch('PUT', path, body)).status).toBe(400)
    expect(ask.sandbox.inspect.entry('anisearch', entry.mediaId)).toEqual(entry)
  })

  it('know "not interested" and no partial dates', () => {
    const ask = createAsk({ entries: { anime: 150, manga: 0 } })
    const entries = ask.sandbox.inspect.entries('anisearch')
    expect(entries.some(({ status }) => status === 'NOT_INTERESTED')).toBe(true)
    expect(entries.some(({ startedAt }) => startedAt !== null && startedAt % 100 === 0)).toBe(false)
  })
})
