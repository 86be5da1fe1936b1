import { json } from '../core/reply'
import type { SandboxReply } from '../core/wire'
import type { Series, SeriesType } from '../world/series'
import type { SandboxUser } from '../world/user'
import { failure, typeIn, type AnisearchRequest, type AnisearchRoute } from './call'
import { changeFrom, ratingBody, ratingOf } from './rating'

interface Mine {
  user: SandboxUser
  type: SeriesType
}

function mine(
  work: (request: AnisearchRequest, mine: Mine) => SandboxReply,
): (request: AnisearchRequest) => SandboxReply {
  return (request) => {
    const type = typeIn(request.params)
    if (!type) return failure(404, 'Unknown media type.')
    return request.viewer
      ? work(request, { user: request.viewer, type })
      : failure(401, 'Unauthorized')
  }
}

function seriesIn({ world, params }: AnisearchRequest, type: SeriesType): Series | undefined {
  const series = world.catalogue.byAnisearch(type, Number(params.id))
  return series && world.series(series.id)
}

function all({ world, behaviour }: AnisearchRequest, { user, type }: Mine): SandboxReply {
  const entries = [...world.lists.of(user.id, type).values()]
  return json(
    entries.flatMap((entry) => {
      const series = world.series(entry.mediaId)
      return series ? [ratingOf(entry, series, behaviour())] : []
    }),
  )
}

function one(request: AnisearchRequest, { user, type }: Mine): SandboxReply {
  const series = seriesIn(request, type)
  if (!series) return failure(404, 'Not found.')
  const entry = request.world.lists.find(user.id, series.id)
  return json(entry ? [ratingOf(entry, series, request.behaviour())] : [])
}

function remove(request: AnisearchRequest, { user, type }: Mine): SandboxReply {
  const series = seriesIn(request, type)
  const entry = series && request.world.lists.find(user.id, series.id)
  if (!entry) return failure(404, 'Not found.')
  request.world.lists.remove(entry)
  return json({ success: true })
}

function put(request: AnisearchRequest, { user, type }: Mine): SandboxReply {
  const { world, params } = request
  const parsed = ratingBody.safeParse(parsedJson(request.body))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return failure(400, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`)
  }
  const body = parsed.data
  const series = body.use_myanimelist_id
    ? world.catalogue.byMal(type, Number(params.id))
    : seriesIn(request, type)
  if (!series || !world.series(series.id)) return failure(404, 'Not found.')
  const existing = world.lists.find(user.id, series.id)
  const change = changeFrom(body, type, existing, request.behaviour())
  const now = world.clock.seconds()
  if (!existing) world.lists.add({ userId: user.id, mediaId: series.id, type }, change, now)
  else if (body.touch) world.lists.change(existing, change, now)
  else world.lists.put({ ...existing, ...change })
  return json({ success: true })
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const scope = (params: Readonly<Record<string, string>>): string | null => {
  const type = typeIn(params)
  return type ? `ratings.${type}` : null
}

export const ratingRoutes: readonly AnisearchRoute[] = [
  { name: 'GET my/{mediaType}/ratings', call: { bucket: 'ratings', scope, answer: mine(all) } },
  {
    name: 'GET my/{mediaType}/{id}/ratings',
    call: { bucket: 'ratings', scope, answer: mine(one) },
  },
  {
    name: 'DELETE my/{mediaType}/{id}/ratings',
    call: { bucket: 'ratings', scope, answer: mine(remove) },
  },
  { name: 'PUT my/{mediaType}/{id}/ratings', call: { bucket: 'put', scope, answer: mine(put) } },
]
