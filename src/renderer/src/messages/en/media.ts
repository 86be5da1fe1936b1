import type { MediaFormat, MediaStatus, Season } from '../../../../shared/media'

export const media = {
  format: {
    tv: 'TV',
    'tv-short': 'TV short',
    movie: 'Film',
    special: 'Special',
    ova: 'OVA',
    ona: 'ONA',
    music: 'Music',
    manga: 'Manga',
    novel: 'Novel',
    'one-shot': 'One-shot',
    doujin: 'Doujin',
    manhua: 'Manhua',
    manhwa: 'Manhwa',
    unknown: 'Unknown',
  } satisfies Record<MediaFormat, string>,
  status: {
    releasing: 'running',
    finished: 'ended',
    'not-yet-released': 'not out yet',
    hiatus: 'on a break',
    cancelled: 'cancelled',
    unknown: 'unknown',
  } satisfies Record<MediaStatus, string>,
  season: {
    winter: 'Winter {year}',
    spring: 'Spring {year}',
    summer: 'Summer {year}',
    fall: 'Autumn {year}',
  } satisfies Record<Season, string>,
  ready: '{n} ready | {n} ready',
  next: 'ep {episode} {time}',
  episodes: '{n} episode | {n} episodes',
  chapters: '{n} chapter | {n} chapters',
  volumes: '{n} volume | {n} volumes',
} as const
