import type { Series, SeriesStatus } from './series'

/** One episode's broadcast. */
export interface Airing {
  id: number
  mediaId: number
  episode: number
  /** Unix s. */
  airingAt: number
}

const week = 7 * 24 * 3600
/** How far ahead the broadcasts of a series without an end are known. */
const weeksAhead = 8

/** The broadcast of one episode; undefined where there is none. */
export function airingOf(series: Series, episode: number): Airing | undefined {
  const { broadcast } = series
  if (!broadcast || episode < 1 || episode > (broadcast.total ?? Infinity)) return undefined
  return {
    id: series.id * 2000 + episode,
    mediaId: series.id,
    episode,
    airingAt: broadcast.firstAt + (episode - 1) * week,
  }
}

/** The next episode that has not been shown at `now` (Unix s). */
export function nextAiring(series: Series, now: number): Airing | undefined {
  if (!series.broadcast) return undefined
  return airingOf(series, Math.max(0, Math.floor((now - series.broadcast.firstAt) / week) + 1) + 1)
}

/** All episodes with a known time, in order. */
export function airingsOf(series: Series, now: number): Airing[] {
  const { broadcast } = series
  if (!broadcast) return []
  const known = Math.max(0, Math.floor((now - broadcast.firstAt) / week)) + weeksAhead
  return Array.from({ length: broadcast.total ?? known }, (_, at) =>
    airingOf(series, at + 1),
  ).filter((airing) => airing !== undefined)
}

/** Episodes between two times (Unix s, both excluded), without making up all others. */
export function airingsBetween(series: Series, after: number, before: number): Airing[] {
  const { broadcast } = series
  if (!broadcast || before <= after) return []
  const first = Math.max(1, Math.floor((after - broadcast.firstAt) / week) + 2)
  const last = Math.ceil((before - broadcast.firstAt) / week)
  const found: Airing[] = []
  for (let episode = first; episode <= Math.min(last, broadcast.total ?? last); episode++) {
    const airing = airingOf(series, episode)
    if (airing && airing.airingAt > after && airing.airingAt < before) found.push(airing)
  }
  return found
}

/** A weekly series starts and ends with its broadcasts, whatever the time. */
export function statusAt(series: Series, now: number): SeriesStatus {
  const { broadcast } = series
  if (!broadcast) return series.status
  if (now < broadcast.firstAt) return 'NOT_YET_RELEASED'
  return nextAiring(series, now) ? 'RELEASING' : 'FINISHED'
}
