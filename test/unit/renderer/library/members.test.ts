import { expect, test } from 'vitest'
import { membersOf } from '../../../../src/renderer/src/library/members'
import { createRowSet } from '../../../../src/renderer/src/library/row-set'
import { row } from '../support/builders'

function filled() {
  const set = createRowSet()
  set.put(row('anime:1', 'A'))
  set.put(row('anime:2', 'B', { status: 'planned', customLists: ['With Mia'] }))
  set.put(row('anime:3', 'C', { hidden: true, customLists: ['With Mia'] }))
  set.put(row('anime:4', 'D', {}, { adult: true }))
  return set
}

const order = Uint32Array.of(3, 2, 1, 0)
const current = { type: 'status', status: 'current' } as const

test('takes the rows of a status in the order that was given, without hidden ones', () => {
  expect([...membersOf(filled(), order, current, 'shown').indexes]).toEqual([3, 0])
})

test('takes the rows of a custom list, hidden ones too', () => {
  const tab = { type: 'custom', name: 'With Mia' } as const

  expect([...membersOf(filled(), order, tab, 'shown').indexes]).toEqual([2, 1])
})

test('counts the adult titles that it leaves out', () => {
  const { indexes, hiddenAdult } = membersOf(filled(), order, current, 'hidden')

  expect([...indexes]).toEqual([0])
  expect(hiddenAdult).toBe(1)
})

test('leaves out what was removed', () => {
  const set = filled()
  set.remove('anime:1')

  expect([...membersOf(set, order, current, 'shown').indexes]).toEqual([3])
})
