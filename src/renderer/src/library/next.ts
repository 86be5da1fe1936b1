import { episodesBehind } from '../../../shared/episodes-out'
import type { ListRow } from '../../../shared/entry'
import type { MediaStatus } from '../../../shared/media'

/** What comes next of a title, before it is put into words. */
export type Next =
  | { readonly type: 'ready'; readonly episodes: number }
  | { readonly type: 'airs'; readonly episode: number; readonly inMs: number }
  | { readonly type: 'status'; readonly status: MediaStatus }

/** @param nowS Unix s */
export function nextOf({ entry, media }: Pick<ListRow, 'entry' | 'media'>, nowS: number): Next {
  const next = media.nextEpisode
  if (next) {
    const behind = episodesBehind(media, entry.progress, nowS) ?? 0
    if (behind > 0 && entry.status !== 'planned') return { type: 'ready', episodes: behind }
    if (next.airingAt > nowS) {
      return { type: 'airs', episode: next.episode, inMs: (next.airingAt - nowS) * 1000 }
    }
  }
  return { type: 'status', status: media.status }
}
