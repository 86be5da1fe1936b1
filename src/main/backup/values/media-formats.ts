import type { MediaFormat } from '../../../shared/media'

const words: ReadonlyMap<string, MediaFormat> = new Map(
  Object.entries({
    tv: 'tv',
    tvseries: 'tv',
    series: 'tv',
    tvshort: 'tv-short',
    movie: 'movie',
    film: 'movie',
    special: 'special',
    tvspecial: 'special',
    specials: 'special',
    ova: 'ova',
    oav: 'ova',
    ona: 'ona',
    web: 'ona',
    music: 'music',
    musicvideo: 'music',
    manga: 'manga',
    novel: 'novel',
    lightnovel: 'novel',
    oneshot: 'one-shot',
    doujin: 'doujin',
    doujinshi: 'doujin',
    manhua: 'manhua',
    manhwa: 'manhwa',
  } satisfies Record<string, MediaFormat>),
)

/** The format that a word names; `null` for none that we know, which is no reason to complain. */
export function mediaFormatOf(word: unknown): MediaFormat | null {
  if (typeof word !== 'string') return null
  return words.get(word.toLowerCase().replace(/[^a-z]/g, '')) ?? null
}
