import { expect, test } from 'vitest'
import { choicesOf, isWhole } from '../../../../src/renderer/src/library/conflicts'
import { coverUrl, plateText, toneOf } from '../../../../src/renderer/src/library/cover'
import { gridOf } from '../../../../src/renderer/src/library/grid'
import { nextOf } from '../../../../src/renderer/src/library/next'
import { repeatStep } from '../../../../src/renderer/src/library/repeat'
import { readTitleKey } from '../../../../src/renderer/src/library/title-key'
import { statuses } from '../../../../src/shared/status'
import { row } from '../support/builders'

test('a cover is asked for by account, title and size, never by its own address', () => {
  expect(coverUrl(3, 'manga:77', 'small')).toBe('cover://3/manga-77/small')
})

test('a title has its tone for good, and its neighbour another', () => {
  expect(toneOf('anime:7')).toBe(toneOf('anime:7'))
  expect(Math.abs(toneOf('anime:7') - toneOf('anime:8'))).toBeGreaterThan(30)
  for (let id = 1; id < 500; id += 1) {
    expect(toneOf(`anime:${id}`)).toBeGreaterThanOrEqual(0)
    expect(toneOf(`anime:${id}`)).toBeLessThan(360)
  }
})

test.each([
  ['Frieren', 'FR'],
  ['.hack//SIGN', 'HA'],
  ['葬送のフリーレン', '葬送'],
  ['×××', ''],
  ['𠮷野家', '𠮷野'],
])('the plate of %s says %s', (title, text) => {
  expect(plateText(title)).toBe(text)
})

test('more width gives more covers, larger text fewer', () => {
  const usual = gridOf(1064, 1, 'medium')

  expect(gridOf(1900, 1, 'medium').columns).toBeGreaterThan(usual.columns)
  expect(gridOf(1064, 2, 'medium').columns).toBeLessThan(usual.columns)
  expect(gridOf(200, 1, 'medium').columns).toBe(2)
  expect(gridOf(1064, 1, 'small').columns).toBeGreaterThan(usual.columns)
  expect(gridOf(1064, 1, 'large').columns).toBeLessThan(usual.columns)
})

test('says what comes next', () => {
  const airing = { status: 'releasing' as const, nextEpisode: { episode: 9, airingAt: 10_000 } }

  expect(nextOf(row('anime:1', 'A', { progress: 6 }, airing), 0)).toEqual({
    type: 'ready',
    episodes: 2,
  })
  expect(nextOf(row('anime:1', 'A', { progress: 8 }, airing), 9000)).toEqual({
    type: 'airs',
    episode: 9,
    inMs: 1_000_000,
  })
  expect(nextOf(row('anime:1', 'A', {}, { status: 'finished' }), 0)).toEqual({
    type: 'status',
    status: 'finished',
  })
})

test('episodes of a planned title are not called ready', () => {
  const airing = { status: 'releasing' as const, nextEpisode: { episode: 9, airingAt: 10_000 } }

  expect(nextOf(row('anime:1', 'A', { status: 'planned' }, airing), 0).type).toBe('airs')
})

test('the higher one can be taken only of two numbers', () => {
  const numbers = { field: 'progress', was: 11, mine: 12, theirs: 14 } as const
  const words = { field: 'notes', was: '', mine: 'a', theirs: 'b' } as const

  expect(choicesOf(numbers)).toEqual(['mine', 'theirs', 'higher'])
  expect(choicesOf(words)).toEqual(['mine', 'theirs'])
})

test('the entry itself is in question when one side has none', () => {
  const field = { field: 'progress', was: 11, mine: 12, theirs: 14 } as const

  expect(isWhole({ conflicts: [field], to: { progress: 12 } })).toBe(false)
  expect(isWhole({ conflicts: [], to: { progress: 12 } })).toBe(true)
  expect(isWhole({ conflicts: [field], to: null })).toBe(true)
})

test.each([
  ['completed', 'start'],
  ['repeating', 'finish'],
  ['current', null],
] as const)('%s can be repeated by: %s', (status, step) => {
  expect(repeatStep(status, statuses)).toBe(step)
})

test('a service without the status cannot repeat', () => {
  expect(repeatStep('completed', ['completed'])).toBeNull()
})

test('reads a title out of an address', () => {
  expect(readTitleKey('anime:12')).toBe('anime:12')
  for (const wrong of ['book:12', 'anime:', 'anime:x', 'anime', undefined, 7]) {
    expect(readTitleKey(wrong)).toBeNull()
  }
})
