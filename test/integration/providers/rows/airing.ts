import { expect } from 'vitest'
import { titleKey } from '../../../../src/shared/media'
import { airingsBetween, statusAt } from '../../../../src/sandbox/world/airing'
import { relationsOf } from '../../../../src/sandbox/world/relations'
import { seasonOf } from '../../../../src/sandbox/world/season'
import { systemClock } from '../../../../src/sandbox/system-clock'
import { rowsOf, type SharedRow } from './row'

const rows: readonly SharedRow[] = [
  {
    proves: 'a fortnight of hundreds of titles in one request, complete and in order',
    asks: {
      anilist: [['airing.schedules', 'query SchedulePages', 'query Page.airingSchedules']],
    },
    async run({ ask, asked, anilist, catalogue }) {
      const nowS = Math.floor(systemClock.wall() / 1000)
      const span = { after: nowS - 86_400, before: nowS + 14 * 86_400 }
      const all = catalogue.of('anime')

      const { items, hasNext } = await ask(
        anilist.airing.schedules(
          all.map(({ id }) => titleKey('anime', id)),
          span,
          1,
        ),
      )

      const there = all.flatMap((series) => airingsBetween(series, span.after, span.before))
      expect(asked).toHaveLength(1)
      expect(there.length).toBeGreaterThan(50)
      expect(hasNext).toBe(false)
      expect(items.map(({ title, episode }) => `${title} ${episode}`).sort()).toEqual(
        there.map(({ mediaId, episode }) => `anime:${mediaId} ${episode}`).sort(),
      )
      expect(items).toEqual(items.toSorted((a, b) => a.airingAt - b.airingAt))
    },
  },
  {
    proves: 'a season with what each title goes on from',
    asks: { anilist: [['airing.titles', 'query TitlePages', 'query Page.media']] },
    async run({ ask, anilist, catalogue }) {
      const [first] = catalogue.of('anime').flatMap((series) => seasonOf(series) ?? [])
      const { season, year } = first!

      const { value, titles } = await ask(
        anilist.airing.titles({ season: season.toLowerCase() as 'fall', year }, 1),
      )

      const there = catalogue.of('anime').filter((series) => {
        const own = seasonOf(series)
        return own?.season === season && own.year === year
      })
      expect(value.items.map(({ media }) => media.key).sort()).toEqual(
        there.map(({ id }) => `anime:${id}`).sort(),
      )
      expect(titles).toHaveLength(there.length)
      for (const { media, prequels } of value.items) {
        const series = there.find(({ id }) => media.key === `anime:${id}`)!
        const before = relationsOf(series, catalogue).filter((each) => each.relation === 'PREQUEL')
        expect(prequels).toEqual(before.map((each) => `anime:${each.series.id}`))
      }
    },
  },
  {
    proves: 'what was announced, the newest first',
    asks: { anilist: [['airing.titles', 'query TitlePages', 'query Page.media']] },
    async run({ ask, anilist, catalogue }) {
      const nowS = Math.floor(systemClock.wall() / 1000)

      const { value } = await ask(anilist.airing.titles('announced', 1))

      const there = catalogue
        .of('anime')
        .filter((series) => statusAt(series, nowS) === 'NOT_YET_RELEASED')
      expect(there.length).toBeGreaterThan(5)
      expect(value.items.map(({ media }) => media.key)).toEqual(
        there
          .map(({ id }) => id)
          .sort((a, b) => b - a)
          .map((id) => `anime:${id}`),
      )
    },
  },
]

export const airingRows = rowsOf('airing', rows)
