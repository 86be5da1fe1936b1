import { expect, test } from 'vitest'
import { countRows } from '../../../../src/renderer/src/library/counts'
import { createRowSet } from '../../../../src/renderer/src/library/row-set'
import { row } from '../support/builders'

test('counts each status, each custom list and all', () => {
  const set = createRowSet()
  set.put(row('anime:1', 'A', { customLists: ['With Mia'] }))
  set.put(row('anime:2', 'B', { status: 'planned' }))
  set.put(row('anime:3', 'C', { hidden: true, customLists: ['With Mia', 'Films'] }))
  set.put(row('anime:4', 'D'))
  set.remove('anime:4')

  const { status, custom, all } = countRows(set)

  expect(status).toMatchObject({ current: 1, planned: 1, completed: 0 })
  expect(custom).toEqual({ 'With Mia': 2, Films: 1 })
  expect(all).toBe(3)
})
