import { expect, test } from 'vitest'
import { lettersIn } from '../../../../src/renderer/src/library/letters'
import { createRowSet } from '../../../../src/renderer/src/library/row-set'
import { row } from '../support/builders'

test('finds a row by its title', () => {
  const set = createRowSet()
  const mushishi = row('anime:7', 'Mushishi')

  set.put(mushishi)

  expect(set.get('anime:7')).toBe(mushishi)
  expect(set.get('manga:7')).toBeUndefined()
})

test('a newer version takes the place of the older one', () => {
  const set = createRowSet()
  set.put(row('anime:1', 'A'))
  const before = row('anime:7', 'Mushishi')
  set.put(before)

  expect(set.put(row('anime:7', 'Mushishi', { progress: 4 }))).toBe(before)
  expect(set.indexOf('anime:7')).toBe(1)
  expect(set.rows[1]?.entry.progress).toBe(4)
  expect(set.size()).toBe(2)
})

test('a new name can be found, the old one cannot', () => {
  const set = createRowSet()
  set.put(row('anime:7', 'Mushishi'))

  set.put(row('anime:7', 'Mushi-shi Zoku Shou'))

  expect(set.texts[0]).toBe('mushi-shi zoku shou')
  expect(set.letters[0]).toBe(lettersIn('mushi-shi zoku shou'))
  expect(set.renames()).toBe(1)
  set.put(row('anime:7', 'Mushi-shi Zoku Shou', { progress: 4 }))
  expect(set.renames()).toBe(1)
})

test('a removed row is gone and comes back to its place', () => {
  const set = createRowSet()
  set.put(row('anime:1', 'A'))
  set.put(row('anime:2', 'B'))

  expect(set.remove('anime:1')).toBe(true)
  expect(set.remove('anime:1')).toBe(false)
  expect(set.get('anime:1')).toBeUndefined()
  expect(set.isGone(0)).toBe(true)
  expect(set.size()).toBe(1)

  expect(set.put(row('anime:1', 'A'))).toBeUndefined()
  expect(set.isGone(0)).toBe(false)
  expect(set.size()).toBe(2)
})
