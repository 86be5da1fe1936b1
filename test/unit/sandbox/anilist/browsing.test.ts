import { describe, expect, it } from 'vitest'
import { statusAt } from '../../../../src/sandbox/world/airing'
import { catalogue, createAsk, startWall } from '../ask'

const now = Math.floor(startWall / 1000)

async function media(args: string, fields = 'id') {
  const { graph } = createAsk({ entries: { anime: 60, manga: 10 } })
  const { json } = await graph(`{ Page(perPage: 50) { media(${args}) { ${fields} } } }`)
  return json.data.Page.media as Record<string, unknown>[]
}

describe('titles of AniList', () => {
  it('are found by both of their numbers', async () => {
    const [a, b] = catalogue.of('anime').filter(({ idMal }) => idMal !== null)
    const byId = await media(`id_in: [${a?.id}, ${b?.id}, 1]`, 'id idMal')
    expect(byId).toEqual([
      { id: a?.id, idMal: a?.idMal },
      { id: b?.id, idMal: b?.idMal },
    ])
    expect(await media(`idMal_in: [${b?.idMal}], type: ANIME`)).toEqual([{ id: b?.id }])
  })

  it('are filtered, and genres and tags must all be there', async () => {
    const found = await media(
      'type: ANIME, format_in: [TV, OVA], genre_in: ["Action", "Drama"], averageScore_greater: 60',
      'format genres averageScore',
    )
    expect(found.length).toBeGreaterThan(0)
    for (const { format, genres, averageScore } of found) {
      expect(['TV', 'OVA']).toContain(format)
      expect(genres).toEqual(expect.arrayContaining(['Action', 'Drama']))
      expect(averageScore).toBeGreaterThan(60)
    }
  })

  it('are filtered by what they are not', async () => {
    const found = await media(
      'type: MANGA, format_not_in: [NOVEL], genre_not_in: ["Action"], isAdult: false',
      'format genres isAdult',
    )
    expect(found.some(({ format }) => format === 'NOVEL')).toBe(false)
    expect(found.some(({ isAdult }) => isAdult)).toBe(false)
    expect(found.flatMap(({ genres }) => genres)).not.toContain('Action')
  })

  it('are searched in every title', async () => {
    const series = catalogue.of('manga').find(({ english }) => english !== null)
    const found = await media(`search: "${series?.english?.slice(4, 14).toUpperCase()}"`)
    expect(found.map(({ id }) => id)).toContain(series?.id)
  })

  it('are ordered as wished', async () => {
    const found = await media('type: ANIME, sort: [SCORE_DESC, ID]', 'averageScore id')
    const scores = found.map(({ averageScore }) => Number(averageScore))
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  })

  it('on the own list are marked with the entry', async () => {
    const found = await media('onList: true, type: ANIME', 'id mediaListEntry { status }')
    expect(found).toHaveLength(50)
    expect(found.every(({ mediaListEntry }) => mediaListEntry)).toBe(true)
  })

  it('speak of a hiatus only to those who ask for the second version', async () => {
    const series = catalogue.of('manga').find(({ status }) => status === 'HIATUS')
    const [found] = await media(`id: ${series?.id}`, 'status later: status(version: 2)')
    expect(found).toEqual({ status: 'RELEASING', later: 'HIATUS' })
  })

  it('show a Korean one as manga from Korea', async () => {
    const series = catalogue.of('manga').find(({ format }) => format === 'MANHWA')
    const [found] = await media(`id: ${series?.id}`, 'format countryOfOrigin')
    expect(found).toEqual({ format: 'MANGA', countryOfOrigin: 'KR' })
  })

  it('have a title in the language of the user', async () => {
    const ask = createAsk()
    await ask.graph('mutation { UpdateUser(titleLanguage: NATIVE) { id } }')
    const { json } = await ask.graph('{ Media(id: 700001) { title { native userPreferred } } }')
    expect(json.data.Media.title.userPreferred).toBe(json.data.Media.title.native)
  })

  it('have a picture for about half of them, of this very service', async () => {
    const ask = createAsk()
    ask.sandbox.setOrigin('http://127.0.0.1:4010')
    const { json } = await ask.graph('{ Page { media { id coverImage { large } } } }')
    const urls = json.data.Page.media.map(
      ({ coverImage }: { coverImage: { large: string | null } }) => coverImage.large,
    )
    const shown = urls.filter((url: string | null) => url !== null)
    expect(shown.length).toBeGreaterThan(15)
    expect(shown.length).toBeLessThan(35)
    expect(shown[0]).toMatch(/^http:\/\/127\.0\.0\.1:4010\/anilist\/covers\/\d+\.png\?size=large$/)
    const { pathname, search } = new URL(shown[0])
    const path = pathname.replace('/anilist', '') + search
    const request = { service: 'anilist', method: 'GET', path, headers: {}, body: '' } as const
    expect(await ask.handle(request)).toMatchObject({ headers: { 'content-type': 'image/png' } })
    expect(ask.sandbox.inspect.arrivals('anilist').at(-1)?.bucket).toBeNull()
  })

  it('have genres and tags to choose from', async () => {
    const { graph } = createAsk()
    const { json } = await graph('{ GenreCollection MediaTagCollection { name category isAdult } }')
    expect(json.data.GenreCollection).toContain('Slice of Life')
    expect(json.data.MediaTagCollection.length).toBeGreaterThan(10)
  })
})

describe('broadcasts of AniList', () => {
  const onAir = catalogue.of('anime').filter((series) => statusAt(series, now) === 'RELEASING')
  const fields = 'id airingAt timeUntilAiring episode mediaId media { status }'

  it('come each week until the last episode', async () => {
    const [series] = onAir.filter(({ broadcast }) => broadcast?.total !== null)
    const { graph, clock } = createAsk()
    const ask = async () =>
      (
        await graph(
          `{ Media(id: ${series?.id}) { status nextAiringEpisode { episode timeUntilAiring } } }`,
        )
      ).json.data.Media
    const first = await ask()
    expect(first.status).toBe('RELEASING')
    expect(first.nextAiringEpisode.timeUntilAiring).toBeLessThanOrEqual(7 * 24 * 3600)
    await clock.advance(first.nextAiringEpisode.timeUntilAiring * 1000)
    expect((await ask()).nextAiringEpisode.episode).toBe(first.nextAiringEpisode.episode + 1)
    await clock.advance(30 * 7 * 24 * 3600 * 1000)
    expect(await ask()).toEqual({ status: 'FINISHED', nextAiringEpisode: null })
  })

  it('are asked for by time and by title', async () => {
    const { graph } = createAsk()
    const ids = onAir.slice(0, 5).map(({ id }) => id)
    const { json } = await graph(
      `query ($ids: [Int]) { Page { airingSchedules(mediaId_in: $ids, airingAt_greater: ${now},
        airingAt_lesser: ${now + 7 * 24 * 3600}, sort: TIME) { ${fields} } } }`,
      { ids },
    )
    const found = json.data.Page.airingSchedules
    expect(found.map(({ mediaId }: { mediaId: number }) => mediaId).sort()).toEqual([...ids].sort())
    const times = found.map(({ airingAt }: { airingAt: number }) => airingAt)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(found[0].timeUntilAiring).toBe(found[0].airingAt - now)
  })

  it('of one title come in pages of 25', async () => {
    const { graph } = createAsk()
    const long = onAir.find(({ broadcast }) => broadcast?.total === 25)
    const { json } = await graph(
      `{ Media(id: ${long?.id}) { airingSchedule(notYetAired: true, perPage: 100) { nodes { episode }
        pageInfo { hasNextPage perPage } } } }`,
    )
    const { nodes, pageInfo } = json.data.Media.airingSchedule
    expect(pageInfo).toEqual({ hasNextPage: false, perPage: 25 })
    expect(nodes.at(-1).episode).toBe(25)
  })
})
