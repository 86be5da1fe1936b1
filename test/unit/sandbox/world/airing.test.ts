import { describe, expect, it } from 'vitest'
import {
  airingsBetween,
  airingsOf,
  nextAiring,
  statusAt,
} from '../../../../src/sandbox/world/airing'
import type { Series } from '../../../../src/sandbox/world/series'
import { catalogue } from '../ask'

const week = 7 * 24 * 3600
const firstAt = 1_800_000_000
const [any] = catalogue.of('anime')

function weekly(total: number | null): Series {
  if (!any) throw new Error('The catalogue is empty.')
  return { ...any, id: 5, broadcast: { firstAt, total } }
}

describe('weekly broadcasts', () => {
  it('begin with the first episode, exactly', () => {
    const series = weekly(3)
    expect(nextAiring(series, firstAt - 1)?.episode).toBe(1)
    expect(nextAiring(series, firstAt)).toMatchObject({ episode: 2, airingAt: firstAt + week })
  })

  it('end with the last', () => {
    const series = weekly(3)
    expect(nextAiring(series, firstAt + 2 * week - 1)?.episode).toBe(3)
    expect(nextAiring(series, firstAt + 2 * week)).toBeUndefined()
  })

  it('make the status', () => {
    const series = weekly(2)
    expect(statusAt(series, firstAt - 1)).toBe('NOT_YET_RELEASED')
    expect(statusAt(series, firstAt)).toBe('RELEASING')
    expect(statusAt(series, firstAt + week)).toBe('FINISHED')
    expect(statusAt(weekly(null), firstAt + 500 * week)).toBe('RELEASING')
  })

  it('without an end are known some weeks ahead', () => {
    const airings = airingsOf(weekly(null), firstAt + 10 * week)
    expect(airings).toHaveLength(18)
    expect(airings.at(-1)?.airingAt).toBeGreaterThan(firstAt + 16 * week)
  })

  it('between two times are those after the one and before the other', () => {
    const series = weekly(5)
    const episodes = (after: number, before: number) =>
      airingsBetween(series, after, before).map(({ episode }) => episode)
    expect(episodes(firstAt - 1, firstAt + week)).toEqual([1])
    expect(episodes(firstAt, firstAt + week + 1)).toEqual([2])
    expect(episodes(0, firstAt + 100 * week)).toEqual([1, 2, 3, 4, 5])
    expect(episodes(firstAt + week, firstAt)).toEqual([])
  })

  it('have a number for each, which fits 32 bits', () => {
    const [first] = airingsOf(weekly(2), firstAt)
    expect(first?.id).toBe(10_001)
    const highest = Math.max(...catalogue.of('anime').map(({ id }) => id))
    expect(highest * 2000 + 1999).toBeLessThan(2 ** 31)
  })
})
