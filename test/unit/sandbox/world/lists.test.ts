import { describe, expect, it } from 'vitest'
import { nextAiring, statusAt } from '../../../../src/sandbox/world/airing'
import { createCatalogue } from '../../../../src/sandbox/world/catalogue'
import { readTitles } from '../../../../src/sandbox/world/titles'
import { createAsk, startWall } from '../ask'

const titles = readTitles()
const real = createCatalogue({ titles, anime: 0, manga: 400, seed: 3, wall: startWall })
const now = Math.floor(startWall / 1000)

describe('the list to try it with', () => {
  const { sandbox } = createAsk({ catalogue: real, entries: { anime: 320, manga: 120 } })
  const entries = sandbox.inspect.entries('anilist')
  const series = entries.flatMap(({ mediaId }) => real.get(mediaId) ?? [])

  it('holds real anime and made-up manga', () => {
    expect(entries).toHaveLength(440)
    const known = new Set(titles.map(({ anilist }) => anilist))
    const anime = entries.filter(({ type }) => type === 'anime')
    expect(anime.filter(({ mediaId }) => !known.has(mediaId))).toEqual([])
  })

  it('holds every status', () => {
    const statuses = new Set(entries.map(({ status }) => status))
    expect([...statuses].sort()).toEqual([
      'COMPLETED',
      'CURRENT',
      'DROPPED',
      'PAUSED',
      'PLANNING',
      'REPEATING',
    ])
  })

  it.each([
    ['very long titles', () => series.some(({ native }) => (native ?? '').length > 45)],
    ['titles in Japanese only', () => series.some(({ romaji }) => /[一-龯]/.test(romaji))],
    ['unknown totals', () => series.some(({ episodes, chapters }) => !episodes && !chapters)],
    ['adult titles', () => series.some(({ adult }) => adult)],
    ['private entries', () => entries.some((entry) => entry.private)],
    ['notes', () => entries.some(({ notes }) => notes !== null)],
    ['custom lists', () => entries.some(({ customLists }) => customLists.length > 0)],
    ['hidden entries', () => entries.some(({ hidden }) => hidden)],
    ['advanced scores', () => entries.some((entry) => entry.advancedScores.some(Boolean))],
    ['partial dates', () => entries.some(({ startedAt }) => startedAt && startedAt % 100 === 0)],
    ['no score at all', () => entries.some(({ score }) => score === 0)],
    ['titles on air', () => series.some((each) => nextAiring(each, now) !== undefined)],
  ])('holds %s', (_what, isThere) => {
    expect(isThere()).toBe(true)
  })

  it('has seen no episode before it was shown', () => {
    for (const { mediaId, progress } of entries) {
      const next = nextAiring(real.get(mediaId) ?? series[0]!, now)
      if (next) expect(progress).toBeLessThan(next.episode)
    }
  })

  it('plans what has not begun', () => {
    for (const { mediaId, status } of entries) {
      const title = real.get(mediaId)
      if (title && statusAt(title, now) === 'NOT_YET_RELEASED') expect(status).toBe('PLANNING')
    }
  })

  it('hides nothing that stands in no custom list', () => {
    expect(entries.filter(({ hidden, customLists }) => hidden && !customLists.length)).toEqual([])
  })

  it('has its scores spread', () => {
    const scores = entries.map(({ score }) => score).filter((score) => score > 0)
    expect(Math.min(...scores)).toBeLessThan(50)
    expect(Math.max(...scores)).toBeGreaterThan(95)
    expect(new Set(scores).size).toBeGreaterThan(35)
  })

  it('was updated at different times of the last two years', () => {
    const times = entries.map(({ updatedAt }) => updatedAt)
    expect(Math.max(...times)).toBeLessThan(now)
    expect(now - Math.min(...times)).toBeLessThan(2.1 * 365 * 24 * 3600)
  })
})

describe('a catalogue', () => {
  it('grows above the real titles with made-up ones that share no number', () => {
    const large = createCatalogue({ titles, anime: 9000, manga: 2000, wall: startWall })
    expect(large.of('anime')).toHaveLength(9000)
    const ids = [...large.of('anime'), ...large.of('manga')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(11_000)
    for (const type of ['anime', 'manga'] as const) {
      const own = large.of(type).map(({ idAnisearch }) => idAnisearch)
      expect(new Set(own).size).toBe(own.length)
    }
  })

  it('makes the same of the same seed', () => {
    const make = (seed: number) => createCatalogue({ anime: 50, manga: 50, seed, wall: startWall })
    expect(make(1).of('manga')).toEqual(make(1).of('manga'))
    expect(make(1).of('manga')).not.toEqual(make(2).of('manga'))
  })

  it('has no two titles of the same name', () => {
    const names = createCatalogue({ anime: 0, manga: 3000, wall: startWall })
      .of('manga')
      .map(({ romaji }) => romaji)
    expect(new Set(names).size).toBe(3000)
  })
})
