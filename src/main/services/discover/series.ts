import type {
  SeriesDetails,
  SeriesPage,
  SeriesPeople,
  Trailer,
} from '../../../shared/community/series'
import { AppError } from '../../../shared/failure'
import type { HandlersOf } from '../../../shared/ipc'
import type { SeriesCalls, ShownLink } from '../../../shared/ipc/series'
import type { Looked } from '../../../shared/looked-up'
import type { TitleKey } from '../../../shared/media'
import type { Desktop } from '../../environment'
import { ages, type LookedUp, plain, type Question } from '../looked-up'
import { itself, unable } from './discover'
import { type Lists, lookInParts, partOf } from './in-parts'

interface Options {
  lookedUp: LookedUp
  desktop: Pick<Desktop, 'openExternal'>
}

/** People that a title's page begins with, where the service sends all of them. */
const firstPeople = 12

const trailerSites: Readonly<Record<Trailer['site'], string>> = {
  youtube: 'https://www.youtube.com/watch?v=',
  dailymotion: 'https://www.dailymotion.com/video/',
}

const people: Lists<SeriesPeople> = ({ cast, staff }, each) => ({
  cast: each(cast),
  staff: each(staff),
})

/** A title: what it is, who made it, when it airs. Failures: those of `lookedUp.look`. */
export function createSeries({ lookedUp, desktop }: Options) {
  const page = (title: TitleKey): Question<SeriesPage> => ({
    name: `series-page(${title})`,
    ageMs: ages.hours,
    ask: (community) => community.seriesPage(title),
  })
  const details = (title: TitleKey): Question<SeriesDetails> => ({
    name: `series(${title})`,
    ageMs: ages.hours,
    ask: (community) => community.series(title),
  })

  /** What was shown last of a title, which is where its links stand. */
  async function shown(accountId: number, title: TitleKey): Promise<SeriesDetails> {
    const look = { accountId, ticket: 1, want: 'known' } as const
    const seen =
      (await lookedUp.look(look, page(title))) ?? (await lookedUp.look(look, details(title)))
    if (!seen) throw new AppError({ code: 'gone', reason: 'link-forgotten' })
    return seen.value
  }

  const handlers: HandlersOf<SeriesCalls> = {
    'series:page': async (look, title) => {
      const seen = await lookedUp.look(look, page(title))
      if (!seen) return null
      const { cast, staff } = people(seen.value, (list) => partOf(list, 1, firstPeople))
      return withoutAddresses({ ...seen, value: { ...seen.value, cast, staff } })
    },
    'series:details': async (look, title) =>
      withoutAddresses(await lookedUp.look(look, details(title))),
    'series:people': (look, title, part, number) =>
      lookInParts(lookedUp, {
        look,
        page: number,
        question: (each) => ({
          name: `series-people(${title},${part},${each})`,
          ageMs: ages.hours,
          shared: true,
          ask: (community) => community.seriesPeople(title, part, each),
        }),
        lists: people,
      }),
    'series:recommendations': (look, title, number) =>
      lookInParts(lookedUp, {
        look,
        page: number,
        question: (each) => ({
          name: `recommendations(${title},${each})`,
          ageMs: ages.hours,
          shared: true,
          ask: ({ recommendations }) => (recommendations ?? unable)(title, each),
        }),
        lists: itself,
      }),
    'series:airings': (look, title) =>
      lookedUp.look(look, {
        name: `airings(${title})`,
        ageMs: ages.hours,
        shared: true,
        ask: (community) => plain(community.airingsOf(title)),
      }),
    'series:open': async (accountId, title, what) => {
      const { trailer, links } = await shown(accountId, title)
      const found = trailer && trailerSites[trailer.site] + trailer.id
      const url = what === 'trailer' ? found : (links[what]?.url ?? null)
      if (url === null) throw new AppError({ code: 'gone', reason: 'link-forgotten' })
      return desktop.openExternal(url)
    },
  }

  return { handlers }
}

function withoutAddresses<T extends SeriesDetails>(seen: Looked<T>) {
  if (!seen) return null
  const links = seen.value.links.map(({ url, ...link }): ShownLink => link)
  return { ...seen, value: { ...seen.value, links } }
}
