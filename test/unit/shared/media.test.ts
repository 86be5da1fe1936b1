import { describe, expect, test } from 'vitest'
import {
  idOf,
  kindOf,
  mediaKinds,
  titleKey,
  totalOf,
  unknownMedia,
} from '../../../src/shared/media'
import { isStatus, statuses } from '../../../src/shared/status'

describe('the key of a title', () => {
  test.each([
    ['anime', 1],
    ['manga', 21_355],
    ['anime', 2 ** 31],
  ] as const)('names its kind and its number: %s %i', (kind, id) => {
    const key = titleKey(kind, id)

    expect([kindOf(key), idOf(key)]).toEqual([kind, id])
  })

  test('tells titles of the same number apart', () => {
    expect(new Set(mediaKinds.map((kind) => titleKey(kind, 1))).size).toBe(2)
  })
})

describe('what a title has in all', () => {
  const counted = { episodes: 12, chapters: 80, volumes: 9 }

  test('is episodes of anime and chapters of manga', () => {
    expect(totalOf({ ...unknownMedia('anime:1'), ...counted })).toBe(12)
    expect(totalOf({ ...unknownMedia('manga:1'), ...counted })).toBe(80)
  })

  test('is not known where nothing is known', () => {
    expect(totalOf(unknownMedia('anime:1'))).toBeNull()
    expect(totalOf(unknownMedia('manga:1'))).toBeNull()
  })
})

test('a title of which nothing is known claims nothing', () => {
  const { key, ...rest } = unknownMedia('anime:1')
  const claims = Object.entries(rest).filter(
    ([, value]) => value !== null && value !== false && value !== 'unknown',
  )

  expect(key).toBe('anime:1')
  expect(claims).toEqual([
    ['titles', { romaji: null, english: null, native: null }],
    ['synonyms', []],
    ['genres', []],
    ['tags', []],
    ['studios', []],
  ])
})

describe('a status', () => {
  test.each(statuses)('%s is one', (status) => {
    expect(isStatus(status)).toBe(true)
  })

  test.each(['', 'CURRENT', 'watching', 'toString', null, undefined, 0, ['current']])(
    '%j is none',
    (value) => {
      expect(isStatus(value)).toBe(false)
    },
  )
})
