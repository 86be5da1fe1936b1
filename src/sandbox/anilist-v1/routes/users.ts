import { statusAt } from '../../world/airing'
import { noResults, notFound, numberIn, open, personal, userIn, type V1Route } from '../call'
import { listRecord } from '../models/record'
import { airingOf, smallSeries } from '../models/series'
import { fullUser, smallUser } from '../models/user'

/** Who somebody is, and what of theirs is on air. */
export const userRoutes: readonly V1Route[] = [
  personal('GET user', ({ viewer, world }) => fullUser(viewer, world, false)),
  personal('GET user/airing', (request) => {
    const { viewer, world, now, fields } = request
    const airing = world.lists.newestFirst(viewer.id, 'anime').flatMap((entry) => {
      const series = world.series(entry.mediaId)
      if (entry.status !== 'CURRENT' || !series || statusAt(series, now) !== 'RELEASING') return []
      const record = listRecord(entry, viewer, request)
      const anime = { ...smallSeries(series, request), airing: airingOf(series, now) }
      return [record.anime === null ? record : { ...record, anime }]
    })
    return airing.slice(0, numberIn(fields, 'limit') ?? airing.length)
  }),
  open('GET user/search/{query}', ({ world, params }) => {
    const query = (params.query ?? '').toLowerCase()
    const found = world.users.rows().filter(({ name }) => name.toLowerCase().includes(query))
    return found.length > 0 ? found.map(smallUser) : noResults()
  }),
]

/** Stands last: the name in the path would take `airing` and the like for people. */
export const anyUserRoute: V1Route = open('GET user/{user}', (request) => {
  const user = userIn(request)
  if (!user) return notFound()
  const { viewer, social, world } = request
  return fullUser(user, world, viewer !== null && social().follows.has(viewer.id, String(user.id)))
})
