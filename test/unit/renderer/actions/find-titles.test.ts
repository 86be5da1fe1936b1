import { expect, test } from 'vitest'
import { createTitleFinder } from '../../../../src/renderer/src/actions/find-titles'
import { createRowSet } from '../../../../src/renderer/src/library/row-set'
import { row } from '../support/builders'

function names(typed: string, most = 5) {
  const set = createRowSet()
  set.put(row('anime:1', 'The Frieren Effect', { status: 'planned' }))
  set.put(row('anime:2', 'Sousou no Frieren', { status: 'current' }))
  set.put(row('anime:3', 'Frieren Specials', { status: 'completed' }))
  set.put(row('anime:4', 'Mushishi', { status: 'completed' }))
  set.put(row('anime:5', 'Frieren, long gone'))
  set.remove('anime:5')
  return createTitleFinder()(set, typed, most).map(({ media }) => media.titles.romaji)
}

test('names that begin so come first, then what one watches', () => {
  expect(names('frie')).toEqual(['Frieren Specials', 'Sousou no Frieren', 'The Frieren Effect'])
  expect(names('frie', 1)).toEqual(['Frieren Specials'])
})

test('finds in spite of slips', () => {
  expect(names('mushihsi')).toEqual(['Mushishi'])
})

test('nothing typed finds nothing', () => {
  expect(names(' ')).toEqual([])
})
