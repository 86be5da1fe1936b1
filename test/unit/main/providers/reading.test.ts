import { expect, test } from 'vitest'
import {
  countIn,
  countOrNull,
  flagOrNull,
  idIn,
  linkOrNull,
  needed,
  readList,
  someList,
} from '../../../../src/main/providers/reading'
import { failureFrom } from './support'

test.each([
  [5, 5],
  ['5', 5],
  [0, null],
  [-3, null],
  [1.5, null],
  [2 ** 60, null],
  ['x', null],
  [null, null],
  [undefined, null],
  [{}, null],
])('the id %j is %j', (id, read) => {
  expect(idIn({ id })).toBe(read)
})

test.each([
  [true, true],
  [1, true],
  ['1', true],
  [false, false],
  [0, false],
  [null, null],
  [2, null],
  ['yes', null],
])('the flag %j is %j', (flag, read) => {
  expect(flagOrNull(flag)).toBe(read)
})

test('a count is never negative, broken or a guess', () => {
  expect([countOrNull(3), countOrNull('3'), countOrNull(2.9)]).toEqual([3, 3, 2])
  expect([countOrNull(-1), countOrNull(null), countOrNull('x')]).toEqual([null, null, null])
  expect([countIn({ n: 4 }, 'n'), countIn({}, 'n')]).toEqual([4, 0])
})

test('a list leaves out what cannot be read; a missing one is a failure only where it is needed', () => {
  const read = (item: Readonly<Record<string, unknown>>) => idIn(item)

  expect(readList([{ id: 1 }, null, 'x', { id: 0 }, { id: 2 }], 'things', read)).toEqual([1, 2])
  expect(someList(undefined, read)).toEqual([])
  expect(failureFrom(() => readList({ id: 1 }, 'things', read)).code).toBe('bad-answer')
  expect(failureFrom(() => needed(null, 'thing')).code).toBe('bad-answer')
  expect(needed(0, 'thing')).toBe(0)
})

test.each([
  ['https://a.example/x?y=1#z', 'https://a.example/x?y=1#z'],
  ['http://a.example/', 'https://a.example/'],
  [' https://a.example ', 'https://a.example/'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['file:///etc/passwd', null],
  ['ftp://a.example/', null],
  ['https://user@a.example/', null],
  ['//a.example/', null],
  ['', null],
  [5, null],
])('what %j leads to is %j', (address, link) => {
  expect(linkOrNull(address)).toBe(link)
})
