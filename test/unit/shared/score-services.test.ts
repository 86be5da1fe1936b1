import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meanOfAdvanced } from '../../../src/shared/score-advanced'
import {
  allFormats,
  fromMyAnimeList,
  fromPersonalRating,
  fromPublicRating,
  toMyAnimeList,
  toPersonalRating,
  toPublicRating,
} from '../../../src/shared/score-services'

const scores = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.constant(null))

describe('aniSearch', () => {
  test('the public score is split into rating and fraction', () => {
    expect(toPublicRating(87)).toEqual({ rating: 8, fraction: 7 })
    expect(toPublicRating(100)).toEqual({ rating: 10, fraction: 0 })
    expect(toPublicRating(null)).toEqual({ rating: 0, fraction: 0 })
  })

  test('nothing goes above 100, and 0 and 0 is none', () => {
    expect(fromPublicRating({ rating: 10, fraction: 3 })).toBe(100)
    expect(fromPublicRating({ rating: 0, fraction: 0 })).toBeNull()
    expect(fromPublicRating({ rating: 0, fraction: 4 })).toBe(4)
  })

  test('both scores survive the way there and back', () => {
    fc.assert(
      fc.property(scores, (raw) => {
        expect(fromPublicRating(toPublicRating(raw))).toBe(raw)
        expect(fromPersonalRating(toPersonalRating(raw))).toBe(raw)
      }),
    )
  })
})

describe('MyAnimeList', () => {
  test('its eleven values survive', () => {
    const values = Array.from({ length: 11 }, (_, i) => i)

    expect(values.map((value) => toMyAnimeList(fromMyAnimeList(value)))).toEqual(values)
  })

  test('halves as Kitsu writes them are kept', () => {
    expect(fromMyAnimeList(7.5)).toBe(75)
  })

  test('scores are rounded down, but what is rated stays rated', () => {
    expect(toMyAnimeList(89)).toBe(8)
    expect(toMyAnimeList(4)).toBe(1)
    expect(toMyAnimeList(null)).toBe(0)
  })
})

describe('side by side', () => {
  test('one score on every scale, faces by both tables', () => {
    expect(allFormats(35).map(({ scale, table, shown }) => [scale, table, shown])).toEqual([
      ['point-100', null, 35],
      ['point-10-decimal', null, 3.5],
      ['point-10', null, 3],
      ['point-5', null, 2],
      ['point-3', 'anilist-v1', 2],
      ['point-3', 'anilist', 1],
      ['anisearch', null, 3.5],
      ['myanimelist', null, 3],
    ])
  })

  test('no score is none on every scale', () => {
    expect(allFormats(null).every(({ shown }) => shown === null)).toBe(true)
    expect(allFormats(0).every(({ shown }) => shown === null)).toBe(true)
  })
})

describe('advanced scores', () => {
  test('their mean counts only what is rated', () => {
    expect(meanOfAdvanced({ Story: 90, Visuals: 70, Audio: 0 })).toBe(80)
  })

  test('a half is rounded up, as the site does', () => {
    expect(meanOfAdvanced({ a: 90, b: 90, c: 90, d: 80 })).toBe(88)
  })

  test('none rated gives no score', () => {
    expect(meanOfAdvanced({})).toBeNull()
    expect(meanOfAdvanced({ Story: 0 })).toBeNull()
  })

  test('the mean lies between the lowest and the highest', () => {
    const rated = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(rated, (values) => {
        const mean = meanOfAdvanced(Object.fromEntries(values.map((v, i) => [`n${i}`, v]))) ?? 0

        expect(mean).toBeGreaterThanOrEqual(Math.min(...values))
        expect(mean).toBeLessThanOrEqual(Math.max(...values))
      }),
    )
  })
})
