import { describe, expect, it } from 'vitest'
import { catalogue, createAsk } from '../ask'

const onAir = catalogue.of('anime').find(({ broadcast }) => broadcast?.total === null)

describe('titles of AniList v1', () => {
  it('come small in lists and full by themselves', async () => {
    const { v1 } = createAsk()
    const { json } = await v1('GET', 'anime/700001')
    for (const key of ['description', 'score_distribution', 'list_stats', 'airing', 'favourite']) {
      expect(json).toHaveProperty(key)
    }
    const browsed = await v1('GET', 'browse/anime')
    expect(browsed.json[0]).not.toHaveProperty('description')
    expect(browsed.json).toHaveLength(40)
  })

  it('have the romaji title where another is missing', async () => {
    const { v1 } = createAsk()
    const { json } = await v1('GET', 'anime/700001')
    expect(json.title_english).toBe(json.title_romaji)
  })

  it('have a season without its century, and 0 for an unknown total', async () => {
    const { v1 } = createAsk()
    const known = catalogue.of('anime').find(({ start }) => String(start).startsWith('20'))
    const { json } = await v1('GET', `anime/${known?.id}`)
    const year = Math.floor(json.start_date_fuzzy / 10_000)
    const month = Math.floor(json.start_date_fuzzy / 100) % 100
    const season = month === 0 ? null : (year % 100) * 10 + Math.floor((month - 1) / 3) + 1
    expect(json.season).toBe(season)
    const unknown = catalogue.of('anime').find(({ episodes }) => episodes === null)
    expect((await v1('GET', `anime/${unknown?.id}`)).json.total_episodes).toBe(0)
  })

  it('have broadcasts by episode, in no order, or an empty array', async () => {
    const { v1 } = createAsk()
    const { text, json } = await v1('GET', `anime/${onAir?.id}/airing`)
    const keys = [...text.matchAll(/"(\d+)":/g)].map(([, key]) => Number(key))
    expect(keys).not.toEqual([...keys].sort((a, b) => a - b))
    expect(json['2'] - json['1']).toBe(7 * 24 * 3600)
    const never = catalogue.of('anime').find(({ broadcast }) => broadcast === null)
    expect((await v1('GET', `anime/${never?.id}/airing`)).json).toEqual([])
  })

  it('are browsed with every parameter', async () => {
    const { v1 } = createAsk()
    const browse = async (fields: Record<string, string>) => {
      const { json } = await v1('GET', 'browse/anime', fields)
      return json as Record<string, unknown>[]
    }
    const airing = await browse({
      status: 'Currently Airing',
      full_page: 'true',
      airing_data: 'true',
    })
    expect(airing.length).toBeGreaterThan(30)
    for (const series of airing) {
      expect(series.airing_status).toBe('currently airing')
      expect(series.airing).toMatchObject({ next_episode: expect.any(Number) })
    }
    const best = await browse({ sort: 'score-desc', type: 'TV', genres: 'Action' })
    const scores = best.map(({ average_score }) => Number(average_score))
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(
      best.every(({ genres, type }) => type === 'TV' && String(genres).includes('Action')),
    ).toBe(true)
    const without = await browse({ genres_exclude: 'Action,Comedy' })
    expect(without.some(({ genres }) => /Action|Comedy/.test(String(genres)))).toBe(false)
    const [first] = await browse({ page: '2' })
    expect(first?.id).toBe(catalogue.of('anime')[40]?.id)
    const spring = await browse({ season: 'spring', year: '2010' })
    expect(spring.every(({ season }) => season === 102)).toBe(true)
  })

  it('are searched, and no hit is an object that says so', async () => {
    const { v1 } = createAsk()
    const title = catalogue.of('manga')[0]?.romaji ?? ''
    const found = await v1('GET', `manga/search/${encodeURIComponent(title)}`)
    expect(found.json.map(({ title_romaji }: { title_romaji: string }) => title_romaji)).toContain(
      title,
    )
    const nothing = await v1('GET', 'anime/search/zzzzzz')
    expect(nothing.json.error.messages).toEqual(['No Results.'])
  })

  it('on the list and on air are told with their next episode', async () => {
    const ask = createAsk({ entries: { anime: 100, manga: 0 }, behaviour: { nullSeries: false } })
    const { json } = await ask.v1('GET', 'user/airing', { limit: '2' })
    expect(json).toHaveLength(2)
    expect(json[0].anime.airing.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00$/)
  })

  it('have a page with people, reviews and what belongs to them', async () => {
    const { v1 } = createAsk()
    const { json } = await v1('GET', 'anime/700001/page')
    expect(json.characters.length).toBeLessThanOrEqual(9)
    expect(json.characters[0]).toMatchObject({ role: 'Main', actor: [{ language: 'Japanese' }] })
    expect(json.studio[0]).toMatchObject({ main_studio: 1 })
    expect(json.relations.length + json.relations_manga.length).toBeGreaterThan(0)
    const [characters, actors] = [
      await v1('GET', 'anime/700001/characters'),
      await v1('GET', 'anime/700001/actors'),
    ]
    expect(characters.json).toEqual(actors.json)
  })
})
