import { expect, test } from 'vitest'
import { createRowSet } from '../../../../src/renderer/src/library/row-set'
import { takeNews } from '../../../../src/renderer/src/library/take'
import { row } from '../support/builders'

function filled() {
  const set = createRowSet()
  set.put(row('anime:1', 'A'))
  return set
}

test('an edit that stays in its tab moves nothing', () => {
  const effect = takeNews(filled(), [row('anime:1', 'A', { progress: 5, score: 80 })], [])

  expect(effect).toEqual({ arrived: false, moved: false })
})

test.each([
  ['its status', { status: 'completed' as const }],
  ['being hidden', { hidden: true }],
  ['its custom lists', { customLists: ['With Mia'] }],
])('an edit of %s moves it', (_, patch) => {
  expect(takeNews(filled(), [row('anime:1', 'A', patch)], [])).toEqual({
    arrived: false,
    moved: true,
  })
})

test('a new row arrives, a removed one moves', () => {
  const set = filled()

  expect(takeNews(set, [row('anime:2', 'B')], [])).toEqual({ arrived: true, moved: true })
  expect(takeNews(set, [], ['anime:1'])).toEqual({ arrived: false, moved: true })
  expect(takeNews(set, [], ['anime:9'])).toEqual({ arrived: false, moved: false })
})
