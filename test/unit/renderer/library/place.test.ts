import { expect, test } from 'vitest'
import {
  lastPlace,
  pathOf,
  placeFrom,
  searchPathOf,
} from '../../../../src/renderer/src/library/place'

test.each([
  [{ kind: 'anime', type: 'status', name: 'planned' }, '/library/anime/status/planned'],
  [{ kind: 'manga', type: 'all' }, '/library/manga/all'],
  [{ kind: 'anime', type: 'smart', name: 'list-1' }, '/library/anime/smart/list-1'],
  [
    { kind: 'manga', type: 'custom', name: 'With Mia/Tom' },
    '/library/manga/custom/With%20Mia%2FTom',
  ],
])('%o is found at %s', (params, path) => {
  expect(pathOf(placeFrom(params))).toBe(path)
})

test('what makes no sense leads to what one watches', () => {
  expect(pathOf(placeFrom({ kind: 'books', type: 'status', name: 'burnt' }))).toBe(
    '/library/anime/status/current',
  )
  expect(pathOf(placeFrom({ kind: 'anime', type: 'custom', name: '' }))).toBe(
    '/library/anime/status/current',
  )
})

test('a smart list is all titles under its query', () => {
  expect(placeFrom({ kind: 'anime', type: 'smart', name: 'ready' })).toEqual({
    kind: 'anime',
    tab: { type: 'all' },
    smart: 'ready',
  })
})

test('an address can bring what shall be typed', () => {
  expect(searchPathOf({ kind: 'anime', tab: { type: 'all' } }, 'tag:"Time & Space"')).toBe(
    '/library/anime/all?q=tag%3A%22Time%20%26%20Space%22',
  )
})

test('starts where the user was last', () => {
  expect(lastPlace({ place: '/library/manga/all' })).toBe('/library/manga/all')
  expect(lastPlace({})).toBe('/library/anime/status/current')
  expect(lastPlace({ place: 'https://elsewhere' })).toBe('/library/anime/status/current')
})
