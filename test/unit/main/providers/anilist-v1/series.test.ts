import { expect, test } from 'vitest'
import { seriesSchema, toMedia } from '../../../../../src/main/providers/anilist-v1/series'
import type { MediaRecord } from '../../../../../src/main/providers/provider'
import type { MediaKind } from '../../../../../src/shared/media'
import { sample } from '../document-samples'

function read(raw: object, kind: MediaKind = 'anime'): MediaRecord {
  return toMedia(seriesSchema.parse({ id: 5, ...raw }), kind)
}

test('the examples of the document are read to the letter', () => {
  expect(read(sample('anilist-v1/series.json'))).toMatchObject({
    key: 'anime:1',
    titles: { romaji: 'Kangoku Gakuen', english: 'Prison School', native: null },
    season: 'fall',
    seasonYear: 2016,
    synonyms: ['The Prison School'],
    adult: true,
    averageScore: 68,
    popularity: 15_340,
    coverUrl: 'https://cdn.anilist.co/img/dir/anime/med/9756.jpg',
    coverUrlLarge: 'https://cdn.anilist.co/img/dir/anime/reg/9756.jpg',
    bannerUrl: 'https://cdn.anilist.co/img/dir/anime/banner/477.jpg',
    mediaUpdatedAt: 1_470_913_937,
    episodes: 12,
    durationMinutes: 24,
    chapters: 24,
    volumes: 2,
  })
})

test('the small model inside a thread is read, with its score as text', () => {
  const feed = sample('anilist-v1/forum.json')['feed'] as {
    data: { tags_anime: { anime: object[] }[] }[]
  }

  expect(read(feed.data[0]?.tags_anime[0]?.anime[0] ?? {})).toMatchObject({
    key: 'anime:18897',
    titles: { romaji: 'Nisekoi', english: null, native: null },
    format: 'tv',
    status: 'releasing',
    averageScore: 79,
    episodes: 20,
    adult: false,
  })
})

test('a title that only repeats the romaji one is none', () => {
  const media = read({
    title_romaji: 'Mushishi',
    title_english: 'Mushishi',
    title_japanese: '蟲師',
  })

  expect(media.titles).toEqual({ romaji: 'Mushishi', english: null, native: '蟲師' })
})

test.each([
  ['TV', 'tv'],
  ['TV Short', 'tv-short'],
  ['Movie', 'movie'],
  ['Special', 'special'],
  ['OVA', 'ova'],
  ['ONA', 'ona'],
  ['Music', 'music'],
  ['Manga', 'manga'],
  ['Novel', 'novel'],
  ['One Shot', 'one-shot'],
  ['Doujin', 'doujin'],
  ['Manhua', 'manhua'],
  ['Manhwa', 'manhwa'],
  ['Radio Play', 'unknown'],
])('the type %s is %s', (type, format) => {
  expect(read({ type }).format).toBe(format)
})

test.each([
  ['anime', 'airing_status', 'finished airing', 'finished'],
  ['anime', 'airing_status', 'Currently Airing', 'releasing'],
  ['anime', 'airing_status', 'not yet aired', 'not-yet-released'],
  ['anime', 'airing_status', 'cancelled', 'cancelled'],
  ['manga', 'publishing_status', 'finished publishing', 'finished'],
  ['manga', 'publishing_status', 'publishing', 'releasing'],
  ['manga', 'publishing_status', 'not yet published', 'not-yet-released'],
  ['manga', 'publishing_status', 'resting', 'unknown'],
] as const)('%s: %s "%s" is %s', (kind, key, word, status) => {
  expect(read({ [key]: word }, kind).status).toBe(status)
})

test.each([0, null, undefined, '0', 'x'])('a total of %j is unknown', (total) => {
  const media = read({ total_episodes: total, total_chapters: total, total_volumes: total })

  expect([media.episodes, media.chapters, media.volumes]).toEqual([null, null, null])
})

test('dates come as numbers and as text, with parts unknown', () => {
  expect(read({ start_date_fuzzy: 20170700, end_date_fuzzy: '20170915' })).toMatchObject({
    startDate: 20170700,
    endDate: 20170915,
  })
  expect(read({ start_date_fuzzy: 0, end_date_fuzzy: null })).toMatchObject({
    startDate: null,
    endDate: null,
  })
})

test('the next episode is read where the answer has airing data', () => {
  const airing = { time: '2017-01-20T13:06:28+09:00', countdown: 5, next_episode: 3 }

  expect(read({ airing }).nextEpisode).toEqual({
    episode: 3,
    airingAt: Date.parse('2017-01-20T04:06:28Z') / 1000,
  })
  expect(read({ airing: null }).nextEpisode).toBeNull()
  expect(read({ airing: [] }).nextEpisode).toBeNull()
})
