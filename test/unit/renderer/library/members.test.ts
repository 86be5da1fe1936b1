import { expect, test } from 'vitest'
import { membersOf } from '../../../../src/renderer/src/library/members'
import { createRowSet } from '../../../../src/renderer/src/library/row-set'
import { isInTab } from '../../../../src/shared/library-tab'
import { statuses } from '../../../../src/shared/status'
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
  expect([...membersOf(filled(), order, current)]).toEqual([3, 0])
})

test('takes the rows of a custom list, hidden ones too', () => {
  const tab = { type: 'custom', name: 'With Mia' } as const

  expect([...membersOf(filled(), order, tab)]).toEqual([2, 1])
})

test('keeps one that one is at, whatever it has become', () => {
  const set = filled()
  set.put(row('anime:1', 'A', { status: 'completed' }))

  expect([...membersOf(set, order, current, 0)]).toEqual([3, 0])
})

test('agrees with the rule that main follows', () => {
  const set = filled()
  const tabs = [
    { type: 'all' },
    { type: 'custom', name: 'With Mia' },
    ...statuses.map((status) => ({ type: 'status', status }) as const),
  ] as const

  for (const tab of tabs) {
    const wanted = [...order].filter((index) => isInTab(set.rows[index]!.entry, tab))
    expect([...membersOf(set, order, tab)]).toEqual(wanted)
  }
})

test('an edit moves a row', () => {
  const set = filled()
  set.put(row('anime:1', 'A', { status: 'completed' }))

  expect([...membersOf(set, order, current)]).toEqual([3])
  expect([...membersOf(set, order, { type: 'status', status: 'completed' })]).toEqual([0])
})

test('leaves out what was removed', () => {
  const set = filled()
  set.remove('anime:1')

  expect([...membersOf(set, order, current)]).toEqual([3])
})
