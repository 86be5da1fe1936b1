import { expect, test } from 'vitest'
import { createNextNews } from '../../../../../src/main/services/airing/next-news'
import type { FollowedEntry } from '../../../../../src/main/services/airing/tracking'
import type { NextEpisode } from '../../../../../src/shared/media'

const entry = (nextEpisode: NextEpisode | null, change: Partial<FollowedEntry> = {}) =>
  ({ realm: 1, account: 1, title: 'anime:7', nextEpisode, ...change }) as FollowedEntry
const fourth = { episode: 4, airingAt: 1000 }
const moved = { episode: 4, airingAt: 2000 }

test('what is looked at for the first time may be old', () => {
  expect(createNextNews().sort([entry(fourth)])).toEqual({ fresh: [], old: [entry(fourth)] })
})

test('what has changed since is fresh, and only once', () => {
  const news = createNextNews()
  news.sort([entry(fourth)])

  expect(news.sort([entry(moved)]).fresh).toEqual([entry(moved)])
  expect(news.sort([entry(moved)])).toEqual({ fresh: [], old: [entry(moved)] })
})

test('what has no next episode tells nothing, but one that appears is fresh', () => {
  const news = createNextNews()

  expect(news.sort([entry(null)])).toEqual({ fresh: [], old: [] })
  expect(news.sort([entry(fourth)]).fresh).toHaveLength(1)
})

test('a title is another one at another service, and the same for all accounts there', () => {
  const news = createNextNews()
  news.sort([entry(fourth), entry(fourth, { realm: 2 })])

  const { fresh } = news.sort([entry(moved), entry(moved, { account: 2 })])

  expect(fresh).toHaveLength(1)
  expect(news.sort([entry(moved, { realm: 2 })]).fresh).toHaveLength(1)
})
