import { expect } from 'vitest'
import { type MediaKind, titleKey } from '../../../../src/shared/media'
import { relationsOf } from '../../../../src/sandbox/world/relations'
import type { Desk } from './desk'
import { rowsOf, type SharedRow } from './row'
import { idsOf } from './social'

/** A title with relations and, if it is an anime, a studio. */
function known({ catalogue }: Desk, kind: MediaKind) {
  const series = catalogue.of(kind)[20]!
  return { series, key: titleKey(kind, series.id), cast: catalogue.cast().of(series) }
}

function ofKind(kind: MediaKind): readonly SharedRow[] {
  return [
    {
      proves: `the ${kind} itself: names, description, figures`,
      asks: {
        anilist: [['community.series', 'query Series', 'query Media']],
        'anilist-v1': [['community.series', 'GET {series_type}/{id}', `GET ${kind}/{id}`]],
      },
      async run(desk) {
        const { series, key } = known(desk, kind)
        const { value, titles } = await desk.ask(desk.community.series(key))

        expect(value.media).toMatchObject({ key, titles: { romaji: series.romaji } })
        expect(value.media.genres).toEqual(series.genres)
        expect(value).toMatchObject({ description: series.description, favourite: false })
        expect(value.scores.map(({ score }) => score)).toEqual([
          10, 20, 30, 40, 50, 60, 70, 80, 90, 100,
        ])
        expect(value.statuses.length).toBeGreaterThan(3)
        expect(titles.map((title) => title.key)).toEqual([key])
      },
    },
    {
      proves: `the page of ${kind}: people, relations, reviews, as one request`,
      asks: {
        anilist: [['community.seriesPage', 'query SeriesPage', 'query Media']],
        'anilist-v1': [['community.seriesPage', 'GET {series}/{id}/page', `GET ${kind}/{id}/page`]],
      },
      async run(desk) {
        const { series, key, cast } = known(desk, kind)
        const { value } = await desk.ask(desk.community.seriesPage(key))

        const related = relationsOf(series, desk.catalogue).map((relation) => relation.series.id)
        expect(desk.asked).toHaveLength(1)
        expect(value.relations.map(({ media }) => Number(media.key.split(':')[1]))).toEqual(related)
        expect(value.relations.map(({ relation }) => relation)).not.toContain('unknown')
        expect(value.studios.map(({ studio }) => studio.name)).toEqual(
          cast.studios.map(({ studio }) => studio.name),
        )
        const [first] = value.cast.items
        expect(first).toMatchObject({
          character: { id: cast.characters[0]!.character.id },
          role: 'main',
        })
        expect(first?.actors.map(({ id, work }) => [id, work])).toEqual(
          kind === 'anime' ? [[cast.characters[0]!.actor!.id, 'actor']] : [],
        )
        expect(value.staff.items[0]).toMatchObject({ role: cast.staff[0]!.role })
      },
    },
    {
      proves: `all characters of ${kind}, in the order of their roles`,
      asks: {
        anilist: [['community.seriesPeople', 'query SeriesCharacters', 'query Media']],
        'anilist-v1': [
          ['community.seriesPeople', 'GET {series}/{id}/characters', `GET ${kind}/{id}/characters`],
        ],
      },
      async run(desk) {
        const { key, cast } = known(desk, kind)
        const { value, pictures } = await desk.ask(
          desk.community.seriesPeople(key, 'characters', 1),
        )

        expect(value.cast.items.map(({ character }) => character.id)).toEqual(
          cast.characters.map(({ character }) => character.id),
        )
        expect(pictures.length).toBeGreaterThan(0)
      },
    },
    {
      proves: `all staff of ${kind}`,
      asks: {
        anilist: [['community.seriesPeople', 'query SeriesStaff', 'query Media']],
        'anilist-v1': [
          ['community.seriesPeople', 'GET {series}/{id}/staff', `GET ${kind}/{id}/staff`],
        ],
      },
      async run(desk) {
        const { key, cast } = known(desk, kind)
        const { value } = await desk.ask(desk.community.seriesPeople(key, 'staff', 1))

        expect(value.staff.items.map(({ staff, role }) => [staff.id, role])).toEqual(
          cast.staff.map(({ staff, role }) => [staff.id, role]),
        )
      },
    },
    {
      proves: `the actors of ${kind}`,
      asks: {
        anilist: [['community.seriesPeople', 'query SeriesCharacters', 'query Media']],
        'anilist-v1': [
          ['community.seriesPeople', 'GET {series}/{id}/actors', `GET ${kind}/{id}/actors`],
        ],
      },
      async run(desk) {
        const { key, cast } = known(desk, kind)
        const { value } = await desk.ask(desk.community.seriesPeople(key, 'actors', 1))

        const actors = value.cast.items.flatMap((member) => member.actors)
        expect(idsOf(actors)).toEqual(
          idsOf(cast.characters.flatMap(({ actor }) => (actor ? [actor] : []))),
        )
      },
    },
  ]
}

const rest: readonly SharedRow[] = [
  {
    proves: 'when the episodes of an anime air, in their order',
    asks: {
      anilist: [['community.airingsOf', 'query SeriesAiring', 'query Page.airingSchedules']],
      'anilist-v1': [['community.airingsOf', 'GET anime/{id}/airing']],
    },
    async run({ ask, catalogue, community }) {
      const series = catalogue.of('anime').find(({ broadcast }) => broadcast !== null)!
      const silent = catalogue.of('anime').find(({ broadcast }) => broadcast === null)!

      const airings = await ask(community.airingsOf(titleKey('anime', series.id)))

      const { firstAt } = series.broadcast!
      expect(airings.length).toBeGreaterThan(2)
      for (const { title, episode, airingAt } of airings) {
        expect(title).toBe(`anime:${series.id}`)
        expect(airingAt).toBe(firstAt + (episode - 1) * 7 * 86_400)
      }
      const episodes = airings.map(({ episode }) => episode)
      expect(episodes).toEqual([...episodes].sort((a, b) => a - b))
      expect(await ask(community.airingsOf(titleKey('anime', silent.id)))).toEqual([])
    },
  },
  {
    proves: 'what we watch and airs at present, with our entry',
    asks: {
      anilist: [['community.onAir', 'query OnAir', 'query Page.media']],
      'anilist-v1': [['community.onAir', 'GET user/airing']],
    },
    async run({ ask, community, owner, sandbox, service }) {
      const { value } = await ask(community.onAir(owner, 20))

      expect(value.length).toBeGreaterThan(0)
      for (const { media, entry } of value) {
        const there = sandbox.inspect.entry(service, Number(media.key.split(':')[1]))
        expect(media.status).toBe('releasing')
        expect(entry).toMatchObject({ title: media.key, progress: there?.progress })
      }
      expect((await ask(community.onAir(owner, 1))).value).toHaveLength(1)
    },
  },
  {
    proves: 'what else one may like',
    asks: {
      anilist: [['community.recommendations', 'query SeriesRecommendations', 'query Media']],
    },
    async run({ ask, catalogue, community, social }) {
      const [row] = social.recommendations.table.rows()
      const series = row!.mediaId
      const key = titleKey(catalogue.get(series)!.type, series)

      const { value } = await ask(community.recommendations!(key, 1))

      const there = social.recommendations.table.rows().filter(({ mediaId }) => mediaId === series)
      expect(value.items.map(({ media }) => media.key.split(':')[1]).sort()).toEqual(
        there.map(({ otherId }) => String(otherId)).sort(),
      )
      const ratings = value.items.map(({ rating }) => rating)
      expect(ratings).toEqual([...ratings].sort((a, b) => b - a))
    },
  },
]

export const seriesRows = rowsOf('series', [...ofKind('anime'), ...ofKind('manga'), ...rest])
