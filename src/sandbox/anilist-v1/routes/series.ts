import { json } from '../../core/reply'
import { airingsOf, statusAt } from '../../world/airing'
import { seasonOf } from '../../world/season'
import { genres, type Series, type SeriesType } from '../../world/series'
import { noResults, notFound, numberIn, open, type V1Request, type V1Route } from '../call'
import { airingOf, fullSeries, smallSeries } from '../models/series'
import { mediaTypes, seriesStatusWord } from '../words'

const types: readonly SeriesType[] = ['anime', 'manga']
const perPage = 40

/** The series a path names, if it is of that type. */
export function seriesIn({ world, params }: V1Request, type: SeriesType): Series | undefined {
  const series = world.series(Number(params.id))
  return series?.type === type ? series : undefined
}

function search(request: V1Request, type: SeriesType): unknown {
  const query = (request.params.query ?? '').toLowerCase()
  const found = request.world.catalogue
    .of(type)
    .filter(
      ({ id, romaji, english, native, synonyms }) =>
        request.world.series(id) &&
        [romaji, english, native, ...synonyms].some((title) =>
          title?.toLowerCase().includes(query),
        ),
    )
    .slice(0, perPage)
  return found.length > 0 ? found.map((series) => fullSeries(series, request, false)) : noResults()
}

const sortKeys: Readonly<Record<string, (series: Series) => number>> = {
  id: (series) => series.id,
  score: (series) => series.score ?? 0,
  popularity: (series) => series.popularity,
  start_date: (series) => series.start ?? 0,
  end_date: (series) => series.end ?? 0,
}

function browse(request: V1Request, type: SeriesType): unknown {
  const { fields, now, world } = request
  const listed = (name: string): string[] => fields.get(name)?.split(',').filter(Boolean) ?? []
  const wanted = (name: string): string | null => fields.get(name)?.toLowerCase() ?? null
  const [year, season, kind, status] = ['year', 'season', 'type', 'status'].map(wanted)
  const found = world.catalogue.of(type).filter((series) => {
    const own = seasonOf(series)
    const began = own?.year ?? Math.floor((series.start ?? 0) / 10_000)
    return (
      world.series(series.id) !== undefined &&
      (!year || began === Number(year)) &&
      (!season || own?.season.toLowerCase() === season) &&
      (!kind || mediaTypes[series.format].toLowerCase() === kind) &&
      (!status || seriesStatusWord(type, statusAt(series, now)) === status) &&
      listed('genres').every((genre) => series.genres.includes(genre)) &&
      !listed('genres_exclude').some((genre) => series.genres.includes(genre))
    )
  })
  const [, key = 'id', descending] = /^(\w+?)(-desc)?$/.exec(fields.get('sort') ?? 'id') ?? []
  const valueOf = sortKeys[key] ?? ((series: Series) => series.id)
  const sign = descending ? -1 : 1
  const sorted = found.sort((a, b) => (valueOf(a) - valueOf(b)) * sign)
  const whole = fields.get('full_page') === 'true' && (season || status === 'currently airing')
  const page = Math.max(1, numberIn(fields, 'page') ?? 1)
  const shown = whole ? sorted : sorted.slice((page - 1) * perPage, page * perPage)
  return shown.map((series) => ({
    ...smallSeries(series, request),
    ...(fields.get('airing_data') === 'true' ? { airing: airingOf(series, now) } : {}),
  }))
}

/**
 * Times by episode, in no order that could be relied on: written by hand, since objects put keys
 * that look like numbers in order.
 */
function airing(request: V1Request): unknown {
  const series = seriesIn(request, 'anime')
  if (!series) return notFound()
  const times = airingsOf(series, request.now).map(
    ({ episode, airingAt }) => `"${episode}":${airingAt}`,
  )
  const body = times.length === 0 ? '[]' : `{${times.reverse().join(',')}}`
  return { ...json(null), body }
}

export const seriesRoutes: readonly V1Route[] = [
  open('GET genre_list', () => genres.map((genre, at) => ({ id: at + 1, genre }))),
  ...types.flatMap((type) => [
    open(`GET browse/${type}`, (request) => browse(request, type)),
    open(`GET ${type}/search/{query}`, (request) => search(request, type)),
  ]),
  open('GET anime/{id}/airing', airing),
]
