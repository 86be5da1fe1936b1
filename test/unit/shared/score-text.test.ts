import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoreFormats, scoreTables, toShown } from '../../../src/shared/score'
import { formatScore, parseScore } from '../../../src/shared/score-text'

describe('a score as text', () => {
  test('each format in its own words', () => {
    const texts = scoreFormats.map((format) => formatScore(85, format, 'anilist'))

    expect(texts).toEqual(['85', '8.5', '8', '4', ':)'])
  })

  test('decimals follow the language and always have their digit', () => {
    expect(formatScore(85, 'point-10-decimal', 'anilist', 'de')).toBe('8,5')
    expect(formatScore(80, 'point-10-decimal', 'anilist', 'de')).toBe('8,0')
    expect(formatScore(80, 'point-10-decimal', 'anilist', 'en')).toBe('8.0')
  })

  test('the same raw score is another face in each table', () => {
    expect(formatScore(35, 'point-3', 'anilist')).toBe(':(')
    expect(formatScore(35, 'point-3', 'anilist-v1')).toBe(':|')
  })

  test('none is a dash', () => {
    expect(formatScore(null, 'point-100', 'anilist')).toBe('–')
    expect(formatScore(0, 'point-3', 'anilist-v1')).toBe('–')
  })
})

describe('typed text', () => {
  test.each([
    ['85', 'point-100', 85],
    ['8,5', 'point-10-decimal', 8.5],
    [' 8.50 ', 'point-10-decimal', 8.5],
    ['8.', 'point-10-decimal', 8],
    [',5', 'point-10-decimal', 0.5],
    ['８', 'point-10', 8],
    ['8.0', 'point-10', 8],
    ['★★★', 'point-5', 3],
    ['***', 'point-5', 3],
    [':|', 'point-3', 2],
    ['3', 'point-3', 3],
  ] as const)('%j in %s is %s', (text, format, value) => {
    expect(parseScore(text, format)).toEqual({ ok: true, value })
  })

  test.each(['', '0', '0,0', '-', '–', '   '])('%j clears', (text) => {
    expect(parseScore(text, 'point-10-decimal')).toEqual({ ok: true, value: null })
  })

  test.each([
    ['good', 'point-100', 'score-not-a-number'],
    ['-5', 'point-100', 'score-not-a-number'],
    ['1e2', 'point-100', 'score-not-a-number'],
    ['8,5,1', 'point-10-decimal', 'score-not-a-number'],
    [':)', 'point-10', 'score-not-a-number'],
    ['101', 'point-100', 'score-range'],
    ['85', 'point-10-decimal', 'score-range'],
    ['★★★★★★', 'point-5', 'score-range'],
    ['8,55', 'point-10-decimal', 'score-step'],
    ['7.5', 'point-10', 'score-step'],
    ['2,5', 'point-3', 'score-step'],
  ] as const)('%j does not fit %s: %s', (text, format, reason) => {
    const failure = { code: 'invalid-input', reason, detail: text }
    expect(parseScore(text, format)).toEqual({ ok: false, failure })
  })

  test('what is written out is read back', () => {
    const raws = fc.integer({ min: 1, max: 100 })
    const formats = fc.constantFrom(...scoreFormats)
    const tables = fc.constantFrom(...scoreTables)
    fc.assert(
      fc.property(
        raws,
        formats,
        tables,
        fc.constantFrom('en', 'de'),
        (raw, format, table, locale) => {
          const text = formatScore(raw, format, table, locale)

          const shown = toShown(raw, format, table)
          expect(parseScore(text, format)).toEqual({ ok: true, value: shown || null })
        },
      ),
    )
  })
})
