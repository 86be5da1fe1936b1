import { empty } from '../../core/reply'
import { sent } from '../../core/sent'
import type { SandboxReply } from '../../core/wire'
import { reviewProblems, type Review } from '../../social/reviews'
import type { SeriesType } from '../../world/series'
import type { SandboxUser } from '../../world/user'
import {
  failure,
  notFound,
  numberIn,
  open,
  personal,
  userIn,
  type V1Request,
  type V1Route,
} from '../call'
import { reviewModel } from '../models/review'
import { seriesIn } from './series'

const types: readonly SeriesType[] = ['anime', 'manga']
type Signed = V1Request & { viewer: SandboxUser }

/** Private reviews are for their writer only. */
function visible({ social, viewer }: V1Request): Review[] {
  return social()
    .reviews.table.rows()
    .filter((review) => !review.private || review.userId === viewer?.id)
    .sort((a, b) => b.createdAt - a.createdAt)
}

function save(request: Signed, type: SeriesType, mustExist: boolean): unknown {
  const { fields, viewer, world, now } = request
  const { reviews } = request.social()
  const series = world.series(numberIn(fields, `${type}_id`) ?? 0)
  if (series?.type !== type) return notFound()
  const existing = reviews.table
    .rows()
    .find(({ userId, mediaId }) => userId === viewer.id && mediaId === series.id)
  if (mustExist && !existing) return notFound()
  const times = { createdAt: now, updatedAt: now }
  const blank = { summary: '', body: '', score: 0, private: false, ...times }
  const base = existing ?? { id: 0, userId: viewer.id, mediaId: series.id, type, ...blank }
  const review: Review = { ...base, ...sent(changeFrom(fields)), updatedAt: now }
  const problems = Object.values(reviewProblems(review)).flat()
  if (problems.length > 0) return failure(400, ...problems)
  if (review.id === 0) review.id = reviews.nextId()
  reviews.table.put(review)
  return reviewModel(review, request)
}

function changeFrom(fields: URLSearchParams) {
  const hidden = numberIn(fields, 'private')
  return {
    body: fields.get('text'),
    summary: fields.get('summary'),
    score: numberIn(fields, 'score'),
    private: hidden === undefined ? undefined : hidden === 1,
  }
}

function rate({ fields, social, viewer }: Signed): SandboxReply {
  const { reviews } = social()
  const review = reviews.table.get(numberIn(fields, 'id') ?? 0)
  const rating = numberIn(fields, 'rating')
  if (!review) return notFound()
  if (rating === undefined || rating < 0 || rating > 2)
    return failure(400, 'The rating is invalid.')
  reviews.vote(review.id, viewer.id, rating === 0 ? null : rating === 1)
  return empty()
}

function remove({ fields, social, viewer }: Signed): SandboxReply {
  const { table } = social().reviews
  const review = table.get(numberIn(fields, 'id') ?? 0)
  if (review?.userId !== viewer.id) return notFound()
  table.remove(review.id)
  return empty()
}

export const reviewRoutes: readonly V1Route[] = [
  open('GET user/{user}/reviews', (request) => {
    const user = userIn(request)
    if (!user) return notFound()
    const own = visible(request).filter(({ userId }) => userId === user.id)
    return own.map((review) => reviewModel(review, request))
  }),
  ...types.flatMap((type) => [
    open(`GET ${type}/review/{id}`, (request) => {
      const found = visible(request).find(({ id }) => id === Number(request.params.id))
      return found?.type === type ? reviewModel(found, request) : notFound()
    }),
    open(`GET ${type}/{id}/reviews`, (request) => {
      const series = seriesIn(request, type)
      if (!series) return notFound()
      const own = visible(request).filter(({ mediaId }) => mediaId === series.id)
      return own.map((review) => reviewModel(review, request))
    }),
    personal(`POST ${type}/review/rate`, rate),
    personal(`POST ${type}/review`, (request) => save(request, type, false)),
    personal(`PUT ${type}/review`, (request) => save(request, type, true)),
    personal(`DELETE ${type}/review`, remove),
  ]),
]
