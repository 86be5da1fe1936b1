import { describe, expect, it } from 'vitest'
import { createAsk } from '../ask'
import { data } from './data'

describe('people of AniList', () => {
  it('stand with their titles, from both ends', async () => {
    const ask = createAsk()
    const media = await data(
      ask,
      `{ Media(id: 700001) {
        characters(sort: ROLE) { edges { role node { id name { full native } }
          voiceActors(language: JAPANESE) { id } voiceActorRoles { voiceActor { id } } } }
        staff { edges { role node { id languageV2 } } }
        studios(isMain: true) { nodes { id name } edges { isMain } } } }`,
    )
    const [member] = media.characters.edges
    const character = await data(
      ask,
      `{ Character(id: ${member.node.id}) { name { full } dateOfBirth { month day }
        media { edges { node { id } characterRole voiceActors { id } } } } }`,
    )
    expect(character.media.edges.map(({ node }: { node: { id: number } }) => node.id)).toContain(
      700001,
    )
    const actor = await data(
      ask,
      `{ Staff(id: ${member.voiceActors[0].id}) { primaryOccupations
        characterMedia { nodes { id } } characters { nodes { id } } staffMedia { nodes { id } } } }`,
    )
    expect(actor.characterMedia.nodes.map(({ id }: { id: number }) => id)).toContain(700001)
    const [studio] = media.studios.nodes
    const made = await data(
      ask,
      `{ Studio(id: ${studio.id}) { media(isMain: true, page: 1) { nodes { id } pageInfo { hasNextPage } } } }`,
    )
    expect(made.media.nodes.map(({ id }: { id: number }) => id)).toContain(700001)
  })

  it('are searched', async () => {
    const ask = createAsk()
    const found = await data(ask, '{ Page { characters(search: "kuro") { name { last } } } }')
    expect(found.characters[0].name.last).toBe('Kurosawa')
    expect(await data(ask, '{ Page { staff(search: "zzzz") { id } } }')).toEqual({ staff: [] })
    const studios = await data(ask, '{ Page { studios(search: "moon") { name } } }')
    expect(studios).toEqual({ studios: [{ name: 'Paper Moon' }] })
  })

  it('have favourites that are turned on and off', async () => {
    const ask = createAsk()
    const toggle =
      'mutation { ToggleFavourite(studioId: 10) { studios { nodes { id isFavourite } } } }'
    const isOn = async () =>
      (await data(ask, '{ Studio(id: 10) { isFavourite } }')).isFavourite as boolean
    const before = await isOn()
    const answer = await data(ask, toggle)
    expect(await isOn()).toBe(!before)
    expect(answer.studios.nodes.some(({ id }: { id: number }) => id === 10)).toBe(!before)
    await data(ask, toggle)
    expect(await isOn()).toBe(before)
    const none = await ask.graph(
      'mutation { ToggleFavourite(animeId: 500001) { anime { nodes { id } } } }',
    )
    expect(none.status).toBe(404)
  })

  it('follow each other', async () => {
    const ask = createAsk()
    const other = ask.userId + 2
    const before = await data(ask, `{ User(id: ${other}) { isFollowing } }`)
    const after = await data(ask, `mutation { ToggleFollow(userId: ${other}) { isFollowing } }`)
    expect(after.isFollowing).toBe(!before.isFollowing)
    const { followers } = await data(ask, `{ Page { followers(userId: ${other}) { id } } }`)
    expect(followers.some(({ id }: { id: number }) => id === ask.userId)).toBe(after.isFollowing)
  })

  it('have figures over their lists', async () => {
    const ask = createAsk()
    const { statistics } = await data(
      ask,
      '{ Viewer { statistics { anime { count meanScore episodesWatched statuses { status count mediaIds } } } } }',
    )
    const entries = ask.sandbox.inspect.entries('anilist', 'anime')
    expect(statistics.anime.count).toBe(30)
    const sum = (list: { count: number }[]) => list.reduce((all, { count }) => all + count, 0)
    expect(sum(statistics.anime.statuses)).toBe(30)
    const watched = entries.reduce((all, { progress }) => all + progress, 0)
    expect(statistics.anime.episodesWatched).toBe(watched)
  })
})

describe('relations and recommendations of AniList', () => {
  it('are seen from both ends', async () => {
    const ask = createAsk()
    const of = (id: number) =>
      data(
        ask,
        `{ Media(id: ${id}) { relations { edges { relationType(version: 2) node { id } } } } }`,
      )
    const first = await of(700001)
    const sequel = first.relations.edges.find(
      ({ relationType }: { relationType: string }) => relationType === 'SEQUEL',
    )
    const back = await of(sequel.node.id)
    expect(back.relations.edges).toContainEqual({ relationType: 'PREQUEL', node: { id: 700001 } })
  })

  it('speak of a source only in the second version', async () => {
    const ask = createAsk()
    const { relations } = await data(
      ask,
      '{ Media(id: 700001) { relations { edges { old: relationType relationType(version: 2) } } } }',
    )
    expect(relations.edges).toContainEqual({ old: 'ADAPTATION', relationType: 'SOURCE' })
  })

  it('are voted on', async () => {
    const ask = createAsk()
    const save = (rating: string) =>
      data(
        ask,
        `mutation { SaveRecommendation(mediaId: 700001, mediaRecommendationId: 700002, rating: ${rating})
          { id rating userRating } }`,
      )
    const up = await save('RATE_UP')
    expect(up).toMatchObject({ userRating: 'RATE_UP' })
    const down = await save('RATE_DOWN')
    expect([down.id, down.rating]).toEqual([up.id, up.rating - 2])
    const { recommendations } = await data(
      ask,
      '{ Media(id: 700001) { recommendations { nodes { mediaRecommendation { id } } } } }',
    )
    expect(recommendations.nodes).toContainEqual({ mediaRecommendation: { id: 700002 } })
  })
})
