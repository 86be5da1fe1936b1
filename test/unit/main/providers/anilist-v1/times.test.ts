import { expect, test } from 'vitest'
import { fuzzyOf, seasonOf, unixSeconds } from '../../../../../src/main/providers/anilist-v1/times'

test('a time without a zone is that of Japan', () => {
  expect(unixSeconds('2014-05-03 14:44:15')).toBe(Date.parse('2014-05-03T05:44:15Z') / 1000)
  expect(unixSeconds('2014-05-03T14:44:15+09:00')).toBe(Date.parse('2014-05-03T05:44:15Z') / 1000)
  expect(unixSeconds('2014-05-03T14:44:15Z')).toBe(Date.parse('2014-05-03T14:44:15Z') / 1000)
})

test.each([null, undefined, '', 'soon', '0000-00-00 00:00:00'])('%j is no time', (text) => {
  expect(unixSeconds(text)).toBeNull()
})

test.each([
  [20070215, 20070215],
  ['20070215', 20070215],
  [20070000, 20070000],
  ['2017/01/02', 20170102],
  ['2017/1/2', 20170102],
  ['2017-01-02T00:00:00+09:00', 20170102],
  ['2017/00/00', 20170000],
])('%j is the date %j', (value, date) => {
  expect(fuzzyOf(value)).toBe(date)
})

test.each([0, -5, 1.5, '', 'soon', null, {}, '0000/00/00', 20071399])('%j is no date', (value) => {
  expect(fuzzyOf(value)).toBeNull()
})

test.each([
  [164, null, 'fall', 2016],
  ['164', null, 'fall', 2016],
  [173, null, 'summer', 2017],
  [92, null, 'spring', 2009],
  [4, null, 'fall', 2000],
  [981, null, 'winter', 1998],
  [981, 19980110, 'winter', 1998],
  [631, 19630101, 'winter', 1963],
  [481, 19471230, 'winter', 1948],
  [601, 20600101, 'winter', 2060],
])('%j with the start %j is %s of %j', (value, start, season, seasonYear) => {
  expect(seasonOf(value, start)).toEqual({ season, seasonYear })
})

test.each([null, 0, 'x', 12_345])('%j is no season', (value) => {
  expect(seasonOf(value, null)).toEqual({ season: null, seasonYear: null })
})
