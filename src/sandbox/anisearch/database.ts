import { gzipSync } from 'node:zlib'
import { toIsoDay } from '../../shared/fuzzy-date'
import { json } from '../core/reply'
import type { SandboxReply } from '../core/wire'
import type { Series, SeriesType } from '../world/series'
import { failure, typeIn, type AnisearchRequest, type AnisearchRoute } from './call'

/** Every title of a type, by aniSearch's number. */
function byId(
  { world }: AnisearchRequest,
  type: SeriesType,
  of: (series: Series) => unknown,
): Record<string, unknown> {
  const series = world.catalogue.of(type).filter(({ id }) => world.series(id))
  return Object.fromEntries(series.map((each) => [String(each.idAnisearch), of(each)]))
}

/** With `?gzip` the whole answer is a gzip file. */
function bulk(work: (request: AnisearchRequest, type: SeriesType) => unknown) {
  return (request: AnisearchRequest): SandboxReply => {
    const type = typeIn(request.params)
    if (!type) return failure(404, 'Unknown media type.')
    const found = work(request, type)
    if (found === undefined) return failure(400, 'Unknown source.')
    const reply = json(found)
    if (!request.query.has('gzip')) return reply
    const headers = { 'content-type': 'application/gzip' }
    return { ...reply, headers, body: gzipSync(String(reply.body)) }
  }
}

function associated(request: AnisearchRequest, type: SeriesType): unknown {
  const source = request.query.get('source')
  if (source !== 'myanimelist' && source !== 'myanimelist_unique') return undefined
  const { world } = request
  const mapped = world.catalogue.of(type).filter(({ id, idMal }) => idMal && world.series(id))
  return Object.fromEntries(
    mapped.map(({ idMal, idAnisearch }) => [
      String(idMal),
      source === 'myanimelist' ? [idAnisearch] : { id: idAnisearch },
    ]),
  )
}

const slugOf = ({ romaji, idAnisearch }: Series): string =>
  romaji
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || `title-${idAnisearch}`

/** Up to ten numbers, separated by commas, or a range. */
function idsIn(text: string): number[] {
  const [, first, last] = /^(\d+)-(\d+)$/.exec(text) ?? []
  if (first && last) {
    const count = Math.min(10, Number(last) - Number(first) + 1)
    return Array.from({ length: Math.max(0, count) }, (_, at) => Number(first) + at)
  }
  return text.split(',').map(Number).slice(0, 10)
}

function detailsOf(series: Series): Record<string, unknown> {
  const day = (date: number | null): string | null => (date === null ? null : toIsoDay(date))
  const types: Readonly<Record<string, string>> = { TV: 'TV-Serie', MOVIE: 'Film', ONA: 'Web' }
  return {
    id: series.idAnisearch,
    title: series.english ?? series.romaji,
    title_native: series.native,
    type: types[series.format] ?? series.format,
    year: Math.floor((series.start ?? 0) / 10_000) || null,
    episodes: series.episodes,
    duration: series.duration,
    aired_from: day(series.start),
    aired_to: day(series.end),
    external_ids: { myanimelist: series.idMal },
    genres: { main: series.genres.slice(0, 1), tags: series.genres.slice(1) },
    studios: [],
    cover: { nsfw: series.adult ? 18 : 0 },
    releases: { de: null, en: null },
  }
}

function details(request: AnisearchRequest, full: boolean): SandboxReply {
  const type = typeIn(request.params)
  if (!type) return failure(404, 'Unknown media type.')
  if (!request.grant) return failure(403, 'A token is needed.')
  const { world } = request
  const found = idsIn(request.params.ids ?? '').flatMap((id) => {
    const series = world.catalogue.byAnisearch(type, id)
    return series && world.series(series.id) ? [detailsOf(series)] : []
  })
  if (!full) return json({ results: found })
  const [first] = found
  return first ? json({ ...first, episodes_list: [], characters: [] }) : failure(404, 'Not found.')
}

const bulkRoutes = {
  associated,
  ratings: (request, type) =>
    byId(request, type, ({ score, popularity }) => ({
      rank: 1 + (popularity % 5000),
      score: (score ?? 0) / 20,
      member_count: popularity,
      rating_count: Math.floor(popularity / 3),
    })),
  slugs: (request, type) => byId(request, type, slugOf),
  titles: (request, type) =>
    byId(request, type, ({ romaji, english, native, synonyms }) => [
      ...new Set([romaji, english, native, ...synonyms].filter((title) => title !== null)),
    ]),
  dubs: (request, type) =>
    byId(request, type, ({ id }) => (id % 3 === 0 ? { dubbed: ['de'], planned: ['fr'] } : {})),
} satisfies Record<string, (request: AnisearchRequest, type: SeriesType) => unknown>

/** Each bulk answer has a limit of its own. */
export const bulkNames = Object.keys(bulkRoutes)

export const databaseRoutes: readonly AnisearchRoute[] = [
  ...Object.entries(bulkRoutes).map(([name, work]) => ({
    name: `GET {mediaType}/${name}`,
    call: { bucket: `bulk ${name}`, scope: null, answer: bulk(work) },
  })),
  {
    name: 'GET {mediaType}/{ids}/full',
    call: { bucket: 'details', scope: null, answer: (request) => details(request, true) },
  },
  {
    name: 'GET {mediaType}/{ids}',
    call: { bucket: 'details', scope: null, answer: (request) => details(request, false) },
  },
]
