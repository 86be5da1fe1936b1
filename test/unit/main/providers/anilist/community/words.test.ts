import { describe, expect, test } from 'vitest'
import { buildSchema, type GraphQLEnumType } from 'graphql'
import { createAnilist } from '../../../../../../src/main/providers/anilist/anilist'
import {
  linkTypeOf,
  notificationTypeOf,
  relationOf,
  roleOf,
  sortWords,
  sourceOf,
  voteOf,
} from '../../../../../../src/main/providers/anilist/community-words'
import { valueOf } from '../../calls'
import { besideRepository } from '../../document-samples'
import { answerOf, clock, failureFrom } from '../../support'

const { community } = createAnilist({ clock })
const sdl = besideRepository('shared/data/anilist-v2.schema.graphql')

// The schema of the real service lies beside the repository on some machines only.
describe.skipIf(sdl === null)('words of the schema', () => {
  const schema = buildSchema(sdl ?? 'type Query { a: Int }', { assumeValidSDL: true })
  const wordsOf = (name: string) =>
    (schema.getType(name) as GraphQLEnumType).getValues().map((value) => value.name)

  test.each([
    ['MediaSource', sourceOf],
    ['MediaRelation', relationOf],
    ['CharacterRole', roleOf],
    ['ExternalLinkType', linkTypeOf],
    ['ReviewRating', voteOf],
    ['NotificationType', notificationTypeOf],
  ])('of %s are all known, and no others', (name, words) => {
    expect(Object.keys(words).sort()).toEqual(wordsOf(name).sort())
  })

  test('to sort by are words of the schema', () => {
    const known = wordsOf('MediaSort')

    for (const word of Object.values(sortWords)) expect(known).toContain(word)
  })
})

describe('a word that nobody knows yet', () => {
  test('of a title is unknown', () => {
    const edges = [{ relationType: 'COUSIN', node: { id: 2, type: 'MANGA' } }]
    const page = valueOf(community.seriesPage('anime:1'), {
      data: {
        Media: {
          id: 1,
          type: 'ANIME',
          source: 'DREAM',
          status: 'SLEEPING',
          format: 'HOLOGRAM',
          relations: { edges },
          characters: { edges: [{ role: 'GHOST', node: { id: 3 } }] },
          externalLinks: [{ url: 'https://a.example', site: 'A', type: 'SCENT' }],
          rankings: [{ rank: 1, type: 'LOUD', context: 'loudest' }],
          trailer: { site: 'cinema', id: 'x' },
          stats: { statusDistribution: [{ status: 'HUMMING', amount: 3 }] },
        },
      },
    })

    expect(page).toMatchObject({
      source: 'unknown',
      media: { status: 'unknown', format: 'unknown' },
      relations: [{ relation: 'unknown', media: { key: 'manga:2' } }],
      cast: { items: [{ role: 'unknown' }] },
      links: [{ type: 'unknown' }],
      rankings: [{ type: 'unknown', words: 'loudest' }],
      trailer: null,
      statuses: [],
    })
  })

  test('of an activity or a notification is unknown', () => {
    const pageOf = (field: string, items: unknown) => ({ data: { Page: { [field]: items } } })

    expect(
      valueOf(community.feed(1), pageOf('activities', [{ id: 1, type: 'DANCE' }])).items,
    ).toMatchObject([{ id: 1, type: 'unknown' }])
    expect(
      valueOf(
        community.notifications(1, 'keep'),
        pageOf('notifications', [{ id: 1, type: 'WINK', context: ' winked.' }, {}]),
      ).items,
    ).toMatchObject([{ id: 1, type: 'unknown', words: ' winked.' }])
  })

  test('of a user is none', () => {
    const body = {
      data: {
        User: {
          id: 1,
          name: 'Kei',
          mediaListOptions: { scoreFormat: 'POINT_7', rowOrder: 'mood' },
          statistics: {
            anime: { formats: [{ format: 'HOLOGRAM', count: 2 }], statuses: [{ status: 'X' }] },
          },
        },
      },
    }

    expect(valueOf(community.user(1), body)).toMatchObject({
      scoreFormat: null,
      listSort: null,
      statistics: { anime: { formats: [{ of: 'unknown', count: 2 }], statuses: [] } },
    })
  })
})

test('what an answer is about must be there; the rest may be missing', () => {
  const calls = [
    community.user(1),
    community.seriesPage('anime:1'),
    community.character(1),
    community.staff(1, 'staff'),
    community.review('anime', 1),
    community.thread(1, 1),
    community.feed(1),
  ]

  for (const call of calls) {
    expect(failureFrom(() => call.parse(answerOf({ data: {} }))).code).toBe('bad-answer')
  }
  expect(valueOf(community.character(1), { data: { Character: { id: 1 } } })).toMatchObject({
    name: { full: '#1', native: null, alternatives: [] },
    favourite: null,
    hasPicture: false,
  })
})

test('things without a number, and those that are null, are left out of lists', () => {
  const users = [null, { id: 1, name: 'a' }, { name: 'b' }, { id: 2 }, 5]

  expect(
    valueOf(community.followers(1, 1), { data: { Page: { followers: users } } }).items,
  ).toEqual([{ id: 1, name: 'a', hasPicture: false }])
})

test('a removal that removed nothing is gone', () => {
  const call = community.removeThread(1)

  expect(call.parse(answerOf({ data: { DeleteThread: { deleted: true } } }))).toBeUndefined()
  expect(
    failureFrom(() => call.parse(answerOf({ data: { DeleteThread: { deleted: false } } }))).code,
  ).toBe('gone')
})

test('nobody sees where pictures are; main keeps the addresses', () => {
  const avatar = { medium: 'https://s4.anilist.co/a.png', large: 'https://evil.example/b.png' }
  const found = community
    .user(1)
    .parse(answerOf({ data: { User: { id: 1, name: 'Kei', avatar, bannerImage: 'x' } } }))

  expect(JSON.stringify(found.value)).not.toContain('http')
  expect(found.value).toMatchObject({ hasPicture: true, hasBanner: false })
  expect(found.pictures).toEqual([
    { key: 'user-1', url: 'https://s4.anilist.co/a.png', urlLarge: null, bannerUrl: null },
  ])
})
