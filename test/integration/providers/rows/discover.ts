import { expect } from 'vitest'
import { type BrowseQuery, emptyBrowse } from '../../../../src/shared/community/browse'
import type { MediaKind } from '../../../../src/shared/media'
import { seasonOf } from '../../../../src/sandbox/world/season'
import { rowsOf, type SharedRow } from './row'

function query(kind: MediaKind, more: Partial<BrowseQuery> = {}): BrowseQuery {
  return { ...emptyBrowse, kind, ...more }
}

function ofKind(kind: MediaKind): readonly SharedRow[] {
  return [
    {
      proves: `${kind} are browsed page by page, the best known first`,
      asks: {
        anilist: [['community.browse', 'query Browse', 'query Page.media']],
        'anilist-v1': [['community.browse', 'GET browse/{series_type}', `GET browse/${kind}`]],
      },
      async run({ ask, catalogue, community }) {
        const first = await ask(community.browse(query(kind), 1))
        const second = await ask(community.browse(query(kind), 2))

        const items = [...first.value.items, ...second.value.items]
        const known = items.map(({ popularity }) => popularity ?? 0)
        expect(first.value.hasNext).toBe(true)
        expect(new Set(items.map(({ key }) => key)).size).toBe(items.length)
        expect(known).toEqual([...known].sort((a, b) => b - a))
        expect(known[0]).toBe(
          Math.max(...catalogue.of(kind).map(({ popularity, adult }) => (adult ? 0 : popularity))),
        )
      },
    },
    {
      proves: `${kind} are found by a part of their name, and nothing is an empty page`,
      asks: {
        anilist: [['community.search', 'query Browse', 'query Page.media']],
        'anilist-v1': [
          ['community.search', 'GET {series_type}/search/{query}', `GET ${kind}/search/{query}`],
        ],
      },
      async run({ ask, catalogue, community }) {
        const series = catalogue.of(kind)[12]!
        const { value } = await ask(community.search(kind, series.romaji, 1))
        const none = await ask(community.search(kind, 'no title is called so', 1))

        expect(value.items.map(({ key }) => key)).toContain(`${kind}:${series.id}`)
        expect(none.value.items).toEqual([])
      },
    },
  ]
}

const rest: readonly SharedRow[] = [
  {
    proves: 'a query narrows by season, genre in and out, type and state',
    asks: {
      anilist: [['community.browse', 'query Browse', 'query Page.media']],
      'anilist-v1': [['community.browse', 'GET browse/{series_type}', 'GET browse/anime']],
    },
    async run({ ask, catalogue, community }) {
      const like = catalogue
        .of('anime')
        .find((one) => seasonOf(one) !== null && one.genres.length > 1 && one.format === 'TV')!
      const { season, year } = seasonOf(like)!
      const narrow = query('anime', {
        year,
        season: season.toLowerCase() as 'winter',
        genres: like.genres.slice(0, 1),
        withoutGenres: ['Hentai'],
        format: 'tv',
        sort: 'id',
        descending: false,
      })

      const { value } = await ask(community.browse(narrow, 1))

      const fitting = catalogue
        .of('anime')
        .filter(
          (one) =>
            seasonOf(one)?.year === year &&
            seasonOf(one)?.season === season &&
            one.format === 'TV' &&
            one.genres.includes(like.genres[0]!) &&
            !one.genres.includes('Hentai'),
        )
        .map(({ id }) => `anime:${id}`)
      expect(fitting).toContain(`anime:${like.id}`)
      expect(value.items.map(({ key }) => key)).toEqual(fitting.slice(0, value.items.length))
    },
  },
  {
    proves: 'what airs at present comes with its next episode',
    asks: {
      anilist: [['community.browse', 'query Browse', 'query Page.media']],
      'anilist-v1': [['community.browse', 'GET browse/{series_type}', 'GET browse/anime']],
    },
    async run({ ask, community }) {
      const { value } = await ask(
        community.browse(query('anime', { status: 'releasing', whole: true }), 1),
      )

      expect(value.items.length).toBeGreaterThan(10)
      expect(value.items.every(({ status }) => status === 'releasing')).toBe(true)
      expect(value.items.some(({ nextEpisode }) => nextEpisode !== null)).toBe(true)
    },
  },
  {
    proves: 'the genres that the service knows',
    asks: {
      anilist: [['community.genres', 'query Genres', 'query GenreCollection']],
      'anilist-v1': [['community.genres', 'GET genre_list']],
    },
    async run({ ask, community }) {
      const genres = await ask(community.genres())

      expect(genres).toEqual(expect.arrayContaining(['Action', 'Slice of Life', 'Sci-Fi']))
    },
  },
  {
    proves: 'tags narrow too, and titles on the list can be asked for',
    asks: {
      anilist: [
        ['community.tags', 'query Tags', 'query MediaTagCollection'],
        ['community.browse', 'query Browse', 'query Page.media'],
      ],
    },
    async run({ ask, catalogue, community, sandbox }) {
      const tags = await ask(community.tags!())
      const narrow = query('anime', { tags: ['School'], onMyList: true, sort: 'title' })

      const { value } = await ask(community.browse(narrow, 1))

      expect(tags).toContainEqual(
        expect.objectContaining({ name: 'School', adult: false, category: 'Setting-Scene' }),
      )
      const mine = sandbox.inspect.entries('anilist', 'anime').filter(({ mediaId }) => {
        return catalogue.get(mediaId)?.tags.includes(46)
      })
      expect(value.items).toHaveLength(mine.length)
    },
  },
]

export const discoverRows = rowsOf('discover', [...ofKind('anime'), ...ofKind('manga'), ...rest])
