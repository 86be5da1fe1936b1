import { expect, test } from 'vitest'
import type { Action } from '../../../../src/renderer/src/actions/action'
import { fitOf, rankActions } from '../../../../src/renderer/src/actions/rank'

const action = (id: string, name = id, words?: string): Action => ({
  id,
  name,
  icon: '',
  run: () => undefined,
  ...(words === undefined ? {} : { words }),
})

test.each([
  ['go to statistics', '', 0],
  ['go to statistics', 'go', 0],
  ['go to statistics', 'stat', 1],
  ['go to statistics', 'tist', 2],
  ['go to statistics', 'stat go', 2],
  ['go to statistics', 'gst', 3],
  ['go to statistics', 'tsg', null],
  ['go to statistics', 'x', null],
])('%s fits %s with %s', (text, typed, fit) => {
  expect(fitOf(text, typed)).toBe(fit)
})

test('the best comes first', () => {
  const actions = [action('Astatic'), action('Go to statistics'), action('Statistics')]

  expect(rankActions(actions, 'STAT', {}).map(({ id }) => id)).toEqual([
    'Statistics',
    'Go to statistics',
    'Astatic',
  ])
})

test('of equal ones what is used most, then as they were offered', () => {
  const actions = [action('a'), action('b'), action('c')]

  expect(rankActions(actions, '', { c: 3, b: 1 }).map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  expect(rankActions(actions, '', {}).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

test('other words find an action, behind those of that name', () => {
  const actions = [action('theme', 'Dark', 'night theme look'), action('x', 'Night watch')]

  expect(rankActions(actions, 'night', {}).map(({ id }) => id)).toEqual(['x', 'theme'])
  expect(rankActions(actions, 'Größe', {})).toEqual([])
})
