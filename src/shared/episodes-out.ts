import { kindOf, type Media, totalOf } from './media'

/**
 * Episodes that have aired by `nowS` (Unix s); for manga, the chapters of a finished work.
 * `null` when it cannot be known.
 */
export function episodesOut(media: Media, nowS: number): number | null {
  const next = media.nextEpisode
  if (next) return next.airingAt <= nowS ? next.episode : next.episode - 1
  if (media.status === 'not-yet-released') return 0
  return media.status === 'finished' || media.status === 'cancelled' ? totalOf(media) : null
}

/** Episodes that are out and not yet seen; `null` when it cannot be known. */
export function episodesBehind(media: Media, progress: number, nowS: number): number | null {
  const out = episodesOut(media, nowS)
  return out === null ? null : Math.max(0, out - progress)
}

/** Airs at the moment, so that being behind means something. */
export function isAiring(media: Media): boolean {
  return kindOf(media.key) === 'anime' && media.nextEpisode !== null
}
