import { expect, test } from 'vitest'
import { emptyBrowse } from '../../../../src/shared/community/browse'
import {
  addressOf,
  filtersIn,
  type Wanted,
  wantedFrom,
} from '../../../../src/renderer/src/discover/address'

const nothing = { place: 'anime', query: { ...emptyBrowse, kind: 'anime' } } as const

test('an address that says nothing wants all anime, and needs no words itself', () => {
  expect(wantedFrom({})).toEqual(nothing)
  expect(addressOf(nothing)).toEqual({})
})

test('everything that narrows comes back from its address', () => {
  const wanted: Wanted = {
    place: 'manga',
    query: {
      ...emptyBrowse,
      kind: 'manga',
      text: 'blue sky',
      year: 2019,
      season: 'fall',
      format: 'one-shot',
      status: 'hiatus',
      genres: ['Drama', 'Slice of Life'],
      withoutGenres: ['Horror'],
      tags: ['Time Skip'],
      withoutTags: ['CGI'],
      adult: false,
      onMyList: true,
      sort: 'title',
      descending: false,
    },
  }
  expect(wantedFrom(addressOf(wanted))).toEqual(wanted)
  expect(filtersIn(wanted.query)).toBe(11)
})

test('what is wrong in an address narrows nothing', () => {
  const wrong = { what: 'films', year: '12', season: 'monsoon', sort: 'luck', adult: '1', q: ['a'] }
  expect(wantedFrom(wrong)).toEqual(nothing)
})
