import { favouriteTarget } from '../../social/social'
import { relationsOf } from '../../world/relations'
import type { Series, SeriesType } from '../../world/series'
import { notFound, open, type V1Request, type V1Route } from '../call'
import { roleWord, smallCharacter, smallStaff, studioModel } from '../models/people'
import { reviewModel } from '../models/review'
import { fullSeries, smallSeries } from '../models/series'
import { favouriteRoute } from './people'
import { seriesIn } from './series'

const types: readonly SeriesType[] = ['anime', 'manga']
const most = 9

function base(series: Series, request: V1Request): Record<string, unknown> {
  const { social, viewer } = request
  const target = favouriteTarget(series.type, series.id)
  const favourite = viewer !== null && social().favourites.has(viewer.id, target)
  return fullSeries(series, request, favourite)
}

function people(series: Series, request: V1Request, count: number): Record<string, unknown> {
  const cast = request.world.catalogue.cast().of(series)
  return {
    characters: cast.characters.slice(0, count).map(({ character, role, actor }) => ({
      ...smallCharacter(character, roleWord(role), request),
      ...(series.type === 'anime'
        ? { actor: actor ? [smallStaff(actor, null, request)] : [] }
        : {}),
    })),
    staff: cast.staff.slice(0, count).map(({ staff, role }) => smallStaff(staff, role, request)),
  }
}

function page(request: V1Request, type: SeriesType): unknown {
  const series = seriesIn(request, type)
  if (!series) return notFound()
  const { world, social, viewer } = request
  const reviews = social()
    .reviews.table.rows()
    .filter(({ mediaId, private: hidden }) => mediaId === series.id && !hidden)
  const related = relationsOf(series, world.catalogue).map((relation) => ({
    type: relation.series.type,
    model: {
      ...smallSeries(relation.series, request),
      relation_type: relation.relation.toLowerCase().replace('_', ' '),
    },
  }))
  const other = type === 'anime' ? 'manga' : 'anime'
  const of = (wanted: SeriesType): unknown[] =>
    related.filter((relation) => relation.type === wanted).map(({ model }) => model)
  const studios = world.catalogue.cast().of(series).studios
  const links = [{ id: series.id, url: `https://example.org/${series.id}`, site: 'Official Site' }]
  return {
    ...base(series, { ...request, viewer }),
    ...people(series, request, most),
    reviews: reviews.slice(0, 2).map((review) => reviewModel(review, request)),
    relations: of(type),
    [`relations_${other}`]: of(other),
    ...(type === 'anime'
      ? {
          studio: studios.map(({ studio, isMain }) => studioModel(studio, isMain)),
          external_links: links,
        }
      : {}),
  }
}

export const seriesPageRoutes: readonly V1Route[] = types.flatMap((type) => [
  open(`GET ${type}/{id}/page`, (request) => page(request, type)),
  ...['characters', 'staff', 'actors'].map((word) =>
    open(`GET ${type}/{id}/${word}`, (request) => {
      const series = seriesIn(request, type)
      return series
        ? { ...base(series, request), ...people(series, request, Infinity) }
        : notFound()
    }),
  ),
  open(`GET ${type}/{id}`, (request) => {
    const series = seriesIn(request, type)
    return series ? base(series, request) : notFound()
  }),
  favouriteRoute(type, type, (id, { world }) => world.series(id)?.type === type),
])
