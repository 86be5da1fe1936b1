import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toShown } from '../../../../src/shared/score'
import { context, listRow, meets, noonS, rows } from './rows'

const day = 24 * 3600

describe('choices, flags and names', () => {
  const row = listRow(
    { status: 'planned', private: true, customLists: ['With Mia'] },
    { format: 'movie', genres: ['Slice of Life', 'Ecchi'], tags: ['School Club'], season: 'fall' },
  )

  test.each([
    ['status:planning format:movie', true],
    ['status:watching', false],
    ['format:tv,movie', true],
    ['-format:movie', false],
    ['season:herbst', true],
    ['season:none', false],
    ['private:yes', true],
    ['privat:nein', false],
    ['-private:no', true],
    ['list:"With Mia"', true],
    ['list:mia', true],
    ['list:"Mia"', false],
    ['list:none', false],
    ['list:any', true],
    ['tag:school', true],
    ['tag:chool', false],
    ['tag:ecchi', true],
    ['genre:ecchi', true],
    ['genre:school', false],
    ['genre:drama,life', true],
    ['studio:none', true],
    ['state:saved', true],
  ])('%s is %s', (query, met) => {
    expect(meets(query, row)).toBe(met)
  })
})

describe('numbers', () => {
  const row = listRow(
    { progress: 3, repeats: 2 },
    {
      seasonYear: 2017,
      episodes: 12,
      durationMinutes: 24,
      nextEpisode: { episode: 6, airingAt: noonS + day },
    },
  )

  test.each([
    ['year:2017', true],
    ['year:2015..2019', true],
    ['year:2018..', false],
    ['year:..2017', true],
    ['year>2017', false],
    ['year>=2017', true],
    ['length<100', true],
    ['länge<24min', false],
    ['behind>0', true],
    ['behind:2', true],
    ['left:9', true],
    ['share:25%', true],
    ['chapters:none', true],
    ['chapters>0', false],
    ['-chapters>0', true],
    ['repeats:any', true],
    ['desire:none', true],
  ])('%s is %s', (query, met) => {
    expect(meets(query, row)).toBe(met)
  })

  test('without a season, the year is the one in which it began', () => {
    expect(meets('year:2003', listRow({}, { startDate: 20030000 }))).toBe(true)
    expect(meets('year:none', listRow())).toBe(true)
  })
})

describe('scores', () => {
  const rated = listRow({ score: 87 })

  test.each([
    ['point-100', 'score:87', true],
    ['point-100', 'score>87', false],
    ['point-10-decimal', 'score:8.7', true],
    ['point-10-decimal', 'wertung:8,7', true],
    ['point-10-decimal', 'score>8.6', true],
    ['point-10', 'score:8', true],
    ['point-10', 'score>8', false],
    ['point-5', 'score:4', true],
    ['point-3', 'score:3', true],
    ['point-10', 'score>86', true],
    ['point-5', 'score:80..90', true],
  ] as const)('with %s, %s is %s', (scoreFormat, query, met) => {
    expect(meets(query, rated, { scoreFormat })).toBe(met)
  })

  test('none is none, and no comparison finds it', () => {
    const unrated = listRow()
    expect(meets('score:none', unrated)).toBe(true)
    expect(meets('score:0', unrated)).toBe(true)
    expect(meets('score<50', unrated)).toBe(false)
    expect(meets('score:any', rated)).toBe(true)
    expect(meets('score:none', rated)).toBe(false)
  })

  test('what an account shows is what it can ask for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.constantFrom('point-100', 'point-10-decimal', 'point-10', 'point-5', 'point-3'),
        (score, scoreFormat) => {
          const shown = toShown(score, scoreFormat, 'anilist') ?? 0
          fc.pre(shown > 0)
          expect(meets(`score:${shown}`, listRow({ score }), { scoreFormat })).toBe(true)
        },
      ),
    )
  })
})

describe('times', () => {
  const row = listRow(
    { updatedAt: noonS - 10 * day, startedAt: 20240100, completedAt: 20240714 },
    { nextEpisode: { episode: 2, airingAt: noonS + 3 * day } },
  )

  test.each([
    ['updated<30d', true],
    ['updated<7d', false],
    ['geändert>7t', true],
    ['updated:2w', true],
    ['updated:7d..30d', true],
    ['updated:30d..7d', true],
    ['updated:..7d', false],
    ['updated:7d..', true],
    ['updated:2024', true],
    ['updated:2024-07', true],
    ['updated:2024-07-05', true],
    ['updated:5.7.2024', true],
    ['updated>2024-07-05', false],
    ['updated>=2024-07-05', true],
    ['updated<2024-07', false],
    ['updated:today', false],
    ['added:none', true],
    ['finished:yesterday', true],
    ['finished<1d', true],
    ['finished:2024', true],
    ['finished>2024', false],
    ['finished:2024-01..2024-07', true],
    ['started:2024-01', true],
    ['started<2024-02', true],
    ['started>1.2024', false],
    ['next<7d', true],
    ['next<2d', false],
    ['next>2d', true],
    ['next:any', true],
  ])('%s is %s', (query, met) => {
    expect(meets(query, row)).toBe(met)
  })

  test('days are those of the zone', () => {
    const late = listRow({ updatedAt: Date.UTC(2024, 6, 14, 23) / 1000 })

    expect(meets('updated:2024-07-14', late)).toBe(true)
    expect(meets('updated:2024-07-15', late, { zone: 'Asia/Tokyo' })).toBe(true)
    expect(meets('updated:heute', late, { zone: 'Europe/Berlin' })).toBe(true)
  })
})

describe('texts', () => {
  const row = listRow(
    { notes: 'Für Mia, mit Tee' },
    { titles: { romaji: 'Sousou no Frieren', english: null, native: '葬送のフリーレン' } },
  )

  test.each([
    ['frieren sousou', true],
    ['"no frieren"', true],
    ['"frieren no"', false],
    ['-frieren', false],
    ['title:フリーレン', true],
    ['notes:"mia, mit"', true],
    ['notiz:tee,kaffee', true],
    ['notes:none', false],
    ['-notes:tee', false],
  ])('%s is %s', (query, met) => {
    expect(meets(query, row)).toBe(met)
  })
})

const anyQuery = fc.constantFrom(
  'status:planned,paused',
  'format:movie',
  'score>60',
  'score:none',
  'tag:ecchi',
  'genre:"Slice of Life"',
  'updated<1y',
  'started:2015..2020',
  'finished:none',
  'year>=2000',
  'left<5',
  'share>50',
  'private:yes',
  'notes:any',
  'list:"With Mia"',
  'airing:ended',
)

test('a dash takes exactly what is not left', () => {
  fc.assert(
    fc.property(anyQuery, rows, (query, row) => {
      expect(meets(`-${query}`, row)).toBe(!meets(query, row))
    }),
  )
})

test('several conditions are met when each of them is, in any order', () => {
  fc.assert(
    fc.property(anyQuery, anyQuery, rows, (one, other, row) => {
      const both = meets(one, row) && meets(other, row)
      expect(meets(`${one} ${other}`, row)).toBe(both)
      expect(meets(`${other} ${one}`, row)).toBe(both)
    }),
  )
})

test('more, less and equal share out what is known, and leave out what is not', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('score', 'year', 'episodes', 'average'),
      fc.nat(2030),
      rows,
      (field, at, row) => {
        const met = ['>', '<', ':'].filter((sign) => meets(`${field}${sign}${at}`, row, context))
        const isKnown = meets(`${field}:any`, row)
        expect(met.length).toBeLessThanOrEqual(1)
        if (isKnown) expect(met).toHaveLength(1)
      },
    ),
  )
})
