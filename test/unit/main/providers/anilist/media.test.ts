import { expect, test } from 'vitest'
import { mediaSchema, toMedia } from '../../../../../src/main/providers/anilist/media'
import type { MediaRecord } from '../../../../../src/main/providers/provider'

function read(raw: object): MediaRecord {
  return toMedia(mediaSchema.parse({ id: 5, ...raw }), 'anime')
}

test('every field of a title is read', () => {
  const media = read({
    idMal: 6,
    title: { romaji: 'Yuru Camp', english: 'Laid-Back Camp', native: 'ゆるキャン△' },
    synonyms: ['Yurucamp'],
    format: 'TV_SHORT',
    status: 'HIATUS',
    season: 'FALL',
    seasonYear: 2026,
    startDate: { year: 2026, month: 10, day: null },
    endDate: null,
    episodes: 12,
    chapters: null,
    volumes: null,
    duration: 24,
    genres: ['Slice of Life'],
    tags: [{ name: 'Camping', rank: 98, isMediaSpoiler: false, isGeneralSpoiler: false }],
    studios: { nodes: [{ name: 'C-Station' }, null] },
    averageScore: 83,
    popularity: 0,
    isAdult: false,
    coverImage: {
      medium: 'https://s4.anilist.co/m.jpg',
      large: 'https://s4.anilist.co/l.jpg',
      color: '#e4a15d',
    },
    bannerImage: 'https://s4.anilist.co/b.jpg',
    nextAiringEpisode: { episode: 7, airingAt: 1_800_000_000 },
    updatedAt: 1_700_000_000,
  })

  expect(media).toEqual({
    key: 'anime:5',
    malId: 6,
    titles: { romaji: 'Yuru Camp', english: 'Laid-Back Camp', native: 'ゆるキャン△' },
    synonyms: ['Yurucamp'],
    format: 'tv-short',
    status: 'hiatus',
    season: 'fall',
    seasonYear: 2026,
    startDate: 20261000,
    endDate: null,
    episodes: 12,
    chapters: null,
    volumes: null,
    durationMinutes: 24,
    genres: ['Slice of Life'],
    tags: ['Camping'],
    studios: ['C-Station'],
    averageScore: 83,
    popularity: 0,
    adult: false,
    hasCover: true,
    coverColor: '#e4a15d',
    nextEpisode: { episode: 7, airingAt: 1_800_000_000 },
    coverUrl: 'https://s4.anilist.co/m.jpg',
    coverUrlLarge: 'https://s4.anilist.co/l.jpg',
    bannerUrl: 'https://s4.anilist.co/b.jpg',
    mediaUpdatedAt: 1_700_000_000,
  })
})

test('a title of which only the id is told is read', () => {
  expect(read({})).toMatchObject({
    key: 'anime:5',
    titles: { romaji: null, english: null, native: null },
    format: 'unknown',
    status: 'unknown',
    episodes: null,
    hasCover: false,
    coverUrl: null,
  })
})

test('words that nobody knows yet become unknown', () => {
  const media = read({ format: 'HOLOGRAM', status: 'REBOOTING', season: 'MONSOON' })

  expect(media).toMatchObject({ format: 'unknown', status: 'unknown', season: null })
})

test('one value of a wrong type costs that value and nothing else', () => {
  const media = read({
    title: { romaji: 'Kept', english: 5, native: null },
    episodes: 'twelve',
    genres: ['Drama', 7, null],
    tags: 'none',
    studios: [],
    coverImage: 'https://s4.anilist.co/l.jpg',
    nextAiringEpisode: { episode: 1 },
    startDate: 2026,
  })

  expect(media).toMatchObject({
    titles: { romaji: 'Kept', english: null },
    episodes: null,
    genres: ['Drama'],
    tags: [],
    studios: [],
    coverUrl: null,
    nextEpisode: null,
    startDate: null,
  })
})

test('a total of 0 is unknown', () => {
  expect(read({ episodes: 0, chapters: 0, volumes: 0 })).toMatchObject({
    episodes: null,
    chapters: null,
    volumes: null,
  })
})

test('tags that spoil or hardly fit are left out, at most twelve stay', () => {
  const tag = (name: string, rank: number, isMediaSpoiler = false, isGeneralSpoiler = false) => ({
    name,
    rank,
    isMediaSpoiler,
    isGeneralSpoiler,
  })
  const many = Array.from({ length: 20 }, (_, index) => tag(`Tag ${index}`, 90 - index))

  expect(
    read({
      tags: [tag('Death', 99, true), tag('Twist', 98, false, true), tag('Cats', 17), ...many],
    }).tags,
  ).toEqual(many.slice(0, 12).map(({ name }) => name))
})

test('a colour that is none is left out', () => {
  expect(read({ coverImage: { color: 'red;}' } }).coverColor).toBeNull()
})
