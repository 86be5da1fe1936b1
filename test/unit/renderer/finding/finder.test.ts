import { expect, test } from 'vitest'
import { createFinder } from '../../../../src/renderer/src/finding/finder'
import { createRowSet } from '../../../../src/renderer/src/library/row-set'
import type { QueryContext } from '../../../../src/shared/query/matches'
import { row } from '../support/builders'

const context: QueryContext = {
  nowS: 0,
  zone: 'UTC',
  scoreFormat: 'point-10-decimal',
  scoreTable: 'anilist',
}

function setUp() {
  const set = createRowSet()
  set.put(row('anime:1', 'Mushishi', { score: 90 }, { format: 'tv' }))
  set.put(row('anime:2', 'Mushishi Zoku Shou', { score: 80 }, { format: 'tv' }))
  set.put(row('anime:3', 'Aria the Crepuscolo', { score: 70 }, { format: 'movie' }))
  set.put(row('anime:4', 'Re:Zero', {}, { format: 'tv' }))
  const all = Uint32Array.of(3, 2, 1, 0)
  const find = createFinder()
  const found = (typed: string, indexes = all) => {
    const { indexes: rows, similar, problems } = find(set, indexes, typed, context)
    return { rows: [...rows], similar, problems: problems.map(({ reason }) => reason) }
  }
  return { set, all, found, find }
}

test('nothing typed finds everything, in its order', () => {
  expect(setUp().found('').rows).toEqual([3, 2, 1, 0])
})

test('fields and words together', () => {
  const { found } = setUp()

  expect(found('score>8 mushi').rows).toEqual([0])
  expect(found('mushi score>=8').rows).toEqual([1, 0])
  expect(found('format:movie').rows).toEqual([2])
  expect(found('-format:movie -mushi').rows).toEqual([3])
  expect(found('re:zero').rows).toEqual([3])
})

test('when nothing matches, the nearest titles come, the nearest first', () => {
  const { found } = setUp()

  expect(found('mushisi')).toMatchObject({ rows: [0, 1], similar: true })
  expect(found('mushisi score<8.5')).toMatchObject({ rows: [1], similar: true })
  expect(found('xylophone')).toMatchObject({ rows: [], similar: false })
  expect(found('format:ova mushi')).toMatchObject({ rows: [], similar: false })
})

test('who types on past a slip comes back to what matches', () => {
  const { found } = setUp()

  expect(found('mushisi').similar).toBe(true)
  expect(found('mushis')).toMatchObject({ rows: [1, 0], similar: false })
})

test('tells what is wrong, and finds by the rest', () => {
  expect(setUp().found('format:movy aria')).toMatchObject({
    rows: [2],
    problems: ['unknown-value'],
  })
})

test('a row that was edited stays until something else is asked', () => {
  const { set, found } = setUp()
  expect(found('score>8').rows).toEqual([0])

  set.put(row('anime:1', 'Mushishi', { score: 10 }, { format: 'tv' }))

  expect(found('score>8 mu').rows).toEqual([0])
  expect(found('score<8').rows).toEqual([2, 0])
  expect(found('score>8', Uint32Array.of(0, 1)).rows).toEqual([])
})

test('another format of scores asks anew', () => {
  const { set, all, find, found } = setUp()
  expect(found('score>8').rows).toEqual([0])

  const stars = { ...context, scoreFormat: 'point-5' } as const
  expect([...find(set, all, 'score>4', stars).indexes]).toEqual([0])
  expect([...find(set, all, 'score>8', stars).indexes]).toEqual([2, 1, 0])
})
