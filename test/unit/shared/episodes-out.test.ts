import { expect, test } from 'vitest'
import { episodesBehind, episodesOut, isAiring } from '../../../src/shared/episodes-out'
import { type Media, unknownMedia } from '../../../src/shared/media'

function anime(change: Partial<Media>): Media {
  return { ...unknownMedia('anime:1'), ...change }
}

test('counts the episodes before the next one', () => {
  const media = anime({ status: 'releasing', nextEpisode: { episode: 8, airingAt: 1000 } })

  expect(episodesOut(media, 999)).toBe(7)
  expect(episodesBehind(media, 5, 999)).toBe(2)
})

test('counts the next episode too once its time has come', () => {
  const media = anime({ status: 'releasing', nextEpisode: { episode: 8, airingAt: 1000 } })

  expect(episodesOut(media, 1000)).toBe(8)
})

test('has all episodes of what is finished, none of what is announced', () => {
  expect(episodesOut(anime({ status: 'finished', episodes: 12 }), 0)).toBe(12)
  expect(episodesOut(anime({ status: 'not-yet-released', episodes: 12 }), 0)).toBe(0)
})

test('does not guess what is out of a running title without a time', () => {
  expect(episodesOut(anime({ status: 'releasing', episodes: 12 }), 0)).toBeNull()
  expect(episodesBehind(anime({ status: 'releasing' }), 3, 0)).toBeNull()
})

test('is never behind by less than nothing', () => {
  expect(episodesBehind(anime({ status: 'finished', episodes: 12 }), 13, 0)).toBe(0)
})

test('airs only as long as there is a next episode', () => {
  expect(isAiring(anime({ nextEpisode: { episode: 1, airingAt: 0 } }))).toBe(true)
  expect(isAiring(anime({ nextEpisode: null }))).toBe(false)
})
