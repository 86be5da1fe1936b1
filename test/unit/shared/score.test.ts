import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../../src/shared/failure'
import {
  chooseScore,
  hasValue,
  type ScoreFormat,
  scoreFormats,
  scoreScales,
  scoreTables,
  stepScore,
  toRaw,
  toShown,
} from '../../../src/shared/score'

const formats = fc.constantFrom(...scoreFormats)
const tables = fc.constantFrom(...scoreTables)
const raws = fc.integer({ min: 1, max: 100 })

function valuesOf(format: ScoreFormat): number[] {
  const { max, step } = scoreScales[format]
  return Array.from(
    { length: Math.round(max / step) },
    (_, i) => Math.round((i + 1) * step * 10) / 10,
  )
}

const everyValue = fc.tuple(formats, tables).chain(([format, table]) =>
  fc.record({
    format: fc.constant(format),
    table: fc.constant(table),
    shown: fc.constantFrom(...valuesOf(format)),
  }),
)

describe('a score and back', () => {
  test('every value of every format survives format → raw → format', () => {
    for (const format of scoreFormats) {
      for (const table of scoreTables) {
        const back = valuesOf(format).map((v) => toShown(toRaw(v, format, table), format, table))

        expect(back, `${format} in ${table}`).toEqual(valuesOf(format))
      }
    }
  })

  test('whatever is written is a whole raw score from 1 to 100', () => {
    fc.assert(
      fc.property(everyValue, ({ format, table, shown }) => {
        const raw = toRaw(shown, format, table) ?? 0

        expect(Number.isInteger(raw) && raw >= 1 && raw <= 100).toBe(true)
      }),
    )
  })

  test('the numeric formats never rise on the way there and back', () => {
    fc.assert(
      fc.property(
        raws,
        fc.constantFrom<ScoreFormat>('point-100', 'point-10-decimal', 'point-10'),
        tables,
        (raw, format, table) => {
          const shown = toShown(raw, format, table)

          expect(toRaw(shown, format, table) ?? 0).toBeLessThanOrEqual(raw)
        },
      ),
    )
  })

  test('a higher raw score never shows as a lower one', () => {
    fc.assert(
      fc.property(raws, raws, formats, tables, (a, b, format, table) => {
        const [low, high] = a < b ? [a, b] : [b, a]

        expect(toShown(low, format, table) ?? 0).toBeLessThanOrEqual(
          toShown(high, format, table) ?? 0,
        )
      }),
    )
  })

  test('no score is no score in every format', () => {
    for (const format of scoreFormats) {
      for (const table of scoreTables) {
        expect(toShown(null, format, table)).toBeNull()
        expect(toShown(0, format, table)).toBeNull()
        expect(toRaw(null, format, table)).toBeNull()
        expect(toRaw(0, format, table)).toBeNull()
      }
    }
  })
})

/** Edges as the document prints them: first raw, last raw, shown. */
type Edge = readonly [from: number, to: number, shown: number]

function expectEdges(edges: readonly Edge[], format: ScoreFormat, table: 'anilist-v1' | 'anilist') {
  for (const [from, to, shown] of edges) {
    expect(toShown(from, format, table), `raw ${from}`).toBe(shown)
    expect(toShown(to, format, table), `raw ${to}`).toBe(shown)
  }
  const covered = edges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i),
  )
  expect(covered).toEqual(Array.from({ length: 100 }, (_, i) => i + 1))
}

describe('break points', () => {
  const stars: Edge[] = [
    [1, 29, 1],
    [30, 49, 2],
    [50, 69, 3],
    [70, 89, 4],
    [90, 100, 5],
  ]

  test('stars of AniList v1 begin where its document says', () => {
    expectEdges(stars, 'point-5', 'anilist-v1')
  })

  test('stars of the site of today begin at the same places', () => {
    expectEdges(stars, 'point-5', 'anilist')
  })

  test('faces of AniList v1 begin where its document says', () => {
    const edges: Edge[] = [
      [1, 30, 1],
      [31, 60, 2],
      [61, 100, 3],
    ]
    expectEdges(edges, 'point-3', 'anilist-v1')
  })

  test('faces of the site of today: its own 35 is still a sad one', () => {
    const edges: Edge[] = [
      [1, 35, 1],
      [36, 60, 2],
      [61, 100, 3],
    ]
    expectEdges(edges, 'point-3', 'anilist')
  })

  test('10 points are rounded down, decimals lose nothing', () => {
    expect(toShown(89, 'point-10', 'anilist-v1')).toBe(8)
    expect(toShown(35, 'point-10', 'anilist')).toBe(3)
    expect(toShown(9, 'point-10', 'anilist')).toBe(0)
    expect(toShown(87, 'point-10-decimal', 'anilist')).toBe(8.7)
  })
})

describe('what is written', () => {
  test('stars and faces are written as each table reads them best', () => {
    const written = (values: number[], format: ScoreFormat, table: 'anilist-v1' | 'anilist') =>
      values.map((value) => toRaw(value, format, table))

    expect(written([1, 2, 3, 4, 5], 'point-5', 'anilist')).toEqual([10, 30, 50, 70, 90])
    expect(written([1, 2, 3, 4, 5], 'point-5', 'anilist-v1')).toEqual([10, 30, 50, 70, 90])
    expect(written([1, 2, 3], 'point-3', 'anilist')).toEqual([35, 60, 85])
    expect(written([1, 2, 3], 'point-3', 'anilist-v1')).toEqual([30, 60, 85])
  })

  test('decimals are written without the dust of binary fractions', () => {
    expect(toRaw(1.1, 'point-10-decimal', 'anilist')).toBe(11)
    expect(toRaw(0.7, 'point-10-decimal', 'anilist')).toBe(7)
  })

  test.each([
    [11, 'point-10'],
    [8.5, 'point-10'],
    [8.55, 'point-10-decimal'],
    [-1, 'point-100'],
    [6, 'point-5'],
    [4, 'point-3'],
    [Number.NaN, 'point-100'],
  ] as const)('%s is not a value of %s', (shown, format) => {
    expect(hasValue(format, shown)).toBe(false)
    expect(() => toRaw(shown, format, 'anilist')).toThrow(AppError)
  })
})

describe('choosing a score', () => {
  test('what looks the same stays untouched', () => {
    expect(chooseScore(87, 8, 'point-10', 'anilist')).toBe(87)
    expect(chooseScore(33, 1, 'point-3', 'anilist')).toBe(33)
    expect(chooseScore(33, 2, 'point-3', 'anilist')).toBe(60)
  })

  test('0 clears, even a score so low that it shows as 0', () => {
    expect(chooseScore(87, 0, 'point-10', 'anilist')).toBeNull()
    expect(chooseScore(5, 0, 'point-10', 'anilist')).toBeNull()
    expect(chooseScore(null, null, 'point-10', 'anilist')).toBeNull()
  })

  test('a step changes what is shown by one step', () => {
    expect(stepScore(87, 1, 'point-10', 'anilist')).toBe(90)
    expect(stepScore(87, -1, 'point-10', 'anilist')).toBe(70)
    expect(stepScore(85, 1, 'point-10-decimal', 'anilist')).toBe(86)
    expect(stepScore(35, 1, 'point-3', 'anilist')).toBe(60)
  })

  test('steps end at no score and at the top', () => {
    expect(stepScore(null, 1, 'point-5', 'anilist')).toBe(10)
    expect(stepScore(10, -1, 'point-5', 'anilist')).toBeNull()
    expect(stepScore(null, -1, 'point-5', 'anilist')).toBeNull()
    expect(stepScore(95, 1, 'point-5', 'anilist')).toBe(95)
  })

  test('going up and down again shows the same, below the top', () => {
    fc.assert(
      fc.property(raws, formats, tables, (raw, format, table) => {
        const shown = toShown(raw, format, table)
        fc.pre(shown !== null && shown < scoreScales[format].max)
        const up = stepScore(raw, 1, format, table)

        expect(toShown(stepScore(up, -1, format, table), format, table) ?? 0).toBe(shown)
      }),
    )
  })
})
